"""Where a span stands in a text: its paragraph, and the same place in a changed text."""

from collections.abc import Iterator
from functools import cached_property


class Places:
    """One text, asked for the paragraphs around many spans. Offsets are code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts: dict[str, int] = {}

    def block(self, start: int, end: int) -> tuple[int, str]:
        """Return (start, text) of the whole lines that hold the span."""
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end)
        return first, self.text[first : last if last >= 0 else len(self.text)]

    def count(self, block: str) -> int:
        """How often `block` stands as whole lines, overlapping ones counted too."""
        if block not in self._counts:
            self._counts[block] = len(list(_finds(self._framed, f"\n{block}\n")))
        return self._counts[block]

    def only_start(self, block: str) -> int:
        """Where the block that occurs once begins."""
        return self._framed.index(f"\n{block}\n")

    def only_place(self, quote: str) -> tuple[int, int] | None:
        """The span of the quotation that occurs once; None where it occurs never or again."""
        first = self.text.find(quote)
        if first < 0 or self.text.find(quote, first + 1) >= 0:
            return None
        return first, first + len(quote)

    @cached_property
    def _framed(self) -> str:
        return f"\n{self.text}\n"


def locate(start: int, end: int, old: Places, new: Places) -> tuple[int, int] | None:
    """Return where the span of `old` stands in `new`, or None where that is not certain.

    Certain are: the same line at the same place; the byte-identical paragraph that occurs once in
    both; the paragraph edited behind the span; the quotation that occurs once in both.
    """
    if old.text == new.text:
        return start, end
    quote = old.text[start:end]
    first, block = old.block(start, end)
    if new.block(start, end) == (first, block) and new.text[start:end] == quote:
        return start, end
    if old.count(block) == new.count(block) == 1:
        moved = new.only_start(block) - first
        return start + moved, end + moved
    if not new.count(block) and new.text[first:end] == old.text[first:end] and _opens(new, first):
        return start, end
    return new.only_place(quote) if old.only_place(quote) else None


def _opens(places: Places, offset: int) -> bool:
    """Whether a line begins at `offset`."""
    return offset == 0 or places.text[offset - 1 : offset] == "\n"


def _finds(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
