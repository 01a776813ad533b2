"""Attachments: the line that begins one, and those that are tables or lists, not text."""

import re

from .paragraphs import Paragraph

ATTACHMENT = re.compile(r"附[ \u3000]{0,2}[件表录][ \u3000]{0,2}[\d一二三四五六七八九十]{0,3}：?")
TABLE_TITLE = re.compile(
    r"[^。；]{0,60}(?:表|清单|名单|目录|台账|一览|项目库|汇总|样式|模板)(?:（[^（）]{0,20}）)?"
)
TITLE_LINES = 2  # a title may be broken once


def find_tables(normal: str, paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """Return the indexes of all paragraphs of attachments whose title says that they are a table.

    Their rows (一、装备制造, 1.某公司技改项目，总投资3亿元) look like headings and measures and are none. An
    attachment goes on to the next one's first line.
    """
    rows: set[int] = set()
    in_table = False
    for index, paragraph in enumerate(paragraphs):
        if ATTACHMENT.fullmatch(normal, paragraph.start, paragraph.end):
            in_table = _is_table(normal, paragraphs[index + 1 : index + 1 + TITLE_LINES])
        if in_table:
            rows.add(index)
    return frozenset(rows)


def _is_table(normal: str, lines: tuple[Paragraph, ...]) -> bool:
    return any(TABLE_TITLE.fullmatch(normal, line.start, line.end) for line in lines)
