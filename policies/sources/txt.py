"""Plain text: the ladder of encodings, nothing else changed."""

from .encoding import decode
from .source import Reading


def read_txt(data: bytes) -> Reading:
    """Return the text of a .txt as it stands; raises SourceError if it is none."""
    text, encoding = decode(data)
    return Reading(text, encoding)
