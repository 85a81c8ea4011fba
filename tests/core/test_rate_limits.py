"""How often one address may search and send forms: counted together by all processes, known by nobody else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
import time_machine
from flask import Flask

from tests.support.databases import Databases
from tests.support.sites import SiteMaker, closing, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.core.database import db
from webapp.core.rate_limits import DatabaseStorage, RateCount

THING = "/style-guide/fragment"


def search(app: Flask, address: str = "192.0.2.1") -> int:
    return visitor(app).get("/search?q=трость", environ_overrides={"REMOTE_ADDR": address}).status_code


def test_the_search_after_the_sixtieth_is_a_page_that_asks_to_wait(site_of: SiteMaker) -> None:
    app = site_of(search_limit="60 per minute")
    client = visitor(app)
    assert {client.get("/search").status_code for _ in range(60)} == {200}
    assert client.page("/search?q=трость").status == 429
    assert client.page("/en/search?q=cane").status == 429
    assert client.page("/catalogue").status == 200


def test_others_may_go_on_and_a_minute_later_all_may(site_of: SiteMaker) -> None:
    app = site_of(search_limit="2 per minute")
    with time_machine.travel("2026-12-01T12:00:00Z", tick=False) as moment:
        assert [search(app), search(app), search(app)] == [200, 200, 429]
        assert search(app, "192.0.2.2") == 200
        moment.shift(timedelta(seconds=61))
        assert search(app) == 200


def test_all_forms_count_together_and_a_refused_one_changes_nothing(site_of: SiteMaker) -> None:
    client = visitor(site_of(form_limit="2 per minute"))
    question = client.page("/style-guide/journey/question")
    assert client.send(THING, {"keep": "yes"}).status == 200
    assert question.submit({"День": "1 мая 2026"}).status == 200
    assert client.send(THING, {"keep": "no"}).status == 429
    assert "Отложена" in client.page(THING).main.split()


def test_two_processes_count_together(each_database: Databases, tmp_path: Path) -> None:
    address = each_database.loaded()
    chosen = settings_in(tmp_path, database_url=address, search_limit="3 per minute")
    with closing(make_site(chosen)) as first, closing(make_site(chosen)) as second:
        assert [search(app) for app in (first, second, first, second, first)] == [200, 200, 200, 429, 429]


def test_what_is_counted_does_not_tell_the_address(site_of: SiteMaker) -> None:
    app = site_of(search_limit="9 per minute")
    search(app, "192.0.2.77")
    with app.app_context():
        keys = list(db.session.scalars(sa.select(RateCount.key)))
    assert len(keys) == 1
    assert "192.0.2.77" not in keys[0]


@pytest.mark.slow
def test_counting_at_the_same_time_loses_nothing(each_database: Databases, tmp_path: Path) -> None:
    with closing(make_site(settings_in(tmp_path, database_url=each_database.loaded()))) as app:

        def count(number: int) -> int:
            with app.app_context():
                return DatabaseStorage().incr(f"key-{number % 2}", 60)

        with ThreadPoolExecutor(8) as workers:
            counted = sorted(workers.map(count, range(80)))
        assert counted == sorted([*range(1, 41), *range(1, 41)])
