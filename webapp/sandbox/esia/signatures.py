"""What a client signs, and whether the signature is the registered certificate's."""

import base64
import binascii
import hashlib
import hmac
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from webapp.sandbox.esia.clients import Client

SIGNED = ("client_id", "scope", "scope_org", "timestamp", "state", "redirect_uri", "code")
"""The parameters whose values are joined without anything between them, in this order. Only exchanges have a code."""


def text_of(values: dict[str, str]) -> str:
    """The text that a client signs for these parameters."""
    return "".join(values.get(name, "") for name in SIGNED)


def is_signed(client: Client, text: str, signature: str) -> bool:
    """Whether `signature` (base64url, padded or not) is this client's RSASSA-PKCS1-v1_5 with SHA-256 over the text."""
    key = _certificate(client.certificate).public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        return False
    try:
        key.verify(_decoded(signature), text.encode(), padding.PKCS1v15(), hashes.SHA256())
    except (InvalidSignature, binascii.Error, UnicodeEncodeError):
        return False
    return True


def is_certificate_of(client: Client, digest: str) -> bool:
    """Whether this is the upper-case hex SHA-256 of the client's certificate in DER."""
    der = _certificate(client.certificate).public_bytes(Encoding.DER)
    return hmac.compare_digest(digest.encode(), hashlib.sha256(der).hexdigest().upper().encode())


def is_verifier_of(challenge: str, verifier: str) -> bool:
    """PKCE, S256."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return hmac.compare_digest(challenge.encode(), base64.urlsafe_b64encode(digest).rstrip(b"="))


def _decoded(text: str) -> bytes:
    bare = text.rstrip("=")
    return base64.b64decode((bare + "=" * (-len(bare) % 4)).encode("ascii"), altchars=b"-_", validate=True)


@cache
def _certificate(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())
