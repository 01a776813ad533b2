"""A record as one dict; links with their ancestors; constant queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policies.models import FIELDS, Kind, Record, Sector, facts
from policies.models.checks import fault
from policies.models.columns import DETAILS
from policies.models.links import MAKERS, link_rows
from policies.models.term_index import TermIndex

COMMON = {"ref", "kind", "document", "province", "provision", "part", "start", "end", "quote",
          "status", "doubt", "url"}  # fmt: skip


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_has_a_column_or_a_link(kind: str) -> None:
    columns = {column.name for column in DETAILS[kind]._meta.get_fields()}
    for field in FIELDS[kind]:
        assert field.name in columns or field.type in MAKERS, field


@pytest.mark.django_db
@pytest.mark.usefixtures("portal")
class TestOnTheSeeds:
    @pytest.mark.parametrize("number", [1, 500])
    def test_two_queries_whatever_the_number(self, number: int) -> None:
        with CaptureQueriesContext(connection) as queries:
            shown = [facts(record) for record in Record.objects.with_facts()[:number]]
        assert (len(queries), len(shown)) == (2, number)

    def test_every_link_in_six_queries_more(self) -> None:
        with CaptureQueriesContext(connection) as queries:
            for record in Record.objects.with_facts().with_links():
                [link.tool.code for link in record.tool_links.all()]
                [link.actor.code for link in record.actor_links.all()]
                [number.value for number in record.numbers.all()]
        assert len(queries) == 8

    @pytest.mark.parametrize("kind", Kind.values)
    def test_shape(self, kind: str) -> None:
        for record in Record.objects.with_facts().of_kind(kind)[:20]:
            shown = facts(record)
            assert {field.name for field in FIELDS[kind]} - {"sector"} | COMMON <= shown.keys()
            assert (shown["kind"], shown["quote"]) == (kind, record.quote)
            assert shown["url"] == f"/records/{record.ref}/"

    def test_a_measure_names_its_sectors_and_places_its_numbers(self) -> None:
        for record in Record.objects.with_facts().of_kind("measure"):
            shown = facts(record)
            assert None not in shown["sectors"]
            assert len(shown["sectors"]) == len(shown["sector_relations"])
            for number in shown["numbers"]:
                assert shown["start"] <= number["start"] < number["end"] <= shown["end"]

    def test_renamed_sectors_show_their_new_name(self) -> None:
        Sector.objects.filter(code="steel").update(name="钢铁工业")
        mention = Record.objects.with_facts().filter(sector_links__sector__code="steel",
                                                     kind="sector_mention").first()  # fmt: skip
        assert facts(mention)["canonical"] == "钢铁工业"

    def test_all_effective_values_can_be_stored_again(self) -> None:
        for record in Record.objects.all():
            assert fault(record.kind, record.effective) is None

    def test_published_and_present_only(self) -> None:
        record = Record.objects.order_by("pk").first()
        Record.objects.filter(pk=record.pk).update(state="rejected")
        record.document.__class__.objects.filter(slug="gansu").update(published=False)
        public = set(Record.objects.public().values_list("ref", flat=True))
        assert record.ref not in public
        assert not any(ref.startswith("gansu-") for ref in public)
        assert any(ref.startswith("yunnan-") for ref in public)


LINKED = {
    "a branch brings its ancestors": (
        [("copper", "subject")],
        {("copper", "subject", True), ("nonferrous", "subject", False),
         ("metallurgy", "subject", False)}),
    "a related branch, a related ancestor": (
        [("copper", "related")],
        {("copper", "related", True), ("nonferrous", "related", False),
         ("metallurgy", "related", False)}),
    "an ancestor named beside its branch stands once, as subject if the branch is": (
        [("nonferrous", "related"), ("copper", "subject")],
        {("copper", "subject", True), ("nonferrous", "subject", True),
         ("metallurgy", "subject", False)}),
    "several parents": (
        [("nev", "subject")],
        {("nev", "subject", True), ("automobiles", "subject", False),
         ("equipment", "subject", False), ("emerging", "subject", False)}),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("links", "stored"), LINKED.values(), ids=LINKED.keys())
def test_sector_links(links: list[tuple], stored: set[tuple]) -> None:
    codes = dict(Sector.objects.values_list("pk", "code"))
    if missing := {code for code, _ in links} - set(codes.values()):
        pytest.fail(f"not in the vocabulary: {missing}")
    sectors = [{"sector": code, "relation": r, "via": "word"} for code, r in links]
    rows = link_rows(Record(kind="measure", start=0), {"sectors": sectors}, TermIndex())
    assert {(codes[row.sector_id], row.relation, row.direct) for row in rows} == stored
