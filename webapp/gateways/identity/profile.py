"""What a request to ЕСИА says besides plain OAuth, by the profile of the protocol that the site speaks.

A profile differs in what is signed and how, and in where requests go. An ordinary OIDC gateway signs nothing: it is
another client (`gateway`).
"""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

from webapp.esia_settings import EsiaProfile, EsiaSettings
from webapp.gateways.identity.signing import Signer, certificate_hash_of, signer_of


class Profile(Protocol):
    """Signs requests. Methods raise OSError where a program that signs fails."""

    def authorise(self, state: str, now: datetime) -> dict[str, str]:
        """What the visitor's browser carries to ЕСИА besides what OAuth itself asks for."""
        ...

    def exchange(self, code: str, state: str, now: datetime) -> dict[str, str]:
        """What the exchange of a code says besides what OAuth itself asks for."""
        ...


class RawSignatures:
    """Profile `v2v3-raw`: `client_secret` is a signature without a container over the request's own parts.

    The order of the parts, and of the scopes in them, is what ЕСИА checks.
    """

    def __init__(self, settings: EsiaSettings, return_address: str, signer: Signer) -> None:
        self._settings = settings
        self._return_address = return_address
        self._signer = signer
        self._certificate_hash = certificate_hash_of(settings, signer)

    def authorise(self, state: str, now: datetime) -> dict[str, str]:
        return self._signed(state, now) | _beginning(self._settings)

    def exchange(self, code: str, state: str, now: datetime) -> dict[str, str]:
        said = {"client_id": self._settings.client_id, "scope": self._settings.scopes, "state": state}
        return said | self._signed(state, now, code) | {"token_type": "Bearer"}

    def _signed(self, state: str, now: datetime, code: str = "") -> dict[str, str]:
        timestamp = timestamp_of(now)
        client_id, scope, scope_org = self._settings.client_id, self._settings.scopes, ""
        parts = (client_id, scope, scope_org, timestamp, state, self._return_address, code)
        return {
            "scope_org": scope_org,
            "timestamp": timestamp,
            "client_secret": _encoded(self._signer.sign("".join(parts).encode())),
            "client_certificate_hash": self._certificate_hash,
        }


class Containers:
    """Profile `v1-pkcs7`: `client_secret` is a detached CMS, in which the certificate travels along.

    The same four parts are signed for both requests, neither the address nor the code among them.
    """

    def __init__(self, settings: EsiaSettings, signer: Signer) -> None:
        self._settings = settings
        self._signer = signer

    def authorise(self, state: str, now: datetime) -> dict[str, str]:
        return self._signed(state, now) | _beginning(self._settings)

    def exchange(self, code: str, state: str, now: datetime) -> dict[str, str]:
        del code  # travels beside the signature
        said = {"client_id": self._settings.client_id, "scope": self._settings.scopes, "state": state}
        return said | self._signed(state, now) | {"token_type": "Bearer"}

    def _signed(self, state: str, now: datetime) -> dict[str, str]:
        timestamp = timestamp_of(now)
        parts = (self._settings.scopes, timestamp, self._settings.client_id, state)
        return {"timestamp": timestamp, "client_secret": _encoded(self._signer.contain("".join(parts).encode()))}


class SignedExchange:
    """The site's authentication of one token request, called by Authlib when the request is ready to be sent.

    Each call makes a new state, time and signature; `state` is that of the last, which the answer must give back.
    """

    name = "esia_signature"

    def __init__(self, profile: Profile, now: datetime) -> None:
        self._profile = profile
        self._now = now
        self.state = ""

    def __call__(self, _client: Any, _method: str, uri: str, headers: Any, body: str) -> tuple[str, Any, str]:
        self.state = str(uuid4())
        form = dict(parse_qsl(body, keep_blank_values=True))
        form |= self._profile.exchange(form["code"], self.state, self._now)
        return uri, headers, urlencode(form)  # requests itself counts the length anew


def profile_of(settings: EsiaSettings, return_address: str) -> Profile:
    """The profile that the settings choose, its signer tried once. Raises OSError or ValueError by the setting's name.

    A certificate that must travel along is missed here, not when somebody signs in.
    """
    signer = signer_of(settings)
    if settings.profile is EsiaProfile.RAW:
        return RawSignatures(settings, return_address, signer)
    signer.contain(b"orientir")
    return Containers(settings, signer)


def timestamp_of(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y.%m.%d %H:%M:%S +0000")


def _beginning(settings: EsiaSettings) -> dict[str, str]:
    said = {"access_type": settings.access_type}
    return said | ({"person_filter": settings.person_filter} if settings.person_filter else {})


def _encoded(signature: bytes) -> str:
    return urlsafe_b64encode(signature).decode("ascii")
