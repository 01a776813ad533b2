"""/compare/: documents side by side, as pages and as files; the clause beside the table."""

from .address import default_documents, published_documents
from .clauses import compare_clause
from .pages import compare, compare_digest, compare_index

__all__ = [
    "compare",
    "compare_clause",
    "compare_digest",
    "compare_index",
    "default_documents",
    "published_documents",
]
