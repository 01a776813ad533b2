"""500 corrected records, then a changed extractor, moved paragraphs, an edited text; both databases.

python -m tests.prove.reingest [--corrections 500] [--seed 1]
"""

import argparse
import json
import random
from collections.abc import Sequence

from .both_databases import NAMES, database, inside, manage
from .figures import Figure, print_figures

SLUGS = ("shandong", "henan", "yunnan", "gansu", "xinjiang")
ROUNDS = ("changed extractor", "moved paragraphs", "edited text", "all as before")


def main() -> None:
    options = _options()
    if options.inside:
        print(json.dumps(survive(options.corrections, options.seed)))
        return
    figures = [figure for name in NAMES for figure in _prove(name, options)]
    raise SystemExit(not print_figures(figures))


def survive(number: int, seed: int) -> dict[str, dict]:
    """Correct `number` records and load four times; per round: in force, queued, faults."""
    import django

    django.setup()
    from . import surviving
    from .changed_extractor import changed_extractor
    from .edited_texts import moved, shuffled_and_edited

    turn = random.Random(seed)
    kept, originals = surviving.correct_some(number, turn, SLUGS), surviving.originals_of(SLUGS)
    whole = {slug: surviving.untouched(text) for slug, text in originals.items()}
    fates = _fates(kept, seed)
    with changed_extractor(seed):
        _load(whole)
    counted = {ROUNDS[0]: _doubts(kept, fates)}
    shuffled = {slug: moved(text, turn) for slug, text in originals.items()}
    edited = {slug: shuffled_and_edited(text, turn) for slug, text in originals.items()}
    for name, texts in zip(ROUNDS[1:], (shuffled, edited, whole), strict=True):
        _load(texts)
        tally = surviving.check(kept, texts, originals)
        counted[name] = {"kept": tally.kept, "queued": tally.queued, "faults": tally.faults}
    counted[ROUNDS[-1]]["faults"] += _unsound()
    return counted


def _load(texts: dict[str, list]) -> None:
    from .surviving import load_lines

    for slug, lines in texts.items():
        load_lines(slug, lines)


def _fates(kept: Sequence, seed: int) -> dict[str, str]:
    """ref -> what the changed extractor does with what it found there."""
    from policies.models import Record

    from .changed_extractor import fate_of

    records = Record.objects.filter(ref__in=[one.ref for one in kept])
    said = {record.ref: (record.kind, record.extracted) for record in records}
    return {
        ref: fate_of(kind, seen["start"], seen["end"], seen["key"], seed)
        for ref, (kind, seen) in said.items()
    }


def _doubts(kept: Sequence, fates: dict[str, str]) -> dict:
    """After the changed extractor: everything in force, what it disputes queued and nothing else."""
    from policies.models import Record, ReviewItem

    items = ReviewItem.objects.filter(closed_at__isnull=True, record__isnull=False)
    waiting = set(items.values_list("record__ref", flat=True))
    faults = []
    for one in kept:
        record = Record.objects.get(ref=one.ref)
        faults += _faults(one, record, fates[one.ref], one.ref in waiting)
    queued = sum(one.ref in waiting for one in kept)
    return {"kept": len(kept) - queued, "queued": queued, "faults": faults}


def _faults(one: object, record: object, fate: str, waits: bool) -> list[str]:
    refused = one.state == "rejected"
    lost = fate in {"lost", "shorter"}
    state = "gone" if refused and lost else one.state
    disputed = lost or (fate == "otherwise" and not refused)
    found = {
        "state": record.state == state,
        "quotation": record.quote == one.quote,
        "value": not one.name or record.effective[one.name] == one.value,
        "approval": record.corrections.filter(state="approved").exists(),
        "queue": waits == disputed,
    }
    return [f"{one.ref} ({fate}): {what}" for what, right in found.items() if not right]


def _unsound() -> list[str]:
    from policies.corrections.audit import verify_audit
    from policies.loading.verify import document_faults
    from policies.models import Document

    found = [fault for one in Document.objects.all() for fault in document_faults(one)]
    return found + verify_audit()


def _prove(name: str, options: argparse.Namespace) -> list[Figure]:
    with database(name) as environment:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "ingest")
        numbers = [f"--corrections={options.corrections}", f"--seed={options.seed}"]
        counted = inside(environment, "tests.prove.reingest", "--inside", *numbers)
    for one in ROUNDS:
        for fault in counted[one]["faults"]:
            print(f"{name}, {one}: {fault}")
    return [_figure(f"{name}: {one}", counted[one], options.corrections) for one in ROUNDS]


def _figure(name: str, seen: dict, total: int) -> Figure:
    """Undisputed + queued make all of them, all in force, and nothing is wrong with any."""
    value = f"{seen['kept']} undisputed, {seen['queued']} queued"
    whole = seen["kept"] + seen["queued"] == total and not seen["faults"]
    return Figure(f"{name}: kept, none re-attached", value, f"{total}, 0 wrong", whole)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corrections", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
