"""A plain HTTP client: time of an answer, answers per second.

The same client asks both sides of every ratio. Answers per second are taken in short turns, one
side after the other, so that a busy machine slows both.
"""

import http.client
import multiprocessing
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

CLIENTS = 4


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float


@dataclass(frozen=True)
class Side:
    """One address with its headers, of which the answer must have `status`."""

    port: int
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200


def get(port: int, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """One answer over a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    start = time.perf_counter()
    connection.request("GET", path, headers=dict(headers or {}))
    response = connection.getresponse()
    body = response.read()
    taken = time.perf_counter() - start
    connection.close()
    return Answer(response.status, dict(response.getheaders()), body, taken)


def rates(sides: Sequence[Side], turns: int = 15, seconds: float = 0.4) -> list[float]:
    """Median answers per second of each side. Raises RuntimeError on an unexpected status."""
    found: list[list[float]] = [[] for _ in sides]
    with multiprocessing.get_context("fork").Pool(CLIENTS) as pool:
        for _ in range(turns):
            for side, rate in zip(sides, found, strict=True):
                done = pool.starmap(_ask, [(side, seconds)] * CLIENTS, chunksize=1)
                rate.append(sum(done))
    return [median(rate) for rate in found]


def _ask(side: Side, seconds: float) -> float:
    """Answers per second of one client, by plain sockets: http.client costs as much as a server."""
    lines = [f"GET {side.path} HTTP/1.1", f"Host: 127.0.0.1:{side.port}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in side.headers]
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    expected = f"HTTP/1.1 {side.status} ".encode()
    start, done = time.monotonic(), 0
    while time.monotonic() < start + seconds:
        answer = _exchange(side.port, request)
        if not answer.startswith(expected):
            raise RuntimeError(f"{side.path}: {answer[:20]!r}, expected {side.status}")
        done += 1
    return done / (time.monotonic() - start)


def _exchange(port: int, request: bytes) -> bytes:
    """The whole answer: the server closes the connection after it, as it was asked to."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(request)
        return b"".join(iter(partial(connection.recv, 65536), b""))
