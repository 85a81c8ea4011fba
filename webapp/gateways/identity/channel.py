"""The line to ЕСИА for one visitor: one OAuth session, closed and forgotten afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]

from webapp.gateways.bounds import bounded
from webapp.settings import EsiaSettings

LARGEST_ANSWER_BYTES = 256 * 1024


@contextmanager
def channel(settings: EsiaSettings, return_address: str, authorities: str | bool) -> Iterator[OAuth2Session]:
    """A session in the bounds of all gateways, which forgets its token. Its requests raise RequestException."""
    session = OAuth2Session(
        client_id=settings.client_id,
        scope=settings.scopes,
        redirect_uri=return_address,
        code_challenge_method="S256",
    )
    bounded(session, settings.timeout_seconds, LARGEST_ANSWER_BYTES, authorities)
    try:
        yield session
    finally:
        session.token = None
        session.close()
