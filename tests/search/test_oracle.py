"""What search finds is what reading every line finds: random substrings and real queries."""

import random
import re
from functools import cache

from django.http import QueryDict

from policies.loading.passages import lines
from policies.models import Document, Passage
from policies.models.search_text import RUN, fold
from policies.search import search
from policies.search.matching import matching
from policies.search.query import parse

REAL = [
    "技术改造",
    "专项资金",
    "贴息",
    "企业所得税",
    "加计扣除",
    "进口关税",
    "土地出让金",
    "两化融合",
    "首台（套）",
    "淘汰落后产能",
    "节能减排",
    "循环经济",
    "中小企业",
    "担保",
    "融资租赁",
    "规模以上",
    "工业和信息化厅",
    "发展改革委",
    "考核",
    "高新技术企业",
    "15%",
    "2015年",
    "30%以上",
    "50",
    "500万元",
    "1000亿元",
    "CAD",
    "ERP",
    "LED",
    "3D",
    "物联网",
    "云计算",
    "钢铁",
    "有色金属",
    "化工",
    "建材",
    "装备制造",
    "战略性新兴产业",
    "新材料",
    "生物医药",
    "汽车",
    "电子信息",
    "轻工",
    "纺织",
    "煤炭",
    "电力",
    "“十二五”",
    "《国务院",
    "国发",
    "先征后退",
    "免征",
    "减半",
    "折旧",
    "增值税",
    "营业税",
    "用地",
    "审批",
    "备案",
    "产业集群",
    "园区",
    "人才",
    "标准",
    "质量",
]


@cache
def seed_lines() -> list[tuple[str, int, str]]:
    """(document, start, folded line) of the five texts; the same in every test."""
    return [
        (document.slug, start, fold(document.text[start:end]))
        for document in Document.objects.order_by("slug")
        for start, end in lines(document.text)
    ]


def expected(query: str) -> set[tuple[str, int]]:
    """(document, start) of the lines that hold the phrase, numbers and words whole."""
    asked = fold(query)
    return {(slug, start) for slug, start, line in seed_lines() if _holds(line, asked)}


def _holds(line: str, asked: str) -> bool:
    """str.find, and neither end of the find inside a number or a word."""
    if asked not in line:
        return False
    inside = {
        place
        for run in RUN.finditer(line)
        if run.lastgroup != "han"
        for place in range(run.start() + 1, run.end())
    }
    place = line.find(asked)
    while place >= 0:
        if place not in inside and place + len(asked) not in inside:
            return True
        place = line.find(asked, place + 1)
    return False


def found(query: str) -> set[tuple[str, int]]:
    passages = Passage.objects.filter(matching(parse(f'"{query}"').phrases))
    places = list(passages.values_list("document__slug", "start"))
    assert len(places) == len(set(places))
    return set(places)


def shown(query: str) -> list[tuple[str, int]]:
    """All pages of an answer; every hit of it is marked, and the count is theirs."""
    params = QueryDict(mutable=True)
    params["q"] = f'"{query}"'
    places: list[tuple[str, int]] = []
    pages = 1
    while pages > 0:
        answer = search(params)
        places += [(hit.passage.document.slug, hit.passage.start) for hit in answer.hits]
        assert all(any(segment.marked for segment in hit.segments) for hit in answer.hits)
        pages = answer.page.pages - answer.page.number
        params["page"] = str(answer.page.number + 1)
    assert len(places) == answer.count
    return places


def substrings(length: int, number: int) -> list[str]:
    """Random pieces of lines, of one to `length` characters, numbers and words whole."""
    chance = random.Random(length)
    pieces: list[str] = []
    while len(pieces) < number:
        line = chance.choice(seed_lines())[2]
        first = chance.randrange(len(line))
        last = first + chance.randint(1, length)
        for run in RUN.finditer(line):
            if run.lastgroup != "han":
                first = run.start() if run.start() < first < run.end() else first
                last = run.end() if run.start() < last < run.end() else last
        piece = line[first:last]
        if RUN.search(piece) and '"' not in piece and piece == " ".join(piece.split()):
            pieces.append(piece)
    return pieces


def test_random_substrings_find_every_place(portal: None) -> None:
    for piece in substrings(6, 200):
        assert found(piece) == expected(piece), piece


def test_two_character_queries_find_every_place(portal: None) -> None:
    for piece in substrings(2, 40):
        assert found(piece) == expected(piece), piece


def test_real_queries_find_what_reading_finds(portal: None) -> None:
    assert len(REAL) >= 60
    some = [query for query in REAL if found(query)]
    for query in REAL:
        assert found(query) == expected(query), query
    assert len(some) > 50


def test_the_pages_of_an_answer_show_each_passage_once(portal: None) -> None:
    for query in [*REAL[:8], "%", "技", *substrings(6, 5)]:
        places = shown(query)
        assert len(places) == len(set(places))
        assert set(places) == (expected(query) if RUN.search(query) else set())


def test_traditional_and_full_width_queries_find_the_same(portal: None) -> None:
    for asked, plain in [("技術改造", "技术改造"), ("１５％", "15%"), ("ＥＲＰ", "erp")]:
        assert found(asked) == found(plain) != set()


def test_the_pieces_are_random_enough(portal: None) -> None:
    pieces = substrings(6, 80)
    assert len(set(pieces)) > 60
    assert any(re.search(r"\d", piece) for piece in pieces)
    assert any(not RUN.fullmatch(piece) for piece in pieces)
