"""Numbers of a measure, each with its part in it: a cap, a rate, a time limit, a threshold."""

import re
from dataclasses import replace

from policies.extraction.quantities.programmes import is_programme
from policies.extraction.quantities.quantities import Quantity, find_quantities
from policies.extraction.records import Number
from policies.extraction.vocabulary.measure_words import load_measure_words
from policies.extraction.vocabulary.units import Unit

from .masks import inside
from .nouns import grant_near, noun_ahead, noun_behind

Span = tuple[int, int]
QUOTED = re.compile("《[^《》]{1,80}》|“[^“”]{1,40}”")
BREAK = re.compile("[，。；：]")
INNER_BREAK = re.compile("[，。；：）]")
JOINT = re.compile("(?:（含）)?(?:、|和|或|与|及|以及)")
NEXT = re.compile("(?<!原则)[下上]$")  # 下一年; but 原则上不超过3年
TERM = re.compile(
    "期(?![间限内满])|(?:滚动|行动|发展|建设|攻坚){0,2}(?:规划|计划|方案)|(?:累计|共|总共)(?=[一-龥])"
)
WITHIN = re.compile("[要应须]?在$")
DONE = re.compile("^(?:内|以内)?(?:办结|完成|作出|做出|出具|办理|给予|提出)")
TIMES = ("time", "working_time")
SET = re.compile("[对在从向]$")  # 对千家企业开展对标: a known set
VAGUE = ("amount", "share", "threshold")
DIGIT = re.compile(r"\d")
OFTEN = re.compile("每|连续|累计|定期|至少|不少于")
RATIOS = ("percent", "percentage_point")
COUNTS = ("count", "person", "person_time", "event", "instalment")
NEAR = 16
SHORTEST_NOTE = 3  # 获奖人员（前3名）: what is ranked stands ahead of the bracket
LONGEST_CLAUSE = 120  # on either side of a number


def find_numbers(
    normal: str, start: int, end: int, units: tuple[Unit, ...]
) -> tuple[tuple[Number, ...], str | None]:
    """Return the numbers of normal[start:end] in order, and why one must be looked at, or None.

    Spans are code points of `normal`; the doubt is about a glyph lost in a number.

    Not numbers of the measure: those in titles and names (“百项工程”), counters that only add up
    what was listed (水泥、玻璃、陶瓷3条产业链), sizes that only name a kind (千亿元产业区).
    """
    names = [match.span() for match in QUOTED.finditer(normal, start, end)]
    quantities = find_quantities(normal, start, end, units)
    numbers: list[Number] = []
    lists: list[list[int]] = []  # runs of `numbers` that share one noun and one role
    before = start
    for quantity in quantities:
        if not inside(quantity.start, names) and not _idle(normal, quantity, (start, end), before):
            if not (numbers and _in_one_list(normal, numbers[-1], quantity)):
                lists.append([])
            lists[-1].append(len(numbers))
            numbers.append(_number(normal, quantity, (start, end), before))
        before = quantity.end
    for run in lists:
        for at, number in zip(run, _agree([numbers[at] for at in run]), strict=True):
            numbers[at] = number
    damaged = [quantity.damaged for quantity in quantities if quantity.damaged]
    return tuple(numbers), f"damaged_glyph: 疑为{'、'.join(damaged)}" if damaged else None


def _in_one_list(normal: str, before: Number, quantity: Quantity) -> bool:
    """Whether 50% goes on from 15% in 按标准的15%、50%, 1亿元 from 5000万元、1亿元."""
    joined = JOINT.fullmatch(normal, before.end, quantity.start)
    return bool(joined) and before.unit.lstrip("万亿") == quantity.unit.lstrip("万亿")


def _agree(run: list[Number]) -> list[Number]:
    """Give the numbers of one list one noun, one role and what 以上 says of the first or last."""
    compared = [number.comparator for number in run if number.comparator != "="]
    shared = compared[0] if len(compared) == 1 and "=" not in (run[0].comparator, "") else ""
    if len(compared) == 1 and run[-1].comparator != "=":
        shared = compared[0]
    role = next((number.role for number in run if number.role not in VAGUE), run[0].role)
    return [
        replace(number, what=run[0].what, role=role, comparator=shared or number.comparator)
        for number in run
    ]


def _idle(normal: str, quantity: Quantity, sentence: Span, earlier: int) -> bool:
    """Whether it only closes a list (…等4个园区, 甲、乙、丙3条产业链), says 一次 of no period,
    names a kind of loan (3年期) or, written out, a kind of thing by its size (千亿元产业集群).

    `earlier`: where the number before it ends.
    """
    first = max(earlier, _clause_start(normal, quantity.start, sentence[0]))
    before = normal[first : quantity.start]
    if is_programme(normal, quantity, sentence[1]):
        return True
    words = load_measure_words().numbers
    behind = normal[quantity.end : min(quantity.end + LONGEST_CLAUSE, sentence[1])]
    if quantity.unit_class == "time" and (TERM.match(normal, quantity.end) or NEXT.search(before)):
        return True
    if (
        quantity.unit == "年"
        and not before.strip("力争用经过今后未来")
        and words["horizon"].match(behind)
    ):
        return True
    if quantity.unit_class == "frequency":
        return not OFTEN.search(before)
    counted = quantity.unit_class in COUNTS
    written_out = not DIGIT.search(normal, quantity.number_start, quantity.end)
    if counted and written_out and SET.search(before):
        return True
    if written_out and (quantity.unit_class == "money" or quantity.unit[0] in "万亿"):
        return bool(words["scale"].match(behind[:NEAR]))
    if not counted or quantity.compared:
        return False
    if written_out and words["known_set"].match(behind):
        return True
    return before.endswith("等") or (before.count("、") > 1 and before[-1:] not in ("的", "、"))


