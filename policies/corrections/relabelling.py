"""What 管理 changes of a vocabulary entry: name, place in the order, definition, what it stands under.

Codes and the words to look for stand in TOML. What is changed here stays when the TOML changes
(loading/vocabulary/terms.py).
"""

from collections.abc import Mapping

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction

from policies.loading.vocabulary.relink import relink
from policies.models import Sector, SectorParent
from policies.models.term_index import TermIndex
from policies.models.vocabulary import Term

from .acts import User
from .audit import append_audit
from .claim import lock_documents
from .errors import CorrectionError

LABELS = ("name", "position", "definition")
ABOVE: Mapping[str, Mapping[str, str]] = {  # table -> column -> table of what it points at
    "sector": {"parents": "sector"},
    "indicator": {"parent": "indicator", "group": "indicatorgroup"},
    "tool": {"instrument": "instrument", "theme": "theme"},
}

CIRCLE = "“{}”不能在自己或自己的下级之下"


def changeable(term: Term) -> dict[str, object]:
    """Return what may be changed of the entry, as it stands: labels, and codes of what is above."""
    said: dict[str, object] = {name: getattr(term, name) for name in LABELS}
    for column in ABOVE.get(term._meta.model_name, {}):
        if column == "parents":
            said[column] = sorted(term.parents.values_list("code", flat=True))
        else:
            above = getattr(term, column)
            said[column] = above.code if above else None
    return said


def relabel(
    term: Term,
    *,
    user: User,
    reason: str = "",
    seen: Mapping[str, object] | None = None,
    **changed: object,
) -> Term:
    """Change some of `changeable` as one audited act; no act where nothing changes.

    Pages kept by data version show the old label otherwise. `seen`: what the person saw; where that
    no longer stands nothing is written. Raises CorrectionError.
    """
    with transaction.atomic():
        now = type(term).objects.select_for_update().get(pk=term.pk)
        before = changeable(now)
        if unknown := changed.keys() - before.keys():
            raise CorrectionError(f"{'、'.join(sorted(unknown))}：不能在这里修改，请改词表文件")
        if seen is not None and any(seen.get(name) != before[name] for name in before):
            raise CorrectionError("此项已被他人改动，请看过现在的值再改")
        changed = {name: value for name, value in changed.items() if before[name] != value}
        if not changed:
            return now
        _write(now, changed)
        append_audit(
            actor=user.get_username(),
            action="relabel",
            subject=f"{now._meta.model_name}:{now.code}",
            before={name: before[name] for name in changed},
            after=changed,
            reason=reason,
        )
    return now


def _write(term: Term, changed: Mapping[str, object]) -> None:
    above = ABOVE.get(term._meta.model_name, {})
    columns = [name for name in changed if name != "parents"]
    for name in columns:
        value = changed[name]
        setattr(term, name, _named(above[name], value) if name in above and value else value)
    try:
        term.full_clean()
    except ValidationError as error:
        raise CorrectionError("；".join(error.messages)) from None
    term.save(update_fields=columns)
    if "parents" in changed:
        if term.code in changed["parents"]:
            raise CorrectionError(CIRCLE.format(term.name))
        SectorParent.objects.filter(sector=term).delete()
        parents = [_named("sector", code) for code in changed["parents"]]
        SectorParent.objects.bulk_create(SectorParent(sector=term, parent=up) for up in parents)
    if {"parent", "parents"} & changed.keys():
        _check_circle(term)
        lock_documents()
        relink()


def _named(table: str, code: str) -> Term:
    term = apps.get_model("policies", table).objects.filter(code=code).first()
    if term is None:
        raise CorrectionError(f"词表中没有“{code}”")
    return term


def _check_circle(term: Term) -> None:
    """What stands above an entry may not stand under it."""
    terms = TermIndex()
    sector = isinstance(term, Sector)
    above = terms.sector_ancestors if sector else terms.indicator_ancestors
    parents = changeable(term)["parents"] if sector else [changeable(term)["parent"]]
    if any(code == term.code or term.code in above(code) for code in parents if code):
        raise CorrectionError(CIRCLE.format(term.name))
