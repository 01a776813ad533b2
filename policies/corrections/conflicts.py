"""Where a new extraction disagrees with what a person decided. Pure."""

from collections.abc import Iterable

from .overlay import Action, Decided, Effective


def conflicts(
    before: dict | None, now: dict, corrections: Iterable[Decided], effective: Effective
) -> list[dict]:
    """Return one {field, person, before, now} per field the machine has changed its mind about.

    `before` and `now` are payloads (loading/found.py). What the machine said when the person
    overruled it is no news; what it says now, if it is neither that nor the person's value, is.
    """
    return [
        {"field": name, "person": person, "before": (before or {}).get(name), "now": now.get(name)}
        for name, person in _decided(corrections, effective).items()
        if now.get(name) != person and (before is None or now.get(name) != before.get(name))
    ]


def _decided(corrections: Iterable[Decided], effective: Effective) -> dict[str, object]:
    """Return field -> effective value, for the fields a person has spoken on."""
    names: set[str] = set()
    for correction in corrections:
        if correction.state != "approved":
            continue
        if correction.action == Action.FIELD:
            names.add(correction.field)
        elif correction.action in {Action.ADD, Action.CONFIRM}:
            names |= correction.value["fields"].keys()
            names.add("doubt")
    decided = {name: effective.fields.get(name) for name in sorted(names - {"doubt"})}
    return decided | ({"doubt": None} if "doubt" in names else {})
