"""Faceted lists at growing size, against Datasette on the same SQLite file with the same facets.

python -m tests.benchmarks lists [1k 100k 1m]

Cold: the first page of a new process, which reads all answers. Other selections: each asked once,
counted from the answers. Counts kept: one selection, rendered afresh, of all sizes in turns, so
that a busy machine slows each alike; in brackets what it cost the processor. Same page: rendered
before. Datasette gets a flat table of the same measures in the same file (links as JSON arrays), no
time limits, and once its own limits.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from tqdm import tqdm

from tests.prove.figures import Figure

from .client import get
from .corpora import SIZES, corpus, file_of
from .servers import datasette, portal, processor_seconds

ALL, ONE, TWO = FACETED = "all facets", "province chosen", "theme and force chosen"
WHOLE = ("1k", "100k")  # of which all rows are read: a million lines take a quarter of an hour
FEW_COLUMNS = "column=ref&column=quote"
PAGES = {
    ALL: ["/measures/?"],
    ONE: [f"/measures/?province={p}" for p in ("yunnan", "henan", "gansu", "shandong", "xinjiang")],
    TWO: [
        f"/measures/?theme={t}&force=encouraged"
        for t in ("green", "safety", "sme", "digitalisation")
    ],
    "cross-tab": ["/measures/?rows=theme&across=province"],
    "sorted by force": ["/measures/?sort=force"],
    "comparison of five": ["/compare/measures/?"],
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
    with ExitStack() as stack:
        environments, ports = {}, {}
        for size in tqdm(sizes, desc=f"lists {name}", unit="size"):
            environments[size] = stack.enter_context(corpus(name, SIZES[size], seeds=True))
            ports[size] = stack.enter_context(portal(environments[size]))
            title = f"lists {name} {size}"
            figures += _first_answers(ports[size], title)
            figures += [_whole_file(ports[size], title)] if size in WHOLE else []
        kept, ratios = _in_turns(ports, name)
        figures += ratios
        for size in sizes if name == "SQLite" else ():
            _against(Path(file_of(environments[size])), size, kept[size], figures)
    return figures


def _first_answers(port: int, title: str) -> list[Figure]:
    figures = []
    get(port, "/healthz")
    for page, addresses in PAGES.items():
        first, *others = [_milliseconds(port, address) for address in addresses]
        again = median(_milliseconds(port, addresses[0]) for _ in range(RUNS))
        name = "other selections" if others else "first"
        value = f"{median(others or [first]):.0f} / {again:.1f} ms"
        figures.append(Figure(f"{title}, {page}: {name} / same page", value))
        tqdm.write(f"{figures[-1].name}: {value}")
    return figures


def _whole_file(port: int, title: str) -> Figure:
    """Every measure as CSV, however long it takes: as many lines as the list counts."""
    count = json.loads(get(port, "/measures/?format=json").body)["count"]
    answer = get(port, f"/measures/?format=csv&{FEW_COLUMNS}")
    lines = answer.body.count(b"\r\n") - 1
    value = f"{lines} in {answer.seconds:.0f} s"
    tqdm.write(f"{title}: CSV {value}")
    return Figure(f"{title}: CSV of all measures, lines", value, f"{count}", lines == count)


def _in_turns(ports: dict[str, int], name: str) -> tuple[dict[str, Times], list[Figure]]:
    """Times with counts kept by size, and each size against the smallest."""
    kept: dict[str, Times] = {size: {} for size in ports}
    figures = []
    smallest, *others = ports
    for page, (address, *_) in PAGES.items():
        took: dict[str, list[float]] = {size: [] for size in ports}
        before = {size: processor_seconds(port) for size, port in ports.items()}
        for run in range(RUNS):
            for size, port in ports.items():
                took[size].append(_milliseconds(port, f"{address}&run={run}"))  # not rendered yet
        for size, port in ports.items():
            kept[size][page] = median(took[size])
            computed = (processor_seconds(port) - before[size]) / RUNS * 1000
            value = f"{kept[size][page]:.0f} ms ({computed:.0f})"
            figures.append(Figure(f"lists {name} {size}, {page}: counts kept", value))
        for size in others:
            ratio = kept[size][page] / kept[smallest][page]
            aimed = size == AIMED and name == "SQLite" and page in FACETED
            aim = ("≤ 5", ratio <= 5) if aimed else ("", None)
            title = f"lists {name} {size} / {smallest}, {page}, counts kept"
            figures.append(Figure(title, f"{ratio:.2f}", *aim))
    return kept, figures


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
