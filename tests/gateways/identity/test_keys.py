"""Keys are read once, when the site starts; what cannot be used is told by the setting's name, never by content."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)

from tests.gateways.identity.certificates import self_signed
from tests.gateways.identity.conftest import IdentityMaker, Keys, private
from tests.gateways.identity.fake_esia import OID, FakeEsia

KEY, CERTIFICATES = "ORIENTIR_ESIA_KEY_FILE", "ORIENTIR_ESIA_TOKEN_CERTIFICATES"
SMALL = rsa.generate_private_key(65537, 1024)
CURVE = ec.generate_private_key(ec.SECP256R1())


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, sealed: KeySerializationEncryption) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, sealed)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"secret words",
        b"-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n",
        pem(SMALL, NoEncryption()),
        pem(CURVE, NoEncryption()),
        pem(CURVE, BestAvailableEncryption(b"secret")),
    ],
)
def test_a_key_that_cannot_sign(identity_with: IdentityMaker, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "client.key"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=KEY) as caught:
        identity_with(key_file=file)
    assert "secret" not in str(caught.value) and "BEGIN" not in str(caught.value)


def test_files_that_are_not_there(identity_with: IdentityMaker, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        identity_with(key_file=tmp_path / "no.key")
    with pytest.raises(FileNotFoundError):
        identity_with(token_certificates=(tmp_path / "no.cer",))
    with pytest.raises(ValueError, match=KEY):
        identity_with(key_file=None)
    with pytest.raises(ValueError, match=CERTIFICATES):
        identity_with(token_certificates=())


@pytest.mark.parametrize(
    "content", [b"", b"words", self_signed(SMALL), self_signed(CURVE), b"-----BEGIN CERTIFICATE-----\n"]
)
def test_a_certificate_that_cannot_verify(
    identity_with: IdentityMaker, keys: Keys, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "esia.cer"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=f"{CERTIFICATES}.*esia.cer"):
        identity_with(token_certificates=(keys.esia[1], file))


def test_several_certificates_may_stand_in_one_file(
    identity_with: IdentityMaker, esia: FakeEsia, keys: Keys, tmp_path: Path
) -> None:
    file = tmp_path / "esia.cer"
    file.write_bytes(keys.stranger[1].read_bytes() + keys.esia[1].read_bytes())
    identity = identity_with(token_certificates=(file,))
    beginning = identity.begin()
    assert identity.finish(beginning.attempt, esia.agreed(beginning.address)).oid == str(OID)


def test_keys_are_read_once(identity_with: IdentityMaker, esia: FakeEsia, keys: Keys, tmp_path: Path) -> None:
    key, known = tmp_path / "client.key", tmp_path / "esia.cer"
    key.write_bytes(pem(private(keys.client), NoEncryption()))
    known.write_bytes(keys.esia[1].read_bytes())
    identity = identity_with(key_file=key, token_certificates=(known,))
    key.unlink()
    known.unlink()
    beginning = identity.begin()
    assert identity.finish(beginning.attempt, esia.agreed(beginning.address)).oid == str(OID)
