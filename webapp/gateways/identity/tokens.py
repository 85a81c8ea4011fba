"""What ЕСИА's tokens say, believed only after every check. Tokens themselves are not kept.

Tokens signed by another algorithm (ГОСТ) need another `_signed`; what tokens must say stays the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from joserfc import jwt
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

from webapp.gateways.identity.refusals import untrusted
from webapp.gateways.identity.signing import FEWEST_BITS

_OID = re.compile(r"[0-9]{1,20}", re.ASCII)
_REGISTRY = JWSRegistry(algorithms=["RS256"], strict_check_header=False)  # ЕСИА has `ver` and `sbt` in its headers
_UNREADABLE = (JoseError, ValueError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True, repr=False)
class Subject:
    """Whom the tokens name. `is_trusted` is the tokens' own word on the account, `signed_in_at` is aware, UTC."""

    oid: str
    is_trusted: bool
    signed_in_at: datetime


class TokenReader:
    """Checks tokens made for one client by one issuer. `leeway_seconds` is how far two clocks may differ."""

    def __init__(self, keys: Sequence[RSAKey], issuer: str, client_id: str, leeway_seconds: int) -> None:
        self._keys = keys
        self._issuer = issuer
        self._client_id = client_id
        self._leeway_seconds = leeway_seconds

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
        return Subject(oid, _is_trusted(about), self._past(identity.get("auth_time"), now))

    def _claims(self, token: object, kind: str, now: datetime) -> dict[str, Any]:
        """What a token of this kind says, once its signature, issuer and time are right."""
        read = self._signed(token)
        claims = read.claims
        if read.header.get("sbt") != kind or claims.get("iss") != self._issuer:
            raise untrusted()
        self._past(claims.get("iat"), now)
        self._past(claims.get("nbf"), now)
        if _seconds(claims.get("exp")) <= now.timestamp() - self._leeway_seconds:
            raise untrusted()
        return claims

    def _signed(self, token: object) -> jwt.Token:
        if not isinstance(token, str):
            raise untrusted()
        for key in self._keys:
            try:
                return jwt.decode(token, key, registry=_REGISTRY)
            except BadSignatureError:
                continue
            except _UNREADABLE:
                break
        raise untrusted()

    def _past(self, value: object, now: datetime) -> datetime:
        """A moment that is over, in seconds since 1970."""
        seconds = _seconds(value)
        if not 0 <= seconds <= now.timestamp() + self._leeway_seconds:
            raise untrusted()
        return datetime.fromtimestamp(seconds, UTC)


def keys_in(certificates: Sequence[Path]) -> list[RSAKey]:
    """The public keys of PEM certificates. Raises OSError for a missing file, ValueError where there is no RSA key."""
    keys = []
    for path in certificates:
        try:
            found = x509.load_pem_x509_certificates(path.read_bytes())
        except ValueError as error:
            raise ValueError(f"ORIENTIR_ESIA_TOKEN_CERTIFICATES: {path.name} is not a certificate in PEM") from error
        for key in (certificate.public_key() for certificate in found):
            if not isinstance(key, rsa.RSAPublicKey) or key.key_size < FEWEST_BITS:
                raise ValueError(f"ORIENTIR_ESIA_TOKEN_CERTIFICATES: {path.name} holds no sufficient RSA key")
            keys.append(RSAKey.import_key(key))
    if not keys:
        raise ValueError("ORIENTIR_ESIA_TOKEN_CERTIFICATES: no certificate")
    return keys


def _is_trusted(about: dict[str, Any]) -> bool:
    """Both signs of a confirmed account stand: `is_tru` is missing for others, their level is not «PR»."""
    is_tru = about.get("urn:esia:sbj:is_tru")
    return (is_tru is True or is_tru == "true") and about.get("urn:esia:sbj:lvl") == "PR"


def _oid(value: object) -> str:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not _OID.fullmatch(text):
        raise untrusted()
    return text


def _seconds(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise untrusted()
    return value
