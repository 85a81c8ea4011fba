"""What names people is unreadable in the database file, and stays readable for the site through a change of keys."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import SecretStr, ValidationError

from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.signing_in import ANNA, BORIS, played, sign_in, token_of, with_cookie
from tests.support.sites import DATA_KEY, KEY, SiteMaker, closing, make_site, settings_in
from tests.support.strict_client import StrictClient
from webapp import create_app
from webapp.cli import set_up
from webapp.cli.commands import commands
from webapp.core.database import db, record
from webapp.core.encryption import EncryptedJson, Unreadable
from webapp.ipra.models import RegisterCopy
from webapp.people.models import Person
from webapp.settings import Settings

FIRST, SECOND, THIRD = (f"{word}-data-key-that-only-tests-know-01234" for word in ("first", "second", "third"))
TOLD = sa.select(sa.type_coerce(Person.told, sa.Text)).order_by(Person.id)
ChangeKeys = Callable[[Settings], tuple[str, Flask]]
anything = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text() | some.floats(allow_nan=False, allow_infinity=False),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def keyed(site_of: SiteMaker) -> Any:
    """Makes sites over one database, each with the data keys named."""

    def make(*keys: str) -> Flask:
        app = site_of(data_keys=",".join(keys), sandbox_port=free_port())
        played(app)
        return app

    return make


def written(app: Flask) -> list[str]:
    """The values as they stand in the table."""
    with app.app_context():
        return list(db.session.scalars(TOLD))


@pytest.fixture
def change_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChangeKeys]:
    """Changes the keys as the command does; gives back the command's connections when the test ends."""
    made: list[Flask] = []

    def create(chosen: Settings) -> Flask:
        made.append(create_app(chosen))
        return made[-1]

    def change(chosen: Settings) -> tuple[str, Flask]:
        return set_up.change_data_keys(chosen), made[-1]

    monkeypatch.setattr(set_up, "create_app", create)
    with ExitStack() as stack:
        yield change
        for app in made:
            stack.enter_context(closing(app))


def same_visitor(client: StrictClient, app: Flask) -> StrictClient:
    """The visitor's browser, at the site with other keys."""
    return with_cookie(app, token_of(client))


@settings(max_examples=60, deadline=None)
@given(value=anything)
def test_anything_of_json_comes_back(reading_site: Flask, value: Any) -> None:
    column = EncryptedJson()
    with reading_site.app_context():
        kept = column.process_bind_param(value, None)
        assert column.process_result_value(kept, None) == value
        assert (kept is None) == (value is None)


def test_the_same_words_are_never_written_the_same(reading_site: Flask) -> None:
    with reading_site.app_context():
        values = {EncryptedJson().process_bind_param({"snils": ANNA.snils}, None) for _ in range(20)}
    assert len(values) == 20


def test_the_table_holds_nothing_that_can_be_read(keyed: Any) -> None:
    app = keyed(FIRST)
    sign_in(app, ANNA)
    (value,) = written(app)
    assert value.startswith("gAAAA") and value.isascii()
    for word in (ANNA.last_name, ANNA.snils or "", "snils", "1979"):
        assert word not in value


def test_the_newest_key_writes_and_all_read(keyed: Any) -> None:
    client = sign_in(keyed(FIRST), ANNA)
    both = keyed(SECOND, FIRST)
    assert ANNA.last_name in same_visitor(client, both).page("/sign-out").main
    newer = sign_in(both, BORIS)
    second_alone = keyed(SECOND)
    assert BORIS.last_name in same_visitor(newer, second_alone).page("/sign-out").main
    assert same_visitor(client, second_alone).page("/sign-out").status == 500


def test_a_wrong_key_is_a_fault_and_not_an_empty_page(keyed: Any, log: Any) -> None:
    client = sign_in(keyed(FIRST), ANNA)
    stranger = same_visitor(client, keyed(SECOND))
    log()
    for address in ("/sign-out", "/my", "/my/programme"):
        assert stranger.page(address).status == 500, address
        assert [line["error"] for line in log() if line["event"] == "fault"] == ["Unreadable"]


def test_a_wrong_key_never_overwrites_what_it_cannot_read(keyed: Any) -> None:
    first, wrong = keyed(FIRST), keyed(SECOND)
    client = sign_in(first, ANNA)
    before = written(first)
    same_visitor(client, wrong).page("/my")
    assert written(first) == before


def flipped(text: str) -> str:
    return text[:40] + ("B" if text[40] == "A" else "A") + text[41:]


def test_a_value_that_was_tampered_with_is_unreadable(keyed: Any) -> None:
    app = keyed(FIRST)
    client = sign_in(app, ANNA)
    (right,) = written(app)
    for wrong in (flipped(right), right[:-1], f"A{right}", "", "{}", "null", "ы"):
        with app.app_context(), record() as database:
            database.execute(sa.update(Person).values(told=sa.literal(wrong, sa.Text)))
        assert client.page("/sign-out").status == 500, wrong
        with app.app_context(), pytest.raises(Unreadable):
            db.session.scalars(sa.select(Person.told)).all()


