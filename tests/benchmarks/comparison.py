"""The comparison page of the five documents: first answer, repeated reads, bytes on the wire.

python -m tests.benchmarks.comparison
"""

import re
import sys
from statistics import median

from tests.prove.figures import Figure, print_figures

from .bare import VALUES
from .client import Side, get, rates
from .corpora import corpus
from .servers import portal

PAGE = "/compare/measures/"
HEADERS = {"Accept-Encoding": "gzip"}
FRESH = HEADERS | {"Cookie": "sessionid=none"}  # who is signed in is always served afresh
LINKED = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"')
SHOWN = re.compile(r">[^<>\s][^<>]*<")  # a value: text between tags
RUNS = 15


def main() -> int:
    with corpus("SQLite", 0, seeds=True) as environment, portal(environment, workers=2) as here:
        page = get(here, PAGE).body.decode()
        values = len(SHOWN.findall(page))
        beside = {**environment, VALUES: str(values)}
        with portal(beside, workers=2, application="tests.benchmarks.bare") as bare:
            figures = [_size(here, page), *_first(here, bare, values), *_repeated(here, bare)]
    return 0 if print_figures(figures) else 1


def _size(here: int, page: str) -> Figure:
    addresses = [PAGE, *dict.fromkeys(LINKED.findall(page))]
    size = sum(len(get(here, address, HEADERS).body) for address in addresses)
    name = f"comparison: page, CSS and script ({len(addresses)} files)"
    return Figure(name, f"{size / 1000:.0f} kB", "< 80 kB", size < 80_000)


def _first(here: int, bare: int, values: int) -> list[Figure]:
    """In turns, so that a busy machine slows both."""
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(get(here, PAGE, FRESH).seconds)
        theirs.append(get(bare, "/table").seconds)
    ratio = median(ours) / median(theirs)
    return [
        Figure("comparison: values printed", f"{values}"),
        Figure("comparison: first answer", f"{median(ours) * 1000:.0f} ms"),
        Figure("comparison: first answer / bare template", f"{ratio:.1f}", "< 5", ratio < 5),
    ]


def _repeated(here: int, bare: int) -> list[Figure]:
    """Against a bare view behind the portal's middleware, and one without any."""
    for _ in range(20):  # both workers keep it then
        get(here, PAGE, HEADERS)
    page = Side(here, PAGE, tuple(HEADERS.items()))
    base, inside, kept = rates([Side(bare, "/bare"), Side(here, "/healthz"), page])
    name = "comparison: repeated reads / bare view"
    return [
        Figure(name, f"{kept / inside:.2f}", "> 0.5", kept / inside > 0.5),
        Figure(f"{name}, no middleware", f"{kept / base:.2f}"),
    ]


if __name__ == "__main__":
    sys.exit(main())
