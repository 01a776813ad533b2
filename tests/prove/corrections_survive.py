"""Corrections through loads of shuffled and edited text, on both databases.

python -m tests.prove.corrections_survive [--corrections 30] [--ingests 8] [--seed 1]
"""

import argparse
import json
import random
import sys

from tqdm import tqdm

from .both_databases import NAMES, database, inside, manage
from .figures import Figure, print_figures

NUMBERS = ("corrections", "ingests", "seed")
SLUGS = ("shandong", "henan", "yunnan", "gansu", "xinjiang")


def main() -> None:
    options = _options()
    if options.inside:
        print(json.dumps(survive(options.corrections, options.ingests, options.seed)))
        return
    figures = [figure for name in NAMES for figure in _prove(name, options)]
    raise SystemExit(not print_figures(figures))


def survive(corrections: int, ingests: int, seed: int) -> dict[str, object]:
    """Correct, load edited texts, put the texts back; return what was counted."""
    import django

    django.setup()
    from policies.loading.verify import document_faults
    from policies.models import Document

    from . import surviving

    turn = random.Random(seed)
    kept = surviving.correct_some(corrections, turn, SLUGS)
    originals = surviving.originals_of(SLUGS)
    faults, queued = [], 0
    for _ in tqdm(range(ingests), file=sys.stderr, unit="ingest", desc="edited"):
        edited = surviving.one_round(originals, turn)
        tally = surviving.check(kept, edited, originals)
        faults, queued = faults + tally.faults, queued + tally.queued
    whole = {slug: surviving.untouched(text) for slug, text in originals.items()}
    for slug, lines in whole.items():
        surviving.load_lines(slug, lines)
    back = surviving.check(kept, whole, originals)
    unsound = [fault for one in Document.objects.all() for fault in document_faults(one)]
    return {"faults": faults + back.faults, "queued": queued, "back": back.kept, "unsound": unsound}


def _prove(name: str, options: argparse.Namespace) -> list[Figure]:
    with database(name) as environment:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "ingest")
        numbers = [f"--{name}={getattr(options, name)}" for name in NUMBERS]
        counted = inside(environment, "tests.prove.corrections_survive", "--inside", *numbers)
    for fault in counted["faults"] + counted["unsound"]:
        print(f"{name}: {fault}")
    wrong, total = len(counted["faults"]), options.corrections
    return [
        Figure(f"{name}: corrections × ingests", f"{total} × {options.ingests}"),
        Figure(f"{name}: lost, changed or re-attached", str(wrong), "0", wrong == 0),
        Figure(f"{name}: queued on the way", str(counted["queued"]), "> 0", counted["queued"] > 0),
        Figure(
            f"{name}: in force when the texts are back",
            str(counted["back"]),
            str(total),
            counted["back"] == total,
        ),
        Figure(
            f"{name}: faults found by verify",
            str(len(counted["unsound"])),
            "0",
            not counted["unsound"],
        ),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corrections", type=int, default=30)
    parser.add_argument("--ingests", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
