"""Where a record stands, as officials write it: 五、（七）."""

from collections.abc import Iterable, Mapping
from typing import Any

from policies.models import Provision

_CHAIN = ("parent__parent__", "parent__", "")
_NAMES = tuple(f"{step}{name}" for step in _CHAIN for name in ("marker", "heading"))
PROVISION_STEPS = _NAMES[:-2]  # above a provision itself
PROVISION_COLUMNS = ("provision__path", *(f"provision__{name}" for name in _NAMES))


def place_of(steps: Iterable[str | None]) -> str:
    """Return the place that markers and headings name, from the first level down.

    An unnumbered paragraph is named by its heading. PROVISION_COLUMNS after the path are such steps.
    """
    pairs = iter(steps)
    named = ((marker, heading) for marker, heading in zip(pairs, pairs, strict=True))
    return "".join(m or (f"“{h}”" if h else "") for m, h in named) or "首部"


def place_text(row: Mapping[str, Any]) -> str:
    """Return the place of a provision's row."""
    return place_of(row[name] for name in _NAMES)


def place_of_provision(provision: Provision | None) -> str:
    """Return the place of a provision at hand; parents that were not fetched cost a query each."""
    chain: list[Provision] = []
    while provision is not None:
        chain.insert(0, provision)
        provision = provision.parent
    return place_of(value for step in chain for value in (step.marker, step.heading))
