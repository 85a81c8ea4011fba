"""Out of the site, and out of ЕСИА too: afterwards somebody at the same computer has to say who they are."""

from urllib.parse import urlsplit

from flask import Flask

from tests.support.signing_in import NewTraveller, Traveller, is_signed_in, parameter, signed_in_sessions


def way_out(traveller: Traveller) -> str:
    """Leave the site; returns where the link out of ЕСИА leads."""
    page = traveller.client.page("/sign-out").submit(button="Выйти")
    assert page.h1 == "Вы вышли с сайта"
    assert "На Госуслугах вход мог остаться." in page.main
    return page.link("Выйти и из Госуслуг").address


def test_out_of_esia_by_the_link_and_back_to_us(traveller: Traveller, sandbox: str) -> None:
    traveller.sign_in("blind-woman")
    address = way_out(traveller)
    assert address.startswith(f"{sandbox}/idp/ext/Logout?")
    page = traveller.arrive(traveller.at_sandbox(address))
    assert (page.status, page.h1) == (200, "Вы вышли с сайта, выход из Госуслуг запрошен")
    assert "Выйти и из Госуслуг" not in page.main
    assert not is_signed_in(page)


def test_after_it_esia_asks_who_one_is(traveller: Traveller) -> None:
    traveller.sign_in("blind-woman")
    traveller.at_sandbox(way_out(traveller))
    here = traveller.at_sandbox(traveller.leave())
    assert (urlsplit(here).path, traveller.heading(here)) == ("/sign-in", "Вход: кто вы?")


def test_without_it_esia_still_knows_and_asks_for_consent_alone(traveller: Traveller) -> None:
    traveller.sign_in("blind-woman")
    way_out(traveller)
    here = traveller.at_sandbox(traveller.leave())
    assert urlsplit(here).path == "/consent"
    assert traveller.who_consents(here) == "blind-woman"


def test_another_site_cannot_be_led_to_by_it(traveller: Traveller) -> None:
    traveller.sign_in("blind-woman")
    address = way_out(traveller)
    back = parameter(address, "redirect_url")
    foreign = address.replace(address.partition("redirect_url=")[2], "https%3A%2F%2Fevil.example%2F")
    assert back.endswith("/signed-out?whole=1")
    assert traveller.status_of(foreign) == 400


def test_out_everywhere_by_two_devices(site: Flask, new_traveller: NewTraveller) -> None:
    first, second, other = new_traveller(), new_traveller(), new_traveller()
    for person, slug in ((first, "blind-woman"), (second, "blind-woman"), (other, "wheelchair")):
        assert is_signed_in(person.sign_in(slug))
    first.client.page("/sign-out").submit(button="Выйти на всех устройствах")
    assert [is_signed_in(person.client.page("/help")) for person in (first, second, other)] == [False, False, True]
    assert len(signed_in_sessions(site)) == 1
    assert second.client.page("/my").h1 == "Вход через Госуслуги"


def test_back_after_sign_out_shows_nothing(traveller: Traveller) -> None:
    personal = traveller.sign_in("blind-woman", "/my")
    item = next(link.address for link in personal.links if "/my/items/" in link.address)
    document = next(link.address for link in personal.links if "/my/programme" in link.address)
    for address in ("/my", item, document, "/sign-out"):
        answer = traveller.client.get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store"), address
        assert "ETag" not in answer.headers
    traveller.client.page("/sign-out").submit(button="Выйти")
    for address in ("/my", item, document, "/sign-out"):
        answer = traveller.client.get(address)
        assert (answer.status_code, urlsplit(answer.headers["Location"]).path) == (303, "/sign-in"), address
        assert "Воронцова" not in answer.text


def test_the_form_of_a_personal_page_sent_after_sign_out_is_kept_from_doing_anything(traveller: Traveller) -> None:
    form = traveller.sign_in("blind-woman", "/my")
    traveller.client.page("/sign-out").submit(button="Выйти")
    assert form.submit(button="Запросить свежие данные").h1 == "Вход закончился, войдите ещё раз"
