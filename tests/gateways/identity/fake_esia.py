"""A small ЕСИА for tests: checks requests by the letter of the contract, answers with any fault that is wanted."""

import json
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from typing import Any, Protocol, TypeVar
from urllib.parse import parse_qsl, urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate
from werkzeug import Request, Response
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.gateways.identity import fake_people

NOW = datetime(2026, 11, 22, 17, 47, 23, tzinfo=UTC)
CLIENT, SCOPES = "ORIENTIR", "openid fullname birthdate gender snils addresses"
RETURN_ADDRESS = "http://127.0.0.1:8000/sign-in/return"
OID = 1000600001
TOKEN, PERSON, ADDRESSES = "/aas/oauth2/v3/te", f"/rs/prns/{OID}", f"/rs/prns/{OID}/addrs"
Answer = Callable[[Request], Response]


def encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def token(header: dict[str, Any], claims: dict[str, Any], sign: Callable[[bytes], bytes]) -> str:
    """A JWT, put together by hand: whatever header with whatever signature."""
    signed = ".".join(encoded(json.dumps(part).encode()) for part in (header, claims))
    return f"{signed}.{encoded(sign(signed.encode()))}"


def signer(key: rsa.RSAPrivateKey) -> Callable[[bytes], bytes]:
    return lambda message: key.sign(message, padding.PKCS1v15(), hashes.SHA256())


def saying(told: str | bytes, status: int = 200, content_type: str = "application/json") -> Answer:
    """An answer of these words."""
    return lambda _request: Response(told, status, content_type=content_type)


def failing(number: str, error: str = "invalid_request", status: int = 400) -> Answer:
    """A refusal with one of ЕСИА's numbers."""
    return saying(json.dumps({"error": error, "error_description": f"ESIA-{number}: words"}), status)


class Refused(Exception):
    """The fake does not accept a request, and by which number."""


@dataclass
class Changes:
    """What tests change in a token: members of its header and claims (None takes one away), the signature."""

    header: dict[str, Any]
    claims: dict[str, Any]
    sign: Callable[[bytes], bytes]


