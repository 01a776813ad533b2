"""Why the machine said so: cue words, and the vocabulary entries that they led to."""

from collections.abc import Iterator
from dataclasses import dataclass

from policies.models import Force, Kind, Record, Via

from .term_names import TermNames

TABLES = ("tool", "instrument", "theme")


@dataclass(frozen=True)
class Ground:
    """`cue` stands in the text, `entry` is what the vocabulary makes of it."""

    cue: str
    table: str  # in Chinese
    entry: str


LABELS = {
    "tool": "具体工具",
    "instrument": "政策工具",
    "theme": "改造方向",
    "indicator": "指标",
    "sector": "行业",
    "relief": "优惠类型",
}


def grounds(record: Record, terms: TermNames) -> list[Ground]:
    """Return what led the machine to the record; [] where a person added it."""
    if record.extracted is None:
        return []
    return [*_cued(record.extracted, terms), *_mapped(record.kind, record.extracted, terms)]


def _cued(said: dict, terms: TermNames) -> Iterator[Ground]:
    for code, cue in said.get("why") or []:
        table = next((t for t in TABLES if code in terms.table(t)), None)
        yield Ground(cue, LABELS.get(table, "规则"), terms.name(table, code) if table else code)


def _mapped(kind: str, said: dict, terms: TermNames) -> Iterator[Ground]:
    """How a name as written became an entry of the vocabulary."""
    if kind in {Kind.TARGET, Kind.GOAL}:
        for code in said.get("indicators") or []:
            yield Ground(said["indicator"], LABELS["indicator"], terms.name("indicator", code))
    if kind == Kind.SECTOR_DIRECTION:
        yield Ground(said["heading"], LABELS["sector"], terms.name("sector", said["sector"]))
    if kind == Kind.SECTOR_MENTION:
        via = f"（{Via(said['via']).label}）"
        yield Ground(
            said["as_written"], LABELS["sector"] + via, terms.name("sector", said["sector"])
        )
    if kind == Kind.TAX_POLICY:
        yield Ground(said.get("tax") or "", LABELS["relief"], terms.name("relief", said["relief"]))
    if said.get("force_cue"):
        yield Ground(said["force_cue"], "措辞刚性", Force(said["force"]).label)
