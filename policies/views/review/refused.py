"""An act that was not done: why, and what was typed, so that nothing typed is lost."""

from collections.abc import Iterable
from dataclasses import dataclass

from policies.models import Correction

from .typed import Typed


@dataclass(frozen=True)
class Refused:
    message: str
    status: int = 422
    typed: Typed | None = None  # of the record's form, over what stands
    changed: Iterable[str] = ()  # names of the fields that the person changed
    reason: str = ""
    both: Iterable[tuple[str, str, str, str]] = ()  # label, seen, now, typed: of a stale form
    number: int | None = None  # of the correction that was decided on
    revised: Typed | None = None  # and what was typed there

    def revised_of(self, correction: Correction) -> Typed | None:
        return self.revised if correction.number == self.number else None
