"""A piece of a clause read as facts: which indicator, which value, which way."""

import re
from dataclasses import replace
from decimal import Decimal

from policies.extraction.quantities.periods import Period
from policies.extraction.quantities.quantities import Quantity

from .fact_lists import read_list
from .facts import PERCENT, Fact
from .phrases import Phrase, read_phrase
from .pieces import Piece
from .predicates import begins_with_predicate, split_predicate
from .subjects import LONGEST, Subject, complete, is_elided, is_measured

_MODIFIES = ("的", "等", "级", "类")
_COORDINATE = ("、", "和", "与", "及", "并")
_RATE_BEHIND = re.compile(  # 保持8%的增长速度
    "的?(?P<rate>(?P<yearly>年均)?(?:增长速度|增速|增长率?|增幅))[，；。：\\s]*"
)
_UNCOUNTED = re.compile("(?:[、和及与]|以及)(?:一大?批|若干|多个)")  # …和一批百亿级产业集群
_TO_YEAR = re.compile("[到至](?P<year>(?:19|20)\\d\\d)年[底末]?的")  # 由2015年的5%提高到2020年的8%
_SHARE = re.compile("(?:占比|占|的?(?:比重|比例))$")
_TAIL = re.compile(
    "^(?:规模|大关)$|(?:予以|给予)[^，。；]{0,8}$|(?:的?目标|的?任务|[，；。：\\s])+$"
)


def read_piece(text: str, piece: Piece, carried: Subject | None) -> tuple[Fact, ...]:
    """Return the facts of `piece`, one for each number; () where nothing is named.

    `carried` is what the clause before was about; a subject left out is taken from it.
    """
    number = (piece.baselines or piece.quantities)[0]
    phrase = read_phrase(text, piece.start, number.words_start)
    if piece.baselines and not phrase.direction:
        phrase = replace(phrase, direction="level")  # 由58%提高到75%
    if number.whole and number.unit_class == "percent":
        phrase = _share_of(phrase, number.whole, carried)
    if number.start > piece.start and text[number.start - 1] in _COORDINATE:
        phrase = replace(phrase, subject="", start=number.start, subject_start=number.start)
    if len(piece.quantities) > 1 and not phrase.subject and carried and number.start > piece.start:
        phrase = replace(
            phrase, subject=carried.text, subject_start=carried.start, start=carried.start
        )
    listed = read_list(text, piece, phrase)
    if listed or len(piece.quantities) > 1:  # a list that cannot be shared out says nothing sure
        return listed
    if rate := _RATE_BEHIND.fullmatch(text, piece.quantities[0].end, piece.end):
        yearly = phrase.yearly or rate["yearly"] or ""
        phrase = replace(phrase, direction="increase", yearly=yearly)
    quantity = piece.quantities[0]
    baseline = piece.baselines[0].value if piece.baselines else None
    quantity, baseline = _from_to(text, quantity, baseline)
    right_start = quantity.end + text.startswith("的", quantity.end)
    right_end = right_start + len(_TAIL.sub("", text[right_start : piece.end]))
    if rate:
        whole = replace(quantity, end=rate.end("rate"))
        fact = _plain(whole, baseline, phrase, carried)
    elif right_start < right_end and _names_behind(text, quantity, phrase):
        fact = _object(text, right_start, right_end, quantity, _closed(phrase))
    elif right_start < right_end and _is_share(text[right_start:right_end], quantity, phrase):
        fact = _share(text, right_start, right_end, quantity, phrase, carried)
    else:
        fact = _plain(quantity, baseline, phrase, carried)
    if (
        year := _TO_YEAR.search(text, piece.start, quantity.number_start)
        if piece.baselines
        else None
    ):
        last = int(year["year"])
        fact = replace(fact, due=Period(*year.span("year"), year["year"], None, last))
    return (fact,) if 0 < len(fact.name) <= LONGEST else ()


