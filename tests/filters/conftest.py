"""The random corpus, with what each record answers."""

import pytest

from policies.comparison.reading import sectors_of
from policies.filters.lists import LISTS
from policies.models import Record
from policies.models.term_index import TermIndex

from .corpus import make_corpus
from .oracle import answers


@pytest.fixture
def corpus(db: None) -> dict[str, list[dict[str, set[str]]]]:
    """List name -> the answers of each of its public records."""
    make_corpus()
    terms = TermIndex()
    public = Record.objects.public().select_related("document__province", "part")
    return {
        name: [
            {**answers(record, terms), "ref": record.ref}
            for record in public.filter(kind__in=record_list.kinds)
            if not record_list.on_sectors or sectors_of(record.effective)
        ]
        for name, record_list in LISTS.items()
    }
