"""A setting that cannot be used is named at once, before anything starts."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from tests.support.sites import settings_in
from webapp.cli.commands import commands
from webapp.settings import PROJECT_ROOT, Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("env", "staging"),
        ("port", "0"),
        ("port", "65536"),
        ("port", "eighty"),
        ("workers", "0"),
        ("session_idle_minutes", "59"),
        ("session_absolute_hours", "19"),
        ("trusted_proxies", "-1"),
        ("SECRET_KEYS", "short"),
        ("log_level", "LOUD"),
        ("search_limit", "often"),
        ("form_limit", "60 per fortnight"),
    ],
)
def test_a_wrong_value_is_refused(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(ValidationError, match=name):
        settings_in(tmp_path, **{name.lower(): value})


@pytest.mark.parametrize("command", ["set-up", "run"])
def test_a_command_names_the_variable_and_ends(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORIENTIR_PORT", "eighty")
    done = CliRunner().invoke(commands, [command])
    assert done.exit_code == 2
    assert "port" in done.output
    assert "Traceback" not in done.output


def test_keys_are_read_in_order_and_never_shown(tmp_path: Path) -> None:
    first, second = "first-" + "1" * 40, "second-" + "2" * 40
    settings = settings_in(tmp_path, secret_keys=f"{first}, {second},")
    assert settings.signing_keys() == [first, second]
    assert first not in repr(settings)
    with pytest.raises(ValidationError) as refused:
        settings_in(tmp_path, secret_keys=f"{first},short-secret")
    assert "short-secret" not in str(refused.value)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ORIENTIR_PORT", "9000")
    monkeypatch.setenv("ORIENTIR_TRUSTED_HOSTS", "one.example, two.example")
    settings = Settings(data_dir=tmp_path)
    assert (settings.port, settings.trusted_hosts) == (9000, ("one.example", "two.example"))


def test_without_settings_the_site_is_a_demonstration_on_this_machine_alone() -> None:
    settings = Settings()
    assert (settings.env, settings.host, settings.port) == ("demo", "127.0.0.1", 8000)
    assert settings.database == f"sqlite:///{PROJECT_ROOT / 'var' / 'orientir.sqlite3'}"
