"""Parts of a document: what kind of text a heading announces."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class Part:
    code: str  # preamble significance guidance principles targets tasks sectors projects safeguards closing
    name: str  # 重点任务
    headings: tuple[str, ...] = ()  # regular expressions over a heading
    covered: bool = False  # every sentence in it is a measure


def load_parts() -> tuple[Part, ...]:
    """Return the terms of parts.toml in reading order."""
    return read_terms("parts.toml", "part", Part, "code")
