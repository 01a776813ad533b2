"""The clause beside the table: a record's paragraph with its span marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from policies.comparison.reading import read_facts
from policies.comparison.shapes import Fact
from policies.comparison.wording import doubt_words
from policies.models import Document, Record
from policies.views.conditional import conditional


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


@conditional
def compare_clause(request: HttpRequest, ref: str) -> HttpResponse:
    """The clause of one record as a piece of a page, which the script puts beside the table."""
    record = get_object_or_404(Record.objects.public().select_related("document"), ref=ref)
    documents = [record.document]
    facts = read_facts(documents, [record.kind], Record.objects.filter(pk=record.pk))
    return render(request, "compare/_clause.html", {"clause": clause_of(ref, facts, documents)})


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
