"""ЕСИА's tokens, with ЕСИА's claims: there is no nonce, and no `aud` on access. Those of its gateway are ordinary."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from webapp.sandbox.esia.clients import TokenAlgorithm
from webapp.sandbox.esia.grants import CODE_LIFE, PASSWORD, Grant
from webapp.sandbox.esia.keys import Claims, Keys
from webapp.sandbox.esia.scopes import as_token_tells
from webapp.sandbox.people.records import Person

LIFE = timedelta(hours=1)
ACCESS, GATEWAY_ACCESS = "access", "gateway"
REFRESH_BYTES = 48


@dataclass(frozen=True, slots=True)
class Access:
    """What an access token opens: this person's data, by `scope` as the token tells it."""

    oid: str
    scope: str


class Tokens:
    """Makes tokens and reads them back. `issuer` ends with a slash, as ЕСИА's does; `gateway` does not."""

    def __init__(self, keys: Keys, issuer: str, gateway: str) -> None:
        self._keys, self._issuer, self.gateway = keys, issuer, gateway

    def code(self, client_id: str, now: datetime) -> str:
        """A code: for the client a long text without meaning, here a token of its own."""
        claims = {"iss": self._issuer, "client_id": client_id, "jti": str(uuid4())}
        return self._keys.signed(_header("authorization_code"), claims | _times(now, CODE_LIFE))

    def refresh(self) -> str:
        """A refresh token, which says nothing of itself."""
        return secrets.token_urlsafe(REFRESH_BYTES)

    def access(self, grant: Grant, oid: str, now: datetime, algorithm: TokenAlgorithm = TokenAlgorithm.RSA) -> str:
        return self._keys.signed(_header(ACCESS), self._access(grant, oid, self._issuer, now), algorithm)

    def identity(self, grant: Grant, person: Person, level: str, now: datetime, algorithm: TokenAlgorithm) -> str:
        ways = ",".join(grant.ways)
        claims = {
            **self._identity(grant, self._issuer, now),
            "sub": int(person.oid),
            "amr": ways,
            "urn:esia:amd": ways,
            "urn:esia:sid": grant.session_number,
            "urn:esia:sbj": _subject(person, level),
        }
        return self._keys.signed(_header("id"), claims, algorithm)

    def gateway_access(self, grant: Grant, oid: str, now: datetime) -> str:
        """Opens the gateway's userinfo and nothing of ЕСИА's own."""
        return self._keys.signed(_header(GATEWAY_ACCESS), self._access(grant, oid, self.gateway, now))

    def gateway_identity(self, grant: Grant, person: Person, now: datetime) -> str:
        """An ordinary id token: names its key, gives the nonce back, `sub` and `amr` as the standard has them."""
        nonce = grant.authorisation.nonce
        claims = self._identity(grant, self.gateway, now) | {
            "sub": person.oid,
            "amr": [_ordinary(way) for way in grant.ways],
        }
        header = {"typ": "JWT", "kid": self._keys.key_id()}
        return self._keys.signed(header, claims | ({"nonce": nonce} if nonce else {}))

    def opened_by(self, token: str, now: datetime, kind: str = ACCESS) -> Access | None:
        """What the access token opens now; None for a forged, foreign or expired one, or one of another kind."""
        read = self._keys.read(token)
        if read is None:
            return None
        header, claims = read
        if header.get("sbt") != kind or not claims["nbf"] <= _seconds(now) < claims["exp"]:
            return None
        return Access(str(claims["urn:esia:sbj_id"]), claims["scope"])

    def _access(self, grant: Grant, oid: str, issuer: str, now: datetime) -> Claims:
        return {
            "iss": issuer,
            **_times(now, LIFE),
            "client_id": grant.authorisation.client_id,
            "scope": as_token_tells(grant.authorisation.scopes, oid),
            "urn:esia:sid": grant.session_number,
            "urn:esia:sbj_id": int(oid),
        }

    def _identity(self, grant: Grant, issuer: str, now: datetime) -> Claims:
        signed_in = {"auth_time": _seconds(grant.signed_in_at)}
        return {"iss": issuer, **_times(now, LIFE), "aud": grant.authorisation.client_id, **signed_in}


def _subject(person: Person, level: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "urn:esia:sbj:oid": int(person.oid),
        "urn:esia:sbj:typ": "P",
        "urn:esia:sbj:nam": f"OID.{person.oid}",
        "urn:esia:sbj:lvl": level,
    }
    return told | ({"urn:esia:sbj:is_tru": True} if level == "PR" else {})


def _ordinary(way: str) -> str:
    """A way of signing in as RFC 8176 names it."""
    return "pwd" if way == PASSWORD else "otp"


def _header(kind: str) -> Claims:
    return {"ver": 1, "typ": "JWT", "sbt": kind}


def _times(now: datetime, life: timedelta) -> Claims:
    return {"iat": _seconds(now), "nbf": _seconds(now), "exp": _seconds(now + life)}


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
