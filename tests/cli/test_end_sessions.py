"""The command that signs everybody out, or one person."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.support.processes import free_port
from tests.support.signing_in import ANNA, BORIS, is_signed_in, played, sign_in
from tests.support.sites import KEY, closing, copy_database, make_site, settings_in
from webapp.cli.commands import commands
from webapp.cli.set_up import end_sessions


def test_everybody_is_signed_out_and_may_sign_in_again(template: Path, tmp_path: Path) -> None:
    copy_database(template, tmp_path)
    settings = settings_in(tmp_path, sandbox_port=free_port())
    with closing(make_site(settings)) as app:
        played(app)
        clients = [sign_in(app, ANNA), sign_in(app, BORIS)]
        assert end_sessions(settings) == "sessions: 2 ended"
        assert [is_signed_in(client.page("/help")) for client in clients] == [False, False]
        assert is_signed_in(sign_in(app, ANNA).page("/help"))


def test_one_person_is_signed_out_everywhere_and_nobody_else(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_database(template, tmp_path)
    values = {"ENV": "test", "DATA_DIR": str(tmp_path), "SECRET_KEYS": KEY, "SANDBOX_PORT": str(free_port())}
    for name, value in values.items():
        monkeypatch.setenv(f"ORIENTIR_{name}", value)
    with closing(make_site(settings_in(tmp_path, sandbox_port=int(values["SANDBOX_PORT"])))) as app:
        played(app)
        clients = [sign_in(app, ANNA), sign_in(app, ANNA), sign_in(app, BORIS)]
        done = CliRunner().invoke(commands, ["end-sessions", "--person"], input=f" {ANNA.oid}\n")
        assert (done.exit_code, done.output.splitlines()[-1]) == (0, "sessions: 2 ended"), done.output
        assert [is_signed_in(client.page("/help")) for client in clients] == [False, False, True]
        none = CliRunner().invoke(commands, ["end-sessions", "--person"], input="1000999999\n")
        assert (none.exit_code, "no person has this number" in none.output) == (2, True)
        assert is_signed_in(clients[2].page("/help"))
