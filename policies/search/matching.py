"""Phrases to a condition on passages: the index first, the text where the index can't tell.

SQLite's index keeps the order of tokens, PostgreSQL's only their presence; what is exact there is
looked up in the folded text here. The passages found are the same.
"""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from policies.models.search_index import INDEX, TABLE

from .query import Phrase


def matching(phrases: Iterable[Phrase]) -> Q:
    """The passages that hold every phrase; none for no phrase."""
    phrases = list(phrases)
    if not phrases:
        return Q(pk__in=[])
    ordered = connection.vendor == "sqlite"
    condition = _fts5(phrases) if ordered else _tsvector(phrases)
    for phrase in phrases:
        if not phrase.plain:
            condition &= Q(folded__regex=phrase.pattern)
        elif len(phrase.tokens) > 1 and not ordered:
            condition &= Q(folded__contains=phrase.folded)
    return condition


def _fts5(phrases: list[Phrase]) -> Q:
    """Tokens hold letters, digits and points only, so that quoting them is enough."""
    match = " AND ".join(
        f'"{" ".join(phrase.tokens)}"' + (" *" if phrase.prefix else "") for phrase in phrases
    )
    rows = RawSQL(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s", [match])
    return Q(pk__in=rows)


def _tsvector(phrases: list[Phrase]) -> Q:
    lexemes = [
        f"'{token}'" + (":*" if phrase.prefix and token is phrase.tokens[-1] else "")
        for phrase in phrases
        for token in phrase.tokens
    ]
    rows = RawSQL(
        f"SELECT id FROM {TABLE} WHERE vector @@ %s::tsquery",
        [" & ".join(lexemes)],
    )
    return Q(pk__in=rows)
