"""ЕСИА's tokens: signed by the sandbox's own key, with ЕСИА's claims. There is no nonce, and no `aud` on access."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

from webapp.sandbox.esia.grants import CODE_LIFE, Grant
from webapp.sandbox.esia.scopes import as_token_tells
from webapp.sandbox.people.records import Person

LIFE = timedelta(hours=1)
_ALGORITHM = "RS256"
_HEADERS = JWSRegistry(algorithms=[_ALGORITHM], strict_check_header=False)
"""ЕСИА puts `ver` and `sbt` into the header, which no standard knows."""


@dataclass(frozen=True, slots=True)
class Access:
    """What an access token opens: this person's data, by `scope` as the token tells it."""

    oid: str
    scope: str


class Tokens:
    """Makes tokens and reads them back. `issuer` ends with a slash, as ЕСИА's does."""

    def __init__(self, key_file: Path, issuer: str) -> None:
        self._key = RSAKey.import_key(key_file.read_text(encoding="ascii"))
        self._issuer = issuer

    def code(self, client_id: str, now: datetime) -> str:
        """A code: for the client a long text without meaning, here a token of its own."""
        return self._signed("authorization_code", now, CODE_LIFE, {"client_id": client_id, "jti": str(uuid4())})

    def access(self, grant: Grant, oid: str, now: datetime) -> str:
        claims = {
            "client_id": grant.authorisation.client_id,
            "scope": as_token_tells(grant.authorisation.scopes, oid),
            "urn:esia:sid": grant.session_number,
            "urn:esia:sbj_id": int(oid),
        }
        return self._signed("access", now, LIFE, claims)

    def identity(self, grant: Grant, person: Person, level: str, now: datetime) -> str:
        subject: dict[str, Any] = {
            "urn:esia:sbj:oid": int(person.oid),
            "urn:esia:sbj:typ": "P",
            "urn:esia:sbj:nam": f"OID.{person.oid}",
            "urn:esia:sbj:lvl": level,
        }
        if level == "PR":
            subject["urn:esia:sbj:is_tru"] = True
        claims = {
            "aud": grant.authorisation.client_id,
            "sub": int(person.oid),
            "auth_time": _seconds(grant.signed_in_at),
            "amr": "PWD",
            "urn:esia:amd": "PWD",
            "urn:esia:sid": grant.session_number,
            "urn:esia:sbj": subject,
        }
        return self._signed("id", now, LIFE, claims)

    def opened_by(self, token: str, now: datetime) -> Access | None:
        """What the access token opens now; None for a forged, foreign or expired one, or one of another kind."""
        try:
            read = jwt.decode(token, self._key, algorithms=[_ALGORITHM], registry=_HEADERS)
        except (JoseError, ValueError):
            return None
        claims = read.claims
        if read.header.get("sbt") != "access" or not claims["nbf"] <= _seconds(now) < claims["exp"]:
            return None
        return Access(str(claims["urn:esia:sbj_id"]), claims["scope"])

    def _signed(self, kind: str, now: datetime, life: timedelta, claims: dict[str, Any]) -> str:
        header = {"ver": 1, "typ": "JWT", "sbt": kind, "alg": _ALGORITHM}
        times = {"iat": _seconds(now), "nbf": _seconds(now), "exp": _seconds(now + life)}
        return jwt.encode(header, {"iss": self._issuer, **times, **claims}, self._key, registry=_HEADERS)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
