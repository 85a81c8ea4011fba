"""Sessions of people who have signed in: a new token, one person, an end; public pages are made for them alone."""

from pathlib import Path
from urllib.parse import urlencode

import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.html import elements, parsed
from tests.support.played import one_site, site
from tests.support.processes import free_port
from tests.support.signing_in import (
    ANNA,
    BORIS,
    begun,
    come_back,
    is_signed_in,
    number_of,
    parameter,
    pass_time,
    played,
    sign_in,
    signed_in_sessions,
    token_of,
    with_cookie,
)
from tests.support.sites import SiteMaker, closing, make_site, settings_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.database import db, record
from webapp.core.sessions import StoredSession, hash_of, remove_expired

__all__ = ("one_site", "site")
PUBLIC = (
    "/",
    "/help",
    "/catalogue",
    "/catalogue/6-02/products?page=2",
    "/products/6-02-02.0001",
    "/products/6-02-02.0001/table",
    "/search?q=трость",
    "/en/help",
)
SECURE_PAGE = {"Sec-Fetch-Site": "same-origin", "Origin": "https://localhost"}


def stored(app: Flask) -> list[StoredSession]:
    with app.app_context():
        return list(db.session.scalars(sa.select(StoredSession)))


def asked_to_sign_in(client: StrictClient) -> bool:
    return client.get("/sign-out").status_code == 303


def test_sign_in_changes_the_token_and_the_old_one_opens_nothing(site: Flask) -> None:
    client = visitor(site)
    client.send("/favourites/6-02-02.0001", {})
    old = token_of(client)
    sign_in(site, ANNA, client)
    assert token_of(client) != old
    thief = with_cookie(site, old)
    assert asked_to_sign_in(thief)
    assert thief.page("/favourites").h1 == "Избранное: пока ничего нет"
    assert [row.token_hash for row in stored(site)] == [hash_of(token_of(client))]


def test_a_planted_token_is_not_adopted(site: Flask) -> None:
    for planted in ("planted", "x" * 43, "", "ы", "../" * 20):
        victim = with_cookie(site, planted)
        sign_in(site, ANNA, victim)
        assert token_of(victim) != planted
        assert asked_to_sign_in(with_cookie(site, planted))


def test_a_planted_session_of_somebody_else_is_not_shared(site: Flask) -> None:
    thief = visitor(site)
    state = begun(thief)
    victim = with_cookie(site, token_of(thief))
    sign_in(site, ANNA, victim)
    assert asked_to_sign_in(thief)
    page = come_back(thief, state=state, code=site.extensions["identity"].code_for(BORIS))
    assert (page.status, is_signed_in(page)) == (400, False)


def test_what_the_guest_session_held_is_gone(site: Flask) -> None:
    client = visitor(site)
    client.send("/style-guide/fragment", {"keep": "yes"})
    begun(client)
    sign_in(site, ANNA, client)
    (row,) = stored(site)
    assert row.data == {}
    assert row.user_id == number_of(site, ANNA)


def test_a_session_names_the_person_by_our_number_alone(site: Flask) -> None:
    client = sign_in(site, ANNA)
    client.page("/sign-out")
    (row,) = stored(site)
    kept = repr((row.token_hash, row.user_id, row.data))
    assert set(row.data) <= {"csrf_token"}
    for personal in (ANNA.oid, ANNA.last_name, ANNA.snils or "", token_of(client)):
        assert personal not in kept


def test_signing_in_again_rotates_and_ends_the_session_before(site: Flask) -> None:
    client = sign_in(site, ANNA)
    before = token_of(client)
    come_back(client, state=begun(client), code=site.extensions["identity"].code_for(ANNA))
    assert token_of(client) != before
    assert asked_to_sign_in(with_cookie(site, before))
    assert signed_in_sessions(site) == [number_of(site, ANNA)]


