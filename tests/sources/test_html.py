"""HTML: what a reader of the page sees, line by line."""

import pytest

from policies.sources.html import read_html
from policies.sources.html_guard import check_depth
from policies.sources.limits import HTML_MAX_DEPTH
from policies.sources.source import SourceError


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>甲</p><p>乙", ["甲", "乙"]),
        ("甲<br>乙<br/><br>丙", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<b>乙</b><span> 丙</span>", ["甲乙 丙"]),  # inline elements break no line
        ("<p>一、总体\n    要求", ["一、总体要求"]),  # a break between two Chinese characters
        ("<p>the\n  plan", ["the plan"]),  # … but not between words
        ("<p>甲 \t 乙", ["甲 乙"]),
        ("<p>&nbsp;&nbsp;&#12288;甲&nbsp;乙", ["甲\xa0乙"]),  # indents go, other spaces stay
        ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
        ("<p>1&lt;2 &amp;amp; &yen;", ["1<2 &amp; ¥"]),
        ("<h1>甲</h1><ul><li>乙<li>丙</ul>", ["甲", "乙", "丙"]),
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲</ol><ol start=x><li>乙</ol>", ["3.甲", "1.乙"]),
        # tables
        ("<table><tr><th>指标<th>值<tr><td>投资<td>\n5000亿元", ["指标\t值", "投资\t5000亿元"]),
        ("<table><tr><td><p>指标</p><td><p>值</p>", ["指标\t值"]),  # as Word exports it
        ("<table><tr><td><p>甲</p><p>乙</p></td></table>", ["甲", "乙"]),  # a layout table
        ("<table><tr><td>甲<td></table>", ["甲"]),
        ("<table><tr><td>甲<table><tr><td>a<td>b</table></table>", ["甲", "a\tb"]),
        # what no reader sees
        ("<script>甲</script><style>乙</style><!--丙--><p>丁<noscript>戊</noscript>", ["丁"]),
        ("<head><title>甲</title></head><body><nav>乙</nav><p>丙", ["丙"]),
        (
            "<p hidden>甲</p><p style='color:red; Display : none'>乙</p><p style='color:red'>丙",
            ["丙"],
        ),
        ("<select><option>甲</select><button>乙</button><p>丙", ["丙"]),
        # entities of a DTD are no HTML and stay unresolved
        (
            "<!DOCTYPE html SYSTEM 'file:///etc/passwd'><p>&xxe;甲",
            ["&xxe;甲"],
        ),
        ("<!DOCTYPE a [<!ENTITY x '乙'>]><p>甲&x;", ["]>", "甲&x;"]),
        ("<?xml version='1.0'?><html><p>甲", ["甲"]),
    ],
)
def test_lines(markup, lines):
    assert read_html(markup.encode()).text.split("\n") == lines


@pytest.mark.parametrize(
    ("markup", "encoding"),
    [
        ("<meta charset=gbk><p>企业技术改造", "gb18030"),
        (
            '<META HTTP-EQUIV=Content-Type content="text/html; charset=gb2312"><p>企业技术改造',
            "gb18030",
        ),
        ("<?xml version='1.0' encoding='gb18030'?><html><p>企业技术改造", "gb18030"),
        ("<p>企业技术改造", "gb18030"),  # undeclared
        ("<meta charset='utf-8'><p>企业技术改造", "utf-8"),
        ("<p>企业技术改造", "utf-16"),
    ],
)
def test_encoding(markup, encoding):
    reading = read_html(markup.encode(encoding))
    assert (reading.text, reading.encoding) == ("企业技术改造", encoding)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * (HTML_MAX_DEPTH + 1),
        "<p><b>" * (HTML_MAX_DEPTH + 1),  # never closed: the parser repeats them all
        "<table><tr><td>" * (HTML_MAX_DEPTH + 1),
        "<script></SCRIPT>" + "<i>" * (HTML_MAX_DEPTH + 1),
    ],
)
def test_too_deep(markup):
    with pytest.raises(SourceError, match="嵌套过深"):
        check_depth(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 200 + "</div>" * 200,
        "<p><b>甲</b>" * 5000,
        "<p>甲<br><li>乙<tr><td>" * 5000,  # end tags left out
        "<script>" + "<div>" * 5000 + "</script>",  # text, no tags
        "<!--" + "<div>" * 5000 + "-->",
        "</div>" * 5000 + "<div>" * 200,
    ],
)
def test_deep_enough(markup):
    check_depth(markup)


def test_depth_that_only_the_parser_sees():
    # Each open table adds three levels; the guard counts one.
    with pytest.raises(SourceError, match="嵌套过深"):
        read_html(b"<table><tr><td>" * 100 + b"x")
