"""The command that signs everybody out."""

from pathlib import Path

from tests.support.processes import free_port
from tests.support.signing_in import ANNA, BORIS, is_signed_in, played, sign_in
from tests.support.sites import closing, copy_database, make_site, settings_in
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