class FakeEsia:
    """The service and what it was asked, profile `v2v3-raw`. Tests change its attributes."""

    authorise_path, token_path = "/aas/oauth2/v2/ac", TOKEN
    has_pkce = True
    scopes = SCOPES
    algorithm = "RS256"

    def __init__(self, client: Certificate, key: rsa.RSAPrivateKey) -> None:
        self.client = client
        self.certificate_hash = sha256(client.public_bytes(Encoding.DER)).hexdigest().upper()
        self.key = key
        self.address = ""
        self._serial = count()
        self.reset()

    def reset(self) -> None:
        """As new: nothing asked, nothing changed."""
        self.asked: list[Request] = []
        self.codes: dict[str, str] = {}
        self.instead: dict[str, Answer] = {}
        self.told: dict[str, Any] = {}
        self.access = Changes({}, {}, signer(self.key))
        self.identity = Changes({}, {}, signer(self.key))
        self.person: dict[str, Any] = dict(fake_people.PERSON)
        self.addresses: list[Any] = [dict(address) for address in fake_people.ADDRESSES]
        self.collections: dict[str, list[Any]] = {
            f"{PERSON}/ctts": fake_people.CONTACTS,
            f"{PERSON}/docs": fake_people.DOCUMENTS,
            f"{PERSON}/kids": fake_people.KIDS,
            f"{PERSON}/kids/{fake_people.KID}/docs": fake_people.KID_DOCUMENTS,
        }

    def agreed(self, address: str) -> str:
        """The person opens the address, signs in and agrees: the code that ЕСИА sends them back with."""
        split = urlsplit(address)
        assert f"{split.scheme}://{split.netloc}{split.path}" == self.address + self.authorise_path
        form = dict(parse_qsl(split.query, keep_blank_values=True, strict_parsing=True))
        self.check(form)
        assert form["response_type"] == "code" and form["access_type"] == "online"
        assert form.get("code_challenge_method") == ("S256" if self.has_pkce else None)
        code = f"code+{next(self._serial)}/=&"
        self.codes[code] = form.get("code_challenge", "")
        return code

    def check(self, form: dict[str, str], code: str = "") -> None:
        """Refuses what the real one would, in its order."""
        if form["client_certificate_hash"] != self.certificate_hash:
            raise Refused("007002")
        self.check_parts(form)
        if form["scope_org"]:
            raise Refused("007006")
        parts = ("client_id", "scope", "scope_org", "timestamp", "state", "redirect_uri")
        message = "".join(form[part] for part in parts) + code
        if not self.is_signed(urlsafe_b64decode(form["client_secret"]), message.encode()):
            raise Refused("007053")

    def check_parts(self, form: dict[str, str]) -> None:
        """What holds in all profiles."""
        if abs((datetime.strptime(form["timestamp"], "%Y.%m.%d %H:%M:%S %z") - NOW).total_seconds()) > 300:
            raise Refused("007015")
        if (form["client_id"], form["scope"]) != (CLIENT, self.scopes):
            raise Refused("007006")
        if form["redirect_uri"] != RETURN_ADDRESS:
            raise Refused("007023")

    def is_signed(self, signature: bytes, message: bytes) -> bool:
        """Whether the site signed. Fakes of other keys and containers put their own in its place."""
        key = self.client.public_key()
        assert isinstance(key, rsa.RSAPublicKey)
        try:
            key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            return False
        return True

    def answer(self, request: Request) -> Response:
        self.asked.append(request)
        if request.path in self.instead:
            return self.instead[request.path](request)
        return self.usual(request)

    def usual(self, request: Request) -> Response:
        """The right answer."""
        try:
            return Response(json.dumps(self._told(request)), content_type="application/json")
        except Refused as error:
            return failing(str(error))(request)

    def _told(self, request: Request) -> dict[str, Any]:
        if request.path == self.token_path and request.method == "POST":
            return self._tokens(request)
        assert request.headers["Authorization"].startswith("Bearer ey")
        if request.path == PERSON and not request.query_string:
            return self.person
        assert request.query_string == b"embed=(elements)"
        elements = self.addresses if request.path == ADDRESSES else self.collections[request.path]
        return {"stateFacts": ["hasSize"], "size": len(elements), "eTag": "0", "elements": elements}

    def _tokens(self, request: Request) -> dict[str, Any]:
        assert "Authorization" not in request.headers
        form = request.form.to_dict()
        assert (form["grant_type"], form["token_type"]) == ("authorization_code", "Bearer")
        challenge = self.codes.pop(form["code"], None)
        if challenge is None:
            raise Refused("007011")
        self.check(form, form["code"])
        if self.has_pkce and challenge != encoded(sha256(form["code_verifier"].encode()).digest()):
            raise Refused("007040")
        assert self.has_pkce or "code_verifier" not in form
        told = {
            "access_token": self.token(self.access, "access", self.access_claims()),
            "id_token": self.token(self.identity, "id", self.id_claims()),
            "state": form["state"],
            "token_type": "Bearer",
            "expires_in": 3600,
        }
        return changed(told, self.told)

    def token(self, changes: Changes, kind: str, claims: dict[str, Any]) -> str:
        header = {"ver": 1, "typ": "JWT", "sbt": kind, "alg": self.algorithm}
        return token(changed(header, changes.header), changed(claims, changes.claims), changes.sign)

    def _times(self) -> dict[str, Any]:
        now = int(NOW.timestamp())
        return {"iss": f"{self.address}/", "iat": now, "nbf": now, "exp": now + 3600}

    def access_claims(self) -> dict[str, Any]:
        scope = f"fullname?oid={OID} openid"
        return self._times() | {"client_id": CLIENT, "scope": scope, "urn:esia:sbj_id": OID}

    def id_claims(self) -> dict[str, Any]:
        about = {"oid": OID, "typ": "P", "is_tru": True, "lvl": "PR", "nam": f"OID.{OID}"}
        return self._times() | {
            "aud": CLIENT,
            "sub": OID,
            "auth_time": int(NOW.timestamp()) - 600,
            "amr": "PWD",
            "urn:esia:sid": "c2f7e1d0",
            "urn:esia:sbj": {f"urn:esia:sbj:{name}": value for name, value in about.items()},
        }


def changed(usual: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (usual | changes).items() if value is not None}


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *_said: Any) -> None:
        """Tests read the log: it must hold only what the site says."""


class Service(Protocol):
    """Anything that can be served here."""

    address: str

    def answer(self, request: Request) -> Response: ...


Served = TypeVar("Served", bound=Service)


@contextmanager
def serving(esia: Served, tls: tuple[str, str] | None = None) -> Iterator[Served]:
    """The fake listens on loopback, by plain HTTP or with a certificate and its key."""
    app = Request.application(esia.answer)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet, ssl_context=tls)
    esia.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield esia
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