def test_a_change_of_keys_writes_everything_anew_and_the_old_can_go(
    each_database: Databases, tmp_path: Path, change_keys: ChangeKeys
) -> None:
    chosen = settings_in(tmp_path, database_url=each_database.loaded(), data_keys=FIRST, sandbox_port=free_port())
    with closing(make_site(chosen)) as app:
        played(app)
        clients = {person: sign_in(app, person) for person in (ANNA, BORIS)}
        with app.app_context(), record() as database:
            row = {"person_id": 1, "is_wanted": False, "extract": {"planted": "Трость"}, "before": ["прежнее"]}
            database.execute(sa.insert(RegisterCopy).values(**row))
        before = written(app)
    keys = (SecretStr(SECOND), SecretStr(FIRST))
    assert "6 written anew" in change_keys(chosen.model_copy(update={"data_keys": keys}))[0]
    with closing(make_site(chosen.model_copy(update={"data_keys": keys[:1]}))) as app:
        assert set(written(app)).isdisjoint(before)
        for person, client in clients.items():
            assert person.last_name in same_visitor(client, app).page("/sign-out").main
        with app.app_context():
            kept = db.session.execute(sa.select(RegisterCopy.extract, RegisterCopy.before)).one()
        assert tuple(kept) == ({"planted": "Трость"}, ["прежнее"])
    with closing(make_site(chosen)) as app:
        assert same_visitor(clients[ANNA], app).page("/sign-out").status == 500


def test_after_a_change_of_keys_no_file_holds_what_the_old_key_opens(
    keyed: Any, tmp_path: Path, change_keys: ChangeKeys
) -> None:
    app = keyed(FIRST)
    sign_in(app, ANNA)
    (before,) = written(app)
    with app.app_context():
        db.engine.dispose()
    change_keys(settings_in(tmp_path, data_keys=f"{SECOND},{FIRST}"))
    held = [path.name for path in tmp_path.iterdir() if path.is_file() and before.encode() in path.read_bytes()]
    assert held == []


def test_a_change_of_keys_gives_its_connections_back(keyed: Any, tmp_path: Path, change_keys: ChangeKeys) -> None:
    sign_in(keyed(FIRST), ANNA)
    _, app = change_keys(settings_in(tmp_path, data_keys=f"{SECOND},{FIRST}"))
    with app.app_context():
        pool = db.engine.pool
    assert isinstance(pool, sa.QueuePool)
    assert (pool.checkedin(), pool.checkedout()) == (0, 0)


def test_a_change_of_keys_without_the_old_one_changes_nothing(
    keyed: Any, tmp_path: Path, change_keys: ChangeKeys
) -> None:
    app = keyed(FIRST)
    sign_in(app, ANNA)
    before = written(app)
    with pytest.raises(Unreadable) as refused:
        change_keys(settings_in(tmp_path, data_keys=f"{SECOND},{THIRD}"))
    assert written(app) == before
    assert before[0] not in str(refused.value)


@pytest.mark.usefixtures("change_keys")
def test_the_command_reads_the_keys_of_the_environment(
    keyed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = sign_in(keyed(FIRST), ANNA)
    environment = {"ENV": "test", "DATA_DIR": str(tmp_path), "SECRET_KEYS": KEY, "DATA_KEYS": f"{SECOND},{FIRST}"}
    for name, value in environment.items():
        monkeypatch.setenv(f"ORIENTIR_{name}", value)
    done = CliRunner().invoke(commands, ["change-data-keys"])
    assert (done.exit_code, "2 written anew" in done.output) == (0, True)
    assert ANNA.last_name in same_visitor(client, keyed(SECOND)).page("/sign-out").main
    monkeypatch.setenv("ORIENTIR_DATA_KEYS", THIRD)
    failed = CliRunner().invoke(commands, ["change-data-keys"])
    assert isinstance(failed.exception, SystemExit)
    assert failed.exit_code != 0
    assert "ORIENTIR_DATA_KEYS" in failed.output
    assert ANNA.last_name not in failed.output


def test_production_demands_keys_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="ORIENTIR_DATA_KEYS"):
        settings_in(tmp_path, env="production", data_keys=())
    assert settings_in(tmp_path, env="production").encryption_keys() == [DATA_KEY]
    with pytest.raises(ValidationError, match="must not share"):
        settings_in(tmp_path, env="production", data_keys=KEY)


def test_a_short_key_is_refused_and_not_shown(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="ORIENTIR_DATA_KEYS") as refused:
        settings_in(tmp_path, data_keys=f"{FIRST},short-secret")
    assert "short-secret" not in str(refused.value)
    assert FIRST not in repr(settings_in(tmp_path, data_keys=FIRST))


def test_a_demonstration_makes_a_key_and_keeps_it(tmp_path: Path) -> None:
    first = settings_in(tmp_path).encryption_keys()
    assert settings_in(tmp_path).encryption_keys() == first
    assert settings_in(tmp_path).signing_keys() != first
    file = tmp_path / "demo_keys" / "data_key"
    assert file.stat().st_mode & 0o077 == 0
    shutil.rmtree(file.parent)
    assert settings_in(tmp_path).encryption_keys() != first
