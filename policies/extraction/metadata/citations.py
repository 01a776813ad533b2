"""Citations: the documents a text refers to, and those that it promises."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from policies.extraction.outline.paragraphs import split_paragraphs
from policies.extraction.records import Citation
from policies.extraction.vocabulary import Vocabulary

from .document_numbers import NUMBER, SERIAL, canonical_number, own_numbers

TITLE = re.compile(r"《((?:[^《》]|《[^《》]{0,100}》){1,150})》")
NUMBER_AFTER = re.compile(rf"[ \u3000]?（?(?P<number>{NUMBER})[^（）\n]{{0,40}}）?")
BARE_NUMBER = re.compile(rf"(?P<open>（?)(?P<number>[\u4e00-\u9fffA-Za-z]{{1,14}}{SERIAL})")
BEFORE_NUMBER = re.compile(r".{0,24}(?:根据|依据|按照?|落实|贯彻|执行|结合|以|和|与)")
TITLE_BEFORE = re.compile(r"[^，。；：《》（）\n]{2,24}?关于[^，。；：《》\n]{4,80}\Z")
OPENING_VERBS = re.compile(
    r"(?:特|现|并|为|进一步|认真|全面|深入|贯彻|落实|执行|根据|按照|依据|结合|围绕|和|与|及)+"
)
OWN_TITLE = re.compile(r"》的(?:通知|决定|意见|公告|批复|函)[ \u3000]*(?:\n|\Z)")
SHORT_FORM = re.compile(r"简称[：“]?\Z")

DRAFT = r"(?:制定|制订|编制|拟订|拟定|起草|出台)"
PUBLISH = r"(?:每年初?|定期|适时|及时|按年度|逐年)(?:编制|修订|更新)?(?:并|、)?(?:对外|向社会)?(?:公开)?发布"
PROMISE = rf"(?:{DRAFT}(?:和|并|、)?(?:出台|发布|印发|完善|实施|组织实施)?|{PUBLISH}(?:实施)?)"
PROMISED_TITLE = re.compile(rf"{PROMISE}(?:实施|好|全省|全市|全区|新的|相应的)?\Z")
ALREADY = re.compile(r"(?:已|已经|业已|曾|所)\w{0,2}\Z")
JOINED = re.compile(r"[、和及与，以]{1,2}\Z")
SEQUEL = re.compile(r"(?:的)?(?:实施|配套|具体)(?:细则|办法|意见|方案|政策|措施)")

FORMS = (
    ("验收办法", re.compile(r"验收(?:管理)?(?:办法|细则|规定)\Z")),
    ("资金办法", re.compile(r"(?:资金|基金)[^，。]{0,8}(?:办法|细则|规定)\Z")),
    ("管理办法", re.compile(r"(?:办法|细则|规定)\Z")),
    ("年度导向计划", re.compile(r"(?:导向|投资|年度)计划\Z")),
    ("指南/导向目录", re.compile(r"(?:指南|目录|导向)\Z")),
    ("规划", re.compile(r"(?:规划|纲要)\Z")),
    ("实施方案", re.compile(r"(?:方案|行动计划)\Z")),
)
UNBRACKETED = re.compile(rf"{PROMISE}(?P<titles>[^，。；：！？《》\n]{{4,70}})")
EDGE = re.compile(r"(?<=办法|细则|规划|指南|目录|计划|方案)[和及与、](?:以及)?")
LEADING = re.compile(r"(?:和|并|、|实施|发布|完善|我省|我市|我区|本省|本市|本区|一批|相应的?|好)+")
GENERIC = re.compile(
    r"具体|相关|有关|相应|配套|年度|实施|工作|管理|发展|行动|总体|切实可行|的|扶持|支持"
    r"|办法|细则|规定|规划|纲要|指南|目录|计划|方案|措施|政策"
)
SHORTEST = 3  # characters of a promised title beside these: 具体实施办法 names nothing


def find_citations(normal: str, vocabulary: Vocabulary) -> tuple[Citation, ...]:
    """Return the documents named in a normalised text, in order.

    In 《》, with or without a number; with a number but no 《》; and promised ones (研究制定…管理办法)
    without 《》. The document's own number, which stands on a line of its own, is not among them.
    A short form (以下简称《意见》) is no second document.
    """
    bracketed = tuple(_bracketed(normal))
    taken = sorted((citation.start, citation.end) for citation in bracketed)
    others = [*_numbered(normal, taken), *_promised(normal)]
    free = [found for found in others if not _overlaps((found.start, found.end), taken)]
    return tuple(sorted((*bracketed, *free), key=lambda found: (found.start, found.end)))


def _bracketed(normal: str) -> Iterator[Citation]:
    short_forms: set[str] = set()
    last_end, last_planned = -9, False
    for match in TITLE.finditer(normal):
        before = normal[max(0, match.start() - 24) : match.start()]
        if SHORT_FORM.search(before):
            short_forms.add(match[1])
        if match[1] in short_forms or OWN_TITLE.match(normal, match.end() - 1):
            continue
        number = NUMBER_AFTER.match(normal, match.end())
        joined = match.start() - last_end <= 2 and JOINED.match(normal[last_end : match.start()])
        planned = _is_promised(before) or (bool(joined) and last_planned)
        planned = planned and not number and not SEQUEL.match(normal, match.end())
        end = _number_end(normal, number) if number else match.end()
        title = "".join(match[1].split())
        yield _citation(match.start(), end, title, number and number["number"], planned, True)
        last_end, last_planned = end, planned


def _is_promised(before: str) -> bool:
    verb = PROMISED_TITLE.search(before)
    return verb is not None and not ALREADY.search(before[: verb.start()])


def _number_end(normal: str, number: re.Match[str]) -> int:
    """End of （国发〔2012〕44号）, or of the bare number where a note follows in the bracket."""
    return number.end() if number[0].rstrip().endswith(("）", "号")) else number.end("number")


def _numbered(normal: str, taken: list[tuple[int, int]]) -> Iterator[Citation]:
    own = own_numbers(normal, split_paragraphs(normal))
    for match in BARE_NUMBER.finditer(normal):
        if match.end("number") in own:
            continue
        verb = BEFORE_NUMBER.match(match["number"])
        start = match.start("number") + (verb.end() if verb else 0)
        number = title = normal[start : match.end()]
        if match["open"]:
            begin = max(0, match.start() - 110)
            before = TITLE_BEFORE.search(normal[begin : match.start()])
            if before:
                verbs = OPENING_VERBS.match(before[0])
                start = begin + before.start() + (verbs.end() if verbs else 0)
                title = normal[start : match.start()]
        yield _citation(start, match.end(), title, number, False, False)


def _promised(normal: str) -> Iterator[Citation]:
    for match in UNBRACKETED.finditer(normal):
        if ALREADY.search(normal[max(0, match.start() - 4) : match.start()]):
            continue
        at, end = match.span("titles")
        edges = [at, *(edge.end() for edge in EDGE.finditer(normal, at, end)), end]
        for start, stop in zip(edges, edges[1:], strict=False):
            title = EDGE.sub("", normal[start:stop]) if stop < end else normal[start:stop]
            skipped = LEADING.match(title)
            lead = skipped.end() if skipped else 0
            if _names_document(title[lead:]):
                yield _citation(start + lead, start + len(title), title[lead:], None, True, False)


def _names_document(title: str) -> bool:
    return (
        _form(title) is not None
        and len(GENERIC.sub("", title)) >= SHORTEST
        and title[0] not in "的了本各"
    )


def _citation(
    start: int, end: int, title: str, number: str | None, planned: bool, bracketed: bool
) -> Citation:
    form = _form(title) if planned else None
    return Citation(start, end, title, canonical_number(number), planned, bracketed, form, title)


def _form(title: str) -> str | None:
    return next((name for name, pattern in FORMS if pattern.search(title)), None)


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (span[0], span[1]))
    return any(start < span[1] and span[0] < end for start, end in taken[max(0, at - 1) : at + 1])
