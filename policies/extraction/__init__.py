"""Text in, records out: the public surface of extraction."""

from .pipeline import extract, extractor_version
from .records import ExtractedDocument
from .vocabulary import Vocabulary, load_vocabulary

__all__ = ["ExtractedDocument", "Vocabulary", "extract", "extractor_version", "load_vocabulary"]
