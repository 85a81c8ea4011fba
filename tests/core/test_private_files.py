"""What the commands write is for their user's eyes alone, and a key is whole from the first moment."""

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from tests.support.sites import settings_in
from webapp.cli.commands import commands
from webapp.settings import Settings


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A shell that lets everybody read what is written."""
    before = os.umask(0o000)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
@pytest.mark.slow
def test_what_set_up_writes_is_read_by_its_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data"
    monkeypatch.setenv("ORIENTIR_DATA_DIR", str(folder))
    done = CliRunner().invoke(commands, ["set-up"])
    assert done.exit_code == 0, done.output
    written = [folder, *folder.rglob("*")]
    assert {"orientir.sqlite3", "secret_key"} <= {path.name for path in written}
    assert [path.name for path in written if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


@pytest.mark.usefixtures("open_umask")
def test_the_demo_key_is_read_by_its_user_alone(tmp_path: Path) -> None:
    Settings(env="demo", data_dir=tmp_path).signing_keys()
    key = tmp_path / "demo_keys" / "secret_key"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (key.parent, key)] == [0o700, 0o600]


def test_processes_that_start_together_agree_on_one_whole_key(tmp_path: Path) -> None:
    settings = Settings(env="demo", data_dir=tmp_path)
    with ThreadPoolExecutor(8) as starting:
        keys = {key for made in starting.map(lambda _: settings.signing_keys(), range(64)) for key in made}
    assert len(keys) == 1
    assert len(keys.pop()) >= 32
    assert [path.name for path in (tmp_path / "demo_keys").iterdir()] == ["secret_key"]


@pytest.mark.parametrize("names", ["", " , "])
def test_production_does_not_start_without_its_names(tmp_path: Path, names: str) -> None:
    with pytest.raises(ValidationError, match="ORIENTIR_TRUSTED_HOSTS"):
        settings_in(tmp_path, env="production", trusted_hosts=names)


def test_a_start_that_fails_quotes_no_setting(tmp_path: Path) -> None:
    secret = "postgresql-password-that-nobody-may-read"
    with pytest.raises(ValidationError) as refused:
        settings_in(tmp_path, env="production", secret_keys="", database_url=f"postgresql://x:{secret}@localhost/x")
    assert secret not in str(refused.value)


def test_settings_that_are_printed_show_no_password(tmp_path: Path) -> None:
    secret = "postgresql-password-that-nobody-may-read"
    settings = settings_in(tmp_path, database_url=f"postgresql://x:{secret}@localhost/x")
    assert secret in settings.database
    assert secret not in repr(settings) + str(settings)
