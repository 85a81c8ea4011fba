"""A session that was ended from elsewhere while a request ran does not come back with that request."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask, session

from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core import clock
from webapp.core.access import Proof, public
from webapp.core.database import db, record
from webapp.core.sessions import StoredSession

THING = "/style-guide/fragment"
PIECE = {"HX-Request": "true"}


def kept(app: Flask) -> StrictClient:
    """A visitor with a session."""
    client = visitor(app)
    client.post(THING, data={"keep": "yes"}, headers=OUR_PAGE)
    return client


def token(client: StrictClient) -> str:
    cookie = client.get_cookie("orientir")
    assert cookie is not None
    return cookie.value


def end_all(app: Flask) -> None:
    with app.app_context(), record() as database:
        database.execute(sa.delete(StoredSession))


def number(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(StoredSession)) or 0


def is_kept(client: StrictClient) -> bool:
    return "Отложена" in client.page(THING).main.split()


def change() -> None:
    session["planted"] = 1


def look() -> None:
    session.get("planted")


def rotate() -> None:
    session.rotate()  # type: ignore[attr-defined]


@pytest.mark.parametrize("deed", [change, look, rotate])
def test_it_does_not_come_back(writing_site: Flask, tmp_path: Path, deed: Callable[[], None]) -> None:
    @public()
    def slow() -> str:
        session.get("style_guide_kept")
        with ThreadPoolExecutor(1) as meanwhile:
            meanwhile.submit(end_all, writing_site).result()
        deed()
        return ""

    writing_site.add_url_rule("/slow", "slow", slow)
    client = kept(writing_site)
    clock.ShiftedClock(tmp_path / clock.SHIFT_FILE).move(timedelta(minutes=10))
    assert client.get("/slow", headers=PIECE).status_code == 200
    assert number(writing_site) == 0
    assert not is_kept(client)


def test_the_next_answer_begins_a_new_one(writing_site: Flask) -> None:
    client = kept(writing_site)
    before = token(client)
    end_all(writing_site)
    client.post(THING, data={"keep": "yes"}, headers=OUR_PAGE)
    assert is_kept(client)
    assert token(client) != before
    assert number(writing_site) == 1


def test_rotating_twice_leaves_no_older_token_behind(writing_site: Flask) -> None:
    @public(Proof.ORIGIN)
    def twice() -> str:
        rotate()
        rotate()
        return ""

    writing_site.add_url_rule("/twice", "twice", twice, methods=["POST"])
    client = kept(writing_site)
    old = token(client)
    assert client.post("/twice", headers=OUR_PAGE | PIECE).status_code == 200
    thief = visitor(writing_site)
    thief.set_cookie("orientir", old)
    assert not is_kept(thief)
    assert is_kept(client)
    assert number(writing_site) == 1
