"""What a client signs, in which order, and whether the signature is the registered certificate's."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from webapp.sandbox.esia.certificates import KeyKind, der_of, kind_of, rsa_key_of
from webapp.sandbox.esia.clients import Client, Profile, RefreshOrder
from webapp.sandbox.esia.openssl import Openssl

V1 = ("scope", "timestamp", "client_id", "state")
RAW = ("client_id", "scope", "scope_org", "timestamp", "state", "redirect_uri", "code")
"""The parameters whose values are joined without anything between them. Only exchanges have a code."""
RENEWALS = {
    RefreshOrder.ADDRESS: RAW[:-1],
    RefreshOrder.TOKEN: ("client_id", "scope", "timestamp", "state", "refresh_token"),
}
SIGNED = frozenset({*V1, *RAW, "refresh_token"})


def order_of(client: Client, profile: Profile, is_renewal: bool) -> tuple[str, ...]:
    """The names of what is signed, in their order."""
    if profile is Profile.V1:
        return V1
    return RENEWALS[client.refresh_order] if is_renewal else RAW


def text_of(values: Mapping[str, str], order: tuple[str, ...]) -> str:
    """The text that a client signs for these parameters."""
    return "".join(values.get(name, "") for name in order)


class Seals:
    """Checks what clients sign."""

    def __init__(self, openssl: Openssl) -> None:
        self._openssl = openssl

    def is_signed(self, client: Client, profile: Profile, text: str, secret: str) -> bool:
        """Whether `secret` (base64url, padded or not) is this client's seal over the text: a detached CMS in v1, a raw
        signature (RSASSA-PKCS1-v1_5 with SHA-256, or GOST R 34.10-2012) else.
        """
        try:
            seal, content = _decoded(secret), text.encode()
        except (binascii.Error, UnicodeEncodeError):
            return False
        is_gost = kind_of(client.certificate) is KeyKind.GOST
        if profile is Profile.V1:
            return self._openssl.is_cms_over(content, seal, client.certificate, is_gost)
        if is_gost:
            return self._openssl.is_gost_signature(content, seal, client.certificate)
        return _is_rsa(client, content, seal)

    def is_certificate_of(self, client: Client, digest: str) -> bool:
        """Whether this is the upper-case hex digest of the certificate in DER: SHA-256, or GOST R 34.11-2012-256."""
        der = der_of(client.certificate)
        is_gost = kind_of(client.certificate) is KeyKind.GOST
        known = self._openssl.gost_digest(der) if is_gost else hashlib.sha256(der).hexdigest()
        return hmac.compare_digest(digest.encode("utf-8", "replace"), known.upper().encode())


def is_verifier_of(challenge: str, verifier: str) -> bool:
    """PKCE, S256."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return hmac.compare_digest(challenge.encode(), base64.urlsafe_b64encode(digest).rstrip(b"="))


def _is_rsa(client: Client, content: bytes, seal: bytes) -> bool:
    try:
        rsa_key_of(client.certificate).verify(seal, content, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def _decoded(text: str) -> bytes:
    bare = text.rstrip("=")
    return base64.b64decode((bare + "=" * (-len(bare) % 4)).encode("ascii"), altchars=b"-_", validate=True)
