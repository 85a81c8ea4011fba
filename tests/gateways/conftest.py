"""What gateways of all systems are tried with."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.gateways.identity.certificates import self_signed


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Files of a certificate for this machine, which nobody else vouches for, and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate_file, key_file = tmp_path / "host.cer", tmp_path / "host.key"
    certificate_file.write_bytes(self_signed(key))
    key_file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return str(certificate_file), str(key_file)
