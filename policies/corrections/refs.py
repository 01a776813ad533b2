"""Public numbers: given once, never again."""

from django.db.models import Max

from policies.models import KIND_LETTERS, Correction, Document


def next_ref(document: Document, kind: str) -> str:
    """Count the document's next record of the kind: yunnan-t12. The caller saves the document."""
    letter = KIND_LETTERS[kind]
    number = document.ref_counters.get(letter, 0) + 1
    document.ref_counters = {**document.ref_counters, letter: number}
    return f"{document.slug}-{letter}{number}"


def next_number() -> int:
    """The next correction's number. Call while holding the data version's row."""
    return (Correction.objects.aggregate(last=Max("number"))["last"] or 0) + 1
