"""What a request to ЕСИА says besides plain OAuth, by the profile of the protocol that the site speaks.

Another profile (`v1-pkcs7`) is another class with the methods of `RawSignatures`.
"""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

from webapp.gateways.identity.signing import Signer
from webapp.settings import EsiaSettings


class RawSignatures:
    """Profile `v2v3-raw`: `client_secret` is a signature without a container over the request's own parts.

    The order of the parts, and of the scopes in them, is what ЕСИА checks.
    """

    def __init__(self, settings: EsiaSettings, return_address: str, signer: Signer) -> None:
        self._settings = settings
        self._return_address = return_address
        self._signer = signer

    def authorise(self, state: str, now: datetime) -> dict[str, str]:
        """What the visitor's browser carries to ЕСИА besides what OAuth itself asks for."""
        said = self._signed(state, now) | {"access_type": "online"}  # no refresh token: the person is read once
        if self._settings.person_filter:
            said["person_filter"] = self._settings.person_filter
        return said

    def exchange(self, code: str, state: str, now: datetime) -> dict[str, str]:
        """What the exchange of a code says besides what OAuth itself asks for."""
        said = {"client_id": self._settings.client_id, "scope": self._settings.scopes, "state": state}
        return said | self._signed(state, now, code) | {"token_type": "Bearer"}

    def _signed(self, state: str, now: datetime, code: str = "") -> dict[str, str]:
        timestamp = now.astimezone(UTC).strftime("%Y.%m.%d %H:%M:%S +0000")
        client_id, scope, scope_org = self._settings.client_id, self._settings.scopes, ""
        parts = (client_id, scope, scope_org, timestamp, state, self._return_address, code)
        return {
            "scope_org": scope_org,
            "timestamp": timestamp,
            "client_secret": urlsafe_b64encode(self._signer.sign("".join(parts).encode())).decode("ascii"),
            "client_certificate_hash": self._settings.certificate_hash,
        }


class SignedExchange:
    """The site's authentication of one token request, called by Authlib when the request is ready to be sent.

    Each call makes a new state, time and signature; `state` is that of the last, which the answer must give back.
    """

    name = "esia_signature"

    def __init__(self, profile: RawSignatures, now: datetime) -> None:
        self._profile = profile
        self._now = now
        self.state = ""

    def __call__(self, _client: Any, _method: str, uri: str, headers: Any, body: str) -> tuple[str, Any, str]:
        self.state = str(uuid4())
        form = dict(parse_qsl(body, keep_blank_values=True))
        form |= self._profile.exchange(form["code"], self.state, self._now)
        return uri, headers, urlencode(form)  # requests itself counts the length anew
