"""Setting up twice changes nothing, on both databases; what belongs to people lives through it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from tests.support.tables import contents
from webapp.catalogue.actions import INDEX
from webapp.catalogue.index.models import Posting
from webapp.catalogue.models import Product
from webapp.cli.set_up import prepare, told_forms
from webapp.core import data_version
from webapp.core.data_version import DataVersion
from webapp.core.database import db, record
from webapp.core.programs import Program
from webapp.core.sessions import StoredSession
from webapp.documents import possible
from webapp.settings import Settings

EVERYTHING = frozenset[str]()


@pytest.fixture
def chosen(each_database: Databases, tmp_path: Path) -> Settings:
    return settings_in(tmp_path, database_url=each_database.loaded())


@pytest.fixture
def site(chosen: Settings) -> Iterator[Flask]:
    with closing(make_site(chosen)) as app:
        yield app


@pytest.mark.slow
def test_an_empty_database_is_filled_and_then_left_alone(each_database: Databases, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=each_database.empty())
    assert {"reference data: loaded", "demo products: loaded"} <= set(prepare(settings))
    with closing(make_site(settings)) as app:
        before = contents(app, EVERYTHING)
        assert {"reference data: already there", "demo products: already there"} <= set(prepare(settings))
        assert contents(app, EVERYTHING) == before
        assert app.test_client().get("/catalogue/6-02/products").status_code == 200


@pytest.mark.slow
def test_two_at_the_same_moment_wait_for_each_other(each_database: Databases, tmp_path: Path) -> None:
    told = {"ORIENTIR_ENV": "test", "ORIENTIR_DATA_DIR": str(tmp_path), "ORIENTIR_DATABASE_URL": each_database.empty()}
    command = (sys.executable, "-m", "webapp", "set-up")
    both = [subprocess.Popen(command, env=os.environ | told, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[0].splitlines() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(lines.count("demo products: loaded") for lines in said) == [0, 1]


def test_an_index_that_other_code_built_is_built_anew(chosen: Settings, site: Flask) -> None:
    before = contents(site, EVERYTHING)
    with site.app_context(), record() as session:
        data_version.note(session, INDEX, "of an older version")
        session.execute(sa.delete(Posting))
    assert "index of products: built" in set(prepare(chosen))
    assert contents(site, EVERYTHING) == before
    assert "index of products: already there" in set(prepare(chosen))


def test_loading_anew_keeps_numbers_ids_and_what_people_have(chosen: Settings, site: Flask) -> None:
    moment = datetime.now(UTC)
    with site.app_context(), record() as session:
        session.add(StoredSession(token_hash="0" * 64, data={"kept": "yes"}, created_at=moment, seen_at=moment))
        session.execute(sa.update(DataVersion).values(digest="older"))
        session.execute(sa.delete(Product).where(Product.number == "6-02-02.0001"))
        session.execute(sa.update(Product).values(summary="older"))
    before = _ids(site)
    assert {"reference data: loaded", "demo products: loaded"} <= set(prepare(chosen))
    after = _ids(site)
    assert {number: after[number] for number in before} == before
    assert after.keys() - before.keys() == {"6-02-02.0001"}
    with site.app_context():
        assert db.session.scalars(sa.select(StoredSession.data)).all() == [{"kept": "yes"}]
        assert not db.session.scalar(sa.select(sa.func.count()).where(Product.summary == "older"))


def test_loading_gives_the_public_data_a_new_version_and_the_same_for_the_same(chosen: Settings, site: Flask) -> None:
    with site.app_context():
        first = data_version.current(db.engine)
        with record() as session:
            data_version.note(session, "planted", "1")
        second = data_version.current(db.engine)
        with record() as session:
            data_version.note(session, "planted", "1")
        assert first
        assert data_version.current(db.engine) == second != first


def test_forms_that_cannot_be_made_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told_forms() == "forms of documents: all"
    monkeypatch.setattr(possible, "louis", possible.Maker(Program(("no-such-program",), 1, 10)))
    assert told_forms().startswith("forms of documents: all but Braille, which the site does not offer; as root: apt-")


def _ids(app: Flask) -> dict[str, int]:
    with app.app_context():
        return dict(db.session.execute(sa.select(Product.number, Product.id)).all())
