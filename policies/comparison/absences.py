"""Absences that a person confirmed: corrections approved by a second one."""

from collections.abc import Sequence

from policies.models import Correction, Document


def confirmed_absences(dimension: str, documents: Sequence[Document]) -> set[tuple[str, str]]:
    """Return (document slug, row key) of every approved absence in the dimension."""
    rows = Correction.objects.filter(
        action=Correction.Action.ABSENCE,
        state=Correction.State.APPROVED,
        document__in=documents,
        key__startswith=f"{dimension}:",
    )
    slugs = {document.pk: document.slug for document in documents}
    return {
        (slugs[document], key.removeprefix(f"{dimension}:"))
        for document, key in rows.values_list("document_id", "key")
    }
