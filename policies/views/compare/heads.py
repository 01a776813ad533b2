"""What stands of the documents at the head of a table: what all share is said once."""

from collections.abc import Sequence
from dataclasses import dataclass

from policies.comparison import Column

EDITORIAL = "题名系编者所加"


@dataclass(frozen=True, slots=True)
class Heads:
    shared: tuple[str, ...]  # of all documents: 文号均原文未载
    own: tuple[tuple[Column, str, tuple[str, ...]], ...]  # column, title, what is its own


def heads_of(columns: Sequence[Column]) -> Heads:
    """Return title, number, date and validity of each document (domain notes, section 6)."""
    facts = [_facts(column) for column in columns]
    alike = {
        name for name in NAMES if len(columns) > 1 and len({fact[name] for fact in facts}) == 1
    }
    first = facts[0] if facts else {}
    return Heads(
        shared=tuple(_of_all(first[name], name) for name in NAMES if name in alike and first[name]),
        own=tuple(
            (
                column,
                column.title or "无题名",
                tuple(fact[name] for name in NAMES if name not in alike and fact[name]),
            )
            for column, fact in zip(columns, facts, strict=True)
        ),
    )


NAMES = ("题名", "文号", "日期", "效力")


def _facts(column: Column) -> dict[str, str]:
    return {
        "题名": f"〔{EDITORIAL}〕" if column.title_is_editorial else "",
        "文号": column.number or "文号原文未载",
        "日期": column.issued_on.isoformat() if column.issued_on else "日期原文未载",
        "效力": f"效力{column.validity}",
    }


def _of_all(words: str, name: str) -> str:
    """文号原文未载 → 文号均原文未载; 〔题名系编者所加〕 → 题名均系编者所加; a value stands as it is."""
    plain = words.strip("〔〕")
    return f"{name}均{plain.removeprefix(name)}" if plain.startswith(name) else f"{name}均为{plain}"
