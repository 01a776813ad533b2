"""What each type of field looks like in a form: its cells, and whether it takes several rows."""

from dataclasses import dataclass

from policies.models import ActorLevel, ActorRole, Comparator, NumberRole, Relation, Via
from policies.models.fields import Field

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cell:
    """One input. `widget`: line area number year offset flag choice term."""

    name: str  # in the JSON form; "" where the value is the cell itself
    label: str
    widget: str
    choices: Choices = ()
    table: str = ""  # vocabulary table of a term
    required: bool = True  # within a row that is given at all
    usual: str = ""  # what a choice in a blank row begins with


@dataclass(frozen=True)
class Shape:
    cells: tuple[Cell, ...]
    several: bool = False


def _choices(choices: type) -> Choices:
    return tuple(choices.choices)


def _terms(table: str, label: str) -> Shape:
    return Shape((Cell("", label, "term", table=table),), several=True)


_SECTORS = (
    Cell("sector", "行业", "term", table="sector"),
    Cell("relation", "关系", "choice", _choices(Relation)),
    Cell("via", "依据", "choice", _choices(Via), usual=Via.WORD),
)
_ACTORS = (
    Cell("as_written", "原文写法", "line"),
    Cell("function", "职能", "term", table="actor"),
    Cell("level", "层级", "choice", _choices(ActorLevel), usual=ActorLevel.PROVINCE),
    Cell("role", "角色", "choice", _choices(ActorRole), usual=ActorRole.RESPONSIBLE),
)
_NUMBERS = (
    Cell("role", "作用", "choice", _choices(NumberRole)),
    Cell("comparator", "比较", "choice", _choices(Comparator), usual=Comparator.EQUAL),
    Cell("value", "数值", "number"),
    Cell("value_max", "上限", "number", required=False),
    Cell("unit", "单位", "line", required=False),
    Cell("what", "所指", "line", required=False),
    Cell("start", "起", "offset", required=False),
    Cell("end", "止", "offset", required=False),
)
_PARAMETERS = (
    Cell("value", "数值", "number"),
    Cell("unit", "单位", "line", required=False),
    Cell("what", "所指", "line", required=False),
)
_SHAPES = {
    "decimal": Shape((Cell("", "", "number"),)),
    "integer": Shape((Cell("", "", "year"),)),
    "flag": Shape((Cell("", "", "flag"),)),
    "words": Shape((Cell("", "", "area"),)),
    "parameters": Shape(_PARAMETERS, several=True),
    "relief": Shape((Cell("", "", "term", table="relief"),)),
    "sector": Shape((Cell("", "", "term", table="sector"),)),
    "indicators": _terms("indicator", "指标"),
    "themes": _terms("theme", "改造方向"),
    "instruments": _terms("instrument", "政策工具"),
    "tools": _terms("tool", "具体工具"),
    "sectors": Shape(_SECTORS, several=True),
    "actors": Shape(_ACTORS, several=True),
    "numbers": Shape(_NUMBERS, several=True),
}
_LONG = {"statement", "conditions", "title", "indicator"}  # texts of a sentence or so


def shape_of(field: Field) -> Shape:
    """Return how the field is edited."""
    if field.type == "choice":
        return Shape((Cell("", "", "choice", field.choices),))
    if field.type == "text":
        return Shape((Cell("", "", "area" if field.name in _LONG else "line"),))
    return _SHAPES[field.type]
