"""Facts in normal form: ≥ 35 % 年均增长，2011–2015."""

import re
from collections.abc import Iterable

from policies.models import Accrual, ActorRole, Change, Comparator, Force, Kind, PolicyScope

from .shapes import Fact

_CHANGES = {
    (Change.INCREASE, True): "增长",
    (Change.INCREASE, False): "新增",
    (Change.DECREASE, True): "下降",
    (Change.DECREASE, False): "减少",
}
_ACCRUALS = {Accrual.CUMULATIVE: "累计", Accrual.PER_YEAR: "每年", Accrual.YEARLY_AVERAGE: "年均"}
_RELATIVE = {"%", "‰", "百分点", "个百分点", "倍", "番"}
_SUSPECTED = re.compile(r"疑为[^；，。]+")


def normal_form(fact: Fact) -> str:
    """Return a record in short, as a table cell shows it; "" where only its words can say it."""
    return _FORMS.get(fact["kind"], lambda _: "")(fact)


def target_form(target: Fact) -> str:
    """力争 ≥ 35 % 年均增长（比2010年），2011–2015; a suspected value stands in 〔〕."""
    tail = f"（比{target['base']}）" if target["base"] else ""
    if target["baseline"] is not None:
        tail += f"（基数{number_form(target['baseline'])} {target['unit']}）"
    if target["scope"]:
        tail += f"（{target['scope']}）"
    return "".join(
        (
            "力争 " if target["aspirational"] else "",
            suspected(target) or _reached(target) + quantity(target),
            " " + _movement(target) if _movement(target) else "",
            tail,
            f"，{period(target['due'])}" if target["due"] else "",
        )
    )


def quantity(entry: Fact) -> str:
    """≥ 35 %, 约 200 个, 35–40 %; a plain number has no sign before it."""
    plain = entry["comparator"] == Comparator.EQUAL
    sign = "" if plain else Comparator(entry["comparator"]).label
    top = f"–{number_form(entry['value_max'])}" if entry["value_max"] is not None else ""
    return f"{sign} {number_form(entry['value'])}{top} {entry['unit']}".strip()


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
    if policy["scope"] == PolicyScope.IMPLEMENTING and not policy["parameters"]:
        return "承诺落实"
    own = "本省规定：" if policy["scope"] == PolicyScope.PROVINCIAL else ""
    return own + parameters_form(policy)


def measure_form(measure: Fact) -> str:
    """支持 · 牵头 省工信厅 · 办结时限 ≤ 5 个工作日: force, roles, numbers."""
    force = "" if measure["force"] == Force.UNMARKED else Force(measure["force"]).label
    numbers = suspected(measure) or "，".join(map(quantity, measure["numbers"]))
    return " · ".join(filter(None, (force, actors_form(measure["actors"]), numbers)))


def actors_form(actors: Iterable[Fact]) -> str:
    """牵头 省工信厅，配合 省财政厅."""
    return "，".join(f"{ActorRole(a['role']).label} {a['as_written']}" for a in actors)


def _reached(target: Fact) -> str:
    """A level at an end date is reached (达到18 %); what is added or falls is not."""
    level = (Comparator.EQUAL, Change.LEVEL, Accrual.END)
    stated = (target["comparator"], target["change"], target["accrual"])
    return "达到 " if stated == level else ""


def _movement(target: Fact) -> str:
    change = _CHANGES.get((target["change"], target["unit"] in _RELATIVE), "")
    return _ACCRUALS.get(target["accrual"], "") + change


_FORMS = {
    Kind.GOAL: lambda goal: "定性目标",
    "provision": lambda provision: f"{provision['length']} 字",
    Kind.SECTOR_DIRECTION: lambda direction: direction["heading"],
    Kind.TARGET: target_form,
    Kind.TAX_POLICY: tax_form,
    Kind.MEASURE: measure_form,
}
