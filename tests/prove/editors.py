"""Many editors on few records at once: every edit is accepted or told that it is stale.

python -m tests.prove.editors [--editors 8] [--edits 200] [--records 20]
"""

import argparse
import json
import random
import subprocess
import sys

from tqdm import tqdm

from .both_databases import NAMES, ROOT, database, manage
from .figures import Figure, print_figures


def main() -> None:
    options = _options()
    if options.editor is not None:
        print(json.dumps(edit(options.editor, options.edits, options.records)))
    elif options.count:
        print(json.dumps(count()))
    else:
        figures = [figure for name in NAMES for figure in _prove(name, options)]
        raise SystemExit(not print_figures(figures))


def edit(editor: int, edits: int, records: int) -> dict[str, int]:
    """Propose `edits` changes to what was just read; return how they ended.

    A database too busy for its timeout answers 503, wrote nothing, and is asked again.
    """
    _setup()
    from django.contrib.auth.models import User
    from django.db import OperationalError

    from policies.corrections.errors import StaleVersion
    from policies.corrections.proposing import propose
    from policies.models import Record

    author, turn = User.objects.get_or_create(username=f"editor{editor}")[0], random.Random(editor)
    chosen = list(Record.objects.of_kind("measure").order_by("ref")[:records])
    ended = {"accepted": 0, "conflicts": 0, "busy": 0}
    bar = tqdm(total=edits, file=sys.stderr, unit="edit", disable=editor > 0)
    while (number := ended["accepted"] + ended["conflicts"]) < edits:
        record = Record.objects.get(pk=turn.choice(chosen).pk)
        said = {"author": author, "reason": "并发", "version": record.version}
        try:
            propose(record, "hedges", [f"{editor}-{number}"], **said)
            ended["accepted"] += 1
        except StaleVersion:
            ended["conflicts"] += 1
        except OperationalError:
            ended["busy"] += 1
            continue
        bar.update()
    return ended


def count() -> dict[str, object]:
    """What the database holds after the editors."""
    _setup()
    from django.db.models import F, Sum

    from policies.corrections.audit import verify_audit
    from policies.models import Audit, Correction, Record

    raised = Record.objects.aggregate(raised=Sum(F("version") - 1))["raised"]
    proposals = Audit.objects.filter(action="propose_field").count()
    return {
        "corrections": Correction.objects.count(),
        "versions": raised,
        "audit": proposals,
        "broken": verify_audit(),
    }


def _prove(name: str, options: argparse.Namespace) -> list[Figure]:
    with database(name) as environment:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "ingest")
        editors = [_start(environment, options, f"--editor={n}") for n in range(options.editors)]
        ended = [json.loads(editor.communicate()[0]) for editor in editors]
        held = json.loads(_start(environment, options, "--count").communicate()[0])
    accepted = sum(one["accepted"] for one in ended)
    conflicts = sum(one["conflicts"] for one in ended)
    attempts = options.editors * options.edits
    same = {accepted, held["corrections"], held["versions"], held["audit"]} == {accepted}
    return [
        Figure(
            f"{name}: accepted + conflicts",
            f"{accepted} + {conflicts}",
            str(attempts),
            accepted + conflicts == attempts,
        ),
        Figure(f"{name}: told to try again", str(sum(one["busy"] for one in ended))),
        Figure(f"{name}: lost updates", str(accepted - held["versions"]), "0", same),
        Figure(f"{name}: audit rows", str(held["audit"]), str(accepted), not held["broken"]),
    ]


def _start(environment: dict[str, str], options: argparse.Namespace, act: str) -> subprocess.Popen:
    numbers = [f"--edits={options.edits}", f"--records={options.records}"]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.prove.editors", act, *numbers],
        env=environment | {"DJANGO_SETTINGS_MODULE": "portal.settings"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def _setup() -> None:
    import django

    django.setup()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editors", type=int, default=8)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--records", type=int, default=20)
    parser.add_argument("--editor", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--count", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
