"""What a clause on a tax relief says: its tax, parameters, conditions and scope."""

import re
from itertools import zip_longest

from policies.extraction.quantities.numerals import parse_number
from policies.extraction.quantities.quantities import Quantity, find_quantities
from policies.extraction.records import Parameter
from policies.extraction.vocabulary import Vocabulary
from policies.extraction.vocabulary.reliefs import Relief, Tax

PARAMETER_CLASSES = frozenset({"percent", "percentage_point", "money", "multiple", "ratio", "time"})
DURATION = "time"  # for how long it holds or may be carried forward: 三年内, 5个纳税年度
PAST = ("近", "连续", "每", "前", "满")  # 近三年, 连续三年: who has it, not for how long
GRANTED = ("奖励", "补助", "补贴", "给予", "奖补")  # 奖励20万元, beside the relief
YEARS = re.compile(
    "(?P<free>[一二两三四五六十\\d])免(?P<half>[一二两三四五六十\\d])减半"
)  # 两免三减半
BEFORE = re.compile(r"(?:减按|[^，；。按照\d%]*)$")
AFTER = re.compile(r"[^，；。\d]*")
CHANGE = re.compile(
    "(?:[由从]|(?:统一)?(?:提高|提升|上[调升]|降低|下[降调]|降|调整|延长|增加)[到至为]?|[到至为])$"
)
OPENS = re.compile("^(?:规定|[其将把对])")
SUPERSEDED = re.compile(  # 由75%提高至100%, 16%的税率下调为13%: only the last holds now
    "[^，；。、]{0,16}?(?:提高|提升|上调|降低|下[降调]|降|调整|调减|延长|增加|扩大)[到至为]"
    "|的?(?:征收率|税率)的?减按"
)
PIECE = re.compile(r"[^，；]+")
BY_RULE = re.compile(r"[，、]?按照?(?:国家|税法|有关|相关|现行|的){0,3}规定$")
ONLY_CONDITION = re.compile(r"[的外上时后]$")
PAYERS = re.compile(
    "增值税(?=(?:小规模|一般)纳税人)|(?<=[相有无])关税"
)  # whose relief, not from which tax
INCOME_TAX = "企业所得税"
ON_INCOME = re.compile(
    "亏损|[两三五]免[两三五]减半|项目所得|转让所得|收入总额|应纳税所得|(?:加计|税前)[^，；。]{0,8}扣除|税务处理|减按1[05]%|投资[^，；。]{0,16}抵免"
)  # said without naming the tax
ACT = re.compile(
    r"按照?(?=[^，；]{0,30}\d)|可以?|依法|享受(?![^，；]{2,14}的[^，；的]{2,20}(?:，|$))|减按|免征|减征|减免|免缴|延缓缴纳|缓缴|不征收|一律|实行|给予|允许|从销项税额|加计扣除|加速折旧|抵免"
)
FOR_WHOM = re.compile(
    r"^(?:(?:积极|认真|全面|严格|切实|继续|进一步)*(?:落实|执行)|对于|对|凡属|凡|属于)|(?:，(?:分别|其[\d%]*))?(?:按规定)?(?:予以)?(?:的)?[，、]?$"
)
EXECUTION = re.compile(
    r"按时足额|及时足额|足额退还|按时退还|及时(?:办理|退还|兑现)|加快(?:办理|退)|足额到位"
)
OWN = re.compile(
    r"经(?:省|自治区|市)[^，；。]{0,10}(?:批准|同意)|(?:省级|地方)(?:税收)?(?:管理)?权限|地方(?:分享|留成)"
)


def tax_of(clause: str, relief: Relief, taxes: tuple[Tax, ...]) -> str | None:
    """Return the tax of the relief: its usual one, or those the clause names (joined by 、)."""
    named = "、".join(_named_taxes(clause, taxes))
    if relief.tax and (relief.tax != INCOME_TAX or not named or INCOME_TAX in named):
        return relief.tax  # 技术转让收入免征增值税: the tax it names, not the usual one
    return named or (INCOME_TAX if ON_INCOME.search(clause) else None)


