"""Whether what the database says is true: `manage.py verify`. Reads only."""

from .document import document_faults, span_counts
from .passages import index_faults

__all__ = ["document_faults", "index_faults", "span_counts"]
