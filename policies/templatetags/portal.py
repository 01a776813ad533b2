"""Template tags shared by the pages; each is a thin wrapper over plain functions."""

from django import template

from policies.comparison.wording import normal_form
from policies.models import KIND_LETTERS, Kind, Record

register = template.Library()

KIND_MARKS = {
    Kind.TARGET: "目标",
    Kind.GOAL: "定性",
    Kind.SECTOR_DIRECTION: "行业",
    Kind.SECTOR_MENTION: "提及",
    Kind.MEASURE: "措施",
    Kind.TAX_POLICY: "税收",
    Kind.CITATION: "引用",
}
NAMED_BY = {
    Kind.TARGET: "indicator",
    Kind.GOAL: "statement",
    Kind.SECTOR_DIRECTION: "heading",
    Kind.SECTOR_MENTION: "as_written",
    Kind.MEASURE: "force_cue",
    Kind.CITATION: "title",
}
LONGEST = 24


@register.filter
def kind_mark(record: Record) -> str:
    """The short name of a record's kind, with its number: 目标 t3."""
    letter = KIND_LETTERS[Kind(record.kind)]
    return f"{KIND_MARKS[Kind(record.kind)]} {letter}{record.ref.rsplit(f'-{letter}', 1)[-1]}"


@register.filter
def summary(record: Record) -> str:
    """The fact in a few words: 技术改造投资增速 ≥ 35 % 年均增长，2011–2015."""
    if record.kind == Kind.TAX_POLICY:
        return record.taxpolicy.relief.name
    name = str(record.effective.get(NAMED_BY[Kind(record.kind)]) or "")
    name = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
    if record.kind != Kind.TARGET:
        return name
    return f"{name} {normal_form({**record.effective, 'kind': record.kind, 'doubt': record.doubt})}"


@register.simple_tag
def heading_tag(level: int) -> str:
    """h2 to h4 for provisions of level 1 to 3 and deeper."""
    return f"h{min(level, 3) + 1}"
