"""Names of vocabulary terms for choosing, and back to their codes; each table read once a request."""

from django.apps import apps

from policies.comparison import DIMENSIONS


class TermNames:
    """Codes and names of vocabulary tables (model name in lower case), in their own order."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, str]] = {}
        self._rows: dict[str, dict[str, str]] = {}

    def table(self, table: str) -> dict[str, str]:
        """Return code -> name."""
        if table not in self._tables:
            terms = apps.get_model("policies", table).objects.order_by("position", "code")
            self._tables[table] = dict(terms.values_list("code", "name"))
        return self._tables[table]

    def name(self, table: str, code: str) -> str:
        """Return the name; the code itself where the vocabulary has lost it."""
        return self.table(table).get(code, code)

    def code(self, table: str, name: str) -> str | None:
        """Return the code of a name or of a code; None where there is no such term."""
        names = self.table(table)
        if name in names:
            return name
        return next((code for code, known in names.items() if known == name), None)

    def row(self, key: str) -> str:
        """Name a row of a comparison (`targets:cod`): 目标 · 化学需氧量排放量."""
        code, _, row = key.partition(":")
        if code not in DIMENSIONS:
            return key
        if code not in self._rows:
            terms = DIMENSIONS[code].terms()
            self._rows[code] = {entry: term.name for entry, term in terms.items()}
        names = self._rows[code]
        words = (names.get(part, names.get(f"sector:{part}", part)) for part in row.split(":"))
        return " · ".join((DIMENSIONS[code].name, *words))
