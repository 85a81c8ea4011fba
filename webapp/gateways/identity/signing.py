"""How our requests to ЕСИА are signed. A signer of another algorithm (ГОСТ) is another class with one method."""

from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

FEWEST_BITS = 2048


class Signer(Protocol):
    """Signs with the site's key."""

    def sign(self, message: bytes) -> bytes:
        """The raw signature: no container, no certificate."""
        ...


class RsaSigner:
    """RSASSA-PKCS1-v1_5 with SHA-256."""

    def __init__(self, key: rsa.RSAPrivateKey) -> None:
        self._key = key

    @classmethod
    def from_file(cls, path: Path) -> "RsaSigner":
        """Read the key once. Raises OSError where there is no such file, ValueError where it holds no RSA key."""
        try:
            key = load_pem_private_key(path.read_bytes(), password=None)
        except (ValueError, TypeError) as error:
            raise ValueError("ORIENTIR_ESIA_KEY_FILE: not a PEM of a private key without a password") from error
        if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < FEWEST_BITS:
            raise ValueError(f"ORIENTIR_ESIA_KEY_FILE: not an RSA key of at least {FEWEST_BITS} bits")
        return cls(key)

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message, padding.PKCS1v15(), hashes.SHA256())