def _share_of(phrase: Phrase, whole: str, carried: Subject | None) -> Phrase:
    """研发投入不低于销售收入的3%: the share of 研发投入 in 销售收入."""
    subject = _SHARE.sub("", phrase.subject or (carried.text if carried else ""))
    name = f"{subject}占{whole}的比重" if subject else ""
    return replace(phrase, subject=name, direction=phrase.direction or "level")


def _from_to(
    text: str, quantity: Quantity, baseline: Decimal | None
) -> tuple[Quantity, Decimal | None]:
    """由5%到8% is no range: it starts at 5 and ends at 8."""
    written = text[quantity.number_start : quantity.unit_end]
    starts = text[quantity.number_start - 1 : quantity.number_start] in ("由", "从")
    if quantity.value_max is None or not starts or not re.search("[到至]", written):
        return quantity, baseline
    return replace(quantity, value=quantity.value_max, value_max=None), quantity.value


def _names_behind(text: str, quantity: Quantity, phrase: Phrase) -> bool:
    """Whether the thing counted follows the number: 建成4个千亿元产业集聚区."""
    if quantity.unit_class in PERCENT:
        return False
    modifies = text[quantity.start - 1 : quantity.start] in _MODIFIES
    brought = bool(phrase.closing_verb and not phrase.verb)
    return not phrase.subject or modifies or not phrase.direction or brought


def _closed(phrase: Phrase) -> Phrase:
    """从项目库中筛选100个项目: the verb right before the number, without what stands ahead."""
    if phrase.verb or not phrase.closing_verb:
        return phrase
    start = phrase.start if phrase.yearly else phrase.closing_start
    return replace(phrase, subject="", verb=phrase.closing_verb, start=start)


def _is_share(right: str, quantity: Quantity, phrase: Phrase) -> bool:
    """Whether 70%以上重点企业装备水平达到…: a share of those that the predicate holds for."""
    if quantity.unit_class != "percent" or phrase.direction:
        return False
    predicate = split_predicate(right, 0, len(right)) < len(right)
    return predicate and (not phrase.subject or not is_measured(phrase.subject))


def _object(text: str, start: int, end: int, quantity: Quantity, phrase: Phrase) -> Fact:
    change = "increase" if phrase.direction == "increase" else "level"
    if uncounted := _UNCOUNTED.search(text, start + 1, end):
        end = uncounted.start()
    name = text[start:end]
    if phrase.subject and not phrase.verb and text[quantity.start - 1] == "级":
        name = phrase.subject + name  # 省级20家专精特新企业
    carry = Subject(name, start)
    return Fact(phrase.start, end, "object", name, quantity, change, phrase, carry)


def _share(
    text: str, start: int, end: int, quantity: Quantity, phrase: Phrase, carried: Subject | None
) -> Fact:
    right = text[start:end]
    turn = split_predicate(right, 0, len(right))
    what, first = phrase.subject + right[:turn], phrase.start
    if begins_with_predicate(right) and not phrase.subject and carried:
        what, first = carried.text, carried.start
    if carried and not phrase.subject and carried.text.endswith(what):
        what, first = carried.text, carried.start  # 重点企业70%以上装备…，30%以上装备…
    name = what + right[turn:] + "的比例"
    carry = Subject(what, first)
    return Fact(first, end, "share", name, quantity, "level", phrase, carry)


def _plain(
    quantity: Quantity, baseline: Decimal | None, phrase: Phrase, carried: Subject | None
) -> Fact:
    start, subject = phrase.start, phrase.subject
    money = quantity.unit_class == "money"
    if carried and is_elided(subject, quantity.unit_class in PERCENT, carried, money):
        completed = complete(subject, carried.text)
        if completed != subject:
            start, subject = min(carried.start, start), completed
    change = "increase" if quantity.unit_class == "doubling" else phrase.change
    carry = Subject(subject, start)
    return Fact(start, quantity.end, "subject", subject, quantity, change, phrase, carry, baseline)
