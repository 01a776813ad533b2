"""The corpus into the database and out of it, a batch a transaction.

So a stop leaves whole documents and the next run goes on. Document `number` depends on seed and
number only.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from django.db import models, transaction

from policies.corrections.audit import append_audit
from policies.extraction.pipeline import extractor_version
from policies.extraction.vocabulary import load_vocabulary
from policies.models import (
    Correction,
    Document,
    DocumentSource,
    FormerText,
    Kind,
    Measure,
    Part,
    Passage,
    Province,
    Provision,
    Record,
    ReviewItem,
)
from policies.models.columns import DETAILS
from policies.models.links import LINKS

from .bulk import analyze, insert, prepare, reserve
from .facts import Variant, columns_of, plain, pool
from .layout import layouts
from .rows import COLUMNS, SLUG, Plan, Rows, add_document, plan

BATCH = 50  # documents a transaction


def human_work() -> int:
    """How many corrections people have made on documents that are not synthetic."""
    return Correction.objects.filter(document__synthetic=False).count()


def make_corpus(documents: int, seed: int) -> Iterator[int]:
    """Write synthetic documents 1 to `documents` where they are missing; yield numbers written."""
    known = set(Document.objects.filter(synthetic=True).values_list("slug", flat=True))
    missing = [number for number in range(1, documents + 1) if SLUG.format(number) not in known]
    if not missing:
        return
    prepare()
    plans, variants, fixed = [plan(layout) for layout in layouts()], pool(seed), _fixed()
    for first in range(0, len(missing), BATCH):
        numbers = missing[first : first + BATCH]
        with transaction.atomic():
            _write(_rows(numbers, seed, plans, variants, fixed))
            _audit("corpus", {"documents": len(numbers), "seed": seed})
        yield len(numbers)
    analyze()


def remove_corpus() -> Iterator[int]:
    """Delete every synthetic document with all that hangs on it; yield numbers deleted."""
    ids = list(Document.objects.filter(synthetic=True).order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        with transaction.atomic():
            _delete(batch)
            _audit("corpus_removed", {"documents": len(batch)})
        yield len(batch)
    analyze()


def _fixed() -> dict:
    """What all documents share: ids of vocabulary, columns of the document's row."""
    return {
        "provinces": list(Province.objects.order_by("gb_code").values_list("pk", flat=True)),
        "parts": dict(Part.objects.values_list("code", "pk")),
        "specific": columns_of(Measure).index("specific") - 1,
        "document": {
            "genre": "合成",
            "issued_on": date(2013, 1, 1).isoformat(),
            "validity": "unknown",
            "extractor_version": extractor_version(load_vocabulary()),
            "kinds_extracted": list(Kind.values),
        },
    }


def _rows(
    numbers: list[int],
    seed: int,
    plans: list[Plan],
    variants: dict[str, list[Variant]],
    fixed: dict,
) -> Rows:
    chosen = [plans[Random(f"layout {seed} {number}").randrange(len(plans))] for number in numbers]
    ids = reserve(Document, len(numbers))
    provisions = iter(reserve(Provision, sum(len(p.layout.provisions) for p in chosen)))
    records = iter(reserve(Record, sum(len(p.slots) for p in chosen)))
    rows = Rows()
    for number, document_id, layout_plan in zip(numbers, ids, chosen, strict=True):
        own = (
            document_id,
            [next(provisions) for _ in layout_plan.layout.provisions],
            [next(records) for _ in layout_plan.slots],
        )
        random = Random(f"{seed} {number}")
        add_document(rows, number, own, layout_plan, variants, fixed, random)
    return rows


def _write(rows: Rows) -> None:
    """Documents first, then what points at them."""
    fields = Document._meta.concrete_fields
    insert(
        Document._meta.db_table,
        [field.column for field in fields],
        [
            [plain(row.get(field.column, _empty(field))) for field in fields]
            for row in rows.documents
        ],
    )
    order = (Provision, Record, DocumentSource, Passage, *DETAILS.values(), *LINKS)
    for model in order:
        if found := rows.by_model.get(model):
            insert(model._meta.db_table, COLUMNS.get(model) or columns_of(model), found)


def _empty(field: models.Field) -> object:
    return None if field.null else field.get_default()


def _delete(documents: list[int]) -> None:
    """Leaves first; what people did to synthetic records goes with them."""
    of_records = [model.objects.filter(record__document__in=documents) for model in LINKS]
    of_records += [
        model.objects.filter(record__document__in=documents) for model in DETAILS.values()
    ]
    ReviewItem.objects.filter(document__in=documents).delete()
    Correction.objects.filter(document__in=documents).delete()
    for rows in of_records:
        rows._raw_delete(rows.db)
    for model in (Record, Passage, Provision, DocumentSource, FormerText):
        rows = model.objects.filter(document__in=documents)
        rows._raw_delete(rows.db)
    Document.objects.filter(pk__in=documents).delete()


def _audit(action: str, after: dict) -> None:
    append_audit(actor="make_corpus", action=action, subject="corpus", after=after)
