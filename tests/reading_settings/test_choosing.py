"""A guest chooses on the page of settings: it holds on every page, says what was done, and can be taken back."""

import pytest
from flask import Flask

from tests.support.html import elements
from tests.support.page import Page
from tests.support.sites import SiteMaker
from tests.support.strict_client import StrictClient, visitor
from webapp.core.reading import COOKIES

SAVE, USUAL, BACK = "Сохранить настройки", "Вернуть обычный вид", "Отменить и вернуть как было"
PLACE = "/settings"


def shown_as(page: Page) -> dict[str, str]:
    root = elements(page.tree, "html")[0]
    return {name.removeprefix("data-"): value for name, value in root.attrib.items() if name.startswith("data-")}


def choose(client: StrictClient, *answers: str, at: str = PLACE) -> Page:
    return client.page(at).submit(dict.fromkeys(answers, ""), SAVE)


def test_a_choice_holds_on_every_page(guest: StrictClient) -> None:
    choose(guest, "Вдвое крупнее", "Жёлтым по чёрному")
    for address in ("/", "/catalogue/6-02", "/en/help", "/products/6-02-02.0001", "/no-such-page", "/sign-in"):
        assert shown_as(guest.page(address)) == {"size": "200", "scheme": "yellow-on-black"}


def test_the_page_says_what_holds_now(guest: StrictClient) -> None:
    page = choose(guest, "Вдвое крупнее", "Шрифт с засечками")
    assert page.title == "Сохранено. Настройки чтения — Ориентир"
    assert page.headings(2)[0] == "Сохранено: ваши настройки"
    assert page.address.endswith("#done")
    assert "Сохранено: ваши настройки Вдвое крупнее Шрифт с засечками" in page.main
    chosen = [each.get("id") for each in elements(page.tree, "input") if each.get("checked") is not None]
    assert {"size-4", "font-2", "scheme", "letters"} <= set(chosen)


def test_choosing_once_more_keeps_the_rest(guest: StrictClient) -> None:
    choose(guest, "Вдвое крупнее")
    choose(guest, "Белым по чёрному")
    assert shown_as(guest.page("/")) == {"size": "200", "scheme": "white-on-black"}


def test_one_button_restores_the_usual(guest: StrictClient) -> None:
    choose(guest, "Втрое крупнее", "Строки очень свободно")
    page = guest.page(PLACE).submit(button=USUAL)
    assert page.headings(2)[0] == "Сохранено: обычный вид"
    assert shown_as(page) == shown_as(guest.page("/")) == {}
    assert guest.get_cookie("orientir-reading") is None


def test_a_change_can_be_taken_back(guest: StrictClient) -> None:
    choose(guest, "На четверть крупнее")
    page = choose(guest, "Втрое крупнее", "Белым по чёрному")
    assert shown_as(page.submit(button=BACK)) == {"size": "125"}


def test_the_first_change_can_be_taken_back(guest: StrictClient) -> None:
    page = choose(guest, "Вдвое крупнее")
    assert shown_as(page.submit(button=BACK)) == {}


def test_where_nothing_changed_nothing_is_taken_back(guest: StrictClient) -> None:
    assert BACK not in choose(guest).text


def test_the_restored_usual_can_be_taken_back(guest: StrictClient) -> None:
    choose(guest, "Тёмно-синим по голубому")
    assert shown_as(guest.page(PLACE).submit(button=USUAL).submit(button=BACK)) == {"scheme": "blue-on-light-blue"}


def test_the_way_back_leads_to_the_page_one_came_from(guest: StrictClient) -> None:
    settings = guest.page("/search?q=трость").follow("Настройки чтения")
    page = choose(guest, "Шрифт с засечками", at=settings.address)
    assert page.follow("Вернуться на страницу, с которой вы пришли").h1.startswith("«трость»: найдено")


def test_a_page_that_is_not_there_can_be_left_and_returned_to(guest: StrictClient) -> None:
    settings = guest.page("/no-such-page").follow("Версия для слабовидящих")
    assert settings.h1 == "Настройки чтения"
    assert choose(guest, "Шрифт с засечками", at=settings.address).follow("Вернуться на страницу").status == 404


@pytest.mark.parametrize("page", ["//evil.example/", "https://evil.example", "/\\evil.example", "javascript:x", "/a b"])
def test_the_way_back_stays_on_this_site(guest: StrictClient, page: str) -> None:
    said = guest.send(PLACE, {"size": "200", "page": page})
    assert shown_as(said) == {"size": "200"}
    assert all("evil" not in link.address and "javascript" not in link.address for link in said.links)
    assert guest.page(f"{PLACE}?done=chosen&page={page}").follow("На главную страницу").address == "/"


def test_what_cannot_be_chosen_changes_nothing(guest: StrictClient) -> None:
    choose(guest, "Вдвое крупнее")
    said = guest.send(PLACE, {"size": "999", "scheme": "<script>", "unknown": "1"})
    assert said.status == 200
    assert shown_as(said) == {"size": "200"}


def test_a_cookie_by_hand_says_nothing_of_its_own(guest: StrictClient) -> None:
    guest.set_cookie("orientir-reading", 'size-200.scheme-"><b>x')
    page = guest.page("/")
    assert shown_as(page) == {"size": "200"}
    assert "<b>x" not in page.response.text


def test_another_visitor_sees_nothing_of_it(site: Flask, guest: StrictClient) -> None:
    choose(guest, "Вдвое крупнее")
    assert shown_as(visitor(site).page("/")) == {}


def test_in_english(guest: StrictClient) -> None:
    page = guest.page("/en/settings").submit({"Twice as large": ""}, "Save settings")
    assert page.headings(2)[0] == "Saved: your settings"
    assert shown_as(page) == {"size": "200"}


def test_a_form_of_another_site_is_refused(guest: StrictClient) -> None:
    answer = guest.post(PLACE, data={"size": "200"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400
    assert guest.get_cookie("orientir-reading") is None


@pytest.mark.parametrize(
    ("env", "name", "flags"), [("test", COOKIES[False], set()), ("production", COOKIES[True], {"secure"})]
)
def test_the_cookie_is_for_the_server_alone(site_of: SiteMaker, env: str, name: str, flags: set[str]) -> None:
    client = visitor(site_of(env=env))
    for data, value in (({"size": "200"}, "size-200"), ({"size": "100"}, "")):
        answer = client.post(PLACE, data=data, headers={"Sec-Fetch-Site": "same-origin"})
        said, *attributes = answer.headers["Set-Cookie"].split("; ")
        assert said == f"{name}={value}"
        assert {"httponly", "samesite=lax", "path=/"} | flags <= {attribute.lower() for attribute in attributes}
    assert COOKIES[True].startswith("__Host-")
