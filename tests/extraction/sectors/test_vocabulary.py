"""sectors.toml and reliefs.toml hold together as graphs and as patterns."""

import re

import pytest

from policies.extraction.sectors.graph import ancestors, comprised, related
from policies.extraction.vocabulary import load_vocabulary
from policies.extraction.vocabulary.reliefs import load_reliefs, load_taxes
from policies.extraction.vocabulary.sectors import Sector, load_sector_words, load_sectors

SECTORS = load_sectors()
VOCABULARY = load_vocabulary()
SLUGS = {sector.slug for sector in SECTORS}
AUTONOMOUS = {"15", "45", "54", "64", "65"}  # 内蒙古 广西 西藏 宁夏 新疆 in GB/T 2260


@pytest.mark.parametrize("sector", SECTORS, ids=lambda sector: sector.slug)
def test_a_sector_is_well_formed(sector: Sector) -> None:
    assert re.fullmatch(r"[a-z][a-z_]+", sector.slug)
    assert sector.kind in {"gb", "group", "emerging", "statistical"}
    assert {*sector.parents, *sector.comprises} <= SLUGS - {sector.slug}
    assert {slug for pair in sector.beside for slug in pair} <= SLUGS
    for scheme, code, relation in sector.codes:
        assert scheme == "GB/T 4754-2017"
        assert re.fullmatch(r"[A-T]|\d{2,4}", code)
        assert relation in {"=", "⊃", "~"}


def test_no_sector_stands_above_itself() -> None:
    assert [slug for slug, above in ancestors(VOCABULARY).items() if slug in above] == []


def test_a_name_means_one_sector_only() -> None:
    names = [
        (name, sector.slug)
        for sector in SECTORS
        for name in {sector.name, *sector.aliases, *sector.weak}
    ]
    assert len(names) == len(dict(names))


def test_a_near_miss_holds_a_name_and_is_none() -> None:
    names = {name for sector in SECTORS for name in (sector.name, *sector.aliases, *sector.weak)}
    assert [phrase for sector in SECTORS for phrase in sector.excludes if phrase in names] == []


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("nev", {"automobiles", "equipment", "emerging"}),  # two ways up
        ("coal", {"mining", "energy"}),
        ("pharma", {"biotech", "emerging"}),
        ("tobacco", set()),  # stands alone
    ],
)
def test_ancestors(slug: str, expected: set[str]) -> None:
    assert ancestors(VOCABULARY)[slug] == expected


@pytest.mark.parametrize(
    ("slug", "own", "other"),
    [
        ("chemicals", "coal_chemicals", "coal"),  # branches belong to the passage
        ("coal", "energy", "power"),  # so does what is above, but not its neighbours
        ("biotech", "bio_manufacturing", "pharma"),  # of an umbrella's those that bear its name
        ("consumer_goods", "food", "pharma"),  # what it comprises, with its branches
        ("petrochemicals", "fertilisers", "coal"),  # 石化 stands for all of 石油和化工
        ("emerging", "emerging", "new_energy"),  # branches of an umbrella speak for themselves
    ],
)
def test_what_a_passage_says_of_itself(slug: str, own: str, other: str) -> None:
    said = related(slug, VOCABULARY) | comprised(slug, VOCABULARY)
    assert own in said
    assert other not in said


def test_only_autonomous_regions_share_their_income_tax() -> None:
    limited = {
        relief.code: set(relief.applies_to) for relief in load_reliefs() if relief.applies_to
    }
    assert limited == {"local_cit_share_relief": AUTONOMOUS}


def test_reliefs_are_the_kinds_of_the_design() -> None:
    kinds = (
        "vat_input_credit accelerated_depreciation special_equipment_credit rd_super_deduction"
        " tech_transfer_relief high_tech_rate import_duty_exemption key_parts_import_relief"
        " restructuring_business_tax local_cit_share_relief refund_on_time vat_reform"
        " regional_preference small_micro_preference other"
    )
    assert {relief.code for relief in load_reliefs()} == set(kinds.split())


def test_every_usual_tax_is_known_and_every_cue_compiles() -> None:
    taxes = {tax.name for tax in load_taxes()}
    for relief in load_reliefs():
        assert relief.tax in taxes | {""}
        assert relief.cues
        assert all(re.compile(cue) for cue in relief.cues)
        assert relief.scope in {"national", "implementing", "provincial"}


def test_no_list_of_words_is_empty() -> None:
    words = load_sector_words()
    assert all(getattr(words, name) for name in words.__dataclass_fields__)
