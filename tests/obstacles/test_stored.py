"""What people write: unreadable in either database, in no log, and readable after a change of keys."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from pydantic import SecretStr

from tests.obstacles.reporting import FORM, number_of, report
from tests.support.databases import Databases
from tests.support.processes import free_port
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.cli import set_up
from webapp.core.database import db, record
from webapp.obstacles import actions
from webapp.obstacles.models import Obstacle
from webapp.settings import Settings

SECRET, CONTACT, REPLY = "Тайное слово о кнопке", "tainaya@primer.example", "Ответ с тайным словом"
OLD, NEW = (f"{word}-data-key-that-only-tests-know-01234" for word in ("old", "new"))


@pytest.fixture
def chosen(each_database: Databases, tmp_path: Path) -> Settings:
    return settings_in(tmp_path, database_url=each_database.loaded(), data_keys=OLD, sandbox_port=free_port())


@pytest.fixture
def site(chosen: Settings) -> Iterator[Flask]:
    with closing(make_site(chosen)) as app:
        yield app


def answered(app: Flask) -> str:
    number = number_of(report(visitor(app), SECRET, CONTACT))
    with app.app_context(), record() as database:
        actions.answer(database, number, REPLY)
    return number


def written(app: Flask) -> str:
    """The row as it stands in the table."""
    with app.app_context(), db.engine.connect() as connection:
        (row,) = connection.execute(sa.select(*(sa.type_coerce(each, sa.Text) for each in Obstacle.__table__.columns)))
        return repr(row)


def test_a_thief_of_the_database_reads_neither_text_nor_contact_nor_page(site: Flask) -> None:
    answered(site)
    row = written(site)
    assert row.count("gAAAA") == 2
    for word in (SECRET, CONTACT, REPLY, "catalogue", "Тайное"):
        assert word not in row
        assert word.encode("unicode_escape").decode() not in row


def test_nothing_of_a_report_is_logged(site: Flask, log: Callable[[], list[dict[str, Any]]]) -> None:
    number = answered(site)
    visitor(site).page(f"/obstacle/{number}?page=/help")
    visitor(site).page(f"/obstacle/find?number={number}")
    visitor(site).page(f"{FORM}&text={SECRET}")
    lines = repr(log())
    assert lines.count("obstacles.") >= 4
    for word in (SECRET, CONTACT, REPLY, number, number.replace("-", ""), "6-02", "/help"):
        assert word not in lines


def test_a_change_of_keys_keeps_reports_readable(site: Flask, chosen: Settings) -> None:
    number = answered(site)
    both = chosen.model_copy(update={"data_keys": (SecretStr(NEW), SecretStr(OLD))})
    assert "2 written anew" in set_up.change_data_keys(both)
    with closing(make_site(chosen.model_copy(update={"data_keys": (SecretStr(NEW),)}))) as app:
        assert REPLY in visitor(app).page(f"/obstacle/{number}").main


def test_without_its_key_a_report_is_a_fault_and_not_an_empty_page(site: Flask, chosen: Settings) -> None:
    number = answered(site)
    with closing(make_site(chosen.model_copy(update={"data_keys": (SecretStr(NEW),)}))) as app:
        page = visitor(app).page(f"/obstacle/{number}")
        assert page.status == 500
        assert number not in page.main
