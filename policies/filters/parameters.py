"""Query strings: the limits every address keeps, and addresses made from other addresses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict

MAX_VALUES = 200
MAX_LENGTH = 500

Pairs = tuple[tuple[str, str], ...]


def check_parameters(params: QueryDict) -> None:
    """Raise BadRequest (400) on a NUL, more than 200 values or one over 500 characters."""
    pairs = list(pairs_of(params))
    if len(pairs) > MAX_VALUES:
        raise BadRequest(f"参数过多：至多 {MAX_VALUES} 个值；请减少所选条件。")
    for text in (text for pair in pairs for text in pair):
        if "\0" in text:
            raise BadRequest("参数中有空字符（NUL）；请从地址中删去。")
        if len(text) > MAX_LENGTH:
            raise BadRequest(f"参数过长：每个至多 {MAX_LENGTH} 字；请缩短。")


def pairs_of(params: QueryDict) -> Iterable[tuple[str, str]]:
    """(name, value) for every value of a QueryDict, in order of names as first written."""
    return ((name, value) for name, values in params.lists() for value in values)


@dataclass(frozen=True)
class Query:
    """The parameters of an address; every method gives a new one."""

    pairs: Pairs = ()

    @classmethod
    def of(cls, values: Mapping[str, Iterable[str]]) -> "Query":
        return cls(tuple((name, value) for name, some in values.items() for value in some))

    def __str__(self) -> str:
        """`?sector=steel&sector=chemicals`, or `?` when there is nothing to say."""
        return "?" + urlencode(self.pairs)

    def get(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.pairs if key == name)

    def adding(self, name: str, value: str) -> "Query":
        return Query((*self.pairs, (name, value))) if (name, value) not in self.pairs else self

    def removing(self, name: str, value: str) -> "Query":
        return Query(tuple(pair for pair in self.pairs if pair != (name, value)))

    def toggling(self, name: str, value: str) -> "Query":
        return (self.removing if (name, value) in self.pairs else self.adding)(name, value)

    def without(self, *names: str) -> "Query":
        return Query(tuple(pair for pair in self.pairs if pair[0] not in names))

    def setting(self, name: str, *values: str) -> "Query":
        return Query((*self.without(name).pairs, *((name, value) for value in values)))
