"""What is counted, for how long, and what somebody who asked too often is told."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.sites import SiteMaker, settings_in
from tests.support.strict_client import OUR_PAGE, visitor
from webapp.cli.set_up import prepare
from webapp.core import clock
from webapp.core.database import db, record
from webapp.core.rate_limits import RateCount, remove_expired

THING = "/style-guide/fragment"


def pass_time(folder: Path, seconds: int) -> None:
    moved = clock.ShiftedClock(folder / clock.SHIFT_FILE)
    moved.move(moved.shift() + timedelta(seconds=seconds))


def counts(app: Flask) -> list[int]:
    with app.app_context():
        return sorted(db.session.scalars(sa.select(RateCount.number)))


def test_asking_for_the_headers_alone_is_a_search_too(site_of: SiteMaker) -> None:
    client = visitor(site_of(search_limit="2 per minute"))
    asked = [client.open("/search?q=трость", method=method).status_code for method in ("HEAD", "GET", "HEAD", "GET")]
    assert asked == [200, 200, 429, 429]


@pytest.mark.parametrize("language", ["", "/en"])
def test_who_asked_too_often_is_told_when_to_come_again(site_of: SiteMaker, language: str) -> None:
    client = visitor(site_of(search_limit="1 per minute", form_limit="1 per minute"))
    client.get("/search")
    client.post(THING, headers=OUR_PAGE)
    for refused in (client.page(f"{language}/search"), client.send(f"{language}{THING}", {"keep": "yes"})):
        assert refused.status == 429
        assert refused.response.headers["Retry-After"] == "60"
        assert refused.response.headers["Cache-Control"] == "no-store"


def test_after_the_time_that_was_told_one_may_go_on(site_of: SiteMaker, tmp_path: Path) -> None:
    client = visitor(site_of(search_limit="1 per minute"))
    assert [client.get("/search").status_code for _ in range(2)] == [200, 429]
    pass_time(tmp_path, 61)
    assert client.get("/search").status_code == 200


def test_forms_of_another_site_do_not_use_up_a_persons_own(site_of: SiteMaker) -> None:
    client = visitor(site_of(form_limit="2 per minute"))
    assert [client.post(THING, headers={"Sec-Fetch-Site": "cross-site"}).status_code for _ in range(5)] == [400] * 5
    assert [client.post(THING, headers=OUR_PAGE).status_code for _ in range(3)] == [303, 303, 429]


def test_reading_is_not_counted(site_of: SiteMaker) -> None:
    app = site_of(search_limit="1 per minute", form_limit="1 per minute")
    client = visitor(app)
    assert {client.get(address).status_code for address in ("/", "/catalogue", "/products/6-02-02.0001")} == {200}
    assert counts(app) == []


def test_counts_that_are_over_are_removed(site_of: SiteMaker, tmp_path: Path) -> None:
    app = site_of(search_limit="5 per minute")
    visitor(app).get("/search")
    assert counts(app) == [1]
    with app.app_context(), record() as session:
        assert remove_expired(session) == 0
    pass_time(tmp_path, 61)
    assert "expired sessions, counts, guests' favourites and reports: 1 removed" in list(prepare(settings_in(tmp_path)))
    assert counts(app) == []
