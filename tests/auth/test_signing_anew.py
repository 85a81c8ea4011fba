"""Where something is signed the sign-in must be minutes old; else the person proves themselves anew and comes back."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from tests.support.signing_in import ANNA, BORIS, come_back, is_signed_in, parameter, sign_in, token_of
from tests.support.strict_client import StrictClient
from webapp.core import clock
from webapp.core.database import db
from webapp.core.freshness import FRESH_FOR
from webapp.core.sessions import StoredSession, hash_of
from webapp.gateways.identity.port import Identified

SIGN, WRITE = "/style-guide/personal/sign", "/style-guide/personal"
AGAIN = "Подтвердите ещё раз, что это вы"
OUT = {"Sec-Fetch-Site": "same-origin"}
pytestmark = pytest.mark.usefixtures("identity")


def proved(site: Flask, ago: timedelta, person: Identified = ANNA) -> Identified:
    """The person as ЕСИА tells them who proved themselves so long ago."""
    with site.app_context():
        return replace(person, signed_in_at=clock.now() - ago, proved_at=clock.now() - ago)


def written(client: StrictClient) -> str:
    """The heading that follows when words were written that want to be signed."""
    return client.page(WRITE).submit({"Что передать": "Позвоните мне"}).h1


def back_from_esia(client: StrictClient, site: Flask, person: Identified) -> str:
    """From the page that asks, out of ЕСИА, into it again, and back; returns the heading where that ends."""
    out = client.get(client.page(SIGN).link("Войти через Госуслуги ещё раз").address, headers=OUT)
    back = urlsplit(parse_qs(urlsplit(out.headers["Location"]).query)["redirect_url"][0])
    to_esia = client.get(f"{back.path}?{back.query}", headers={"Sec-Fetch-Site": "cross-site"})
    state = parameter(to_esia.headers["Location"], "state")
    code = site.extensions["identity"].code_for(person)
    return come_back(client, state=state, code=code).h1


def test_a_sign_in_of_minutes_ago_may_sign(site: Flask) -> None:
    client = sign_in(site, proved(site, FRESH_FOR - timedelta(minutes=1)))
    assert written(client) == "Подпишите: пример личной формы"
    assert client.page(SIGN).follow("Назад").value("Что передать") == "Позвоните мне"
    assert client.page(SIGN).submit({}).h1 == "Готово: пример подписан"


def test_an_older_one_signs_anew_and_comes_back_to_the_same_place(site: Flask) -> None:
    client = sign_in(site, proved(site, timedelta(hours=1)))
    assert written(client) == AGAIN
    assert back_from_esia(client, site, proved(site, timedelta())) == "Подпишите: пример личной формы"
    assert "Позвоните мне" in client.page(SIGN).main
    assert client.page(SIGN).submit({}).h1 == "Готово: пример подписан"


def test_time_passes_while_the_page_lies_open(site: Flask) -> None:
    client = sign_in(site, proved(site, timedelta()))
    written(client)
    here = client.page(SIGN)
    moved = site.extensions["clock"]
    moved.move(moved.shift() + FRESH_FOR + timedelta(seconds=1))
    assert here.submit({}, button="Подписать пример").h1 == "Написанное сохранено, подтвердите, что это вы"
    assert client.page("/style-guide/personal/signed").h1.startswith("Что передать")


def test_an_esia_that_asks_for_no_password_signs_nothing(site: Flask) -> None:
    client = sign_in(site, proved(site, timedelta(hours=1)))
    written(client)
    assert back_from_esia(client, site, proved(site, timedelta(hours=1))) == AGAIN


def test_somebody_else_who_comes_back_finds_nothing_to_sign(site: Flask) -> None:
    client = sign_in(site, proved(site, timedelta(hours=1)))
    written(client)
    assert back_from_esia(client, site, proved(site, timedelta(), BORIS)).startswith("Что передать")


@pytest.mark.parametrize("address", ["/sign-in/again/go", "/sign-in/again/go?number=", "/sign-in/again/go?number=x"])
def test_no_other_site_begins_it(site: Flask, address: str) -> None:
    client = sign_in(site, proved(site, timedelta(hours=1)))
    assert client.get(address).headers["Location"] == "/sign-in/again"
    started = client.get("/sign-in/again/start?next=/my", headers={"Sec-Fetch-Site": "cross-site"})
    assert started.headers["Location"] == "/sign-in/again?next=/my"
    assert is_signed_in(client.page("/help"))


def test_the_place_of_the_signature_does_not_stand_in_the_clear(site: Flask) -> None:
    client = sign_in(site, proved(site, timedelta(hours=1)))
    client.get(f"/sign-in/again/start?next={WRITE}?kept=number-of-a-kept-form", headers=OUT)
    with site.app_context():
        row = db.session.get(StoredSession, hash_of(token_of(client)))
    assert row is not None and set(row.data) >= {"again"}
    assert WRITE not in str(row.data) and "number-of" not in str(row.data)


def test_the_number_is_good_once(site: Flask) -> None:
    client = sign_in(site, proved(site, timedelta(hours=1)))
    out = client.get("/sign-in/again/start?next=/help", headers=OUT)
    back = urlsplit(parse_qs(urlsplit(out.headers["Location"]).query)["redirect_url"][0])
    first, second = (client.get(f"{back.path}?{back.query}").headers["Location"] for _ in range(2))
    assert first.startswith("https://esia.example/authorise")
    assert second == "/sign-in/again"


def test_a_visitor_is_led_to_sign_in(site: Flask) -> None:
    client = site.test_client()
    assert client.get("/sign-in/again").headers["Location"].startswith("/sign-in?")
