"""In which bounds gateways speak HTTP. Of time they bound the waiting for each piece; `deadline` bounds all of it."""

import io
import logging
import ssl
import time
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

_PIECE_BYTES = 64 * 1024

logging.getLogger("urllib3").setLevel(logging.CRITICAL)  # its warnings quote addresses, and some name the person


def bounded(
    session: requests.Session,
    seconds: float,
    most_bytes: int,
    authorities: str | bool,
    connect_seconds: float | None = None,
) -> None:
    """Have a session use no proxy and no password of the environment, follow no redirect and keep no cookie.

    It reads answers of at most `most_bytes`, begins no request `seconds` from now, waits at most `connect_seconds` for
    a connection, and believes hosts that the `authorities` vouch for. Its requests raise RequestException.
    """
    session.trust_env = False
    session.verify = authorities
    adapter = _Bounded(seconds, most_bytes, connect_seconds or seconds)
    session.mount("https://", adapter)
    session.mount("http://", adapter)


def authorities_in(bundle: Path | None, setting: str) -> str | bool:
    """Who vouches for hosts, as `bounded` takes it: the certificates of a PEM file, or those of the library.

    Raises ValueError, which names the setting and the file, where the file is missing or holds no certificate.
    """
    if bundle is None:
        return True
    try:
        ssl.create_default_context(cafile=bundle)
    except OSError as error:  # the error of TLS is one of them, and neither names the file
        what = "holds no certificates in PEM" if isinstance(error, ssl.SSLError) else "cannot be read"
        raise ValueError(f"{setting}: {bundle} {what}") from error
    return str(bundle)


class _Bounded(HTTPAdapter):
    def __init__(self, seconds: float, most_bytes: int, connect_seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._most_bytes = most_bytes
        self._connect_seconds = connect_seconds
        super().__init__()

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """As HTTPAdapter's, but the body is read already."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise requests.Timeout("no time left")
        request.headers["Accept-Encoding"] = "identity"  # what is packed may be larger than it looks
        kwargs |= {"stream": True, "timeout": (min(self._connect_seconds, left), left)}
        try:
            response = super().send(request, *args, **kwargs)
            raw = response.raw
            try:
                if 300 <= response.status_code < 400:  # a session would read the body, and without a bound
                    raise requests.TooManyRedirects("none is followed")
                response.raw = io.BytesIO(self._whole(raw))
            finally:
                raw.close()
        except HTTPError:
            raise requests.ConnectionError("broken off") from None
        return response

    def _whole(self, raw: Any) -> bytes:
        """The body as it was sent."""
        body = bytearray()
        while time.monotonic() < self._ends:
            piece: bytes = raw.read1(_PIECE_BYTES, decode_content=False)
            if not piece:
                return bytes(body)
            body += piece
            if len(body) > self._most_bytes:
                raise requests.RequestException("too large")
        raise requests.Timeout("no time left")
