"""Faceted lists at growing size, against Datasette on the same SQLite file with the same facets.

python -m tests.benchmarks.lists [1k 100k 1m] [--postgres]

Cold: a new process counts everything. Counts kept: other pages of the same selection. Datasette
gets a flat table of the same measures in the same file (links as JSON arrays), no time limits, and
once its own limits.
"""

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from tqdm import tqdm

from tests.prove.figures import Figure, print_figures

from .client import get
from .corpora import SIZES, corpus, file_of
from .servers import datasette, portal

PAGES = {
    "all facets": "/measures/?",
    "province and force": "/measures/?province=yunnan&force=encouraged",
    "theme and specific": "/measures/?theme=green&specific=yes",
}
RUNS = 7
FLAT = "benchmark_measures"
COLUMNS = ("province_id", "part_id", "status", "force", "specific", "scope")
ARRAYS = {
    "sector": ("recordsector", "sector_id", "AND relation = 'subject'"),
    "theme": ("recordtheme", "theme_id", ""),
    "instrument": ("recordinstrument", "instrument_id", ""),
    "tool": ("recordtool", "tool_id", ""),
    "actor": ("recordactor", "actor_id", ""),
    "role": ("recordnumber", "role", ""),
    "beneficiary": ("recordbeneficiary", "name", ""),
}


def main(sizes: Sequence[str], name: str, against: bool) -> int:
    figures, kept = [], {}
    for size in tqdm(sizes, desc="lists", unit="size"):
        with corpus(name, SIZES[size], seeds=True) as environment:
            kept[size] = _portal(environment, f"{name} {size}", figures)
            if against:
                _against(Path(file_of(environment)), size, kept[size], figures)
    figures += _growth(name, kept)
    return 0 if print_figures(figures) else 1


def _portal(environment: dict[str, str], title: str, figures: list[Figure]) -> dict[str, float]:
    """Milliseconds of each page with counts kept."""
    kept = {}
    with portal(environment) as port:
        get(port, "/healthz")
        for page, address in PAGES.items():
            cold = get(port, address).seconds * 1000
            others = [get(port, f"{address}&page={n}").seconds * 1000 for n in range(2, 2 + RUNS)]
            again = [get(port, address).seconds * 1000 for _ in range(RUNS)]
            kept[page] = median(others)
            value = f"{cold:.0f} / {kept[page]:.0f} / {median(again):.1f} ms"
            figures.append(Figure(f"lists {title}, {page}: cold / counts kept / same page", value))
            tqdm.write(f"{figures[-1].name}: {value}")
    return kept


def _against(file: Path, size: str, kept: dict[str, float], figures: list[Figure]) -> None:
    _flatten(file)
    facets = [("_facet", name) for name in COLUMNS] + [("_facet_array", name) for name in ARRAYS]
    address = f"/{file.stem}/{FLAT}?{urlencode([*facets, ('_size', 50)])}"
    free = {"facet_time_limit_ms": "600000", "sql_time_limit_ms": "600000"}
    with datasette(file, free) as port:
        get(port, address)
        theirs = median(get(port, address).seconds * 1000 for _ in range(3))
    with datasette(file, {}) as port:
        gives_up = b"timed out" in get(port, address).body
    ratio = theirs / kept["all facets"]
    aim = ("≥ 10 at 1m", ratio >= 10) if size == "1m" else ("", None)
    figures += [
        Figure(f"lists {size}: Datasette, same facets, no limits", f"{theirs:.0f} ms"),
        Figure(f"lists {size}: Datasette within its own limits", "gives up" * gives_up or "ok"),
        Figure(f"lists {size}: Datasette / portal, counts kept", f"{ratio:.1f}", *aim),
    ]


def _flatten(file: Path) -> None:
    """One row a measure, what is asked of it in columns: as a user of Datasette would have it."""
    arrays = ", ".join(
        f"(SELECT json_group_array(x.{column}) FROM policies_{table} x"
        f" WHERE x.record_id = r.id {only}) AS {name}"
        for name, (table, column, only) in ARRAYS.items()
    )
    with sqlite3.connect(file) as connection:
        connection.execute(
            f"CREATE TABLE {FLAT} AS SELECT r.id, r.ref, r.quote, d.province_id, r.part_id,"
            f" r.status, m.force, m.specific, m.scope, {arrays} FROM policies_record r"
            " JOIN policies_measure m ON m.record_id = r.id"
            " JOIN policies_document d ON d.id = r.document_id WHERE r.state = 'present'"
        )
        for name in COLUMNS:
            connection.execute(f"CREATE INDEX {FLAT}_{name} ON {FLAT} ({name})")


def _growth(name: str, kept: dict[str, dict[str, float]]) -> list[Figure]:
    """Each size against the smallest, counts kept."""
    first, *others = kept
    return [
        Figure(
            f"lists {name} {size} / {first}, counts kept, {page}",
            f"{kept[size][page] / kept[first][page]:.1f}",
            "≤ 5" if size == "1m" else "",
            kept[size][page] <= 5 * kept[first][page] if size == "1m" else None,
        )
        for size in others
        for page in PAGES
    ]


if __name__ == "__main__":
    asked = sys.argv[1:]
    name = "PostgreSQL" if "--postgres" in asked else "SQLite"
    wanted = [size for size in SIZES if size in asked] or ["1k", "100k"]
    sys.exit(main(wanted, name, against=name == "SQLite"))
