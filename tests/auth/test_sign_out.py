"""Leaving: here, on all devices, only by the form; afterwards nothing personal opens, nor is anything kept."""

from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.html import elements
from tests.support.signing_in import (
    ANNA,
    BORIS,
    PlayedIdentity,
    is_signed_in,
    number_of,
    parameter,
    sign_in,
    signed_in_sessions,
    token_of,
    with_cookie,
)
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core.database import db, record
from webapp.core.sessions import StoredSession

HERE, EVERYWHERE = "Выйти", "Выйти на всех устройствах"
PERSONAL = ("/my", "/my/programme", "/my/items/0123456789abcdef", "/my/programme/0123456789abcdef", "/sign-out")


@pytest.fixture
def anna(site: Flask, identity: PlayedIdentity) -> StrictClient:
    """Somebody who has signed in."""
    return sign_in(site, ANNA)


def proof(client: StrictClient) -> str:
    """The hidden token of the form of sign-out."""
    fields = elements(client.page("/sign-out").tree, "input")
    return next(field.get("value") or "" for field in fields if field.get("name") == "csrf_token")


def test_the_page_says_who_is_in_and_changes_nothing(site: Flask, anna: StrictClient) -> None:
    page = anna.page("/sign-out")
    assert page.h1 == "Выйти с сайта?"
    assert "Вы вошли как Крылова Анна Игоревна." in page.main
    assert is_signed_in(anna.page("/help"))
    assert len(signed_in_sessions(site)) == 1


def test_here_ends_this_session_alone(site: Flask, anna: StrictClient) -> None:
    elsewhere, token = sign_in(site, ANNA), token_of(anna)
    page = anna.page("/sign-out").submit(button=HERE)
    assert (page.status, page.h1, is_signed_in(page)) == (200, "Вы вышли с сайта", False)
    assert anna.get_cookie("orientir") is None
    assert not is_signed_in(with_cookie(site, token).page("/help"))
    assert is_signed_in(elsewhere.page("/help"))
    assert signed_in_sessions(site) == [number_of(site, ANNA)]


def test_everywhere_ends_all_of_the_person_and_nobody_elses(site: Flask, anna: StrictClient) -> None:
    devices = [anna, sign_in(site, ANNA), sign_in(site, ANNA)]
    boris, guest = sign_in(site, BORIS), visitor(site)
    guest.send("/favourites/6-02-02.0001", {})
    page = devices[1].page("/sign-out").submit(button=EVERYWHERE)
    assert (page.h1, is_signed_in(page)) == ("Вы вышли на всех устройствах", False)
    assert [is_signed_in(device.page("/help")) for device in devices] == [False, False, False]
    assert is_signed_in(boris.page("/help"))
    assert signed_in_sessions(site) == [number_of(site, BORIS)]
    assert guest.page("/favourites").h1 == "Избранное: 1 изделие"


@pytest.mark.parametrize("said", [{}, {"where": ""}, {"where": "nowhere"}, {"where": "EVERYWHERE"}])
def test_without_saying_where_it_is_here(site: Flask, anna: StrictClient, said: dict[str, str]) -> None:
    elsewhere = sign_in(site, ANNA)
    anna.post("/sign-out", data={"csrf_token": proof(anna)} | said, headers=OUR_PAGE)
    assert not is_signed_in(anna.page("/help"))
    assert is_signed_in(elsewhere.page("/help"))


@pytest.mark.parametrize("where", ["here", "everywhere"])
def test_nobody_is_signed_out_without_the_token(site: Flask, anna: StrictClient, where: str) -> None:
    boris = sign_in(site, BORIS)
    for token in ({}, {"csrf_token": ""}, {"csrf_token": "forged"}, {"csrf_token": proof(boris)}):
        answer = anna.post("/sign-out", data={"where": where} | token, headers=OUR_PAGE)
        assert answer.status_code == 400
    assert anna.get("/sign-out?where=everywhere").status_code == 200
    assert is_signed_in(anna.page("/help"))
    assert len(signed_in_sessions(site)) == 2