def _number(normal: str, quantity: Quantity, sentence: Span, earlier: int) -> Number:
    clause = _clause(normal, quantity, sentence)
    own = normal[max(earlier, clause[0]) : quantity.words_start]
    before, behind = normal[clause[0] : quantity.words_start], normal[quantity.end : clause[1]]
    ahead = normal[max(sentence[0], quantity.start - LONGEST_CLAUSE) : quantity.start]
    what = (
        _what_share(quantity, own)
        or _what(quantity, own, behind)
        or grant_near("", behind if quantity.unit_class == "money" else "")
        or _what(quantity, before, "")
        or grant_near(ahead, behind)
    )
    return Number(
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        comparator=_comparator(quantity, normal[clause[0] : quantity.number_start]),
        what=what,
        role=_role(quantity, normal[clause[0] : quantity.number_start], behind),
    )


def _comparator(quantity: Quantity, before: str) -> str:
    cap = load_measure_words().numbers["cap"].search(before)
    return "<=" if cap and not quantity.compared else quantity.comparator


def _role(quantity: Quantity, before: str, behind: str) -> str:
    """Return the role by the unit's class, then by the words in the number's clause."""
    if quantity.unit_class in ("time", "working_time"):
        return (
            "threshold" if quantity.unit == "年" and quantity.comparator == ">=" else "time_limit"
        )
    if quantity.unit_class in RATIOS:
        return _role_of_ratio(before, behind)
    if quantity.unit_class == "frequency":
        return "frequency"
    if quantity.unit_class.partition("/")[0] == "money":
        return _role_of_money(quantity, before, behind)
    return "count" if quantity.unit_class in COUNTS else "threshold"


def _role_of_money(quantity: Quantity, before: str, behind: str) -> str:
    words = load_measure_words().numbers
    if words["cap"].search(before) or quantity.comparator in ("<=", "<"):
        return "cap"
    if not quantity.compared and words["scale"].match(behind):
        return "threshold"
    if words["fall"].search(before):
        return "amount"
    above = quantity.comparator in (">=", ">")
    return "floor" if above or words["floor_ahead"].search(before) else "amount"


def _role_of_ratio(before: str, behind: str) -> str:
    words = load_measure_words().numbers
    if words["growth"].search(before) or words["growth_behind"].match(behind):
        return "growth"
    if words["cap"].search(before):
        return "cap"
    if words["rate_ahead"].search(before):
        return "discount" if words["discount"].search(before + behind) else "rate"
    if words["share"].search(before):
        return "share"
    for role in ("discount", "rate"):
        if words[role].search(before + behind):
            return role
    return "share"


def _what(quantity: Quantity, before: str, behind: str) -> str:
    """Return the noun the number is about: behind a count, ahead of anything else."""
    ahead, following = noun_ahead(before), "" if behind[:1] in "、，；" else noun_behind(behind)
    if quantity.unit_class in TIMES and WITHIN.search(before):
        return noun_behind(DONE.sub("", behind, count=1)) or ahead  # 在10个工作日内完成环评批复
    if quantity.unit_class in (*COUNTS, "frequency"):
        return following or ahead
    return ahead or following


def _what_share(quantity: Quantity, before: str) -> str:
    """研发投入不低于销售收入的3% -> 研发投入占销售收入的比重; 给予不超过投资额20%的补助 -> 投资额."""
    part = noun_ahead(before) if quantity.whole else ""
    return f"{part}占{quantity.whole}的比重" if part else quantity.whole


def _clause(normal: str, quantity: Quantity, sentence: Span) -> Span:
    limit = min(sentence[1], quantity.end + LONGEST_CLAUSE)
    start = _clause_start(normal, quantity.start, sentence[0])
    stop = (INNER_BREAK if normal[start - 1 : start] == "（" else BREAK).search(
        normal, quantity.end, limit
    )
    return start, stop.start() if stop else limit


def _clause_start(normal: str, at: int, start: int) -> int:
    """Behind the last mark, or the bracket that is still open (（其中设备投资占60%以上）)."""
    start = max(start, at - LONGEST_CLAUSE)
    start = max(normal.rfind(mark, start, at) for mark in "，。；：") + 1 or start
    opened = normal.rfind("（", start, at)
    inside_it = opened >= 0 and normal.find("）", opened, at) < 0
    return opened + 1 if inside_it and at - opened > SHORTEST_NOTE else start
