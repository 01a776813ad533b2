"""The clause beside the table: a record's paragraph with its span marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from policies.comparison.shapes import Fact
from policies.comparison.wording import doubt_words
from policies.models import Document


@dataclass(frozen=True)
class Clause:
    """`before`, `span`, `after` joined are the paragraph (or paragraphs) of the stored text."""

    fact: Fact
    document: Document
    before: str
    span: str
    after: str

    @property
    def doubt(self) -> str:
        return doubt_words(self.fact)


def clause_of(ref: str, facts: Iterable[Fact], documents: Iterable[Document]) -> Clause | None:
    """Return the clause of the record `ref` among the facts shown; None where it is not there.

    Costs one query: the document's text, which comparisons don't read.
    """
    fact = next((fact for fact in facts if fact["ref"] == ref), None) if ref else None
    if fact is None:
        return None
    document = next(d for d in documents if d.slug == fact["document"])
    text, start, end = document.text, fact["start"], fact["end"]
    opening = text.rfind("\n", 0, start) + 1
    closing = text.find("\n", end)
    closing = len(text) if closing < 0 else closing
    return Clause(fact, document, text[opening:start], text[start:end], text[end:closing])
