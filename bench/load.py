"""A load generator for loopback: a few threads, one connection a request, bounded in time.

gunicorn's sync workers close each connection, so keeping them alive would change nothing. It shares the machine with
the server, alike for site and floor; the processor's time of the server alone is measured beside it (`serving`).
"""

import socket
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

AS_BROWSERS_ASK = {"Accept": "text/html", "Accept-Encoding": "gzip, deflate, br"}
HOST = "127.0.0.1"
PATIENCE_SECONDS = 30
CHUNK = 65536


class WrongAnswer(RuntimeError):
    """The server answered with another status than the one that is measured."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for again and again, and the status that must come."""

    port: int
    address: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    def request(self) -> bytes:
        """The bytes of one request."""
        headers = {"Host": f"{HOST}:{self.port}", **AS_BROWSERS_ASK, **dict(self.headers), "Connection": "close"}
        return _request(self.address, headers)


def _request(address: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"GET {address} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode("ascii")


def times(target: Target, seconds: float, connections: int) -> list[float]:
    """Ask from several threads for so long; returns the seconds that each answer took. Raises WrongAnswer."""
    stop = time.perf_counter() + seconds
    with ThreadPoolExecutor(connections) as pool:
        parts = list(pool.map(lambda _place: _ask_until(target, stop), range(connections)))
    return [taken for part in parts for taken in part]


def some(target: Target, number: int) -> list[float]:
    """Ask so many times, one after the other; returns the seconds that each answer took. Raises WrongAnswer."""
    request, expected = target.request(), _expected(target)
    return [_ask(target.port, request, expected) for _time in range(number)]


def _ask_until(target: Target, stop: float) -> list[float]:
    request, expected = target.request(), _expected(target)
    taken = []
    while time.perf_counter() < stop:
        taken.append(_ask(target.port, request, expected))
    return taken


def _expected(target: Target) -> bytes:
    return f"HTTP/1.1 {target.status} ".encode("ascii")


def _ask(port: int, request: bytes, expected: bytes) -> float:
    started = time.perf_counter()
    with socket.create_connection((HOST, port), PATIENCE_SECONDS) as connection:
        connection.sendall(request)
        first = connection.recv(CHUNK)
        if not first.startswith(expected):
            raise WrongAnswer(f"expected {expected!r}, got {first[:40]!r}")
        while connection.recv(CHUNK):
            pass
    return time.perf_counter() - started
