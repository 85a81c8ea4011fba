"""A server below HTTP: says on each connection just what a test wants, byte by byte."""

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

END = b"\r\n\r\n"
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


class Line:
    """One accepted connection."""

    def __init__(self, connection: socket.socket, over: threading.Event) -> None:
        self._connection = connection
        self._over = over

    def say(self, said: bytes) -> None:
        self._connection.sendall(said)

    def drip(self, said: bytes, pause: float) -> None:
        """Byte by byte until all is said, the other side hangs up or the test is over."""
        for byte in said:
            if self._over.wait(pause):
                return
            self.say(bytes((byte,)))


@contextmanager
def answering(
    script: Callable[[Line], None], tls: tuple[str, str] | None = None, shy_seconds: float = 0
) -> Iterator[str]:
    """The address of a server that reads a request's head and lets the script answer it.

    With `tls`, the files of a certificate and its key, it speaks TLS; it waits `shy_seconds` before it shakes hands.
    """
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        args = (server, script, over, _context(tls) if tls else None, shy_seconds)
        thread = threading.Thread(target=_serve, args=args)
        thread.start()
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{server.getsockname()[1]}"
        finally:
            over.set()
            socket.create_connection(server.getsockname()).close()  # wakes the one who waits for a connection
            thread.join()


def _context(tls: tuple[str, str]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*tls)
    return context


def _serve(
    server: socket.socket,
    script: Callable[[Line], None],
    over: threading.Event,
    context: ssl.SSLContext | None,
    shy_seconds: float,
) -> None:
    while not over.is_set():
        connection, _ = server.accept()
        with connection, suppress(OSError):
            over.wait(shy_seconds)
            with context.wrap_socket(connection, server_side=True) if context else connection as line:
                if _heard(line):
                    script(Line(line, over))


def _heard(line: socket.socket) -> bool:
    """Whether a whole request came. Closing a connection whose bytes were not read would also take back the answer."""
    heard = b""
    while _is_missing(heard) and (piece := line.recv(65536)):
        heard += piece
    return END in heard


def _is_missing(heard: bytes) -> bool:
    head, _, body = heard.partition(END)
    length = _LENGTH.search(head)
    return END not in heard or len(body) < int(length[1] if length else 0)
