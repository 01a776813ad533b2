"""Which record of the former extraction is which fact of the new one. Pure."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from policies.corrections.places import Places

from .found import Found


@dataclass(frozen=True)
class Known:
    """A stored record as it last stood; the span indexes the text of `places`."""

    ref: str
    kind: str
    start: int
    end: int
    key: str
    quote: str
    places: Places


Fact = Known | Found
Sight = Callable[[Fact, Places, Places], Hashable | None]


def match(known: Sequence[Known], found: Sequence[Found], new: Places) -> dict[str, int]:
    """Return ref -> index in `found`, for every pair that is certain; `found` indexes `new`.

    Four sights, the surer first. Each pairs what the former ones left, where exactly one fact on
    either side gives the same answer; None is no answer.
    """
    pairs: dict[str, int] = {}
    for sight in (same_place, same_paragraph, edited_behind):
        taken = set(pairs.values())
        pairs |= _pair(
            {fact.ref: sight(fact, fact.places, new) for fact in known if fact.ref not in pairs},
            {i: sight(fact, new, new) for i, fact in enumerate(found) if i not in taken},
        )
    by_quote = _pair(
        {fact.ref: _about(fact) for fact in known}, dict(enumerate(map(_about, found)))
    )
    taken = set(pairs.values())
    return pairs | {
        ref: i for ref, i in by_quote.items() if ref not in pairs and i not in taken
    }  # unique among all, not only among what is left


def same_place(fact: Fact, own: Places, new: Places) -> Hashable | None:
    """Same span and key, the lines around it unchanged and where they were."""
    return (*_about(fact), fact.start, own.block(fact.start, fact.end))


def same_paragraph(fact: Fact, own: Places, new: Places) -> Hashable | None:
    """Same key and offset in the byte-identical paragraph that occurs once in both texts."""
    first, block = own.block(fact.start, fact.end)
    if own.count(block) != 1 or new.count(block) != 1:
        return None
    return (*_about(fact), fact.start - first, block)


def edited_behind(fact: Fact, own: Places, new: Places) -> Hashable | None:
    """Same span and key in a paragraph that was edited only behind the quotation."""
    first, block = own.block(fact.start, fact.end)
    if own is not new and new.count(block):
        return None  # the paragraph still stands somewhere: this place is another one's
    return (*_about(fact), fact.start, first, own.text[first : fact.end])


def _about(fact: Fact) -> tuple[str, str, str]:
    return (fact.kind, fact.key, fact.quote)


def _pair(known: dict[str, Hashable], found: dict[int, Hashable]) -> dict[str, int]:
    """Pair what gives the same answer, once on either side."""
    refs, places = _by_answer(known), _by_answer(found)
    return {
        refs[answer][0]: places[answer][0]
        for answer in refs
        if len(refs[answer]) == 1 and len(places.get(answer, ())) == 1
    }


def _by_answer(answers: dict) -> dict[Hashable, list]:
    by_answer = defaultdict(list)
    for name, answer in answers.items():
        if answer is not None:
            by_answer[answer].append(name)
    return by_answer
