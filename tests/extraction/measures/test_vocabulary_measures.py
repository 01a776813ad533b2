"""The TOML behind measures: codes, parents, classes and patterns hold together."""

import re

import pytest

from policies.extraction.vocabulary import load_vocabulary
from policies.extraction.vocabulary.bodies import load_bodies
from policies.extraction.vocabulary.measure_words import load_measure_words

VOCABULARY = load_vocabulary()
CLASSES = {"供给型", "环境型", "需求型", "无对应"}
DESIGN_THEMES = """rd_innovation digitalisation green safety quality_brand cluster_park
public_platform equipment_upgrade product_upgrade merger_restructuring sme open_cooperation
emerging_industries"""
DESIGN_INSTRUMENTS = """fiscal_fund subsidy_reward tax credit_finance land approval
planning_guidance standards_access project_management talent_incentive organisation
statistics_monitoring evaluation_supervision energy_factor procurement_demand"""
DESIGN_FORCES = (
    "prohibited mandatory committed directive encouraged permitted aspirational unmarked"
)


def test_the_codes_are_the_designs() -> None:
    assert {theme.code for theme in VOCABULARY.themes} == set(DESIGN_THEMES.split())
    assert {term.code for term in VOCABULARY.instruments} == set(DESIGN_INSTRUMENTS.split())
    assert {force.code for force in VOCABULARY.forces} == set(DESIGN_FORCES.split())


def test_no_code_means_two_things() -> None:
    groups = (VOCABULARY.themes, VOCABULARY.instruments, VOCABULARY.tools)
    codes = [term.code for group in groups for term in group]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("tool", VOCABULARY.tools, ids=lambda tool: tool.code)
def test_a_tool_has_its_parent_and_classes(tool: object) -> None:
    terms = VOCABULARY.themes if tool.parent_kind == "theme" else VOCABULARY.instruments
    assert tool.parent in {term.code for term in terms}
    assert tool.rothwell_zegveld in CLASSES
    assert tool.name and tool.definition and tool.cues and tool.stip


def test_tools_of_goals_have_no_class_and_tax_has_its_reliefs_elsewhere() -> None:
    goals = [tool for tool in VOCABULARY.tools if tool.parent_kind == "theme"]
    assert {tool.rothwell_zegveld for tool in goals} == {"无对应"}
    assert "tax" not in {tool.parent for tool in VOCABULARY.tools}


@pytest.mark.parametrize("term", VOCABULARY.instruments, ids=lambda term: term.code)
def test_an_instrument_has_both_classes(term: object) -> None:
    assert term.rothwell_zegveld in CLASSES
    assert term.name and term.definition and term.stip


def _rarer(theme: object) -> tuple[str, ...]:
    return theme.weak_cues + theme.sector_cues + theme.last_cues


def test_every_pattern_compiles_and_matches_something() -> None:
    groups = (VOCABULARY.themes, VOCABULARY.instruments, VOCABULARY.tools, VOCABULARY.forces)
    patterns = [p for group in groups for term in group for p in term.cues + term.excludes]
    patterns += [p for theme in VOCABULARY.themes for p in _rarer(theme)]
    patterns += [p for actor in VOCABULARY.actors for p in actor.patterns]
    patterns += load_bodies().values()
    words = load_measure_words()
    around = [pattern for pair in words.goals_around for pattern in pair]
    patterns += [mask.pattern for mask in (*words.masks.values(), *around)]
    for pattern in patterns:
        assert not re.compile(pattern).match(""), pattern  # an empty match would fit everywhere


def test_the_words_around_a_measure_capture_one_group() -> None:
    words = load_measure_words()
    assert {pattern.groups for pattern in words.conditions + words.exceptions} == {1}