def test_signing_in_as_somebody_else_replaces_the_person(site: Flask) -> None:
    client = sign_in(site, ANNA)
    client.send("/favourites/6-02-02.0001", {})
    before = token_of(client)
    come_back(client, state=begun(client), code=site.extensions["identity"].code_for(BORIS))
    assert "Вы вошли как Зимин Борис." in client.page("/sign-out").main
    assert client.page("/favourites").h1 == "Избранное: пока ничего нет"
    assert asked_to_sign_in(with_cookie(site, before))
    assert signed_in_sessions(site) == [number_of(site, BORIS)]
    assert sign_in(site, ANNA).page("/favourites").h1 == "Избранное: 1 изделие"


def test_one_browser_after_the_other_person_left_holds_nothing_of_them(site: Flask) -> None:
    client = visitor(site)
    client.send("/favourites/6-02-02.0001", {})
    sign_in(site, ANNA, client).page("/sign-out").submit(button="Выйти")
    assert client.page("/favourites").h1 == "Избранное: пока ничего нет"
    sign_in(site, BORIS, client)
    assert client.page("/favourites").h1 == "Избранное: пока ничего нет"
    assert "Крылова" not in client.page("/sign-out").text


def test_two_idle_hours_end_it(site: Flask) -> None:
    client = sign_in(site, ANNA)
    for _ in range(3):
        pass_time(site, minutes=119)
        assert is_signed_in(client.page("/help"))
    pass_time(site, minutes=126)
    assert not is_signed_in(client.page("/help"))
    assert asked_to_sign_in(client)


def test_a_day_ends_it_however_busy(site: Flask) -> None:
    client = sign_in(site, ANNA)
    for _ in range(24):
        assert is_signed_in(client.page("/help"))
        pass_time(site, minutes=60)
    pass_time(site, seconds=1)
    assert asked_to_sign_in(client)


def test_the_day_begins_at_sign_in_and_not_with_the_guest(site: Flask) -> None:
    client = visitor(site)
    client.send("/favourites/6-02-02.0001", {})
    for _ in range(23):
        pass_time(site, minutes=60)
        client.page("/favourites")
    sign_in(site, ANNA, client)
    for _ in range(23):
        pass_time(site, minutes=60)
        assert is_signed_in(client.page("/help"))


def test_limits_are_those_of_the_settings(site_of: SiteMaker) -> None:
    app = site_of(sandbox_port=free_port(), session_idle_minutes=60, session_absolute_hours=20)
    played(app)
    client = sign_in(app, ANNA)
    pass_time(app, minutes=59)
    assert is_signed_in(client.page("/help"))
    pass_time(app, minutes=66)
    assert asked_to_sign_in(client)


def test_nobody_has_less_time_than_they_are_told(site: Flask) -> None:
    """That somebody is here is noted every five minutes: two hours run from their last page, not from the last note."""
    client = sign_in(site, ANNA)
    pass_time(site, minutes=4)
    assert is_signed_in(client.page("/help"))
    pass_time(site, minutes=119)
    assert is_signed_in(client.page("/help"))


def test_what_is_over_is_removed_and_the_person_stays(site: Flask, tmp_path: Path) -> None:
    sign_in(site, ANNA)
    pass_time(site, minutes=126)
    sign_in(site, BORIS)
    with site.app_context(), record() as database:
        assert remove_expired(database, settings_in(tmp_path)) == 1
    assert signed_in_sessions(site) == [number_of(site, BORIS)]
    assert number_of(site, ANNA)


def test_public_pages_are_made_for_a_person_anew_and_kept_by_nobody(site: Flask) -> None:
    client = sign_in(site, ANNA)
    for address in PUBLIC:
        public = visitor(site).get(address)
        answer = client.get(address, headers={"If-None-Match": public.headers["ETag"]})
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store"), address
        assert "ETag" not in answer.headers
        assert "Cookie" in answer.vary
        assert answer.data != public.data


