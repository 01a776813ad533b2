"""What counts as found, what as missed, and what for nobody."""

from typing import Any

import pytest

from policies.quality.scoring import score

Json = dict[str, Any]
TEXT = "（一）钢铁行业。到2015年，能耗降低20%。支持冶金、化工等行业搬迁。研发费用加计扣除。"


def at(quote: str, **fields: Any) -> Json:
    """A record of the machine where `quote` stands."""
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote, **fields}


def measure(quote: str, **fields: Any) -> Json:
    plain = {"instruments": [], "themes": [], "sector_relations": [], "actors": [], "numbers": []}
    return at(quote, text=quote, **plain | fields)


def export(**kinds: list[Json]) -> Json:
    document = {"slug": "x", "province_code": "53", "citations": []}
    names = "outline targets qualitative_targets tax_policies sectors sector_mentions measures"
    return {"text": TEXT, "document": document, **{name: [] for name in names.split()}} | kinds


def gold(**kinds: list[Json]) -> Json:
    names = "outline targets qualitative_targets tax_policies sectors sector_mentions measures"
    return {"document": {"province_code": "53", "citations": []}} | {
        name: kinds.get(name, []) for name in names.split()
    }


def counts(own: Json, reference: Json, kind: str, field: str = "found") -> tuple[int, int, int]:
    one = score(own, reference).get(kind, field)
    return one.tp, one.fp, one.fn


TARGET = {"quote": "能耗降低20%", "indicator": "能耗", "value": 20, "unit": "%", "due": "2015"}
OWN = {"indicator": "能耗降低率", "value": 20, "unit": "%", "due": "2015"}


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        pytest.param([at("降低20%", **OWN)], (1, 0, 0), id="found"),
        pytest.param([at("降低20%", **OWN | {"value": 2})], (0, 1, 1), id="another value"),
        pytest.param([at("降低20%", **OWN | {"unit": "亿元"})], (0, 1, 1), id="another unit"),
        pytest.param([at("降低20%", **OWN | {"unit": "万%"})], (0, 1, 1), id="another magnitude"),
        pytest.param([at("化工", **OWN)], (0, 1, 1), id="another place"),
        pytest.param([at("降低20%", **OWN), at("20%", **OWN)], (1, 1, 0), id="found twice"),
        pytest.param([at("化工", threshold=True, **OWN)], (0, 0, 1), id="a threshold is no aim"),
        pytest.param([], (0, 0, 1), id="missed"),
    ],
)
def test_targets_found(own: list[Json], expected: tuple[int, int, int]) -> None:
    assert counts(export(targets=own), gold(targets=[TARGET]), "target") == expected


def test_one_amount_written_with_another_magnitude() -> None:
    """1.5万亿元 is 15000亿元, whichever of the two an annotation prints."""
    own = [at("降低20%", indicator="投资", value=1.5, unit="万亿元")]
    reference = [TARGET | {"value": 15000, "unit": "亿元"}]
    assert counts(export(targets=own), gold(targets=reference), "target") == (1, 0, 0)
    ratio = {"value": 0.1, "unit": None}  # a ratio has no unit
    own = [at("降低20%", indicator="投资", value=0.1, unit="")]
    assert counts(export(targets=own), gold(targets=[TARGET | ratio]), "target") == (1, 0, 0)


@pytest.mark.parametrize(
    ("field", "expected_value", "found_value", "expected"),
    [
        ("due", "2015", "2015", (1, 0, 0)),
        ("due", "2015", "2011-2015", (0, 1, 1)),
        ("due", "2015", None, (0, 0, 1)),
        ("due", None, "2015", (0, 1, 0)),
        ("due", None, None, (0, 0, 0)),  # both silent: nothing to score
        ("indicator", "单位工业增加值能耗", "单位工业增加值能耗降低率", (1, 0, 0)),
        ("indicator", "单位工业增加值能耗", "二氧化硫排放总量", (0, 1, 1)),
    ],
)
def test_fields_of_found_targets(
    field: str, expected_value: Any, found_value: Any, expected: tuple[int, int, int]
) -> None:
    own = export(targets=[at("降低20%", **OWN | {field: found_value})])
    reference = gold(targets=[TARGET | {field: expected_value}])
    assert counts(own, reference, "target", field) == expected


