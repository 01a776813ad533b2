"""Answers per second of an unchanged list page with gunicorn's two workers, against a bare view.

python -m tests.benchmarks.serving
"""

import sys

from tests.prove.figures import Figure, print_figures

from .client import Side, get, rates
from .corpora import corpus
from .servers import portal

PAGE = "/measures/?province=yunnan"
GZIP = ("Accept-Encoding", "gzip")


def main() -> int:
    with (
        corpus("SQLite", 0, seeds=True) as environment,
        portal(environment, workers=2) as here,
        portal(environment, workers=2, application="tests.benchmarks.bare") as bare,
    ):
        for _ in range(20):  # both workers keep it then
            answer = get(here, PAGE, dict([GZIP]))
        tag = ("If-None-Match", answer.headers["ETag"])
        sides = [
            Side(bare, "/bare"),
            Side(here, "/healthz"),  # a bare view behind the portal's middleware
            Side(here, PAGE, (GZIP,)),
            Side(here, PAGE, (GZIP, tag), status=304),
            # who is signed in is always served afresh
            Side(here, PAGE, (GZIP, ("Cookie", "sessionid=none"))),
        ]
        base, inside, kept, unchanged, fresh = rates(sides)
    return 0 if print_figures(_figures(base, inside, kept, unchanged, fresh)) else 1


def _figures(
    base: float, inside: float, kept: float, unchanged: float, fresh: float
) -> list[Figure]:
    """Against a bare view without middleware; beside it, one behind the portal's."""
    figures = [
        Figure("serving: bare view, no middleware", f"{base:.0f}/s"),
        Figure("serving: bare view, the portal's middleware", f"{inside:.0f}/s"),
    ]
    for name, rate in (("kept list page", kept), ("304", unchanged)):
        ratio = rate / base
        figures.append(Figure(f"serving: {name} / bare view", f"{ratio:.2f}", "> 0.7", ratio > 0.7))
    return [*figures, Figure("serving: uncached list page / bare view", f"{fresh / base:.3f}")]


if __name__ == "__main__":
    sys.exit(main())
