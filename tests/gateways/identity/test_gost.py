"""ГОСТ for real: keys made by OpenSSL's engine, signatures checked by the engine and by plain arithmetic."""

import subprocess
from pathlib import Path

import pytest

from tests.gateways.identity.gost_arithmetic import is_signed, point_of
from tests.gateways.identity.openssl import Pair, gost_pair, holds_for, is_right, openssl, public_key
from webapp.core.programs import Program, ProgramFailed
from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity import gost as module
from webapp.gateways.identity.gost import Gost, is_gost_key
from webapp.gateways.identity.signing import GostSigner, signer_of

MESSAGE = "ORIENTIRopenid fullname2026.11.22 17:47:23 +0000Воронцова".encode()
PASSWORD = "a word that opens the key"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return gost_pair(tmp_path_factory.mktemp("gost"), "site")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return gost_pair(tmp_path_factory.mktemp("gost"), "stranger")


@pytest.fixture
def gost() -> Gost:
    return Gost(5)


def der_of(pair: Pair) -> bytes:
    return openssl("pkey", "-pubin", "-outform", "DER", given=public_key(pair.certificate))


def test_a_signature_is_right_by_the_engine_and_by_arithmetic(gost: Gost, pair: Pair, tmp_path: Path) -> None:
    signature = gost.sign(MESSAGE, pair.key)
    assert len(signature) == 64
    (tmp_path / "signature").write_bytes(signature)
    (tmp_path / "key").write_bytes(public_key(pair.certificate))
    files = ("-verify", tmp_path / "key", "-signature", tmp_path / "signature")
    assert is_right("dgst", "-md_gost12_256", *files, given=MESSAGE)
    assert not is_right("dgst", "-md_gost12_256", *files, given=MESSAGE + b".")
    digest = openssl("dgst", "-md_gost12_256", "-binary", given=MESSAGE)
    assert is_signed(digest, signature, point_of(der_of(pair)))
    assert not is_signed(digest, signature[::-1], point_of(der_of(pair)))


def test_what_was_signed_elsewhere_is_verified(gost: Gost, pair: Pair, stranger: Pair) -> None:
    signature = openssl("dgst", "-md_gost12_256", "-sign", pair.key, given=MESSAGE)
    key = public_key(pair.certificate)
    assert gost.is_signed(MESSAGE, signature, key)
    assert not gost.is_signed(MESSAGE + b".", signature, key)
    assert not gost.is_signed(MESSAGE, signature[::-1], key)
    assert not gost.is_signed(MESSAGE, signature[32:] + signature[:32], key)
    assert not gost.is_signed(MESSAGE, bytes(64), key)
    assert not gost.is_signed(MESSAGE, signature[:-1], key)
    assert not gost.is_signed(MESSAGE, b"", key)
    assert not gost.is_signed(MESSAGE, signature, public_key(stranger.certificate))


def test_every_bit_of_a_signature_counts(gost: Gost, pair: Pair) -> None:
    signature, key = gost.sign(MESSAGE, pair.key), public_key(pair.certificate)
    for place in (0, 31, 32, 63):
        changed = bytearray(signature)
        changed[place] ^= 1
        assert not gost.is_signed(MESSAGE, bytes(changed), key)


def test_a_container_holds_for_its_message_and_its_certificate(
    gost: Gost, pair: Pair, stranger: Pair, tmp_path: Path
) -> None:
    container = gost.contain(MESSAGE, pair.key, pair.certificate)
    assert MESSAGE not in container
    assert holds_for(container, MESSAGE, pair.certificate, tmp_path)
    assert not holds_for(container, MESSAGE + b".", pair.certificate, tmp_path)
    assert not holds_for(container, MESSAGE, stranger.certificate, tmp_path)


def test_the_digest_is_streebog(gost: Gost) -> None:
    # The first example of RFC 6986 (10.1.2), whose bytes stand there from the last to the first.
    message = b"012345678901234567890123456789012345678901234567890123456789012"
    assert gost.digest(message) == "9D151EEFD8590B89DAA6BA6CB74AF9275DD051026BB149A452FD84E5E57B5500"


