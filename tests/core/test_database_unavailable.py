"""When the database does not answer: a page with 503 that says when to come again, and nothing is half done."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing as closed
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from tests.support.databases import PostgresDatabases
from tests.support.postgres import Cluster
from tests.support.sites import SiteMaker, closing, make_site, settings_in
from tests.support.strict_client import StrictClient, visitor
from tests.support.tables import contents
from webapp.core import database, sessions

THING = "/style-guide/fragment"
EVERYTHING = frozenset[str]()


def assert_unavailable(client: StrictClient) -> None:
    for page in (client.page("/catalogue"), client.page("/en/search?q=cane")):
        assert page.status == 503
        assert page.response.headers["Retry-After"] == "10"
        assert page.response.headers["Cache-Control"] == "no-store"


def test_a_locked_database_refuses_the_form_and_still_shows_pages(
    site_of: SiteMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 50)
    app = site_of()
    before = contents(app, EVERYTHING)
    client = visitor(app)
    with closed(sqlite3.connect(tmp_path / "orientir.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = client.send(THING, {"keep": "yes"})
        assert refused.status == 503
        assert refused.response.headers["Retry-After"] == "10"
        assert "Set-Cookie" not in refused.response.headers
        assert client.page("/catalogue").status == 200
    assert contents(app, EVERYTHING) == before
    assert client.send(THING, {"keep": "yes"}).status == 200


def test_a_search_is_answered_while_the_index_is_built(
    site_of: SiteMaker, tmp_path: Path, log: Callable[[], list[dict[str, Any]]]
) -> None:
    app = site_of(search_limit="1 per minute")
    client = visitor(app)
    client.page("/catalogue")
    log()
    with closed(sqlite3.connect(tmp_path / "orientir.sqlite3", isolation_level=None)) as builder:
        builder.execute("BEGIN IMMEDIATE")
        builder.execute("DELETE FROM posting")
        began = time.monotonic()
        assert client.page("/search?q=трость").h1.startswith("«трость»: найдено ")
        assert time.monotonic() - began < database.BUSY_TIMEOUT_MS / 1000
        assert "search_not_counted" in [line["event"] for line in log()]
        builder.execute("ROLLBACK")
    assert [client.page("/search?q=трость").status for _ in range(2)] == [200, 429]


def test_a_page_is_shown_though_it_cannot_be_noted_when_somebody_was_here(site_of: SiteMaker, tmp_path: Path) -> None:
    client = visitor(site_of())
    with time_machine.travel("2026-12-01T12:00:00Z") as moment:
        client.send(THING, {"keep": "yes"})
        moment.shift(sessions.SEEN_EVERY * 2)
        with closed(sqlite3.connect(tmp_path / "orientir.sqlite3", isolation_level=None)) as builder:
            builder.execute("BEGIN IMMEDIATE")
            assert "Отложена" in client.page(THING).main


def test_a_commit_that_fails_is_told_and_leaves_nothing(site_of: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OperationalError("COMMIT", None, Exception("disk I/O error"))

    app = site_of()
    before = contents(app)
    with monkeypatch.context() as patched:
        patched.setattr(Session, "commit", fail)
        page = visitor(app).send(THING, {"keep": "yes"})
    assert page.status == 503
    assert "Set-Cookie" not in page.response.headers
    assert contents(app) == before


def test_a_file_that_is_gone(site_of: SiteMaker, tmp_path: Path) -> None:
    app = site_of()
    with app.app_context():
        database.db.engine.dispose()
    for file in tmp_path.glob("orientir.sqlite3*"):
        file.unlink()
    assert_unavailable(visitor(app))
    assert visitor(app).get("/health/ready").status_code == 503


@pytest.mark.slow
@pytest.mark.xdist_group("postgres")
def test_a_server_that_is_gone_and_comes_back(cluster: Cluster, postgres: PostgresDatabases, tmp_path: Path) -> None:
    with closing(make_site(settings_in(tmp_path, database_url=postgres.loaded()))) as app:
        client = visitor(app)
        assert client.get("/health/ready").status_code == 200
        cluster.stop()
        try:
            assert_unavailable(client)
            assert client.send(THING, {"keep": "yes"}).status == 503
            assert client.get("/health/ready").json == {"status": "not ready", "reason": "database"}
            assert client.get("/health/live").status_code == 200
        finally:
            cluster.start()
        assert client.get("/health/ready").status_code == 200
        assert client.page("/catalogue").status == 200
        assert client.send(THING, {"keep": "yes"}).status == 200