def test_a_token_of_a_guest_is_worth_nothing_after_sign_in(site: Flask, identity: PlayedIdentity) -> None:
    client = visitor(site)
    fields = elements(client.page("/style-guide/journey/question").tree, "input")
    before = next(field.get("value") or "" for field in fields if field.get("name") == "csrf_token")
    sign_in(site, ANNA, client)
    assert client.post("/sign-out", data={"csrf_token": before}, headers=OUR_PAGE).status_code == 400
    assert is_signed_in(client.page("/help"))


def test_the_answer_tells_the_browser_to_forget(anna: StrictClient) -> None:
    answer = anna.post("/sign-out", data={"csrf_token": proof(anna)}, headers=OUR_PAGE)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/signed-out")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Set-Cookie"].startswith("orientir=; ")
    assert "Max-Age=0" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("address", PERSONAL)
def test_back_after_sign_out_leads_to_sign_in(anna: StrictClient, address: str) -> None:
    shown = anna.get(address)
    assert (shown.headers["Cache-Control"], "ETag" in shown.headers) == ("no-store", False)
    anna.page("/sign-out").submit(button=HERE)
    page = anna.page(address)
    assert (page.status, page.h1, urlsplit(page.address).path) == (200, "Вход через Госуслуги", "/sign-in")
    assert parameter(page.address, "next") == address
    assert "Крылова" not in page.text


def test_the_form_sent_twice_is_no_fault(anna: StrictClient) -> None:
    form = anna.page("/sign-out")
    form.submit(button=HERE)
    assert form.submit(button=EVERYWHERE).h1 == "Вы вышли с сайта"


def test_who_is_not_in_is_told_by_the_form_that_they_are_out(site: Flask) -> None:
    answer = visitor(site).post("/sign-out", data={"where": "everywhere"}, headers=OUR_PAGE)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/signed-out")


def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(site: Flask, anna: StrictClient) -> None:
    token = proof(anna)
    with site.app_context(), record() as database:
        database.execute(sa.delete(StoredSession))
    headers = OUR_PAGE | {"Referer": "http://localhost/my/programme?x=1"}
    answer = anna.post("/my/request", data={"csrf_token": token}, headers=headers)
    assert (answer.status_code, parameter(answer.headers["Location"], "next")) == (303, "/my/programme")
    foreign = OUR_PAGE | {"Referer": "http://evil.example//evil.example"}
    answer = anna.post("/my/request", data={"csrf_token": token}, headers=foreign)
    assert parameter(answer.headers["Location"], "next") == "/"


def test_a_signed_in_person_is_not_told_that_they_are_out(anna: StrictClient) -> None:
    for address in ("/signed-out", "/signed-out?whole=1"):
        page = anna.page(address)
        assert is_signed_in(page) != ("Вы вышли" in page.h1), address


def test_the_way_out_of_esia_comes_back_to_us(site: Flask, anna: StrictClient) -> None:
    page = anna.page("/sign-out").submit(button=HERE)
    back = parameter(page.link("Выйти и из Госуслуг").address, "redirect_url")
    assert back == f"{site.config['SETTINGS'].own_url}/signed-out?whole=1"
    whole = anna.page("/signed-out?whole=1")
    assert whole.h1 == "Вы вышли с сайта, выход из Госуслуг запрошен"
    assert "Выйти и из Госуслуг" not in whole.text
    english = anna.page("/en/signed-out")
    back = next(link.address for link in english.links if "redirect_url" in link.address)
    assert parameter(back, "redirect_url") == f"{site.config['SETTINGS'].own_url}/en/signed-out?whole=1"


def test_an_answer_under_way_does_not_bring_a_session_back(site: Flask, anna: StrictClient) -> None:
    twin = with_cookie(site, token_of(anna))
    old = twin.page("/sign-out")
    anna.page("/sign-out").submit(button=EVERYWHERE)
    assert old.submit(button=HERE).h1 == "Вы вышли с сайта"
    with site.app_context():
        assert db.session.scalars(sa.select(StoredSession.user_id)).all() == []
