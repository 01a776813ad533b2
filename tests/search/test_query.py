"""What was typed, as phrases and as what the database is asked."""

import pytest

from policies.search.query import parse


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("技术改造", ["技术改造"]),
        ("技术 改造", ["技术", "改造"]),
        ('"技术 改造"', ["技术 改造"]),
        ("技术　改造", ["技术", "改造"]),  # an ideographic space separates too
        ("＂技术 改造＂", ["技术 改造"]),
        ('技术"改造', ["技术", "改造"]),  # an unclosed quote reaches to the end
        ("技术 技术", ["技术"]),
        ("“十二五”", ["“十二五”"]),  # marks of the text are not quotes of the query
        ("技术 ， %", ["技术"]),
        ("", []),
        ("   ", []),
        ('""', []),
    ],
)
def test_phrases(text: str, phrases: list[str]) -> None:
    assert [phrase.typed for phrase in parse(text).phrases] == phrases


@pytest.mark.parametrize(
    ("text", "tokens", "prefix", "plain"),
    [
        ("技术改造", ("技术", "术改", "改造"), False, True),
        ("技", ("技",), True, True),
        ("改造5", ("改造", "造", "5"), False, False),
        ("5年", ("5", "年"), True, False),
        ("1.5%", ("1.5",), False, False),
        ("技，造", ("技", "造"), True, False),
        ("ＥＲＰ", ("erp",), False, False),
        ("CO2", ("co", "2"), False, False),
        ("技術", ("技术",), False, True),
    ],
)
def test_tokens(text: str, tokens: tuple, prefix: bool, plain: bool) -> None:
    phrase = parse(text).phrases[0]
    assert (phrase.tokens, phrase.prefix, phrase.plain) == (tokens, prefix, plain)


def test_more_than_twenty_phrases_are_named_not_searched() -> None:
    query = parse(" ".join(f"词{number}" for number in range(25)))
    assert (len(query.phrases), len(query.skipped)) == (20, 5)
