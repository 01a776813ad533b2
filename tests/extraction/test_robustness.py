"""Extraction stands any text: a small helping of what `make prove` serves in full."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.extraction import extract, load_vocabulary
from tests.prove.determinism import SURROUNDINGS, digests
from tests.prove.fuzz_extraction import try_document
from tests.prove.fuzzed import FRAGMENTS, fuzzed
from tests.prove.laws import broken_laws

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\u3000",
        "字",
        "。",
        "一、",
        "（一）",
        "一、\n（一）\n1.",
        "：" * 50,
        "一、" * 200,
        "《" * 200,
        "分别" * 200,
        "1" * 2000,
        "千" * 2000,
        "1.5.2.3%～。",
        "到9999年达到" + "9" * 400 + "%",
        "比0000年提高1/0个百分点",
        "工业增加值率、利润率均由5%提高到10%。",  # one baseline for two things
        "甲率、乙率、丙率分别由5%、6%提高到7%、8%、9%。",  # a baseline is missing
        "二〇一三年十三月四十五日",
        "没有标题也没有数字的一句话",
        "no Chinese at all, 15% by 2015.",
        "\x00\x01\ufffd\ue000😀\u202e",
    ],
)
def test_odd_texts_break_no_law(text):
    assert list(broken_laws(text, extract(text, load_vocabulary()))) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=60).map("".join))
def test_no_text_breaks_a_law(text):
    assert list(broken_laws(text, extract(text, load_vocabulary()))) == []


@pytest.mark.parametrize("number", range(15))
def test_a_fuzzed_document(number):
    outcome = try_document(number)
    assert outcome.failure == ""
    assert outcome.seconds < 5


def test_a_fuzzed_document_is_the_same_every_time():
    assert fuzzed(7) == fuzzed(7) != fuzzed(8)


def test_the_surroundings_change_nothing():
    assert len(set(digests(SURROUNDINGS[:2], fuzzed_documents=5))) == 1


@pytest.mark.slow
def test_every_regular_expression_is_linear():
    command = [sys.executable, "-m", "tests.prove.regexes", "--json"]
    found = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    assert found["patterns"] > 50  # they were caught
    assert found["slow"] == []


@pytest.mark.parametrize(
    "fragment", ["1", "百", "分别", "》", "省", "等", "\u3000", "、", "（一）", "的"]
)
def test_long_runs_take_no_longer_than_their_length(fragment):
    """Quadratic rules take minutes on these; 5 s is what any document may take."""
    text = "一、主要任务\n" + fragment * (8_000 // len(fragment))
    began = time.process_time()
    assert list(broken_laws(text, extract(text, load_vocabulary()))) == []
    assert time.process_time() - began < 5
