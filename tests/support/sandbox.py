"""The sandbox served over HTTP for tests: another site than the one under test, as in real life."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from werkzeug.serving import WSGIRequestHandler, make_server

from tests.support.compiled import compiled_once
from tests.support.processes import free_port
from webapp.sandbox import create_sandbox
from webapp.settings import Settings


class _Silent(WSGIRequestHandler):
    """The sandbox has a log of its own; addresses hold codes."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


def with_free_port(settings: Settings) -> Settings:
    """The settings with a port for the sandbox that nobody uses: the site must be built of these too."""
    return settings.model_copy(update={"sandbox_port": free_port()})


@contextmanager
def running_sandbox(settings: Settings) -> Iterator[str]:
    """Serve the sandbox at `settings.sandbox_url` until the end of the block; yields that address."""
    server = make_server(
        "localhost", settings.sandbox_port, compiled_once(create_sandbox(settings)), True, request_handler=_Silent
    )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield settings.sandbox_url
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def tell(address: str, **fields: str) -> None:
    """Press buttons of the control page: `tell(address, esia="slow", programmes="late")`, `clock="day"`, `reset="yes"`.

    Raises HTTPError for what the page does not know.
    """
    _send(f"{address}/control", fields)


def demand(address: str, step: str, number: str) -> None:
    """Have the next answer of ЕСИА be a refusal: `demand(address, "authorise", "007046")`, or of "token".

    Raises HTTPError for a number that ЕСИА does not have.
    """
    _send(f"{address}/control/refusal", {"step": step, "number": number})


def _send(address: str, fields: dict[str, str]) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}
    with urlopen(Request(address, urlencode(fields).encode(), headers), timeout=10) as answer:
        answer.read()