def test_a_doubtful_record_counts_for_nobody() -> None:
    doubtful = gold(targets=[TARGET | {"doubtful": True}])
    assert counts(export(targets=[at("降低20%", **OWN)]), doubtful, "target") == (0, 0, 0)
    assert counts(export(), doubtful, "target") == (0, 0, 0)
    other = export(targets=[at("降低20%", **OWN | {"value": 2})])
    assert counts(other, doubtful, "target") == (0, 0, 0)


MENTION = {"quote": "支持冶金、化工等行业搬迁", "canonical": "冶金"}


@pytest.mark.parametrize(
    ("reference", "canonical", "broader", "expected"),
    [
        pytest.param({}, "冶金", [], (1, 0, 0), id="the name"),
        pytest.param({}, "钢铁", ["冶金"], (1, 0, 0), id="a branch of it"),
        pytest.param({}, "建材", [], (0, 1, 1), id="another sector"),
        pytest.param({"also_acceptable": ["钢铁"]}, "钢铁", [], (1, 0, 0), id="as good"),
        pytest.param({"broader": "原材料"}, "原材料", [], (1, 0, 0), id="the wider name"),
    ],
)
def test_mentions(
    reference: Json, canonical: str, broader: list[str], expected: tuple[int, int, int]
) -> None:
    own = export(sector_mentions=[at("冶金", canonical=canonical, broader=broader)])
    assert counts(own, gold(sector_mentions=[MENTION | reference]), "sector_mention") == expected


def test_the_exact_name_is_paired_before_a_branch() -> None:
    """Else the branch would take the parent's place and leave its own reference unanswered."""
    reference = gold(
        sector_mentions=[MENTION, MENTION | {"canonical": "钢铁"}],
    )
    own = export(
        sector_mentions=[
            at("冶金、化工", canonical="钢铁", broader=["冶金"]),
            at("冶金", canonical="冶金", broader=[]),
        ]
    )
    assert counts(own, reference, "sector_mention") == (2, 0, 0)


RELIEF = {"quote": "研发费用加计扣除", "kind": "rd_super_deduction", "tax": "企业所得税"}


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ([{"value": 50.0, "unit": "%", "what": "任意"}], (1, 0, 0)),  # 50 and 50.0 are one
        ([{"value": 75, "unit": "%", "what": "任意"}], (0, 1, 1)),
        ([], (0, 0, 1)),
    ],
)
def test_parameters(parameters: list[Json], expected: tuple[int, int, int]) -> None:
    reference = gold(tax_policies=[RELIEF | {"parameters": [{"value": 50, "unit": "%"}]}])
    own = export(
        tax_policies=[at("加计扣除", kind="rd_super_deduction", tax=None, parameters=parameters)]
    )
    assert counts(own, reference, "tax_policy", "parameters") == expected
    assert counts(own, reference, "tax_policy") == (1, 0, 0)
    assert counts(own, reference, "tax_policy", "tax") == (0, 0, 1)


def test_a_kind_of_relief_that_is_as_good_is_found() -> None:
    own = export(tax_policies=[at("加计扣除", kind="other", tax=None, parameters=[])])
    reference = RELIEF | {"also_acceptable": {"kind": ["other"]}}
    assert counts(own, gold(tax_policies=[reference]), "tax_policy") == (1, 0, 0)
    assert counts(own, gold(tax_policies=[RELIEF]), "tax_policy") == (0, 1, 1)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([50, 3], (1, 0, 0), id="both"),
        pytest.param([50], (1, 0, 0), id="without the doubtful one"),
        pytest.param([3], (0, 1, 1), id="without the sure one"),
        pytest.param([50, 3, 7], (0, 1, 1), id="one more"),
    ],
)
def test_a_doubtful_parameter_may_lack(values: list[int], expected: tuple[int, int, int]) -> None:
    sure, unsure = {"value": 50, "unit": "%"}, {"value": 3, "unit": "%", "doubtful": True}
    reference = gold(tax_policies=[RELIEF | {"parameters": [sure, unsure]}])
    parameters = [{"value": value, "unit": "%"} for value in values]
    own = at("加计扣除", kind="rd_super_deduction", tax=None, parameters=parameters)
    assert counts(export(tax_policies=[own]), reference, "tax_policy", "parameters") == expected


