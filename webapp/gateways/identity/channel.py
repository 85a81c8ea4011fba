"""The line to ЕСИА for one visitor: one OAuth session over requests, bounded in time and size, closed afterwards."""

import http.client
import io
import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from webapp.settings import EsiaSettings

LARGEST_ANSWER_BYTES = 256 * 1024
_PIECE_BYTES = 16 * 1024

logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # its warnings quote addresses, and some name the person


@contextmanager
def channel(settings: EsiaSettings, return_address: str) -> Iterator[OAuth2Session]:
    """A session that uses no proxy and no password of the environment, follows no redirect, and forgets its token.

    All that is asked in it together takes no longer than `settings.timeout_seconds`; only the look-up of the host's
    name, and trying several addresses of one host, come on top. Its requests raise RequestException.
    """
    session = OAuth2Session(
        client_id=settings.client_id,
        scope=settings.scopes,
        redirect_uri=return_address,
        code_challenge_method="S256",
        trust_env=False,
    )
    adapter = BoundedAdapter(settings.timeout_seconds)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    try:
        yield session
    finally:
        session.token = None
        session.close()


class BoundedAdapter(HTTPAdapter):
    """Sends requests that together take at most `seconds`; reads answers whole, up to a bound; follows no redirect."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """As HTTPAdapter's, but what is left of the time bounds the wait, and the body is read already."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise requests.Timeout("no time left")
        request.headers["Accept-Encoding"] = "identity"  # what is packed may be larger than it looks
        kwargs |= {"stream": True, "timeout": Timeout(total=left)}  # of connecting and answering together
        response = super().send(request, *args, **kwargs)
        try:
            if 300 <= response.status_code < 400:
                raise requests.TooManyRedirects("none is followed")
            response._content = _whole(response)
        except HTTPError:
            raise requests.ConnectionError("broken off") from None
        finally:
            response.close()
        return response


def _whole(response: requests.Response) -> bytes:
    read = bytearray()
    for piece in response.raw.stream(_PIECE_BYTES, decode_content=False):
        read += piece
        if len(read) > LARGEST_ANSWER_BYTES:
            raise requests.RequestException("too large")
    return bytes(read)


class _InTime(io.RawIOBase):
    """Bytes of a socket. Its time-out bounds all reading together: by itself it bounds each wait anew, so that an
    answer of single bytes could last for ever."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket) -> None:
        self._raw = raw
        self._sock = sock
        seconds = sock.gettimeout()
        self._ends = None if seconds is None else time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self._ends is not None:
            left = self._ends - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._sock.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self.fp = io.BufferedReader(_InTime(self.fp.detach(), sock))


class _Connection(HTTPConnection):
    response_class = _Response


class _SecureConnection(HTTPSConnection):
    response_class = _Response


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection
