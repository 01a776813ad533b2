"""Outline, sentences, metadata and citations take time in proportion to the text."""

import time

import pytest

from policies.extraction.metadata.citations import find_citations
from policies.extraction.metadata.metadata import find_metadata
from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import split_sentences
from policies.extraction.outline.structure import parse_structure
from policies.extraction.vocabulary import load_vocabulary

UNITS = [
    "（",
    "《",
    "《a《",
    "》",
    "“",
    " ",
    "\u3000\u3000",
    "一、",
    "。一、",
    "\n（一）a\n1.b",
    "1.",
    "；",
]
UNITS += [
    "的，；",
    "支持；",
    "由a向b；",
    "化工：a\n",
    "\n坚持创新。a",
    "制定中中",
    "国发〔2012〕1号",
    "关于",
]
UNITS += [
    "\n2013年3月5日",
    "\n某省人民政府",
    "附件：\n",
    "\n附件1",
    "重点",
    "认识",
    "加强领",
    "市",
    "改",
]
SIZE = 50_000
FLOOR = 0.05  # seconds: below this the clock decides, not the rule


def seconds(text: str) -> float:
    start, vocabulary = time.process_time(), load_vocabulary()
    normal = normalise(text)
    provisions = parse_structure(normal, vocabulary)
    split_sentences(normal, provisions)
    find_metadata(normal, provisions, vocabulary)
    find_citations(normal, vocabulary)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_at_most_two_and_a_half_times_as_long(unit: str) -> None:
    once, twice = (
        min(seconds((unit * size)[:size]) for _ in range(2)) for size in (SIZE, 2 * SIZE)
    )
    assert twice <= 2.5 * max(once, FLOOR)
