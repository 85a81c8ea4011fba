"""What tokens say, believed only after every check. Tokens themselves are not kept.

One door for all profiles and algorithms (`SignedTokens`); what the tokens of ЕСИА must say is `TokenReader`.
"""

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from webapp.gateways.identity.refusals import untrusted
from webapp.gateways.identity.token_keys import TokenKey

_OID = re.compile(r"[0-9]{1,20}", re.ASCII)
_PART = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_UNREADABLE = (ValueError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True, repr=False)
class Subject:
    """Whom the tokens name. `is_trusted` is the tokens' own word on the account.

    `proved_at` is when they proved themselves (aware, UTC), None where nobody says; `issued_at` is when the tokens
    were made.
    """

    oid: str
    is_trusted: bool
    issued_at: datetime
    proved_at: datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """A token whose signature is right. Nothing else about it is checked."""

    header: dict[str, Any]
    claims: dict[str, Any]


class SignedTokens:
    """The only door by which a token comes in.

    `keys` gives the keys that may have signed a token whose header names this `kid` (empty for none); each has one
    algorithm, and a token must name that of the key. `leeway_seconds` is how far two clocks may differ.
    """

    def __init__(self, keys: Callable[[str], Sequence[TokenKey]], issuer: str, leeway_seconds: int) -> None:
        self._keys = keys
        self._issuer = issuer
        self._leeway_seconds = leeway_seconds

    def opened(self, token: object, now: datetime) -> Token:
        """A token of the issuer that is good now. Raises NotIdentified (UNTRUSTED) at the least doubt."""
        read = self._signed(token)
        if read.claims.get("iss") != self._issuer:
            raise untrusted()
        self.past(read.claims.get("iat"), now)
        if "nbf" in read.claims:
            self.past(read.claims["nbf"], now)
        if _seconds(read.claims.get("exp")) <= now.timestamp() - self._leeway_seconds:
            raise untrusted()
        return read

    def past(self, value: object, now: datetime) -> datetime:
        """A moment that is over, in seconds since 1970. Raises NotIdentified for any other."""
        seconds = _seconds(value)
        if not 0 <= seconds <= now.timestamp() + self._leeway_seconds:
            raise untrusted()
        return datetime.fromtimestamp(seconds, UTC)

    def _signed(self, token: object) -> Token:
        parts = token.split(".") if isinstance(token, str) else []
        if len(parts) != 3 or not all(map(_PART.fullmatch, parts)):
            raise untrusted()
        try:
            header = _object(parts[0])
            if self._is_signed(str(token), header, _decoded(parts[2])):
                return Token(header, _object(parts[1]))
        except _UNREADABLE:
            pass
        raise untrusted()

    def _is_signed(self, token: str, header: dict[str, Any], signature: bytes) -> bool:
        if "crit" in header or "b64" in header:  # demands on the reader, of which ЕСИА makes none
            return False
        kid, algorithm = header.get("kid", ""), header.get("alg")
        if not isinstance(kid, str) or not isinstance(algorithm, str):
            return False
        message = token.rpartition(".")[0].encode("ascii")
        fitting = [key for key in self._keys(kid) if key.algorithm == algorithm]
        return any(key.has_signed(token, message, signature) for key in fitting)


class TokenReader:
    """Checks the two tokens that ЕСИА makes for one client."""

    def __init__(self, tokens: SignedTokens, client_id: str) -> None:
        self._tokens = tokens
        self._client_id = client_id

    def subject(self, access_token: object, id_token: object, now: datetime) -> Subject:
        """The person whom both tokens name. Raises NotIdentified (UNTRUSTED) at the least doubt."""
        access = self._claims(access_token, "access", now)
        identity = self._claims(id_token, "id", now)
        if access.get("client_id") != self._client_id:
            raise untrusted()
        if identity.get("aud") not in (self._client_id, [self._client_id]):
            raise untrusted()
        about = identity.get("urn:esia:sbj")
        if not isinstance(about, dict) or about.get("urn:esia:sbj:typ", "P") != "P":
            raise untrusted()
        oid = _oid(identity.get("sub"))
        if oid != _oid(about.get("urn:esia:sbj:oid")) or oid != _oid(access.get("urn:esia:sbj_id")):
            raise untrusted()
        proved_at = self._tokens.past(identity.get("auth_time"), now)
        return Subject(oid, is_trusted(about), self._tokens.past(identity["iat"], now), proved_at)

    def _claims(self, token: object, kind: str, now: datetime) -> dict[str, Any]:
        """What a token of this kind says."""
        read = self._tokens.opened(token, now)
        if read.header.get("sbt") != kind or "nbf" not in read.claims:
            raise untrusted()
        return read.claims


def is_trusted(about: dict[str, Any]) -> bool:
    """Both signs of a confirmed account stand: `is_tru` is missing for others, their level is not «PR»."""
    is_tru = about.get("urn:esia:sbj:is_tru")
    return (is_tru is True or is_tru == "true") and about.get("urn:esia:sbj:lvl") == "PR"


def _oid(value: object) -> str:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not _OID.fullmatch(text):
        raise untrusted()
    return text


def _object(part: str) -> dict[str, Any]:
    told = json.loads(_decoded(part))
    if not isinstance(told, dict):
        raise ValueError("not an object")
    return told


def _decoded(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _seconds(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise untrusted()
    return value
