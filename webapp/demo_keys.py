"""Keys that a demonstration makes for itself and keeps in its data folder. Production takes none of them.

A whole file is linked into place, so that processes which start together agree on one.
"""

import contextlib
import os
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

KEY_BITS = 2048
TEN_YEARS = timedelta(days=3650)


def secret(path: Path) -> str:
    """The text of a secret key; made when it is not there."""
    if not path.exists():
        _keep(path, secrets.token_urlsafe(48).encode())
    return path.read_text(encoding="ascii")


def signing_pair(folder: Path, name: str) -> tuple[Path, Path]:
    """Paths of an RSA key and of its self-signed certificate, both PEM: `<name>.key`, `<name>.cer`; made when missing.

    Key and certificate stand in one file first: two processes that start together must not mix theirs.
    """
    key_path, certificate_path, both = folder / f"{name}.key", folder / f"{name}.cer", folder / f"{name}.pem"
    if not both.exists():
        _keep(both, _new_pair(name))
    if not certificate_path.exists() or not key_path.exists():
        key, mark, certificate = both.read_bytes().partition(b"-----BEGIN CERTIFICATE-----")
        _keep(key_path, key)
        _keep(certificate_path, mark + certificate)
    return key_path, certificate_path


def _new_pair(name: str) -> bytes:
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"orientir demo {name}")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + TEN_YEARS)
        .sign(key, hashes.SHA256())
    )
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + certificate.public_bytes(serialization.Encoding.PEM)


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with open(made, "xb", opener=_private) as file:
        file.write(content)
    with contextlib.suppress(FileExistsError):
        os.link(made, path)
    made.unlink()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
