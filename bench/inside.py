"""Site and sandbox within this process, answering on loopback, where what each of them asks can be counted."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from bench.databases import settings_for
from bench.growth import counted, number_of_queries
from bench.load import HOST, Target, some
from bench.serving import free_ports
from bench.traveller import BROWSER, Traveller, Trip, in_session
from webapp import create_app
from webapp.core.database import record
from webapp.ipra.models import RegisterCopy
from webapp.sandbox import create_sandbox

POLL_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """What the site did while it answered: queries to its database, transactions that write (only one may at a time),
    requests to the sandbox as «POST /path»."""

    queries: int
    writing: int
    asked: tuple[str, ...]


class Inside:
    """A site whose statements and requests are written down."""

    def __init__(self, app: Flask, port: int, asked: list[str]) -> None:
        self.app = app
        self.port = port
        self._asked = asked

    def sign_in(self, who: str) -> tuple[Trip, Cost]:
        """One sign-in and what it cost the site. Raises NotSignedIn."""
        with self._counting() as sent, Traveller(self.port) as traveller:
            trip = traveller.sign_in(who)
        return trip, self._cost(sent)

    def look(self, address: str, token: str) -> Cost:
        """One view of a page, in the session of the token, and what it cost the site."""
        with self._counting() as sent:
            some(Target(self.port, address, headers=in_session(token)), 1)
        return self._cost(sent)

    @contextmanager
    def _counting(self) -> Iterator[list[str]]:
        self._asked.clear()
        with counted(self.app) as sent:
            yield sent

    def _cost(self, sent: list[str]) -> Cost:
        writing = sum(statement == "BEGIN IMMEDIATE" for statement in sent)
        return Cost(number_of_queries(sent), writing, tuple(self._asked))


class _Silent(WSGIRequestHandler):
    """Both applications have logs of their own."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def inside(folder: Path) -> Iterator[Inside]:
    """The site over a prepared folder, with a sandbox of its own."""
    port, sandbox_port = free_ports(2)
    settings = settings_for(folder).model_copy(update={"port": port, "sandbox_port": sandbox_port})
    app, sandbox, asked = create_app(settings), create_sandbox(settings), list[str]()
    _note_programs(sandbox, asked)
    with _answering(sandbox, "localhost", sandbox_port), _answering(app, HOST, port):
        yield Inside(app, port, asked)


def forget_copies(app: Flask) -> None:
    """Have the site know nothing of what the register told: the next look at a programme is the first."""
    with app.app_context(), record() as session:
        session.execute(sa.delete(RegisterCopy))


def _note_programs(sandbox: Flask, asked: list[str]) -> None:
    """Write down the requests that do not come from the traveller's browser."""
    answer = sandbox.wsgi_app

    def noting(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ.get("HTTP_USER_AGENT") != BROWSER:
            asked.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        return answer(environ, start_response)

    sandbox.wsgi_app = noting  # type: ignore[method-assign]


@contextmanager
def _answering(app: Flask, host: str, port: int) -> Iterator[None]:
    server = make_server(host, port, app, threaded=True, request_handler=_Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": POLL_SECONDS}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
