"""Fields as typed text and back: nothing is lost on the way, for every record there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.models import Kind, Record, field_named
from policies.models.fields import FIELDS
from policies.views.review.term_names import TermNames
from policies.views.review.typed import Mistyped, typed_of, value_of

pytestmark = pytest.mark.django_db


def test_every_record_survives_its_form(portal: None) -> None:
    terms = TermNames()
    for record in Record.objects.all():
        typed = typed_of(record.kind, record.effective, terms)
        back = {f.name: value_of(f, typed, terms, len(record.quote)) for f in FIELDS[record.kind]}
        assert back == {name: record.effective[name] for name in back}, record.ref


class Names(TermNames):
    """A vocabulary of three, without a database."""

    def table(self, table: str) -> dict[str, str]:
        return {"steel": "钢铁", "cement": "水泥", "smelting": "冶金"}


SECTORS = field_named(Kind.MEASURE, "sectors")
LINK = st.fixed_dictionaries(
    {
        "sector": st.sampled_from(["steel", "cement", "smelting"]),
        "relation": st.sampled_from(["subject", "related"]),
        "via": st.sampled_from(["word", "heading"]),
    }
)


@given(st.lists(LINK, max_size=8))
def test_rows_keep_their_order(links: list[dict]) -> None:
    typed = typed_of(Kind.MEASURE, {"sectors": links}, Names())
    assert value_of(SECTORS, typed, Names()) == links


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("value", "35", 35),
        ("value", "35.50", 35.5),  # no trailing zeros
        ("value", " -2 ", -2),
        ("value", "0e999", 0),
        ("value", "", None),
        ("due_end", "2015", 2015),
        ("annual", "on", True),
        ("annual", "", False),
        ("sector", "钢铁", "steel"),  # by name
        ("sector", "steel", "steel"),  # by code
        ("scope", "  规模以上 ", "规模以上"),
    ],
)
def test_what_is_typed(name: str, typed: str, value: object) -> None:
    assert value_of(field_named(Kind.TARGET, name), {name: typed}, Names()) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("value", "三十五"),
        ("value", "nan"),
        ("value", "1e999999999"),
        ("value", "1e-999999999"),
        ("due_end", "２０１５"),  # full-width digits are no offset either
        ("due_end", "2015.5"),
        ("sector", "钢"),  # near miss of a name
    ],
)
def test_what_is_mistyped_is_said(name: str, typed: str) -> None:
    with pytest.raises(Mistyped, match=typed):
        value_of(field_named(Kind.TARGET, name), {name: typed}, Names())


def test_a_row_emptied_in_its_first_cell_is_taken_away() -> None:
    typed = {
        "sectors.0.sector": "",
        "sectors.0.relation": "subject",
        "sectors.0.via": "word",
        "sectors.1.sector": "钢铁",
        "sectors.1.relation": "related",
        "sectors.1.via": "word",
    }
    assert value_of(SECTORS, typed, Names()) == [
        {"sector": "steel", "relation": "related", "via": "word"}
    ]
