"""Codes to primary keys, and the ancestors of sectors and indicators."""

from functools import cached_property

from django.apps import apps
from django.db import models

from .vocabulary import Indicator, SectorParent


class UnknownTerm(ValueError):
    """A code that no vocabulary table has; the message names table and code."""


class TermIndex:
    """Read once per load or act; each table on first use."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[str, int]] = {}

    def id_of(self, table: str, code: str) -> int:
        """Primary key of `code` in `table` (model name in lower case). Raises UnknownTerm."""
        if table not in self._ids:
            model: type[models.Model] = apps.get_model("policies", table)
            self._ids[table] = dict(model.objects.values_list("code", "pk"))
        try:
            return self._ids[table][code]
        except KeyError:
            raise UnknownTerm(f"{table} {code}") from None

    def sector_ancestors(self, code: str) -> list[str]:
        """All sectors above `code`, nearest first, each once."""
        return _above(code, self._sector_parents)

    def indicator_ancestors(self, code: str) -> list[str]:
        """All indicators above `code`, nearest first."""
        return _above(code, self._indicator_parents)

    @cached_property
    def _sector_parents(self) -> dict[str, list[str]]:
        parents: dict[str, list[str]] = {}
        pairs = SectorParent.objects.order_by("parent__position", "parent__code")
        for code, parent in pairs.values_list("sector__code", "parent__code"):
            parents.setdefault(code, []).append(parent)
        return parents

    @cached_property
    def _indicator_parents(self) -> dict[str, list[str]]:
        pairs = Indicator.objects.filter(parent__isnull=False)
        return {code: [parent] for code, parent in pairs.values_list("code", "parent__code")}


def _above(code: str, parents: dict[str, list[str]]) -> list[str]:
    """Breadth first; `seen` ends the walk where staff made a circle."""
    seen, level = {code: None}, [code]
    while level:
        level = [up for down in level for up in parents.get(down, []) if up not in seen]
        seen.update(dict.fromkeys(level))
    return list(seen)[1:]
