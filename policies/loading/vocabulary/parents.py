"""Parents of sectors (several) and indicators (one) follow the TOML by the rule of terms.py."""

from policies.extraction.vocabulary import Vocabulary
from policies.models import Indicator, Sector, SectorParent


def sync_indicator_parents(vocabulary: Vocabulary) -> bool:
    """Point indicators at their parents; return whether a row changed."""
    known = {term.code: term for term in Indicator.objects.select_related("parent")}
    changed = []
    for entry in vocabulary.indicators:
        term, said = known[entry.slug], entry.parent or None
        former = term.declared.get("parent")
        if former == said and "parent" in term.declared:
            continue
        if (term.parent.code if term.parent else None) == former:
            term.parent = known[said] if said else None
        term.declared["parent"] = said
        changed.append(term)
    if changed:
        Indicator.objects.bulk_update(changed, ["parent", "declared"])
    return bool(changed)


def sync_sector_parents(vocabulary: Vocabulary) -> bool:
    """Hang sectors under their parents; return whether a row changed."""
    known = {term.code: term for term in Sector.objects.prefetch_related("parents")}
    changed, dropped, added = [], [], []
    for entry in vocabulary.sectors:
        term, said = known[entry.slug], sorted(entry.parents)
        former = term.declared.get("parents", [])
        if former == said and "parents" in term.declared:
            continue
        if sorted(parent.code for parent in term.parents.all()) == former:
            dropped.append(term)
            added += [SectorParent(sector=term, parent=known[code]) for code in entry.parents]
        term.declared["parents"] = said
        changed.append(term)
    SectorParent.objects.filter(sector__in=dropped).delete()
    SectorParent.objects.bulk_create(added)
    if changed:
        Sector.objects.bulk_update(changed, ["declared"])
    return bool(changed)