def test_nobody_gets_the_same_bytes_before_and_after_somebody_was_here(site: Flask) -> None:
    before = {address: visitor(site).get(address) for address in PUBLIC}
    client = sign_in(site, ANNA)
    for address, known in before.items():
        client.get(address)
        after = visitor(site).get(address)
        assert (after.data, after.headers["ETag"]) == (known.data, known.headers["ETag"]), address
        assert after.headers["Cache-Control"] == "no-cache"
        assert visitor(site).get(address, headers={"If-None-Match": known.headers["ETag"]}).status_code == 304


def test_a_cookie_that_opens_nothing_is_nobodys(site: Flask) -> None:
    leaver = sign_in(site, ANNA)
    old = token_of(leaver)
    leaver.page("/sign-out").submit(button="Выйти")
    for address in PUBLIC:
        public = visitor(site).get(address)
        for token in (old, "forged", hash_of(old)):
            stale = with_cookie(site, token)
            answer = stale.get(address)
            assert (answer.data, answer.headers["ETag"]) == (public.data, public.headers["ETag"]), address
            again = stale.get(address, headers={"If-None-Match": public.headers["ETag"]})
            assert (again.status_code, again.headers["ETag"]) == (304, public.headers["ETag"])


def test_who_has_only_begun_to_sign_in_is_still_nobody(site: Flask) -> None:
    public = visitor(site).get("/help")
    client = visitor(site)
    begun(client)
    answer = client.get("/help")
    assert (answer.data, answer.headers["ETag"]) == (public.data, public.headers["ETag"])


def test_what_a_browser_kept_of_nobody_is_not_shown_to_somebody(site: Flask) -> None:
    client = visitor(site)
    tag = client.get("/help").headers["ETag"]
    sign_in(site, ANNA, client)
    assert client.get("/help", headers={"If-None-Match": tag}).status_code == 200
    client.page("/sign-out").submit(button="Выйти")
    assert client.get("/help", headers={"If-None-Match": tag}).status_code == 304


def test_the_menu_says_who_one_is(site: Flask) -> None:
    client = sign_in(site, ANNA)
    for address in ("/", "/help", "/catalogue", "/nowhere", "/products/6-02-02.9999", "/search"):
        assert is_signed_in(client.page(address)), address
        assert not is_signed_in(visitor(site).page(address)), address


def test_in_production_the_new_cookie_is_as_closed_as_the_old(site_of: SiteMaker) -> None:
    app = site_of(env="production", sign_in_limit="100 per minute")
    identity, client, secure = played(app), visitor(app), {"base_url": "https://localhost"}
    state = parameter(client.get("/sign-in/start", **secure).headers["Location"], "state")
    told = urlencode({"state": state, "code": identity.code_for(ANNA)})
    entered = client.get(f"/sign-in/return?{told}", **secure)
    name, *flags = entered.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-orientir=")
    assert set(flags) == {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"}
    fields = elements(parsed(client.get("/sign-out", **secure).text), "input")
    form = {"csrf_token": next(field.get("value") for field in fields if field.get("name") == "csrf_token")}
    left = client.post("/sign-out", data=form, headers=SECURE_PAGE, **secure)
    assert left.headers["Set-Cookie"].startswith("__Host-orientir=; ")
    assert {"Secure", "HttpOnly", "Max-Age=0", "Path=/"} <= set(left.headers["Set-Cookie"].split("; "))
    assert client.get("/sign-out", **secure).status_code == 303


def test_both_databases_end_all_of_one_person_alone(each_database: Databases, tmp_path: Path) -> None:
    chosen = settings_in(tmp_path, database_url=each_database.loaded(), sandbox_port=free_port())
    with closing(make_site(chosen)) as app:
        played(app)
        devices, other = [sign_in(app, ANNA) for _ in range(3)], sign_in(app, BORIS)
        sign_in(app, ANNA, devices[1])
        devices[2].page("/sign-out").submit(button="Выйти на всех устройствах")
        assert [asked_to_sign_in(client) for client in (*devices, other)] == [True, True, True, False]
        assert signed_in_sessions(app) == [number_of(app, BORIS)]