def scope_of(clause: str, relief: Relief) -> str:
    """Return national | implementing | provincial; words decide only where the kind is open."""
    if relief.tax or relief.scope != "national":
        return relief.scope
    if OWN.search(clause):
        return "provincial"
    return "implementing" if EXECUTION.search(clause) else "national"


def conditions_of(clause: str) -> str:
    """Return for whom and when, in the clause's own words; "" where it does not say."""
    for piece in PIECE.finditer(clause):
        act = ACT.search(clause, piece.start(), piece.end())
        if act and not ONLY_CONDITION.search(piece[0]):
            words = BY_RULE.sub("", clause[: act.start()])
            return FOR_WHOM.sub("", FOR_WHOM.sub("", words, count=1))
    return ""


def parameters_of(
    text: str, start: int, end: int, relief: Relief, vocabulary: Vocabulary
) -> tuple[Parameter, ...]:
    """Return the rates and amounts in text[start:end], each once, with what it measures."""
    parameters: dict[tuple[object, ...], Parameter] = {}
    quantities = find_quantities(text, start, end, vocabulary.units)
    begin, former = start, ""
    for quantity, following in zip_longest(quantities, quantities[1:]):
        if _is_superseded(text, quantity, following):
            former = _before(text, begin, quantity.start)
            begin = quantity.end
            continue
        what = _what(text, begin, end, quantity, former) or relief.name
        begin, former = quantity.end, ""
        if not _is_parameter(text, quantity):
            continue
        again = what if quantity.unit_class == DURATION else ""  # 3年免征、3年减半: two of them
        parameter = Parameter(quantity.value, quantity.unit, what)
        parameters.setdefault((quantity.value, quantity.unit, again), parameter)
    return (*parameters.values(), *_free_years(text, start, end))


def _is_parameter(text: str, quantity: Quantity) -> bool:
    unit_class = quantity.unit_class.partition("/")[0]
    past = unit_class == DURATION and text.endswith(PAST, 0, quantity.start)
    granted = unit_class == "money" and text.endswith(GRANTED, 0, quantity.start)
    return unit_class in PARAMETER_CLASSES and not past and not granted


def _is_superseded(text: str, quantity: Quantity, following: Quantity | None) -> bool:
    return (
        following is not None
        and following.unit == quantity.unit
        and SUPERSEDED.fullmatch(text, quantity.end, following.start) is not None
    )


def _free_years(text: str, start: int, end: int) -> tuple[Parameter, ...]:
    """两免三减半: two years free, three at half the rate."""
    match = YEARS.search(text, start, end)
    named = (("free", "免征年限"), ("half", "减半征收年限")) if match else ()
    years = ((parse_number(match[group]), what) for group, what in named)
    return tuple(Parameter(value, "年", what) for value, what in years if value)


def _what(text: str, start: int, end: int, quantity: Quantity, former: str) -> str:
    """专用设备投资额的10%抵免应纳税额 -> 专用设备投资额抵免应纳税额; 税率由17%降至16% -> 税率."""
    after = AFTER.match(text[quantity.end : end])
    words = former + _before(text, start, quantity.start)
    return (
        (words + (after[0] if after else "").removeprefix("的")).removesuffix("（含").strip("的、")
    )


def _before(text: str, start: int, end: int) -> str:
    """What stands ahead of a number, behind `start`, where another one may end."""
    before = BEFORE.search(text[start:end])
    words = CHANGE.sub("", before[0]) if before else ""
    words = words.rpartition("、")[2] if text[start - 1].isalnum() else words
    return OPENS.sub("", words.removesuffix("的"))


def _named_taxes(clause: str, taxes: tuple[Tax, ...]) -> list[str]:
    """In order of their naming; the longest name wins (城镇土地使用税, not 土地使用税)."""
    meaning = {word: tax.name for tax in taxes for word in (tax.name, *tax.aliases)}
    words = sorted(meaning, key=len, reverse=True)
    payers = PAYERS.sub("", clause)
    found = re.findall("|".join(map(re.escape, words)), payers) if words else []
    return list(dict.fromkeys(meaning[word] for word in found))
