"""Sessions: the cookie holds a token, the database its hash; they end, they rotate, they are not to be forged."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask, session

from tests.support.sites import SiteMaker, settings_in
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core import clock
from webapp.core.access import public
from webapp.core.database import db, record
from webapp.core.sessions import StoredSession, remove_expired

THING = "/style-guide/fragment"


def keep(client: StrictClient) -> None:
    assert client.send(THING, {"keep": "yes"}).title.startswith("Отложено")


def is_kept(client: StrictClient) -> bool:
    return "Отложена" in client.page(THING).main.split()


def stored(app: Flask) -> list[StoredSession]:
    with app.app_context():
        return list(db.session.scalars(sa.select(StoredSession)))


def pass_time(folder: Path, **time: float) -> None:
    moved = clock.ShiftedClock(folder / clock.SHIFT_FILE)
    moved.move(moved.shift() + timedelta(**time))


def token(client: StrictClient) -> str:
    cookie = client.get_cookie("orientir")
    assert cookie is not None
    return cookie.value


def test_who_stores_nothing_has_no_cookie_and_no_row(writing_site: Flask, writer: StrictClient) -> None:
    for address in ("/", "/catalogue", "/search?q=трость", "/nowhere", THING):
        assert "Set-Cookie" not in writer.get(address).headers
    assert stored(writing_site) == []


def test_only_the_hash_of_the_token_is_stored(writing_site: Flask, writer: StrictClient) -> None:
    keep(writer)
    rows = stored(writing_site)
    assert [row.token_hash for row in rows] == [hashlib.sha256(token(writer).encode()).hexdigest()]
    assert token(writer) not in repr([(row.token_hash, row.data) for row in rows])
    assert len(token(writer)) >= 43


@pytest.mark.parametrize(("env", "flags"), [("test", set()), ("production", {"Secure"})])
def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(site_of: SiteMaker, env: str, flags: set[str]) -> None:
    @public()
    def remembers() -> str:
        session["planted"] = 1
        return ""

    app = site_of(env=env)
    app.add_url_rule("/remembers", "remembers", remembers)
    answer = visitor(app).get("/remembers", headers={"HX-Request": "true"})
    name, *said = answer.headers["Set-Cookie"].split("; ")
    assert set(said) == {"HttpOnly", "SameSite=Lax", "Path=/"} | flags
    assert name.split("=")[0] == ("__Host-orientir" if env == "production" else "orientir")


@pytest.mark.parametrize("forged", ["", "x", "x" * 4000, "ы", "%00", "' OR 1=1"])
def test_a_forged_token_opens_nothing_and_is_not_adopted(writer: StrictClient, forged: str) -> None:
    writer.set_cookie("orientir", forged)
    assert not is_kept(writer)
    keep(writer)
    assert token(writer) != forged


def test_the_hash_itself_opens_nothing(writing_site: Flask, writer: StrictClient) -> None:
    keep(writer)
    thief = visitor(writing_site)
    thief.set_cookie("orientir", stored(writing_site)[0].token_hash)
    assert not is_kept(thief)


def test_what_a_guest_keeps_waits_for_a_day(writer: StrictClient, tmp_path: Path) -> None:
    keep(writer)
    pass_time(tmp_path, minutes=24 * 60 - 1)
    assert is_kept(writer)  # seen again, which does not lengthen the day
    pass_time(tmp_path, minutes=2)
    assert not is_kept(writer)


def test_a_session_ends_after_a_day_however_busy(writer: StrictClient, tmp_path: Path) -> None:
    keep(writer)
    for _ in range(24):
        assert is_kept(writer)
        pass_time(tmp_path, minutes=60)
    pass_time(tmp_path, seconds=1)
    assert not is_kept(writer)


@pytest.mark.parametrize("minutes", [0, 10])
def test_a_wrong_answer_after_a_while_is_a_page_that_keeps_it(
    writer: StrictClient, tmp_path: Path, minutes: int
) -> None:
    question = writer.page("/style-guide/journey/question")
    pass_time(tmp_path, minutes=minutes)
    answered = question.submit({"День": "41"})
    assert (answered.status, answered.value("День")) == (422, "41")


def test_a_rotated_session_keeps_its_data_under_a_new_token_alone(writing_site: Flask, writer: StrictClient) -> None:
    @public()
    def rotate() -> str:
        session.rotate()  # type: ignore[attr-defined]
        return ""

    writing_site.add_url_rule("/rotate", "rotate", rotate)
    keep(writer)
    old = token(writer)
    writer.get("/rotate", headers={"HX-Request": "true"})
    assert token(writer) != old
    assert is_kept(writer)
    thief = visitor(writing_site)
    thief.set_cookie("orientir", old)
    assert not is_kept(thief)
    assert len(stored(writing_site)) == 1


def test_a_look_that_only_notes_the_time_overwrites_nothing(
    writing_site: Flask, writer: StrictClient, tmp_path: Path
) -> None:
    @public()
    def slow_look() -> str:
        session.get("style_guide_kept")
        with ThreadPoolExecutor(1) as meanwhile:
            meanwhile.submit(give_back, token(writer)).result()
        return ""

    def give_back(same: str) -> None:
        other = visitor(writing_site)
        other.set_cookie("orientir", same)
        other.post(THING, data={"keep": "no"}, headers=OUR_PAGE)

    writing_site.add_url_rule("/slow-look", "slow_look", slow_look)
    keep(writer)
    pass_time(tmp_path, minutes=10)
    writer.get("/slow-look", headers={"HX-Request": "true"})
    assert not is_kept(writer)


def test_sessions_that_are_over_are_removed(writing_site: Flask, tmp_path: Path) -> None:
    keep(visitor(writing_site))
    pass_time(tmp_path, minutes=24 * 60 + 1)
    keep(visitor(writing_site))
    with writing_site.app_context(), record() as database:
        assert remove_expired(database, settings_in(tmp_path)) == 1
    assert len(stored(writing_site)) == 1
