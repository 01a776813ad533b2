"""Stale, doubled and replayed forms on the running portal: one change each, nothing typed lost.

python -m tests.prove.stale_forms [--records 20]
"""

import argparse
import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.review.forms import form_of

from .both_databases import NAMES, inside
from .figures import Figure, print_figures
from .served import portal
from .staff import hire, signed_in
from .visitor import Visitor

WORDS = "早先那人所写", "后来那人所写"
APPROVAL = ("csrfmiddlewaretoken", "version", "back")  # of 通过, beside 修改后通过


def main() -> None:
    options = _options()
    if options.count:
        print(json.dumps(count()))
        return
    figures = [figure for name in NAMES for figure in _prove(name, options.records)]
    raise SystemExit(not print_figures(figures))


def count() -> dict[str, int]:
    """What the database holds: corrections proposed and approved, audit rows of people."""
    import django

    django.setup()
    from policies.models import Audit, Correction

    return {
        "corrections": Correction.objects.count(),
        "approved": Correction.objects.filter(state="approved").count(),
        "audit": Audit.objects.filter(actor__in=("lin", "wen", "shen")).count(),
    }


def _prove(name: str, records: int) -> list[Figure]:
    with portal(name, workers=2) as (served, environment):
        hire(environment)
        people = [signed_in(served.home, one) for one in ("lin", "wen", "shen")]
        told = sum(_meet(f"/review/yunnan-m{n}/", *people) for n in range(1, records + 1))
        held = inside(environment, "tests.prove.stale_forms", "--count")
    # lin's change and wen's, the one of them approved: three acts, each sent three times
    aims = {"corrections": 2 * records, "approved": records, "audit": 3 * records}
    return [
        Figure(
            f"{name}: stale forms with 409, both versions, what was typed",
            str(told),
            str(records),
            told == records,
        ),
        *(
            Figure(
                f"{name}: {one} of forms sent thrice", str(held[one]), str(aim), held[one] == aim
            )
            for one, aim in aims.items()
        ),
    ]


def _meet(page: str, lin: Visitor, wen: Visitor, shen: Visitor) -> bool:
    """Two open a record, the first saves and is approved, the second comes too late and goes on.

    Every form is sent by a double click and once more; return whether the late one was told all.
    """
    first, second = lin.form(page, page), wen.form(page, page)
    thrice(lambda: lin.send(page, first | {"hedges": WORDS[0], "reason": "早"}))
    review = shen.get(page)
    approval = re.search(r"/review/corrections/\d+/approve/", review.text)[0]
    needed = form_of(review, approval)
    thrice(lambda: shen.send(approval, {name: needed[name] for name in APPROVAL}))
    late = wen.send(page, second | {"hedges": WORDS[1], "reason": "晚"})
    again = form_of(late, page)
    thrice(lambda: wen.send(page, again))
    told = all(f"<td>{words}</td>" in late.text for words in WORDS)
    return late.status == 409 and told and (again["hedges"], again["reason"]) == (WORDS[1], "晚")


def thrice(act: Callable[[], object]) -> list[object]:
    """A double click, both at once, and the same form again afterwards."""
    with ThreadPoolExecutor(2) as both:
        twice = list(both.map(lambda _: act(), range(2)))
    return [*twice, act()]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20)
    parser.add_argument("--count", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