SENTENCE = "支持冶金、化工等行业搬迁。"
GOLD_MEASURE = {"quote": SENTENCE, "text": SENTENCE, "instruments": ["land"], "sectors": ["冶金"]}
GOLD_MEASURE |= {"actors": ["省财政厅"], "numbers": [{"value": 5, "unit": "%"}]}


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([SENTENCE], (1, 0, 0)),
        (["支持冶金、", "化工等行业搬迁。"], (1, 0, 0)),  # in two parts
        (["支持冶金、化工"], (0, 0, 1)),  # half of it
        (["研发费用加计扣除。"], (0, 1, 1)),  # elsewhere
    ],
)
def test_a_measure_is_found_when_four_fifths_are_covered(
    quotes: list[str], expected: tuple[int, int, int]
) -> None:
    own = export(measures=[measure(quote) for quote in quotes])
    assert counts(own, gold(measures=[GOLD_MEASURE]), "measure") == expected


@pytest.mark.parametrize(
    ("field", "own", "expected"),
    [
        ("instruments", {"instruments": ["land"], "themes": ["safety"]}, (1, 1, 0)),
        ("instruments", {"themes": ["emerging_industries"]}, (0, 0, 1)),  # a newer code
        ("sectors", {"sector_relations": [{"canonical": "钢铁", "broader": ["冶金"]}]}, (1, 0, 0)),
        ("sectors", {"sector_relations": [{"canonical": "化工", "broader": []}]}, (0, 1, 1)),
        ("actors", {"actors": ["财政厅"]}, (1, 0, 0)),
        ("actors", {"actors": ["省统计局"]}, (0, 1, 1)),
        ("numbers", {"numbers": [{"value": 5.0, "unit": "%"}]}, (1, 0, 0)),
        ("numbers", {"numbers": [{"value": 5, "unit": "项"}]}, (0, 1, 1)),
    ],
)
def test_what_is_said_of_a_measure(field: str, own: Json, expected: tuple[int, int, int]) -> None:
    reference = gold(measures=[GOLD_MEASURE])
    assert (
        counts(export(measures=[measure(SENTENCE, **own)]), reference, "measure", field) == expected
    )


def test_praise_for_officials_is_left_aside_as_a_subsidy() -> None:
    praised = "对先进单位给予表彰。"
    reference = gold(measures=[GOLD_MEASURE | {"text": praised, "instruments": ["subsidy_reward"]}])
    assert counts(export(), reference, "measure", "instruments") == (0, 0, 0)


def test_outline_metadata_and_citations() -> None:
    unit = {"marker": "（一）", "level": 2, "heading": "钢铁行业", "parent": None}
    own = export(outline=[unit, unit | {"heading": "化工"}])
    assert counts(own, gold(outline=[unit]), "outline") == (1, 1, 0)
    assert counts(own, gold(), "document", "province_code") == (1, 0, 0)
    cited = {"title": "意见", "number": "国发〔2012〕44号"}
    reference = gold()
    reference["document"]["citations"] = [cited]
    own["document"]["citations"] = [
        cited | {"bracketed": True},
        {"title": "办法", "number": None, "bracketed": False},  # not in the reference's scope
    ]
    assert counts(own, reference, "citation") == (1, 0, 0)


def test_a_miss_says_where_and_what() -> None:
    (miss,) = score(export(), gold(targets=[TARGET])).get("target").misses
    assert TEXT[miss.start : miss.end] == miss.quote == "能耗降低20%"
    assert (miss.document, miss.expected, miss.found) == ("x", "20%", "")


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        score(export(), gold()).get("target", "colour")
