"""What machines are told: alive whatever happens, ready only with the newest tables."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flask import Flask

from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.core.database import db, upgrade


def test_a_loaded_site_is_alive_and_ready(reading_site: Flask) -> None:
    client = visitor(reading_site)
    for address, status in (("/health/live", "live"), ("/health/ready", "ready")):
        answer = client.get(address)
        assert (answer.status_code, answer.json) == (200, {"status": status})


def test_a_site_without_the_newest_tables_is_not_ready(each_database: Databases, tmp_path: Path) -> None:
    with closing(make_site(settings_in(tmp_path, database_url=each_database.empty()))) as app:
        client = visitor(app)
        behind = client.get("/health/ready")
        assert (behind.status_code, behind.json) == (503, {"status": "not ready", "reason": "migrations"})
        with app.app_context():
            upgrade()
        assert client.get("/health/ready").status_code == 200


def test_asking_often_leaves_no_connection_behind(reading_site: Flask) -> None:
    client = visitor(reading_site)
    for _ in range(30):
        client.get("/health/ready")
    with reading_site.app_context():
        pool = db.engine.pool
    assert pool.status().split("Current Checked out connections: ")[1].split()[0] == "0"


def test_many_may_ask_at_once(reading_site: Flask) -> None:
    def ask(number: int) -> int:
        address = "/health/ready" if number % 2 else "/health/live"
        return visitor(reading_site).get(address).status_code

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(ask, range(200))) == {200}
