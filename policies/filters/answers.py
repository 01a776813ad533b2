"""Which records of a list answer what, as bits: any selection is counted without the tables.

Each record has a place; those of a document stand together. A set of records is a string of flags,
"1" at their places, read as one whole number: choosing is `|` and `&`, counting is counting bits.
A set of few records is the array of their places instead.
"""

from array import array
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from .counts import Counts
from .facets import Facet
from .filterset import Choice
from .terms import Terms

Stored = int | str | None  # None: no answer
Records = int | array  # flags, or places
NOWHERE = 0  # the place of records that the list doesn't show; its flag is never set
FEW = 500  # times fewer than the list: looking these up is then faster than counting all bits


@dataclass
class Answers:
    """`documents`: id -> first place and the one after the last; `facets`: facet -> answer -> records;
    `firm`: the records that say it in figures or in terms one can hold someone to."""

    size: int = 1
    documents: dict[int, tuple[int, int]] = field(default_factory=dict)
    facets: dict[str, dict[Stored, Records]] = field(default_factory=dict)
    firm: int = 0

    def count(self, facets: tuple[Facet, ...], choices: dict[str, Choice], terms: Terms) -> Counts:
        """Count the selection, each option of `facets` and each document, as counts.count() does."""
        by_code = self._all_by_code(facets, terms)
        chosen = self._chosen(by_code, choices)
        selected = flags(self._all(chosen), self.size)
        return Counts(
            total=selected.count("1"),
            options={
                facet.name: self._options(by_code[facet.name], self._all(chosen, {facet.name}))
                for facet in facets
            },
            documents={
                document: records
                for document, place in self.documents.items()
                if (records := selected.count("1", *place))
            },
        )

    def cross(
        self,
        facets: tuple[Facet, ...],
        choices: dict[str, Choice],
        terms: Terms,
        pair: tuple[str, str],
    ) -> tuple[dict[str, int], dict[str, int]]:
        """Of two facets, each code that occurs -> the records that give it and answer all other
        facets as chosen. `&` of two of them, counted, is a square of their cross-tab."""
        by_code = self._all_by_code(facets, terms)
        others = self._all(self._chosen(by_code, choices), pair)
        rows, columns = (
            {
                code: found
                for code, records in by_code[name].items()
                if (found := union([records], self.size) & others)
            }
            for name in pair
        )
        return rows, columns

    def _all_by_code(
        self, facets: tuple[Facet, ...], terms: Terms
    ) -> dict[str, dict[str, Records]]:
        return {facet.name: self._by_code(facet, terms) for facet in facets}

    def _chosen(
        self, by_code: dict[str, dict[str, Records]], choices: dict[str, Choice]
    ) -> dict[str, int]:
        return {name: self._any(by_code[name], choice) for name, choice in choices.items()}

    def _by_code(self, facet: Facet, terms: Terms) -> dict[str, Records]:
        codes, answers = terms.codes(facet), self.facets[facet.name]
        return {facet.code_of(stored, codes): records for stored, records in answers.items()}

    def _any(self, by_code: dict[str, Records], choice: Choice) -> int:
        """The records with one of the chosen answers; none where only unknown ones are chosen."""
        return union((by_code[code] for code in choice.codes if code in by_code), self.size)

    def _all(self, chosen: dict[str, int], ignoring: Collection[str] = ()) -> int:
        """The records that answer every facet in use but those ignored."""
        found = everything(self.size)
        for name, records in chosen.items():
            if name not in ignoring:
                found &= records
        return found

    def _options(self, by_code: dict[str, Records], others: int) -> dict[str, int]:
        """Code -> how many of `others` answer so, where any does."""
        flag = flags(others, self.size).encode().__getitem__
        counted = {
            code: (records & others).bit_count()
            if isinstance(records, int)
            else sum(map(flag, records)) - ord("0") * len(records)
            for code, records in by_code.items()
        }
        return {code: number for code, number in counted.items() if number}


def flags(records: int, size: int) -> str:
    return f"{records:0{size}b}"


def everything(size: int) -> int:
    return (1 << (size - 1)) - 1


def packed(places: Iterable[int], size: int) -> int:
    """The set of the records at `places`, of which some may be NOWHERE or repeat."""
    found = bytearray(b"0") * size
    for place in places:
        found[place] = ord("1")
    found[NOWHERE] = ord("0")
    return int(found, 2)


def compact(places: Iterable[int], number: int, size: int) -> Records:
    """As `packed`, or the places themselves where they are few; `number` of them at most."""
    if FEW * number < size:
        return array("I", sorted({*places} - {NOWHERE}))
    return packed(places, size)


def union(some: Iterable[Records], size: int) -> int:
    found, places = 0, array("I")
    for records in some:
        if isinstance(records, int):
            found |= records
        else:
            places += records
    return found | packed(places, size)
