"""Random facet combinations against a plain-Python oracle; unknown, empty and hostile values."""

import random

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict

from policies.filters import LISTS, answers, select
from policies.filters.answers import NOWHERE, compact, flags, packed, union
from policies.filters.facets import NONE
from policies.models import Record

NAMES = ["targets", "measures", "tax_policies", "sectors"]


def random_choices(answers: list[dict], facets: list[str], chance: random.Random) -> dict:
    """One to three facets, one to three values each, mostly values that occur."""
    chosen = {}
    for name in chance.sample(facets, chance.choice([1, 1, 2, 3])):
        values = sorted({code for each in answers for code in each[name]} | {NONE, "unheard-of"})
        chosen[name] = chance.sample(values, min(len(values), chance.choice([1, 1, 2, 3])))
    return chosen


def matching(answers: list[dict], chosen: dict, ignoring: str = "") -> list[dict]:
    return [
        each
        for each in answers
        if all(each[name] & set(codes) for name, codes in chosen.items() if name != ignoring)
    ]


def query_of(chosen: dict) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, codes in chosen.items():
        query.setlist(name, codes)
    return query


@pytest.mark.parametrize("version", [None, 7], ids=["by one statement", "from kept answers"])
@pytest.mark.parametrize("name", NAMES)
def test_every_count_is_what_choosing_gives(name: str, version: int | None, corpus: dict) -> None:
    chance = random.Random(f"{name} {version}")
    facets = [facet.name for facet in LISTS[name].facets]
    for _ in range(25):
        chosen = random_choices(corpus[name], facets, chance)
        selection = select(name, query_of(chosen), version=version)
        expected = matching(corpus[name], chosen)
        assert selection.count == len(expected), chosen
        assert set(selection.records.values_list("ref", flat=True)) == {e["ref"] for e in expected}
        for panel in selection.panels:
            others = matching(corpus[name], chosen, ignoring=panel.name)
            for option in panel.options:
                having = [each for each in others if option.value in each[panel.name]]
                assert option.count == len(having), (chosen, panel.name, option.value)


@pytest.mark.parametrize("name", NAMES)
def test_two_queries_whatever_is_chosen(
    name: str, corpus: dict, django_assert_num_queries: object
) -> None:
    chosen = random_choices(corpus[name], [f.name for f in LISTS[name].facets], random.Random(name))
    with django_assert_num_queries(2):  # terms, counts
        assert select(name, query_of(chosen)).panels
    with django_assert_num_queries(3):  # terms, places of the records, their answers
        assert select(name, query_of(chosen), version=1).panels
    other = random_choices(corpus[name], [f.name for f in LISTS[name].facets], random.Random(1))
    with django_assert_num_queries(1):  # terms
        assert select(name, query_of(other), version=1).panels


@pytest.mark.parametrize("few", [4, 500], ids=["many as places", "most as flags"])
@pytest.mark.parametrize("name", NAMES)
def test_kept_answers_count_as_one_statement_does(
    name: str, few: int, corpus: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "FEW", few)
    chance = random.Random(name)
    facets = [facet.name for facet in LISTS[name].facets]
    for _ in range(25):
        query = query_of(random_choices(corpus[name], facets, chance))
        if chance.random() < 0.3:
            query["related"] = "1"
        assert select(name, query, version=7).counts == select(name, query).counts, query


def test_answers_are_kept_for_their_version_only(corpus: dict) -> None:
    before = select("measures", QueryDict(), version=1).counts
    Record.objects.of_kind("measure").update(state="rejected")
    assert (
        select("measures", QueryDict("specific=yes&specific=no"), version=1).count == before.total
    )
    assert select("measures", QueryDict("specific=yes&specific=no"), version=2).count == 0


@pytest.mark.parametrize("size", [2, 64, 65, 1000])
def test_a_set_counts_the_same_as_flags_and_as_places(size: int) -> None:
    chance = random.Random(size)
    for _ in range(20):
        places = [chance.randrange(size) for _ in range(chance.choice([0, 1, 5, size]))]
        kept = {place for place in places if place != NOWHERE}
        for records in (packed(places, size), compact(places, len(places), size)):
            assert flags(union([records], size), size).count("1") == len(kept)
            assert union([records], size) == packed(kept, size)
            assert len(flags(union([records], size), size)) == size


def test_unknown_values_are_named_and_the_known_ones_apply(corpus: dict) -> None:
    selection = select("measures", QueryDict("province=yunnan&province=atlantis&theme=green"))
    assert selection.ignored == {"province": ["atlantis"]}
    assert selection.count == len(
        matching(corpus["measures"], {"province": ["yunnan"], "theme": ["green"]})
    )


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("province=atlantis", {"province": ["atlantis"]}),  # a known facet, an unknown value
        ("tax=人头税", {"tax": ["人头税"]}),  # words taken from the texts
        ("specific=true", {"specific": ["true"]}),  # not a code
    ],
)
def test_only_unknown_values_select_nothing(query: str, ignored: dict, corpus: dict) -> None:
    name = "tax_policies" if "tax" in query else "measures"
    selection = select(name, QueryDict(query))
    assert (selection.count, selection.ignored) == (0, ignored)


def test_parameters_nobody_knows_are_named_but_select_everything(corpus: dict) -> None:
    selection = select("targets", QueryDict("theme=green&page=2&utm=x"), also_known=["page"])
    assert selection.ignored == {"theme": ["green"], "utm": ["x"]}
    assert selection.count == len(corpus["targets"])


def test_an_empty_value_is_no_choice(corpus: dict) -> None:
    selection = select("measures", QueryDict("province=&sector="))
    assert (selection.count, selection.ignored) == (len(corpus["measures"]), {})


def test_related_sectors_answer_only_when_asked(corpus: dict) -> None:
    code = next(
        code for each in corpus["measures"] for code in sorted(each["sector"]) if code != NONE
    )
    subjects = select("measures", QueryDict(f"sector={code}"))
    related = select("measures", QueryDict(f"sector={code}&related=1"))
    assert subjects.count <= related.count
    assert set(subjects.records) <= set(related.records)
    assert str(related.query).endswith("related=1")


def test_drafts_are_never_counted(corpus: dict) -> None:
    gansu = next(
        option
        for panel in select("measures", QueryDict()).panels
        if panel.name == "province"
        for option in panel.options
        if option.value == "gansu"
    )
    assert gansu.count == 0


def test_documents_restrict_counts_too(corpus: dict) -> None:
    from policies.models import Document

    yunnan = Document.objects.get(slug="yunnan")
    selection = select("measures", QueryDict(), documents=[yunnan])
    assert selection.count == len(matching(corpus["measures"], {"province": ["yunnan"]}))
    assert selection.counts.documents == {yunnan.pk: selection.count}
    assert select("measures", QueryDict(), documents=[]).count == 0


@pytest.mark.parametrize(
    "query",
    ["province=%00", "%00=x", "sector=" + "x" * 501, "&".join(["sector=a"] * 201)],
    ids=["NUL in a value", "NUL in a name", "too long", "too many"],
)
def test_what_no_reader_would_send_is_a_bad_request(query: str, db: None) -> None:
    with pytest.raises(BadRequest):
        select("measures", QueryDict(query))


@pytest.mark.parametrize("query", ["sector=" + "x" * 500, "&".join(["sector=a"] * 200)])
def test_the_limits_themselves_are_allowed(query: str, db: None) -> None:
    assert select("measures", QueryDict(query)).count == 0
