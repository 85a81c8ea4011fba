"""A register for tests: answers what the test wants, notes what it was asked. And one that speaks raw bytes."""

import socket
import threading
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from werkzeug import Request, Response
from werkzeug.serving import WSGIRequestHandler, make_server

from webapp.gateways.programmes.http import HttpProgrammeRegister
from webapp.settings import ProgrammeSettings

KEY = "a-key-of-the-register"
PATIENCE_SECONDS = 20


@dataclass
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class FakeRegister:
    """Answers each request with the next of `answers`, the last again and again. `ended` is set at the end."""

    address: str = ""
    answers: list[Callable[[], Response]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def will(self, *answers: Response | Callable[[], Response]) -> None:
        self.answers = [each if callable(each) and not isinstance(each, Response) else _same(each) for each in answers]

    def hangs(self) -> Response:
        """Says nothing until the end of the test."""
        self.ended.wait(PATIENCE_SECONDS)
        return Response(status=202)

    def application(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        sent = request.get_json(silent=True)
        self.asked.append(Asked(request.method, request.path, dict(request.headers), sent))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer()(environ, start_response)


def _same(answer: Any) -> Callable[[], Response]:
    return lambda: answer


class _Silent(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def fake_register() -> Iterator[FakeRegister]:
    """A register that listens on loopback."""
    fake = FakeRegister()
    server = make_server("127.0.0.1", 0, fake.application, threaded=True, request_handler=_Silent)
    fake.address = f"http://127.0.0.1:{server.port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def speaking(*pieces: bytes, again: bytes = b"", pause: float = 0.02) -> Iterator[str]:
    """A server that answers one request with these bytes, then with `again` for ever after pauses; its address."""
    ended = threading.Event()

    def speak() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(65536)
            for piece in pieces:
                connection.sendall(piece)
            while again and not ended.wait(pause):
                try:
                    connection.sendall(again)
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=speak, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            ended.set()
            thread.join(PATIENCE_SECONDS)


def client(address: str, seconds: float = 10, key: str = KEY, tls_ca: str | None = None) -> HttpProgrammeRegister:
    """The gateway to a register at this address."""
    settings = {"base_url": address, "key": key, "timeout_seconds": seconds, "tls_ca": tls_ca}
    return HttpProgrammeRegister(ProgrammeSettings.model_validate(settings))


def attached(*contents: bytes, kind: str = "application/xml") -> dict[str, object]:
    """The answer that holds these attachments."""
    attachments = [{"contentType": kind, "content": b64encode(content).decode()} for content in contents]
    return {"status": "done", "attachments": attachments}
