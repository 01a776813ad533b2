"""Faceted lists at growing size, against Datasette on the same SQLite file with the same facets.

python -m tests.benchmarks lists [1k 100k 1m]

Cold: the first page of a new process, which reads all answers. Other selections: each asked once,
counted from the answers. Counts kept: one selection, rendered afresh. Same page: rendered before.
Datasette gets a flat table of the same measures in the same file (links as JSON arrays), no time
limits, and once its own limits.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from tqdm import tqdm

from tests.prove.figures import Figure

from .client import get
from .corpora import SIZES, corpus, file_of
from .servers import datasette, portal

ALL, ONE, TWO = "all facets", "province chosen", "theme and force chosen"
PAGES = {
    ALL: ["/measures/?"],
    ONE: [f"/measures/?province={p}" for p in ("yunnan", "henan", "gansu", "shandong", "xinjiang")],
    TWO: [
        f"/measures/?theme={t}&force=encouraged"
        for t in ("green", "safety", "sme", "digitalisation")
    ],
}
RUNS = 7
AIMED = "1m"  # the size that aims are set for
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


Times = dict[str, float]  # page -> milliseconds with counts kept


def measure(sizes: Sequence[str], name: str) -> list[Figure]:
    """Return the figures of the portal on that database, of Datasette beside it on SQLite."""
    figures: list[Figure] = []
    kept: dict[str, Times] = {}
    for size in tqdm(sizes, desc=f"lists {name}", unit="size"):
        with corpus(name, SIZES[size], seeds=True) as environment:
            kept[size] = _portal(environment, f"lists {name} {size}", figures)
            if name == "SQLite":
                _against(Path(file_of(environment)), size, kept[size], figures)
    return figures + _growth(name, kept)


def _portal(environment: dict[str, str], title: str, figures: list[Figure]) -> Times:
    kept = {}
    with portal(environment) as port:
        get(port, "/healthz")
        for page, addresses in PAGES.items():
            first, *others = [_milliseconds(port, address) for address in addresses]
            afresh = [f"{addresses[0]}&run={number}" for number in range(RUNS)]  # not rendered yet
            kept[page] = median(_milliseconds(port, address) for address in afresh)
            again = median(_milliseconds(port, addresses[0]) for _ in range(RUNS))
            name = "other selections" if others else "cold"
            value = f"{median(others or [first]):.0f} / {kept[page]:.0f} / {again:.1f} ms"
            figures.append(Figure(f"{title}, {page}: {name} / counts kept / same page", value))
            tqdm.write(f"{figures[-1].name}: {value}")
    return kept


def _milliseconds(port: int, address: str) -> float:
    answer = get(port, address)
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")
    return answer.seconds * 1000


def _against(file: Path, size: str, kept: Times, figures: list[Figure]) -> None:
    facets = [("_facet", name) for name in COLUMNS] + [("_facet_array", name) for name in ARRAYS]
    address = f"/{file.stem}/{FLAT}?{urlencode([*facets, ('_size', 50)])}"
    free = {"facet_time_limit_ms": "600000", "sql_time_limit_ms": "600000"}
    with _flat(file):
        with datasette(file, free) as port:
            get(port, address)
            times = 1 if size == AIMED else 3  # there a page takes minutes
            theirs = median(get(port, address).seconds * 1000 for _ in range(times))
        with datasette(file, {}) as port:
            gives_up = b"timed out" in get(port, address).body
    ratio = theirs / kept[ALL]
    aim = ("≥ 10, or gives up", ratio >= 10 or gives_up) if size == AIMED else ("", None)
    figures += [
        Figure(f"lists SQLite {size}: Datasette, same facets, no limits", f"{theirs:.0f} ms"),
        Figure(f"lists SQLite {size}: Datasette within its limits", "gives up" * gives_up or "ok"),
        Figure(f"lists SQLite {size}: Datasette / portal, counts kept", f"{ratio:.1f}", *aim),
    ]


@contextmanager
def _flat(file: Path) -> Iterator[None]:
    """One row a measure, what is asked of it in columns: as a user of Datasette would have it."""
    arrays = ", ".join(
        f"(SELECT json_group_array(x.{column}) FROM policies_{table} x"
        f" WHERE x.record_id = r.id {only}) AS {name}"
        for name, (table, column, only) in ARRAYS.items()
    )
    connection = sqlite3.connect(file)
    connection.execute(f"DROP TABLE IF EXISTS {FLAT}")
    connection.execute(
        f"CREATE TABLE {FLAT} AS SELECT r.id, r.ref, r.quote, d.province_id, r.part_id,"
        f" r.status, m.force, m.specific, m.scope, {arrays} FROM policies_record r"
        " JOIN policies_measure m ON m.record_id = r.id"
        " JOIN policies_document d ON d.id = r.document_id WHERE r.state = 'present'"
    )
    for name in COLUMNS:
        connection.execute(f"CREATE INDEX {FLAT}_{name} ON {FLAT} ({name})")
    connection.commit()
    try:
        yield
    finally:
        connection.execute(f"DROP TABLE {FLAT}")
        connection.close()


def _growth(name: str, kept: dict[str, Times]) -> list[Figure]:
    """Each size against the smallest, counts kept."""
    first, *others = kept
    return [
        Figure(
            f"lists {name} {size} / {first}, counts kept, {page}",
            f"{kept[size][page] / kept[first][page]:.2f}",
            "≤ 5" if size == AIMED and name == "SQLite" else "",
            kept[size][page] <= 5 * kept[first][page]
            if size == AIMED and name == "SQLite"
            else None,
        )
        for size in others
        for page in PAGES
    ]
