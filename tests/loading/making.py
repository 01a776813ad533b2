"""Hand-made extractions: records named by their quotation, in a text of two headings."""

import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from policies.extraction.records import (
    ExtractedDocument,
    Goal,
    Measure,
    Metadata,
    Provision,
    SectorLink,
    SectorMention,
    Target,
)
from policies.loading.entry import Entry
from policies.loading.load import load
from policies.loading.report import LoadReport
from policies.models import Document
from policies.sources import Source

TARGETS = "技术改造投资年均增长35%以上。新产品产值率达到18%。"
STEEL = "支持钢铁企业实施技术改造。"
LAND = "工业用地可按最低价标准的70%出让。"
TEXT = f"一、主要目标\n{TARGETS}\n二、重点任务\n{STEEL}\n{LAND}\n"


def target(text: str, quote: str = "技术改造投资年均增长35%以上", **changed: object) -> Target:
    """A target on the quotation's first occurrence."""
    start = text.index(quote)
    plain = Target(
        start=start,
        end=start + len(quote),
        key="investment_growth",
        indicator="技术改造投资年均增长率",
        indicators=("investment_growth",),
        value=Decimal("35"),
        value_max=None,
        baseline=None,
        unit="%",
        comparator=">=",
        change="increase",
        base=None,
        base_year=None,
        annual=True,
        accrual="yearly_average",
        scope=None,
        part_of=None,
        due="2011-2015",
        due_start=2011,
        due_end=2015,
        aspirational=False,
        sector=None,
        threshold=False,
        doubt=None,
    )
    return replace(plain, **changed)


def measure(text: str, quote: str = STEEL, **changed: object) -> Measure:
    """A measure on steel, unmarked by any instrument."""
    start = text.index(quote)
    plain = Measure(
        start=start,
        end=start + len(quote),
        key="",
        part="tasks",
        themes=("equipment_upgrade",),
        instruments=(),
        tools=(),
        sectors=(SectorLink("steel", "subject", "word"),),
        actors=(),
        beneficiaries=(),
        conditions=(),
        exceptions=(),
        scope=None,
        numbers=(),
        force="encouraged",
        force_cue="支持",
        hedges=(),
        specific=False,
        why=(("equipment_upgrade", "技术改造"),),
    )
    return replace(plain, **changed)


def mention(text: str, quote: str = "钢铁", **changed: object) -> SectorMention:
    start = text.index(quote)
    plain = SectorMention(start, start + len(quote), "steel", "steel", quote, "word")
    return replace(plain, **changed)


def extraction(text: str, *records: object, province: str | None = "53") -> ExtractedDocument:
    """An extraction of exactly these records; a heading for each line that begins 一、 二、 …"""
    metadata = Metadata(None, None, None, None, None, province, "省", "意见", None, None)
    kinds = {
        Target: "targets",
        Goal: "goals",
        Measure: "measures",
        SectorMention: "sector_mentions",
    }
    names = ("citations", "sector_directions", "tax_policies", *kinds.values())
    found = {name: [] for name in names}
    for record in records:
        found[kinds[type(record)]].append(record)
    return ExtractedDocument(
        metadata=metadata,
        provisions=_provisions(text),
        sentences=(),
        **{name: tuple(values) for name, values in found.items()},
    )


def _provisions(text: str) -> tuple[Provision, ...]:
    starts = [i for i, c in enumerate(text) if c in "一二三" and text[i + 1 : i + 2] == "、"]
    ends = [*starts[1:], len(text.rstrip())]
    return tuple(
        Provision(
            path=str(n),
            marker=text[start : start + 2],
            level=1,
            heading=text[start + 2 : text.index("\n", start)],
            parent=None,
            start=start,
            end=end,
            heading_end=text.index("\n", start),
            part="targets" if n == 1 else "tasks",
        )
        for n, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )


def load_text(
    text: str,
    *records: object,
    slug: str = "yunnan",
    version: str = "test",
    extracted: ExtractedDocument | None = None,
    dry_run: bool = False,
    **entry: object,
) -> LoadReport:
    """Load the text with the records under the slug."""
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    return load(
        Entry(slug, Path(f"{slug}.txt"), **({"province": "53"} | entry)),
        data,
        Source(text, "txt", "utf-8", digest, digest),
        extracted or extraction(text, *records),
        version=version,
        dry_run=dry_run,
    )


def rows(slug: str = "yunnan") -> dict[str, tuple]:
    """What must be the same after the same load: everything public of the document's records."""
    document = Document.objects.get(slug=slug)
    names = ("start", "end", "key", "quote", "effective", "doubt", "status", "state", "version")
    return {
        record.ref: (
            *(getattr(record, name) for name in names),
            record.provision and record.provision.path,
        )
        for record in document.records.select_related("provision")
    }
