"""Many columns: copies of the ingested documents under other names and provinces."""

import hashlib

from policies.models import Document, Province, Provision, Record


def clone_documents(count: int) -> list[Document]:
    """Return `count` published documents: the ingested ones, then copies of them in turn.

    Copies have provisions and records (without links and detail rows: comparisons read neither).
    Numbers of every second copy are greater by its turn, so that rows differ.
    """
    originals = list(Document.objects.published().in_column_order())
    provinces = list(Province.objects.order_by("gb_code"))
    copies = [
        _clone(originals[turn % len(originals)], turn, provinces[turn % len(provinces)])
        for turn in range(count - len(originals))
    ]
    return [*originals, *copies][:count]


def _clone(original: Document, turn: int, province: Province) -> Document:
    provisions = list(original.provisions.order_by("position"))
    records = list(original.records.present())
    copy = Document.objects.get(pk=original.pk)
    copy.pk, copy.slug, copy.province = None, f"copy-{turn}", province
    copy.sha256 = hashlib.sha256(copy.slug.encode()).hexdigest()
    copy.save(force_insert=True)
    homes = _clone_provisions(provisions, copy)
    Record.objects.bulk_create(_clone_record(record, copy, homes, turn) for record in records)
    return copy


def _clone_provisions(provisions: list[Provision], copy: Document) -> dict[int, Provision]:
    """Old primary key -> new provision; parents stand before children."""
    homes: dict[int, Provision] = {}
    for provision in provisions:
        old, parent = provision.pk, homes.get(provision.parent_id)
        provision.pk, provision.document, provision.parent = None, copy, parent
        provision._state.adding = True
        provision.save(force_insert=True)
        homes[old] = provision
    return homes


def _clone_record(record: Record, copy: Document, homes: dict, turn: int) -> Record:
    effective = dict(record.effective)
    if turn % 2 and effective.get("value"):
        effective["value"] += turn
    record.ref = f"{copy.slug}-{record.ref.rsplit('-', 1)[1]}"
    record.pk, record.document, record.effective = None, copy, effective
    record.provision = homes.get(record.provision_id)
    record._state.adding = True
    return record
