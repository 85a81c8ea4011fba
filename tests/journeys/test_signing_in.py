"""The whole way through ЕСИА and back, as people walk it."""

from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.support.processes import free_port
from tests.support.sandbox import running_sandbox
from tests.support.signing_in import (
    REFUSE,
    NewTraveller,
    Traveller,
    come_back,
    is_signed_in,
    kept_of_people,
    parameter,
    pass_time,
    signed_in_sessions,
    token_of,
)
from tests.support.sites import SiteMaker
from tests.support.strict_client import visitor
from webapp.esia_settings import EsiaSettings

FOREIGN = "Этот вход начат не здесь"
UNFIT = (
    ("unconfirmed", "Учётная запись на Госуслугах не подтверждена"),
    ("no-snils", "На Госуслугах не указан СНИЛС"),
)


def test_from_home_by_links_to_what_one_is_entitled_to(traveller: Traveller, sandbox: str) -> None:
    before = traveller.client.page("/").follow_to("/sign-in")
    link = before.link("Войти через Госуслуги")
    away = traveller.client.get(link.address).headers["Location"]
    here = traveller.at_sandbox(away)
    assert traveller.heading(here) == "Вход: кто вы?"
    asked = traveller.arrive(traveller.agree(away, "blind-woman"))
    assert (asked.status, asked.h1, is_signed_in(asked)) == (200, "Чтобы показать программу, нужно ваше согласие", True)
    page = asked.follow("Прочитать и дать согласие").submit(button="Даю согласие")
    assert (page.status, page.h1) == (200, "Что мне положено")
    assert "Трость" in page.main
    assert "Вы вошли как Воронцова Анна Сергеевна." in page.follow("Выйти").main


def test_a_child_is_let_in_from_fourteen_on(site: Flask, traveller: Traveller) -> None:
    page = traveller.sign_in("boy-turning-14")
    assert (page.status, is_signed_in(page)) == (403, False)
    pass_time(site, days=6)
    assert is_signed_in(traveller.sign_in("boy-turning-14"))


@pytest.mark.parametrize("place", ["/products/6-02-02.0001", "/favourites", "/en/catalogue/6-02/products?page=2"])
def test_one_comes_back_to_the_page_one_came_from(traveller: Traveller, place: str) -> None:
    page = traveller.sign_in("wheelchair", place)
    assert (page.status, page.address) == (200, place)
    assert page.link("Sign out" if place.startswith("/en/") else "Выйти")


def test_an_item_of_ones_own_is_come_back_to(traveller: Traveller) -> None:
    item = next(link.address for link in traveller.sign_in("blind-woman", "/my").links if "/my/items/" in link.address)
    traveller.client.page("/sign-out").submit(button="Выйти")
    begin = traveller.client.page(item).link("Войти через Госуслуги").address
    away = traveller.client.get(begin).headers["Location"]
    page = traveller.arrive(traveller.agree(away, "blind-woman"))
    assert (page.status, page.address) == (200, item)


def test_what_leads_away_is_a_redirect_that_nobody_keeps(traveller: Traveller, sandbox: str) -> None:
    answer = traveller.client.get("/sign-in/start")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (303, "no-store")
    address = urlsplit(answer.headers["Location"])
    assert f"{address.scheme}://{address.netloc}" == sandbox
    assert parameter(answer.headers["Location"], "code_challenge_method") == "S256"
    assert "code_verifier" not in address.query


def test_refusing_consent_is_a_page_and_nothing_else(site: Flask, traveller: Traveller) -> None:
    before = kept_of_people(site)
    page = traveller.arrive(traveller.agree(traveller.leave(), "blind-woman", REFUSE))
    assert (page.status, page.title) == (200, "Вы не разрешили передать сведения — Ориентир")
    assert not is_signed_in(page)
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, [])
    assert is_signed_in(traveller.sign_in("blind-woman"))


@pytest.mark.parametrize(("slug", "said"), UNFIT, ids=[slug for slug, _ in UNFIT])
def test_who_cannot_be_let_in_hears_why(site: Flask, traveller: Traveller, slug: str, said: str) -> None:
    before = kept_of_people(site)
    page = traveller.sign_in(slug)
    assert (page.status, page.title) == (403, f"{said} — Ориентир")
    assert not is_signed_in(page)
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, [])


def test_esia_itself_may_hold_back_unconfirmed_accounts(site_of: SiteMaker) -> None:
    site = site_of(sandbox_port=free_port(), esia=EsiaSettings(person_filter="conf_acc"))
    with running_sandbox(site.config["SETTINGS"]) as address:
        page = Traveller(visitor(site), address).sign_in("unconfirmed")
        assert (page.status, page.h1) == (403, "Учётная запись на Госуслугах не подтверждена")
        assert is_signed_in(Traveller(visitor(site), address).sign_in("blind-woman"))


