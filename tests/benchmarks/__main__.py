"""Lists and search at growing size on both databases, ending in one table of figures and ratios.

python -m tests.benchmarks [lists] [search] [1k] [100k] [1m] [SQLite] [PostgreSQL]

What is not named is all of its sort, but 1m: a million measures take ten minutes to make.
"""

import os
import sys
from collections.abc import Sequence

from tests.prove.both_databases import NAMES
from tests.prove.figures import Figure, print_figures

from . import lists, search
from .corpora import SIZES

TOPICS = {"lists": lists.measure, "search": search.measure}


def main(asked: Sequence[str]) -> int:
    if unknown := set(asked) - {*TOPICS, *SIZES, *NAMES}:
        sys.exit(f"unknown: {', '.join(sorted(unknown))}\n{__doc__}")
    topics = [topic for topic in TOPICS if topic in asked] or list(TOPICS)
    sizes = [size for size in SIZES if size in asked] or ["1k", "100k"]
    names = [name for name in NAMES if name in asked] or list(NAMES)
    figures: list[Figure] = []
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors at the start")
    for topic in topics:
        for name in names:
            figures += TOPICS[topic](sizes, name)
    return 0 if print_figures(figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
