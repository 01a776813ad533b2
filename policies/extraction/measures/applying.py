"""Lists of conditions: what stands below 申报项目应符合下列条件： says who may apply, whatever it names."""

import re
from collections.abc import Iterator, Sequence

from policies.extraction.records import Provision, Sentence
from policies.extraction.vocabulary.measure_words import load_measure_words

from .codes import Codes


def find_applying(
    normal: str, sentences: Sequence[Sentence], provisions: Sequence[Provision]
) -> Iterator[tuple[Sentence, Codes]]:
    """Yield the items of such lists: choosing among applicants is project management.

    A list reaches to the end of the provision that its lead-in stands in, or to the next lead-in.
    """
    opened: tuple[int | None, Codes] | None = None
    for sentence in sentences:
        if sentence.role == "lead_in":
            said = load_measure_words().applying.search(normal, sentence.start, sentence.end)
            opened = (sentence.provision, _codes(said)) if said else None
        elif opened and _within(sentence.provision, opened[0], provisions):
            yield sentence, opened[1]
        else:
            opened = None


def _codes(said: re.Match[str]) -> Codes:
    code = "project_management"
    return Codes((), (code,), (), ((code, said.group()),))


def _within(inner: int | None, outer: int | None, provisions: Sequence[Provision]) -> bool:
    while inner is not None and inner != outer:
        inner = provisions[inner].parent
    return inner == outer
