"""A site that signs people in through the sandbox's ЕСИА: written from the contract, not from the sandbox's code."""

import base64
import hashlib
import secrets
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from flask import Flask
from joserfc import jwt
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry
from werkzeug.test import TestResponse

from tests.sandbox.visitor import SandboxVisitor, visitor_of
from webapp import demo_keys
from webapp.core import clock
from webapp.settings import Settings

SCOPES = "openid fullname birthdate gender snils addresses"
NOON = datetime(2026, 11, 22, 9, tzinfo=UTC)
"""Of the tests' day of the data, in Moscow."""
ORDER = ("client_id", "scope", "scope_org", "timestamp", "state", "redirect_uri", "code")
AUTHORISE, TOKEN = "/aas/oauth2/v2/ac", "/aas/oauth2/v3/te"


class EsiaSite:
    """The site's side. `clock` is the clock of the data folder, which the sandbox shares."""

    authorise_path, token_path = AUTHORISE, TOKEN

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._app = app
        self._folder = settings.demo_keys
        self.clock = clock.ShiftedClock(settings.data_dir / clock.SHIFT_FILE)
        self.client_id = settings.esia.client_id
        self.return_address = f"{settings.own_url}/sign-in/return"
        self.issuer = f"{settings.sandbox_url}/"
        key_file, certificate_file = demo_keys.signing_pair(self._folder, "esia_client")
        key = load_pem_private_key(key_file.read_bytes(), None)
        assert isinstance(key, rsa.RSAPrivateKey)
        self.key = key
        der = x509.load_pem_x509_certificate(certificate_file.read_bytes()).public_bytes(Encoding.DER)
        self.certificate_hash = hashlib.sha256(der).hexdigest().upper()
        self.verifier = secrets.token_urlsafe(48)

    def since_the_day_of_the_data(self) -> timedelta:
        """The shift that makes it the noon of the day that the people are made for."""
        return NOON - datetime.now(UTC)

    def signed(
        self, values: dict[str, str], key: rsa.RSAPrivateKey | None = None, names: tuple[str, ...] = ORDER
    ) -> dict[str, str]:
        """The values with the signature over those that `names` names, in that order."""
        text = "".join(values.get(name, "") for name in names)
        signature = (key or self.key).sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())
        return values | {"client_secret": base64.urlsafe_b64encode(signature).decode()}

    def beginning(self, **chosen: str) -> dict[str, str]:
        """The parameters of a right authorisation request; chosen ones instead, all of it signed."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        usual = self._common(chosen.get("moment")) | {
            "response_type": "code",
            "access_type": "online",
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return self.signed(usual | chosen)

    def exchange(self, code: str, **chosen: str) -> dict[str, str]:
        """The parameters of a right token request."""
        usual = self._common() | {
            "code": code,
            "grant_type": "authorization_code",
            "token_type": "Bearer",
            "code_verifier": self.verifier,
        }
        return self.signed(usual | chosen)

    def _common(self, moment: str | None = None) -> dict[str, str]:
        return {
            "client_id": self.client_id,
            "scope": SCOPES,
            "scope_org": "",
            "timestamp": moment or stamp(self.clock.now()),
            "state": str(uuid.uuid4()),
            "redirect_uri": self.return_address,
            "client_certificate_hash": self.certificate_hash,
        }

    def authorise(self, browser: SandboxVisitor, **chosen: str) -> TestResponse:
        """Send a browser to ЕСИА."""
        return browser.get(f"{self.authorise_path}?{urlencode(self.beginning(**chosen))}")

    def code_for(self, slug: str, browser: SandboxVisitor | None = None, /, **chosen: str) -> str:
        """A person signs in and agrees; returns the code."""
        browser = browser or visitor_of(self._app)
        arrived = self.authorise(browser, **chosen)
        step = browser.post(arrived.headers["Location"], data={"person": slug}, headers=OWN_PAGE)
        if step.headers["Location"].startswith("/consent"):
            step = browser.post(step.headers["Location"], data={"person": slug, "decision": "allow"}, headers=OWN_PAGE)
        return told(step)["code"]

    def redeem(self, values: dict[str, str]) -> TestResponse:
        """Ask for tokens."""
        return visitor_of(self._app).post(self.token_path, data=values)

    def tokens(self, slug: str, **chosen: str) -> dict[str, Any]:
        """Everything at once: the token answer for a person."""
        answer = self.redeem(self.exchange(self.code_for(slug, **chosen), **_only(chosen, "scope")))
        assert answer.status_code == 200, answer.text
        read: dict[str, Any] = answer.get_json()
        return read

    def read(self, path: str, token: str) -> TestResponse:
        """Ask for data."""
        return visitor_of(self._app).get(path, headers={"Authorization": f"Bearer {token}"})

    def decoded(self, token: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Header and claims of a token whose signature is ЕСИА's."""
        certificate = demo_keys.signing_pair(self._folder, "esia_token")[1]
        public = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
        assert isinstance(public, rsa.RSAPublicKey)
        found = jwt.decode(
            token,
            RSAKey.import_key(public),
            algorithms=["RS256"],
            registry=JWSRegistry(algorithms=["RS256"], strict_check_header=False),
        )
        return dict(found.header), dict(found.claims)


OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}
"""What a browser says of a form on the sandbox's own page."""


def stamp(moment: datetime) -> str:
    """A moment as ЕСИА wants it."""
    return moment.astimezone(UTC).strftime("%Y.%m.%d %H:%M:%S %z")


def told(response: TestResponse) -> dict[str, str]:
    """What a redirect to the site tells it; empty where it leads elsewhere."""
    address = urlsplit(response.headers.get("Location", ""))
    found = parse_qs(address.query, strict_parsing=True) if address.query else {}
    assert all(len(values) == 1 for values in found.values())
    return dict(parse_qsl(address.query))


def _only(chosen: dict[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if name in names}
