"""Signers that the settings choose: RSA behind a password, programs of the operator, and what they may not do."""

import logging
import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from pydantic import ValidationError
from structlog.testing import capture_logs

from tests.gateways.identity.conftest import IdentityMaker, Keys, private
from tests.gateways.identity.fake_esia import OID, FakeEsia
from tests.gateways.identity.openssl import holds_for
from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity.port import Attempt, NotIdentified
from webapp.gateways.identity.signing import signer_of

MESSAGE = "сообщение".encode()


def command(text: str, *given: str) -> str:
    return shlex.join((sys.executable, "-c", text, *given))


def settings(**chosen: object) -> EsiaSettings:
    return EsiaSettings(**chosen)  # type: ignore[arg-type]


def test_a_container_of_rsa_holds_for_its_message_alone(keys: Keys, tmp_path: Path) -> None:
    signer = signer_of(settings(key_file=keys.client[0], certificate_file=keys.client[1]))
    container = signer.contain(MESSAGE)
    assert MESSAGE not in container
    assert holds_for(container, MESSAGE, keys.client[1], tmp_path)
    assert not holds_for(container, MESSAGE + b".", keys.client[1], tmp_path)
    assert not holds_for(container, MESSAGE, keys.stranger[1], tmp_path)


def test_a_locked_key_opens_by_its_password(keys: Keys, tmp_path: Path) -> None:
    file = tmp_path / "locked.key"
    sealed = BestAvailableEncryption(b"a word")
    file.write_bytes(private(keys.client).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, sealed))
    assert len(signer_of(settings(key_file=file, key_password="a word")).sign(MESSAGE)) == 256
    for wrong in ("another word", ""):
        with pytest.raises(ValueError, match="ORIENTIR_ESIA_KEY_FILE") as caught:
            signer_of(settings(key_file=file, key_password=wrong))
        assert "word" not in str(caught.value).replace("password", "")


def test_a_certificate_must_be_that_of_the_key(keys: Keys, tmp_path: Path) -> None:
    words = tmp_path / "words.cer"
    words.write_bytes(b"words")
    for file in (keys.stranger[1], words):
        with pytest.raises(ValueError, match="ORIENTIR_ESIA_CERTIFICATE_FILE"):
            signer_of(settings(key_file=keys.client[0], certificate_file=file))


def test_containers_need_a_certificate_when_the_site_starts(identity_with: IdentityMaker) -> None:
    with pytest.raises(ValueError, match="ORIENTIR_ESIA_CERTIFICATE_FILE must be set"):
        identity_with(profile="v1-pkcs7")


ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"


@pytest.mark.parametrize(("is_reversed", "signature"), [(False, MESSAGE), (True, MESSAGE[::-1])])
def test_a_program_signs_and_may_write_backwards(is_reversed: bool, signature: bytes) -> None:
    signer = signer_of(settings(signer="command", signer_command=command(ECHO), signer_reversed=is_reversed))
    assert signer.sign(MESSAGE) == signature
    assert signer.contain(MESSAGE) == MESSAGE  # a container has an order of its own


def test_a_program_gets_the_password_and_none_of_our_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORIENTIR_DATA_KEYS", "secret")
    text = "import os; print({name: word for name, word in os.environ.items() if name.startswith('ORIENTIR')})"
    signer = signer_of(settings(signer="command", signer_command=command(text), key_password="a word"))
    assert signer.sign(MESSAGE) == b"{'ORIENTIR_ESIA_KEY_PASSWORD': 'a word'}\n"


@pytest.mark.parametrize(("line", "why"), [("", "must be set"), ("  ", "must be set"), ("sign 'a", "quotation")])
def test_a_command_that_is_none(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"ORIENTIR_ESIA_SIGNER_COMMAND.*{why}"):
        signer_of(settings(signer="command", signer_command=line))


def test_of_a_program_s_key_the_hash_must_be_told(identity_with: IdentityMaker, keys: Keys) -> None:
    by_program = {"signer": "command", "signer_command": command(ECHO), "certificate_hash": ""}
    with pytest.raises(ValueError, match="ORIENTIR_ESIA_CERTIFICATE_HASH must be set"):
        identity_with(**by_program, certificate_file=keys.client[1])


FAULTS = {
    "fails": "import sys; sys.stderr.write('secret'); sys.exit(1)",
    "says nothing": "",
    "says too much": "print('secret' * 100_000)",
    "hangs": "import time; time.sleep(30)",
}


@pytest.fixture(params=FAULTS)
def broken(request: pytest.FixtureRequest, identity_with: IdentityMaker) -> Callable[[], object]:
    """Begin, or finish, with a program that does not sign."""
    identity = identity_with(signer="command", signer_command=command(FAULTS[request.param]), signer_seconds=0.5)
    return lambda: (identity.begin, lambda: identity.finish(Attempt("state", "z" * 64), "code"))


@pytest.mark.parametrize("which", [0, 1], ids=["begin", "finish"])
def test_a_program_that_does_not_sign_is_our_own_fault(
    broken: Callable[[], tuple[Callable[[], object], ...]],
    esia: FakeEsia,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    which: int,
) -> None:
    caplog.set_level(logging.DEBUG)
    started = time.monotonic()
    with capture_logs() as logged, pytest.raises(NotIdentified) as caught:
        broken()[which]()
    assert time.monotonic() - started < 3
    assert caught.value.refusal.value == "misconfigured"
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    assert [(line["event"], line["error"]) for line in logged] == [("sign_on_failed", "ProgramFailed")]
    assert "secret" not in repr(logged) + caplog.text + "".join(capfd.readouterr())
    assert esia.asked == []


def test_the_old_names_of_settings_work(monkeypatch: pytest.MonkeyPatch, keys: Keys) -> None:
    monkeypatch.setenv("ORIENTIR_ESIA_KEY_FILE", str(keys.client[0]))
    monkeypatch.setenv("ORIENTIR_ESIA_TOKEN_CERTIFICATES", f"{keys.esia[1]}, {keys.stranger[1]}")
    monkeypatch.setenv("ORIENTIR_ESIA_AUTHORISE_PATH", "/elsewhere")
    monkeypatch.setenv("ORIENTIR_ESIA_TOKEN_ALGORITHMS", "RS256,GOST3410_2012_256")
    found = EsiaSettings()
    assert (found.key_file, len(found.token_certificates), found.authorise_path) == (keys.client[0], 2, "/elsewhere")
    assert [algorithm.value for algorithm in found.token_algorithms] == ["RS256", "GOST3410_2012_256"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PROFILE", "v3"),
        ("SIGNER", "pkcs11"),
        ("TOKEN_ALGORITHMS", ""),
        ("TOKEN_ALGORITHMS", "none"),
        ("SCOPES", "fullname"),
        ("TOKEN_PATH", "https://elsewhere.example"),
        ("ACCESS_TYPE", "always"),
        ("CONNECT_SECONDS", "0"),
        ("PERSON_FILTER", "conf-acc"),
    ],
)
def test_a_setting_that_cannot_be_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"ORIENTIR_ESIA_{name}", value)
    with pytest.raises(ValidationError, match=f"(?i){name}"):
        EsiaSettings()


def test_someone_is_identified_by_a_program_of_rsa(identity_with: IdentityMaker, esia: FakeEsia, keys: Keys) -> None:
    line = f"openssl dgst -sha256 -sign {shlex.quote(str(keys.client[0]))}"
    identity = identity_with(signer="command", signer_command=line, key_file=None)
    beginning = identity.begin()
    assert identity.finish(beginning.attempt, esia.agreed(beginning.address)).oid == str(OID)
