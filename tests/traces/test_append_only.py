"""The log takes new rows only: the database itself refuses the rest, on both kinds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.exc import DatabaseError

from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from webapp.cli import set_up
from webapp.core import access_log
from webapp.core.access_log import KEPT_FOR, AccessEntry
from webapp.core.database import db, record, upgrade

YOUNG, OLD = timedelta(days=1), KEPT_FOR + timedelta(days=2)


@pytest.fixture
def app(each_database: Databases, tmp_path: Path) -> Iterator[Flask]:
    settings = settings_in(tmp_path, database_url=each_database.empty())
    with closing(make_site(settings)) as made, made.app_context():
        upgrade()
        yield made


def add(age: timedelta) -> int:
    with record() as database:
        entry = AccessEntry(
            happened_at=datetime.now(UTC) - age,
            user_id=1,
            person_id=2,
            authority="",
            act="ipra.entitlements",
            why="authority",
            outcome="done",
        )
        database.add(entry)
        database.flush()
        return entry.id


def rows() -> list[int]:
    with db.sessionmaker() as database:
        return list(database.scalars(sa.select(AccessEntry.id).order_by(AccessEntry.id)))


def refused(statement: sa.Executable) -> bool:
    try:
        with record() as database:
            database.execute(statement)
    except DatabaseError as error:
        return "access_log" in str(error.orig)
    return False


def test_no_row_is_ever_changed(app: Flask) -> None:
    young, old = add(YOUNG), add(OLD)
    for row in (young, old):
        for values in ({"user_id": 7}, {"act": "nothing"}, {"happened_at": datetime(2000, 1, 1, tzinfo=UTC)}):
            assert refused(sa.update(AccessEntry).where(AccessEntry.id == row).values(**values))


def test_a_row_is_removed_only_when_its_time_is_over(app: Flask) -> None:
    young, old = add(YOUNG), add(OLD)
    assert refused(sa.delete(AccessEntry))
    assert rows() == [young, old]
    assert refused(sa.delete(AccessEntry).where(AccessEntry.id == young))
    assert not refused(sa.delete(AccessEntry).where(AccessEntry.id == old))
    assert rows() == [young]


def test_the_whole_table_is_not_emptied(app: Flask) -> None:
    if db.engine.dialect.name == "postgresql":
        add(OLD)
        assert refused(sa.text("TRUNCATE access_log"))
    else:
        add(YOUNG)
        assert refused(sa.text("DELETE FROM access_log"))
    assert len(rows()) == 1


def test_clean_up_removes_what_is_over_and_nothing_else(app: Flask) -> None:
    add(OLD)
    kept = [add(KEPT_FOR - timedelta(days=1)), add(YOUNG)]
    assert set_up._remove_expired(app.config["SETTINGS"]).endswith("1 removed")
    assert rows() == kept


def test_a_clock_that_was_moved_on_removes_nothing_before_its_time(app: Flask) -> None:
    kept = add(YOUNG)
    app.extensions["clock"].move(timedelta(days=3000))
    with record() as database:
        assert access_log.remove_old(database) == 0
    assert rows() == [kept]
