"""The certificates of registered sites: of which kind their keys are, their bytes, their RSA keys."""

from enum import StrEnum
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

_RSA, _GOST_256 = "1.2.840.113549.1.1.1", "1.2.643.7.1.1.1.1"


class KeyKind(StrEnum):
    """Which mathematics a key is for."""

    RSA = "rsa"
    GOST = "gost"
    OTHER = "other"


def kind_of(pem: str) -> KeyKind:
    """The kind of a certificate's key. Raises ValueError for what is no certificate."""
    named = _read(pem).public_key_algorithm_oid.dotted_string
    return {_RSA: KeyKind.RSA, _GOST_256: KeyKind.GOST}.get(named, KeyKind.OTHER)


def der_of(pem: str) -> bytes:
    return _read(pem).public_bytes(Encoding.DER)


def rsa_key_of(pem: str) -> rsa.RSAPublicKey:
    """The key of a certificate whose kind is RSA."""
    key = _read(pem).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    return key


@lru_cache(maxsize=100)
def _read(pem: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem.encode())
