"""Facts in normal form: ≥ 35 % 年均增长，2011–2015."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policies.models import (
    Accrual,
    ActorRole,
    Change,
    Comparator,
    Force,
    Kind,
    NumberRole,
    PolicyScope,
)

from .shapes import Fact

_CHANGES = {
    (Change.INCREASE, True): "增长",
    (Change.INCREASE, False): "新增",
    (Change.DECREASE, True): "下降",
    (Change.DECREASE, False): "减少",
}
_ACCRUALS = {Accrual.CUMULATIVE: "累计", Accrual.PER_YEAR: "每年", Accrual.YEARLY_AVERAGE: "年均"}
_OF_ROLE = {NumberRole.GROWTH: "增长 ", NumberRole.SHARE: "占 "}
_RELATIVE = {"%", "‰", "百分点", "个百分点", "倍", "番"}
_SUSPECTED = re.compile(r"疑为[^；，。]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a normal form; joined the pieces are the form."""

    text: str
    facts: tuple[str, ...] = ()  # names of the differences that it shows: 数值, 时限 …
    lesser: bool = False  # on what terms the figure stands, not the figure itself

    @property
    def core(self) -> str:
        """What it says, without what joins it to its neighbours."""
        return self.text.strip(" ·，")


def normal_form(fact: Fact) -> str:
    """Return a record in short, as a table cell shows it; "" where only its words can say it."""
    return _joined(form_parts(fact))


def form_parts(fact: Fact) -> tuple[Part, ...]:
    """Return the pieces of a record's normal form, each with what may differ in it."""
    return _FORMS.get(fact["kind"], lambda _: ())(fact)


def target_form(target: Fact) -> str:
    """力争 ≥ 35 % 年均增长（比2010年），2011–2015; a suspected value stands in 〔〕."""
    return _joined(target_parts(target))


def target_parts(target: Fact) -> tuple[Part, ...]:
    """The pieces of target_form."""
    value = ("数值", "单位", "有无量化")
    doubtful = suspected(target)
    found = (
        Part("力争 " if target["aspirational"] else "", ("力争",)),
        Part(doubtful or _reached(target) + _sign(target), value if doubtful else ("程度",)),
        Part("" if doubtful else _amount(target), value),
        Part(f" {_movement(target)}" if _movement(target) else "", ("口径", "增减"), True),
        Part(f"（比{target['base']}）" if target["base"] else "", ("基期",), True),
        Part(_baseline(target), (), True),
        Part(f"（{target['scope']}）" if target["scope"] else "", ("范围",), True),
        Part(f"，{period(target['due'])}" if target["due"] else "", ("时限",), True),
    )
    return tuple(part for part in found if part.text)


def quantity(entry: Fact) -> str:
    """≥ 35 %, 约 200 个, 35–40 %; a plain number has no sign before it."""
    return _sign(entry) + _amount(entry)


def suspected(fact: Fact) -> str:
    """〔疑为1.5%〕 where the value was read across a damaged glyph, else ""."""
    found = _SUSPECTED.search(fact["doubt"])
    return f"〔{found[0]}〕" if found else ""


def doubt_words(fact: Fact) -> str:
    """Why a person must look, without the machine's code: 疑为1.5%."""
    return fact["doubt"].partition(": ")[2] or fact["doubt"]


def number_form(value: float) -> str:
    """A number without trailing zeros."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def period(due: str) -> str:
    """2011-2015 as a reader writes it: 2011–2015."""
    return due.replace("-", "–")


def parameters_form(policy: Fact) -> str:
    """10 %（专用设备投资额）; 未写明比例 where the text prints none."""
    stated = [
        f"{number_form(p['value'])} {p['unit']}" + (f"（{p['what']}）" if p.get("what") else "")
        for p in policy["parameters"]
    ]
    return "，".join(stated) or "未写明比例"


def tax_form(policy: Fact) -> str:
    """The printed parameters; a promise to carry out national law has none to print."""
    return _joined(tax_parts(policy))


def tax_parts(policy: Fact) -> tuple[Part, ...]:
    """The pieces of tax_form."""
    if policy["scope"] == PolicyScope.IMPLEMENTING and not policy["parameters"]:
        return (Part("承诺落实", ("性质",)),)
    own = policy["scope"] == PolicyScope.PROVINCIAL
    figures = Part(parameters_form(policy), ("参数",), lesser=not policy["parameters"])
    return (Part("本省规定：", ("性质",)), figures) if own else (figures,)


def measure_form(measure: Fact) -> str:
    """支持 · 牵头 省工信厅 · ≤ 5 个工作日（备案）: force, roles, numbers and what they count."""
    return _joined(measure_parts(measure))


def measure_parts(measure: Fact) -> tuple[Part, ...]:
    """The pieces of measure_form."""
    force = "" if measure["force"] == Force.UNMARKED else Force(measure["force"]).label
    doubtful = suspected(measure)
    numbers = [doubtful] if doubtful else [_measured(entry) for entry in measure["numbers"]]
    found = [
        (" · ", force, ("措辞刚性",), False),
        (" · ", actors_form(measure["actors"]), ("责任单位", "角色"), True),
        *[("，" if n else " · ", words, ("数字",), False) for n, words in enumerate(numbers)],
    ]
    stated = [each for each in found if each[1]]
    return tuple(
        [
            Part(f"{before}{words}" if place else words, facts, lesser)
            for place, (before, words, facts, lesser) in enumerate(stated)
        ]
    )


def actors_form(actors: Iterable[Fact]) -> str:
    """牵头 省工信厅，配合 省财政厅."""
    return "，".join(f"{ActorRole(a['role']).label} {a['as_written']}" for a in actors)


def _joined(parts: Iterable[Part]) -> str:
    return "".join([part.text for part in parts])


def _sign(entry: Fact) -> str:
    """≥ and a blank; a plain number has no sign before it."""
    plain = entry["comparator"] == Comparator.EQUAL
    return "" if plain else f"{Comparator(entry['comparator']).label} "


def _amount(entry: Fact) -> str:
    top = f"–{number_form(entry['value_max'])}" if entry["value_max"] is not None else ""
    return f"{number_form(entry['value'])}{top} {entry['unit']}".strip()


def _measured(number: Fact) -> str:
    """增长 10 %（上年总额的基数）: two 10 % of measures are hardly ever the same thing."""
    of = _OF_ROLE.get(number["role"], "")
    what = f"（{number['what']}）" if number.get("what") else ""
    return f"{of}{quantity(number)}{what}"


def _baseline(target: Fact) -> str:
    if target["baseline"] is None:
        return ""
    return f"（基数{number_form(target['baseline'])} {target['unit']}）"


def _reached(target: Fact) -> str:
    """A level at an end date is reached (达到18 %); what is added or falls is not."""
    level = (Comparator.EQUAL, Change.LEVEL, Accrual.END)
    stated = (target["comparator"], target["change"], target["accrual"])
    return "达到 " if stated == level else ""


def _movement(target: Fact) -> str:
    change = _CHANGES.get((target["change"], target["unit"] in _RELATIVE), "")
    return _ACCRUALS.get(target["accrual"], "") + change


_FORMS = {
    Kind.GOAL: lambda goal: (Part("定性目标", ("有无量化",), True),),
    "provision": lambda provision: (Part(f"{provision['length']} 字", (), True),),
    Kind.SECTOR_DIRECTION: lambda direction: (Part(direction["heading"]),),
    Kind.TARGET: target_parts,
    Kind.TAX_POLICY: tax_parts,
    Kind.MEASURE: measure_parts,
}
