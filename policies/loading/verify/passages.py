"""Whether search finds what the texts say: passages are the lines of their text, indexed."""

from collections.abc import Iterator

from django.db import DatabaseError, connection, transaction

from policies.loading.passages import lines
from policies.models import Document
from policies.models.search_index import INDEX, search_index_stands
from policies.models.search_text import fold, tokens


def passage_faults(document: Document) -> Iterator[str]:
    """Yield a line where the passages are not those that the text gives."""
    wanted = [(start, end, fold(document.text[start:end])) for start, end in lines(document.text)]
    rows = document.passages.order_by("start").values_list("start", "end", "folded", "tokens")
    stored = [row[:3] for row in rows]
    if stored != wanted or any(row[3] != " ".join(tokens(row[2])) for row in rows):
        yield f"{document} 的检索段落与正文不符（{len(stored)} 段，应为 {len(wanted)} 段）"


def index_faults() -> Iterator[str]:
    """Yield a line where the index is missing or does not hold what the passages hold."""
    if not search_index_stands():
        yield "检索索引或其触发器缺失，请运行 migrate"
    elif connection.vendor == "sqlite" and not _fts_in_step():
        yield "检索索引与段落不一致"


def _fts_in_step() -> bool:
    """FTS5 compares the index with its content table and complains; PostgreSQL generates its own."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True
