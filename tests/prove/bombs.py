"""Hostile files through the web upload: refused in Chinese, in time, the server's memory unmoved.

python -m tests.prove.bombs
"""

import re
import time

from .figures import Figure, print_figures
from .hostile_files import ZIP_SECONDS, Hostile, hostile_files
from .served import Served, forget_peak, peak, portal
from .staff import hire, signed_in
from .visitor import Visitor
from .working import SAID, UPLOAD

MiB = 2**20
MOST_MEMORY = 64 * MiB
REASON = re.compile(r'<p class="notice" role="alert">([^<]*)</p>')
CHINESE = re.compile(r"[\u4e00-\u9fff]{4}")


def main() -> int:
    """On SQLite: nothing that is refused reaches the database."""
    with portal("SQLite") as (served, environment):
        hire(environment)
        visitor = signed_in(served.home, "guan")
        seen = [_try(one, served, visitor) for one in hostile_files()]
        alive = visitor.get(UPLOAD).status == 200
    return 0 if print_figures(_figures(seen, alive)) else 1


def _try(one: Hostile, served: Served, visitor: Visitor) -> tuple[Hostile, str, float, int]:
    """Return the file, the reason it was refused for, seconds, and bytes that the server grew by."""
    fields, data = visitor.form(UPLOAD, "") | SAID | {"slug": "bomb"}, one.build()
    before = {pid: forget_peak(pid) for pid in served.workers()}
    began = time.perf_counter()
    answer = visitor.upload(UPLOAD, fields, data, one.name)
    taken = time.perf_counter() - began
    grown = max(peak(pid) - before[pid] for pid in served.workers())
    found = REASON.search(answer.text) if answer.status == 422 else None
    reason = found[1] if found and CHINESE.search(found[1]) else ""
    print(f"{one.what}: {answer.status} {taken:.2f} s, {grown / MiB:.0f} MB, {reason}", flush=True)
    return one, reason, taken, grown


def _figures(seen: list[tuple[Hostile, str, float, int]], alive: bool) -> list[Figure]:
    refused, grown = sum(bool(reason) for _, reason, _, _ in seen), max(one[3] for one in seen)
    figures = [
        Figure(
            "bombs: refused in Chinese",
            f"{refused} of {len(seen)}",
            f"{len(seen)} of {len(seen)}",
            refused == len(seen),
        )
    ]
    for name, zips in (("archives", True), ("others", False)):
        group = [one for one in seen if (one[0].seconds == ZIP_SECONDS) == zips]
        slowest, limit = max(one[2] for one in group), group[0][0].seconds
        text = f"{slowest:.2f} s"
        figures.append(Figure(f"bombs: slowest of {name}", text, f"< {limit} s", slowest < limit))
    return [
        *figures,
        Figure(
            "bombs: server's memory up by",
            f"{grown / MiB:.0f} MB",
            f"< {MOST_MEMORY // MiB} MB",
            grown < MOST_MEMORY,
        ),
        Figure("bombs: the server still answers", str(alive), "True", alive),
    ]


if __name__ == "__main__":
    raise SystemExit(main())
