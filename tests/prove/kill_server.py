"""SIGKILL to the running portal while people work: what was acknowledged is there, nothing is half.

python -m tests.prove.kill_server [--rounds 50] [--seed 1]

All the while one person uploads documents and saves them, another proposes corrections that a third
approves; the server is killed at a random moment of it, and starts again.
"""

import argparse
import json
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from tqdm import tqdm

from .both_databases import NAMES, inside
from .figures import Figure, print_figures
from .served import Served, portal
from .staff import hire, signed_in
from .working import Corrector, Uploader

MOST_ANSWERS, LONGEST = 16, 0.4  # what comes before a kill: so many answers, then seconds


def main() -> None:
    options = _options()
    if options.look:
        print(json.dumps(look(json.loads(options.look))))
        return
    figures = [figure for name in NAMES for figure in _prove(name, options)]
    raise SystemExit(not print_figures(figures))


def look(told: dict[str, list[str]]) -> dict[str, list[str]]:
    """Compare what the people were told with what the database holds; one line per fault."""
    import django

    django.setup()
    from policies.corrections.audit import verify_audit
    from policies.loading.found import found_in
    from policies.loading.reading import extract_bytes
    from policies.loading.storable import storable
    from policies.loading.verify import document_faults
    from policies.models import Audit, Correction, Document

    def whole(one: Document) -> bool:
        read = extract_bytes(one.text.encode(), "a.txt")
        return one.records.count() == len(storable(found_in(one.text, read.extracted))[0])

    uploaded = {one.slug: one for one in Document.objects.filter(slug__startswith="up-")}
    corrections = {one.value[0]: one for one in Correction.objects.select_related("record")}
    acts = [("ingest", len(uploaded) + 5), ("propose_field", len(corrections))]
    acts += [("approve_field", sum(c.state == "approved" for c in corrections.values()))]
    lost = [slug for slug in told["saved"] if slug not in uploaded]
    lost += [value for value in told["proposed"] if value not in corrections]
    lost += [value for value in told["approved"] if corrections[value].state != "approved"]
    half = [slug for slug, one in uploaded.items() if not whole(one)]
    half += [fault for one in Document.objects.all() for fault in document_faults(one)]
    half += [
        value
        for value, one in corrections.items()
        if (one.record.effective["hedges"] == [value]) != (one.state == "approved")
    ]
    half += [f"audit: {a}" for a, n in acts if Audit.objects.filter(action=a).count() != n]
    return {"lost": lost, "half": half + verify_audit()}


def _prove(name: str, options: argparse.Namespace) -> list[Figure]:
    turn = random.Random(options.seed)
    with portal(name, workers=2) as (served, environment):
        hire(environment)
        uploader = Uploader(signed_in(served.home, "guan"))
        corrector = Corrector(signed_in(served.home, "lin"), signed_in(served.home, "shen"))
        for _ in tqdm(range(options.rounds), file=sys.stderr, unit="kill", desc=name):
            _round(served, uploader, corrector, turn)
        told = {"saved": uploader.saved} | corrector.told
        seen = inside(environment, "tests.prove.kill_server", "--look", json.dumps(told))
    for fault in [*seen["lost"], *seen["half"], *uploader.silent]:
        print(f"{name}: {fault}")
    return _figures(name, options.rounds, uploader, corrector, seen)


def _round(served: Served, uploader: Uploader, corrector: Corrector, turn: random.Random) -> None:
    """Acts take longer on a busy machine: the moment is counted in answers, then in seconds."""
    enough = uploader.answers + corrector.answers + turn.randrange(MOST_ANSWERS)
    with ThreadPoolExecutor(2) as people:
        at_work = [people.submit(one.work) for one in (uploader, corrector)]
        while uploader.answers + corrector.answers < enough and not at_work[0].done():
            time.sleep(0.01)
        time.sleep(turn.uniform(0, LONGEST))
        served.kill()
        for one in at_work:
            one.result()
    served.start()
    uploader.look_again()


def _figures(
    name: str, rounds: int, uploader: Uploader, corrector: Corrector, seen: dict[str, list[str]]
) -> list[Figure]:
    told = len(uploader.saved), *(len(values) for values in corrector.told.values())
    cut = uploader.cut, corrector.cut
    silent, lost, half = len(uploader.silent), len(seen["lost"]), len(seen["half"])
    acknowledged = " + ".join(map(str, told))
    return [
        Figure(
            f"{name}: kills during an upload, an approval",
            f"{cut[0]}, {cut[1]}",
            f"{rounds}, {rounds}",
            cut == (rounds, rounds),
        ),
        Figure(
            f"{name}: acknowledged uploads + proposals + approvals",
            acknowledged,
            f"> {rounds // 4} each",
            min(told) > rounds // 4,
        ),
        Figure(f"{name}: acknowledged, then lost", str(lost), "0", lost == 0),
        Figure(f"{name}: half-written after a kill", str(half), "0", half == 0),
        Figure(f"{name}: interrupted uploads that do not say so", str(silent), "0", silent == 0),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--look", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
