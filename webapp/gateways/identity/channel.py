"""The line to ЕСИА for one visitor: one OAuth session, closed and forgotten afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]

from webapp.esia_settings import EsiaProfile, EsiaSettings
from webapp.gateways.bounds import bounded

LARGEST_ANSWER_BYTES = 256 * 1024


@contextmanager
def channel(settings: EsiaSettings, return_address: str, authorities: str | bool) -> Iterator[OAuth2Session]:
    """A session in the bounds of all gateways, which forgets its token. Its requests raise RequestException."""
    session = OAuth2Session(
        client_id=settings.client_id,
        client_secret=settings.client_secret.get_secret_value() or None,
        token_endpoint_auth_method=settings.client_authentication,
        scope=settings.scopes,
        redirect_uri=return_address,
        code_challenge_method="S256" if has_pkce(settings) else None,
    )
    seconds, connect_seconds = settings.timeout_seconds, settings.connect_seconds
    bounded(session, seconds, LARGEST_ANSWER_BYTES, authorities, connect_seconds)
    try:
        yield session
    finally:
        session.token = None
        session.close()


def has_pkce(settings: EsiaSettings) -> bool:
    """Whether the code is bound to a verifier: where it is not said, in all profiles that are known to speak it."""
    return settings.profile is not EsiaProfile.PKCS7 if settings.pkce is None else settings.pkce
