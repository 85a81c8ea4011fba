"""«Где вы вошли»: each device in words, the end of one of them, nobody else's."""

import pytest
from flask import Flask

from tests.support.html import elements, words
from tests.support.signing_in import (
    ANNA,
    BORIS,
    is_signed_in,
    kept_of_people,
    pass_time,
    sign_in,
    signed_in_sessions,
    token_of,
)
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.auth.devices import OTHER, Device, device_of
from webapp.core.database import db
from webapp.core.sessions import StoredSession, hash_of

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Mobile/15E148 Safari/604.1"
)
LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
LIST = "/my/sign-ins"
pytestmark = pytest.mark.usefixtures("identity")


def on(app: Flask, browser: str, person: object = ANNA) -> StrictClient:
    """Somebody who has signed in with this browser."""
    client = visitor(app)
    client.environ_base["HTTP_USER_AGENT"] = browser
    return sign_in(app, person, client)  # type: ignore[arg-type]


def name_of(app: Flask, client: StrictClient) -> str:
    with app.app_context():
        row = db.session.get(StoredSession, hash_of(token_of(client)))
        assert row is not None and row.name is not None
        return row.name


def form_token(client: StrictClient) -> str:
    """The token of a form that every signed-in person has, also one whose list of sign-ins holds no form."""
    return str(client.page("/sign-out").response.text.split('name="csrf_token" value="')[1].split('"')[0])


def test_each_device_is_told_in_words_this_one_first(site: Flask) -> None:
    on(site, LAPTOP)
    pass_time(site, minutes=30)
    page = on(site, PHONE).page(LIST)
    assert page.headings(2) == ["Safari, iPhone: это устройство", "Firefox, Windows"]
    assert "Из той же сети, что и сейчас" in page.main
    assert page.h1 == "Где вы вошли"


def test_the_only_sign_in_has_nothing_to_end_and_no_form(site: Flask) -> None:
    page = on(site, LAPTOP).page(LIST)
    assert page.headings(2) == ["Firefox, Windows: это устройство"]
    assert "На других устройствах вы сейчас не вошли." in page.main
    assert LIST not in [form.get("action") for form in elements(page.tree, "form")]


def test_sign_ins_of_one_minute_on_alike_devices_are_told_apart(site: Flask) -> None:
    for browser in (LAPTOP, LAPTOP, LAPTOP):
        on(site, browser)
    page = on(site, PHONE).page(LIST)
    devices = ["Firefox, Windows", "Firefox, Windows, номер 2", "Firefox, Windows, номер 3"]
    assert page.headings(2)[1:] == devices
    ends = [words(button) for button in elements(page.tree, "button") if words(button).startswith("Завершить вход")]
    assert len(ends) == len(set(ends)) == 3


def test_one_of_them_is_ended_from_another(site: Flask) -> None:
    laptop, phone = on(site, LAPTOP), on(site, PHONE)
    page = phone.page(LIST)
    ended = page.submit(button=page.button("Завершить вход: Firefox, Windows"))
    assert ended.title.startswith("Вход завершён: ")
    assert ended.headings(2) == ["Safari, iPhone: это устройство"]
    assert is_signed_in(phone.page("/help"))
    assert not is_signed_in(laptop.page("/help"))


def test_nobody_ends_or_sees_the_sign_in_of_another(site: Flask) -> None:
    anna, boris = on(site, LAPTOP), on(site, PHONE, BORIS)
    page = boris.page(LIST)
    assert "Firefox" not in page.main
    told = {"csrf_token": form_token(boris), "name": name_of(site, anna)}
    assert boris.post(LIST, data=told, headers=OUR_PAGE).status_code == 303
    assert is_signed_in(anna.page("/help"))


def test_the_end_of_this_one_is_a_sign_out(site: Flask) -> None:
    client = on(site, LAPTOP)
    told = {"csrf_token": form_token(client), "name": name_of(site, client)}
    assert client.post(LIST, data=told, headers=OUR_PAGE).headers["Location"] == "/signed-out"
    assert signed_in_sessions(site) == []


def test_without_a_name_nothing_is_ended(site: Flask) -> None:
    client = on(site, LAPTOP)
    token = form_token(client)
    before = kept_of_people(site)
    assert client.post(LIST, data={"csrf_token": token}, headers=OUR_PAGE).status_code == 404
    assert kept_of_people(site) == before


def test_what_is_over_is_not_listed(site: Flask) -> None:
    on(site, LAPTOP)
    pass_time(site, minutes=126)
    assert on(site, PHONE).page(LIST).headings(2) == ["Safari, iPhone: это устройство"]


@pytest.mark.parametrize(
    ("told", "browser", "system"),
    [
        (LAPTOP, "firefox", "windows"),
        (PHONE, "safari", "iphone"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36", "chrome", "linux"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36", "chrome", "android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 YaBrowser/25.1 Safari/537.36", "yandex", "windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "edge", "windows"),
        ("Lynx/2.9.0dev.12 libwww-FM/2.14", "lynx", OTHER),
        ("", OTHER, OTHER),
        ("<script>", OTHER, OTHER),
    ],
)
def test_browsers_are_known_by_their_own_words(told: str, browser: str, system: str) -> None:
    assert device_of(told, "x") == Device(browser, system, "x")


def test_nothing_of_the_device_is_readable_in_the_database(site: Flask) -> None:
    on(site, LAPTOP)
    with site.app_context():
        stored = db.session.connection().exec_driver_sql("SELECT about FROM session WHERE user_id IS NOT NULL").scalar()
    assert isinstance(stored, str)
    assert "firefox" not in stored and "127.0.0.1" not in stored