def test_the_same_return_twice_goes_on_and_after_sign_out_opens_nothing(site: Flask, traveller: Traveller) -> None:
    back = traveller.agree(traveller.leave("/help"), "blind-woman")
    assert is_signed_in(traveller.arrive(back))
    token = token_of(traveller.client)
    again = traveller.arrive(back)
    assert (again.status, is_signed_in(again)) == (200, True)
    assert token_of(traveller.client) == token
    traveller.client.page("/sign-out").submit(button="Выйти")
    page = traveller.arrive(back)
    assert (page.status, page.h1, is_signed_in(page)) == (400, FOREIGN, False)
    assert signed_in_sessions(site) == []


def test_a_return_address_that_was_overheard_opens_nothing(new_traveller: NewTraveller) -> None:
    person, thief = new_traveller(), new_traveller()
    back = person.agree(person.leave(), "blind-woman")
    assert thief.arrive(back).h1 == FOREIGN
    thief.leave()
    assert thief.arrive(back).h1 == FOREIGN
    assert is_signed_in(person.arrive(back))


def test_a_code_of_somebody_elses_attempt_is_not_taken(site: Flask, new_traveller: NewTraveller) -> None:
    person, thief = new_traveller(), new_traveller()
    code = parameter(person.agree(person.leave(), "blind-woman"), "code")
    own = parameter(thief.agree(thief.leave(), "wheelchair"), "state")
    page = come_back(thief.client, state=own, code=code)
    assert (page.status, page.h1, is_signed_in(page)) == (400, "Вход занял слишком много времени", False)
    assert signed_in_sessions(site) == []


def test_a_code_of_the_other_tab_is_not_taken(site: Flask, traveller: Traveller) -> None:
    first, second = traveller.leave(), traveller.leave()
    code = parameter(traveller.agree(first, "blind-woman"), "code")
    state = parameter(traveller.agree(second, "blind-woman"), "state")
    page = come_back(traveller.client, state=state, code=code)
    assert (page.status, page.h1) == (400, "Вход занял слишком много времени")
    assert signed_in_sessions(site) == []


def test_two_tabs_both_end_signed_in(traveller: Traveller) -> None:
    first, second = traveller.leave("/help"), traveller.leave("/data")
    backs = [traveller.agree(address, "blind-woman") for address in (first, second)]
    assert traveller.arrive(backs[1]).address == "/data"
    assert is_signed_in(traveller.arrive(backs[0]))


def test_a_code_that_lay_for_too_long_is_not_taken(site: Flask, traveller: Traveller) -> None:
    back = traveller.agree(traveller.leave(), "blind-woman")
    pass_time(site, seconds=90)
    page = traveller.arrive(back)
    assert (page.status, page.h1) == (400, "Вход занял слишком много времени")


def test_a_person_who_takes_twenty_minutes_at_esia_is_let_in(site: Flask, traveller: Traveller) -> None:
    away = traveller.at_sandbox(traveller.leave())
    pass_time(site, minutes=20)
    assert is_signed_in(traveller.arrive(traveller.agree(away, "blind-woman")))


def test_a_person_who_takes_forty_minutes_begins_again(site: Flask, traveller: Traveller) -> None:
    away = traveller.at_sandbox(traveller.leave())
    pass_time(site, minutes=40)
    page = traveller.arrive(traveller.agree(away, "blind-woman"))
    assert (page.status, page.h1, is_signed_in(page)) == (400, FOREIGN, False)
    assert is_signed_in(traveller.sign_in("blind-woman"))


def test_somebody_else_at_the_same_browser_replaces_the_person(traveller: Traveller) -> None:
    traveller.sign_in("blind-woman")
    traveller.client.send("/favourites/6-02-02.0001", {})
    traveller.sign_in("wheelchair")
    assert "Вы вошли как Ермаков Денис Олегович." in traveller.client.page("/sign-out").main
    assert traveller.client.page("/favourites").h1 == "Избранное: пока ничего нет"


def test_what_a_guest_kept_is_the_persons_after_sign_in(new_traveller: NewTraveller) -> None:
    guest, elsewhere = new_traveller(), new_traveller()
    guest.client.send("/favourites/6-02-02.0001", {})
    assert guest.sign_in("blind-woman", "/favourites").h1 == "Избранное: 1 изделие"
    assert elsewhere.sign_in("blind-woman", "/favourites").h1 == "Избранное: 1 изделие"


def test_people_of_all_sorts_are_let_in(site: Flask, new_traveller: NewTraveller) -> None:
    for slug in ("moscow", "ended-yesterday", "no-programme", "forty-items", "degree-one"):
        assert is_signed_in(new_traveller().sign_in(slug)), slug
    assert len(set(signed_in_sessions(site))) == 5
