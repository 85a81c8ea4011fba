"""Production takes no keys, no data and no clock of the demonstration."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.support.sites import KEY, closing, make_site, settings_in
from webapp.cli.set_up import prepare
from webapp.core import clock
from webapp.core.sessions import DatabaseSessions
from webapp.esia_settings import EsiaSettings
from webapp.settings import Settings


@pytest.mark.parametrize("keys", ["", " , ", "short", f"{KEY},short"])
def test_production_without_good_keys_does_not_start(tmp_path: Path, keys: str) -> None:
    with pytest.raises(ValidationError, match="ORIENTIR_SECRET_KEYS"):
        settings_in(tmp_path, env="production", secret_keys=keys)


def test_the_demonstration_makes_a_key_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    demo = Settings(env="demo", data_dir=tmp_path)
    assert demo.signing_keys() == demo.signing_keys()
    assert len(demo.signing_keys()[0]) >= 32
    assert (tmp_path / "demo_keys" / "secret_key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("given", ["secret_keys", "data_keys"])
def test_a_demonstration_with_a_real_system_needs_keys_of_its_own(tmp_path: Path, given: str) -> None:
    real = {"env": "demo", "esia": EsiaSettings(base_url="https://esia.example"), "secret_keys": "", "data_keys": ""}
    with pytest.raises(ValidationError, match="must be set where a real outside system is"):
        settings_in(tmp_path, **(real | {given: KEY}))


def test_production_makes_no_key_on_disk(tmp_path: Path) -> None:
    assert settings_in(tmp_path, env="production").signing_keys() == [KEY]
    assert list(tmp_path.iterdir()) == []


def test_production_loads_no_invented_products(tmp_path: Path) -> None:
    steps = list(prepare(settings_in(tmp_path, env="production")))
    assert "reference data: loaded" in steps
    assert not [step for step in steps if "demo" in step]


def test_production_shows_no_word_of_a_demonstration_and_keeps_its_cookie_on_https(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, env="production")
    list(prepare(settings))
    with closing(make_site(settings)) as app:
        assert "пробная" not in app.test_client().get("/").text
        assert DatabaseSessions(settings).cookie.startswith("__Host-")


def test_nobody_moves_the_clock_of_production(tmp_path: Path) -> None:
    clock.ShiftedClock(tmp_path / clock.SHIFT_FILE).move(timedelta(days=400))
    with closing(make_site(settings_in(tmp_path, env="production"))) as app, app.app_context():
        assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
    with closing(make_site(settings_in(tmp_path))) as app, app.app_context():
        assert clock.now() - datetime.now(UTC) > timedelta(days=399)


GATEWAY = {
    "profile": "gateway-oidc",
    "base_url": "https://gateway.example",
    "issuer": "https://gateway.example",
    "client_secret": "secret",
}
RAW = {
    "base_url": "https://esia.example",
    "issuer": "http://esia.example/",
    "key_file": "key",
    "certificate_hash": "00",
    "token_certificates": ("cer",),
}
COMMAND = RAW | {"signer": "command", "signer_command": "sign", "key_file": None}
OLD = RAW | {"profile": "v1-pkcs7", "certificate_file": "cer", "certificate_hash": ""}


@pytest.mark.parametrize(
    ("esia", "needed"),
    [
        (RAW, {"base_url", "issuer", "key_file", "certificate_hash", "token_certificates"}),
        (RAW | {"signer": "gost"}, {"base_url", "issuer", "key_file", "certificate_hash", "token_certificates"}),
        (COMMAND, {"base_url", "issuer", "signer_command", "certificate_hash", "token_certificates"}),
        (OLD, {"base_url", "issuer", "key_file", "certificate_file", "token_certificates"}),
        (GATEWAY, {"base_url", "issuer", "client_secret"}),
    ],
)
def test_production_wants_all_that_a_profile_needs(tmp_path: Path, esia: dict[str, object], needed: set[str]) -> None:
    assert settings_in(tmp_path, env="production", esia=esia).esia.base_url
    for name in sorted(needed):
        with pytest.raises(ValidationError, match=f"ORIENTIR_ESIA_{name.upper()} must be set"):
            settings_in(tmp_path, env="production", esia=esia | {name: () if name == "token_certificates" else ""})


@pytest.mark.parametrize("name", ["base_url", "redirect_uri"])
def test_production_speaks_to_esia_by_https_alone(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValidationError, match=f"ORIENTIR_ESIA_{name.upper()}: production speaks https only"):
        settings_in(tmp_path, env="production", esia=RAW | {name: "http://esia.example"})


@pytest.mark.parametrize("register", ["programmes", "accompaniment"])
def test_production_wants_real_registers_by_https(tmp_path: Path, register: str) -> None:
    real = {"base_url": "https://register.example", "key": KEY}
    assert getattr(settings_in(tmp_path, env="production", **{register: real}), register).base_url
    for name in ("base_url", "key"):
        with pytest.raises(ValidationError, match=f"ORIENTIR_{register.upper()}_{name.upper()} must be set"):
            settings_in(tmp_path, env="production", **{register: real | {name: ""}})
    with pytest.raises(ValidationError, match=f"ORIENTIR_{register.upper()}_BASE_URL: production speaks https only"):
        settings_in(tmp_path, env="production", **{register: real | {"base_url": "http://register.example"}})
