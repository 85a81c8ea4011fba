"""A real server and requests written by hand: what no client library would send."""

import json
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.processes import Running, running
from tests.support.sites import copy_database

pytestmark = pytest.mark.slow
SLOW_CONNECTIONS = 12
WORST_WAIT = 75
"""All of them at one process: three rounds of its four threads, 15 seconds each, and the visitor's own; some more."""
"""More than all threads of all workers together."""


@pytest.fixture
def site(template: Path, tmp_path: Path) -> Iterator[Running]:
    copy_database(template, tmp_path)
    with running(tmp_path) as started:
        started.wait_until_said(f"http://127.0.0.1:{started.port}")
        yield started


def said_to(site: Running, request: str) -> str:
    """Everything that the server answers until it closes the connection."""
    answered = b""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
        connection.sendall(request.encode("latin-1"))
        while piece := connection.recv(65536):
            answered += piece
    return answered.decode("utf-8", "replace")


def asked(first_line: str, *headers: str, body: str = "") -> str:
    return "\r\n".join((first_line, "Host: localhost", "Connection: close", *headers, "", body))


def status(answer: str) -> int:
    return int(answer.split(" ", 2)[1])


def test_a_request_whose_length_is_told_in_two_ways_is_refused(site: Running) -> None:
    post, length, chunked = "POST /style-guide/fragment HTTP/1.1", "Content-Length: 8", "Transfer-Encoding: chunked"
    smuggled = "0\r\n\r\nGET /planted HTTP/1.1\r\nHost: localhost\r\n\r\n"
    wrong = (
        (length, chunked),
        (chunked, length),
        (length, "Content-Length: 9"),
        ("Content-Length: +8",),
        ("Content-Length: 8, 9",),
        ("Transfer-Encoding: chunked, identity",),
        ("Transfer-Encoding: xchunked",),
        ("Transfer-Encoding : chunked",),
    )
    for headers in wrong:
        answer = said_to(site, asked(post, *headers, body=smuggled))
        assert status(answer) in {400, 501}, headers
        assert answer.count("HTTP/1.1 ") == 1, headers
    assert status(said_to(site, asked(post, length, body="keep=yes"))) == 400  # no proof of origin
    assert status(said_to(site, asked("GET /health/live HTTP/1.1"))) == 200


def test_headers_of_a_proxy_that_nobody_declared_are_not_believed(site: Running) -> None:
    plain = said_to(site, asked("GET /catalogue HTTP/1.1"))
    forged = said_to(
        site,
        asked(
            "GET /catalogue HTTP/1.1",
            "SCRIPT_NAME: /planted",
            "Script-Name: /planted",
            "PATH_INFO: /planted",
            "X_FORWARDED_FOR: 192.0.2.1",
            "X-Forwarded-For: 192.0.2.1",
            "X-Forwarded-Prefix: /planted",
            "X-Forwarded-Host: planted.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Ssl: on",
        ),
    )
    assert (status(plain), status(forged)) == (200, 200)
    assert forged.split("\r\n\r\n", 1)[1] == plain.split("\r\n\r\n", 1)[1]
    assert "strict-transport-security" not in forged.lower()


def test_every_line_that_the_server_writes_is_whole(site: Running) -> None:
    for request in ("NONSENSE\r\n\r\n", asked("GET / HTTP/9.9"), asked("GET / HTTP/1.1", "no colon")):
        assert status(said_to(site, request)) in {400, 505}
    said_to(site, asked("GET /nowhere HTTP/1.1"))
    site.process.send_signal(signal.SIGTERM)
    assert site.ended() == 0
    lines = [line for line in site.said if not line.startswith(("«Ориентир»", "Песочница"))]
    assert [json.loads(line)["level"] for line in lines]
    assert {"timestamp", "event"} <= {name for line in lines for name in json.loads(line)}


def test_visitors_on_slow_lines_do_not_stop_the_site(site: Running) -> None:
    begun = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(SLOW_CONNECTIONS)]
    try:
        for connection in begun:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: loc")
        assert site.get("/health/live", WORST_WAIT) == 200
    finally:
        for connection in begun:
            connection.close()