def test_keys_are_told_apart(pair: Pair, tmp_path: Path) -> None:
    rsa = openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048")
    assert is_gost_key(der_of(pair))
    assert not is_gost_key(openssl("pkey", "-pubout", "-outform", "DER", given=rsa))
    assert not is_gost_key(der_of(gost_pair(tmp_path, "long", "gost2012_512")))


def locked(pair: Pair, folder: Path) -> Path:
    file = folder / "locked.key"
    file.write_bytes(openssl("pkey", "-in", pair.key, "-aes256", "-passout", f"pass:{PASSWORD}"))
    return file


def settings(pair: Pair, **chosen: object) -> EsiaSettings:
    usual = {"signer": "gost", "key_file": pair.key, "certificate_file": pair.certificate}
    return EsiaSettings(**(usual | chosen))  # type: ignore[arg-type]


def test_a_locked_key_opens_by_its_password(pair: Pair, tmp_path: Path) -> None:
    file = locked(pair, tmp_path)
    signer = signer_of(settings(pair, key_file=file, key_password=PASSWORD))
    assert Gost(5).is_signed(MESSAGE, signer.sign(MESSAGE), public_key(pair.certificate))
    assert holds_for(signer.contain(MESSAGE), MESSAGE, pair.certificate, tmp_path)
    for wrong in ("another", ""):
        with pytest.raises(ValueError, match="ORIENTIR_ESIA_KEY_FILE") as caught:
            signer_of(settings(pair, key_file=file, key_password=wrong))
        assert PASSWORD not in str(caught.value)


def test_neither_key_nor_password_stands_on_a_command_line(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, lines = locked(pair, tmp_path), list[str]()
    started = subprocess.Popen

    def watched(command: tuple[str, ...], **chosen: object) -> object:
        lines.append(" ".join(command))
        return started(command, **chosen)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", watched)
    signer = signer_of(settings(pair, key_file=file, key_password=PASSWORD))
    signer.sign(MESSAGE), signer.contain(MESSAGE)
    assert len([line for line in lines if f"-passin env:{module._PASSWORD}" in line]) == 3
    assert PASSWORD not in repr(lines) and "PRIVATE" not in repr(lines) and "Воронцова" not in repr(lines)


def test_keys_that_cannot_sign(pair: Pair, stranger: Pair, tmp_path: Path) -> None:
    words = tmp_path / "words.key"
    words.write_bytes(b"secret words")
    for file in (words, pair.certificate, gost_pair(tmp_path, "long", "gost2012_512").key):
        with pytest.raises(ValueError, match="ORIENTIR_ESIA_KEY_FILE"):
            signer_of(settings(pair, key_file=file))
    with pytest.raises(ValueError, match="ORIENTIR_ESIA_CERTIFICATE_FILE"):
        signer_of(settings(pair, certificate_file=stranger.certificate))
    with pytest.raises(ValueError, match="ORIENTIR_ESIA_CERTIFICATE_FILE"):
        signer_of(settings(pair, certificate_file=words))
    with pytest.raises(FileNotFoundError):
        signer_of(settings(pair, key_file=tmp_path / "no.key"))
    with pytest.raises(ValueError, match="ORIENTIR_ESIA_CERTIFICATE_FILE must be set"):
        signer_of(settings(pair, certificate_file=None)).contain(MESSAGE)


def test_without_the_engine_the_site_says_so(pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = tmp_path / "empty.cnf"
    nothing.write_text("")
    monkeypatch.setattr(module, "_CONFIGURATION", nothing)
    with pytest.raises(ValueError, match="engine installed"):
        GostSigner.from_files(pair.key, None, Gost(5))
    monkeypatch.setattr(module, "Program", lambda command, *rest: Program(("/nonexistent/openssl",), *rest))
    with pytest.raises(ValueError, match="engine installed"):
        GostSigner.from_files(pair.key, None, Gost(5))


def test_a_key_that_cannot_verify_is_no_wrong_signature(gost: Gost) -> None:
    assert not gost.is_signed(MESSAGE, b"short", b"words")
    with pytest.raises(ProgramFailed):
        gost.key_of(b"words")
