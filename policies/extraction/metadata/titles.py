"""The title block: what stands above the addressees, and the addressees."""

import re
from dataclasses import dataclass

from policies.extraction.outline.paragraphs import Paragraph
from policies.extraction.quantities.dates import DATE

from .document_numbers import IN_LINE, own_numbers

GENRES = (
    "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
    "|方案|规划|办法|规定|措施|细则|计划|条例|纲要|政策|要点"
)
TITLE_END = re.compile(rf"(?P<genre>{GENRES})(?:（[^（）]{{1,20}}）)?\Z")
HEAD_LINE = re.compile(r"文件\Z|^(?:签发人|索引号|来源|发布时间|浏览|字体|各位)")
LABELS = {
    "document_number": re.compile(
        r"(?:发文字号|发文文号|文[ \u3000]{0,4}号)[：][ \u3000]*(?P<value>[^ \u3000\n|]+)"
    ),
    "issued_on": re.compile(rf"(?:成文日期|发文日期)[：][ \u3000]*(?P<value>{DATE.pattern})"),
    "issuer": re.compile(r"(?:发文机关|发文机构|发布机构)[：][ \u3000]*(?P<value>[^ \u3000\n|]+)"),
    "title": re.compile(
        r"(?:标[ \u3000]{0,4}题|名[ \u3000]{0,4}称)[：][ \u3000]*(?P<value>[^ \u3000\n|]+)"
    ),
}
ADDRESSED = re.compile(
    r"人民政府|部门|单位|企业|[厅局委]|管委会|机构|院校|银行|公司|各县|各市|各区|各省"
)
LONGEST_ADDRESSEES = 400
LONGEST_TITLE = 120
MOST_LINES = 4


@dataclass(frozen=True)
class TitleBlock:
    title: str | None
    genre: str | None
    number: str | None
    day: re.Match[str] | None
    labels: dict[str, str]
    addressees: str | None


def read_title_block(normal: str, paragraphs: tuple[Paragraph, ...], until: int) -> TitleBlock:
    """Read the paragraphs that begin before offset `until`, where the body's headings begin."""
    head = [p for p in paragraphs if p.start < until]
    at = next((i for i, p in enumerate(head) if _addresses(normal, p)), None)
    first_sentence = next(
        (i for i, p in enumerate(head) if "。" in normal[p.start : p.end]), len(head)
    )
    above = head[: min(at if at is not None else first_sentence, first_sentence)]
    numbers = own_numbers(normal, tuple(above))
    lines = [normal[p.start : p.end] for p in above if p.end - p.start <= LONGEST_TITLE]
    title = _title(lines)
    genre = TITLE_END.search(title) if title else None
    return TitleBlock(
        title=title,
        genre=genre and genre["genre"],
        number=next(iter(numbers.values()), None),
        day=next((match for line in lines if (match := _day(line))), None),
        labels=_labels("\n".join(lines)),
        addressees=normal[head[at].start : head[at].end - 1] if at is not None else None,
    )


def _addresses(normal: str, paragraph: Paragraph) -> bool:
    return (
        paragraph.end - paragraph.start <= LONGEST_ADDRESSEES
        and normal[paragraph.end - 1] == "："
        and "。" not in normal[paragraph.start : paragraph.end]
        and ADDRESSED.search(normal, paragraph.start, paragraph.end) is not None
        and not normal.startswith(("为", "根据"), paragraph.start)
    )


def _title(lines: list[str]) -> str | None:
    """Join the lines of a title: the first run that ends in the name of a genre."""
    for last, line in enumerate(lines):
        if not TITLE_END.search(line) or not _may_be_title(line):
            continue
        first = last
        while first > max(0, last - MOST_LINES + 1) and _may_be_title(lines[first - 1]):
            first -= 1
        title = re.sub(r"\s+", "", "".join(lines[first : last + 1]))
        if "关于" in title or len(title) <= LONGEST_TITLE // 2:
            return title
    return None


def _may_be_title(line: str) -> bool:
    return not (
        IN_LINE.search(line) or HEAD_LINE.search(line) or _day(line) or re.search("[：。；|]", line)
    )


def _day(line: str) -> re.Match[str] | None:
    match = DATE.search(line)
    rest = IN_LINE.sub("", line.replace(match[0], "")) if match else "-"
    return match if not rest.strip("（）() \u3000\t") else None


def _labels(block: str) -> dict[str, str]:
    found = {name: pattern.search(block) for name, pattern in LABELS.items()}
    return {name: match["value"] for name, match in found.items() if match}
