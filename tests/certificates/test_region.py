"""The region: named on the device, asked about when in doubt, forgotten; every page answers to it."""

import pytest
from flask import Flask

from tests.support.html import elements
from tests.support.sites import SiteMaker
from tests.support.strict_client import StrictClient, visitor
from webapp.core.region_cookie import COOKIES

PRODUCT, PLACE, SAVE = "/products/6-02-02.0001", "/region", "Запомнить регион"
FIELD = "Какой регион выдаёт вам сертификат?"


@pytest.fixture
def guest(reading_site: Flask) -> StrictClient:
    return visitor(reading_site)


def test_a_region_is_named_and_said(guest: StrictClient) -> None:
    assert "Сейчас: регион не назван" in guest.page(PLACE).main
    page = guest.page(PLACE).submit({FIELD: "в Татарстане"}, SAVE)
    assert page.title.startswith("Сохранено: Республика Татарстан. ")
    assert page.address.endswith("#done")
    assert "Сейчас: Республика Татарстан, вы назвали его на этом устройстве" in page.main


def test_the_way_back_leads_to_the_page_one_came_from(guest: StrictClient) -> None:
    link = next(link for link in guest.page(PRODUCT).links if link.words.startswith("Назовите регион"))
    name = guest.page(PRODUCT).h1
    page = guest.page(link.address).submit({FIELD: "16"}, SAVE)
    assert page.link(f"Вернуться к изделию: {name}").address == PRODUCT


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/products/06-02-02.0001", "Вернуться к изделию: "),
        ("/catalogue/6-02/products?p=6-02-02.0001", "Вернуться к изделиям: белые тактильные трости"),
        ("/catalogue/23(1)-01-01", "Вернуться к средству: "),
        ("/compare?p=6-02-02.0001", "Вернуться к сравнению"),
        ("/search?q=%D1%82", "Вернуться к поиску"),
        ("/favourites", "Вернуться в избранное"),
        ("/help", "Вернуться на страницу, с которой вы пришли"),
        ("/products/6-02-02.999999", "Вернуться на страницу, с которой вы пришли"),
        ("/catalogue/99-99-99", "Вернуться на страницу, с которой вы пришли"),
        ("/%D1%82%FF?", "Вернуться на страницу, с которой вы пришли"),
    ],
)
def test_the_way_back_says_where_it_leads(guest: StrictClient, page: str, words: str) -> None:
    saved = guest.send(PLACE, {"code": "16", "page": page})
    assert [link.words for link in saved.links if link.address == page and link.words.startswith(words)]


def test_the_way_back_is_named_in_english_too(guest: StrictClient) -> None:
    saved = guest.send(f"/en{PLACE}", {"code": "16", "page": f"/en{PRODUCT}"})
    link = next(link for link in saved.links if link.address == f"/en{PRODUCT}")
    assert "Вернуться на страницу" not in link.words and guest.page(PRODUCT).h1.partition(":")[0] in link.words


def test_the_way_back_never_leaves_the_site(guest: StrictClient) -> None:
    page = guest.send(PLACE, {"code": "16", "page": "//evil.example/"})
    assert "evil" not in page.address
    assert not [link for link in page.links if "evil" in link.address]


def test_words_that_mean_two_regions_are_asked_about(guest: StrictClient) -> None:
    page = guest.page(PLACE).submit({FIELD: "Ростов"}, SAVE)
    assert page.h1 == "Выберите регион: подходит 2"
    assert guest.get_cookie(COOKIES[False]) is None
    assert "Сохранено: Ярославская область" in page.submit(button="Ярославская область").main


def test_a_guess_is_asked_about_too(guest: StrictClient) -> None:
    page = guest.page(PLACE).submit({FIELD: "Зеленоградс"}, SAVE)
    assert page.h1 == "Вы имели в виду этот регион: Калининградская область?"
    assert guest.get_cookie(COOKIES[False]) is None
    assert "Сохранено: Калининградская область" in page.submit(button="Да, Калининградская область").main


@pytest.mark.parametrize(
    ("typed", "field"), [("тотарстан", "Нет, указать другой регион"), ("Ростов", "Указать другой регион")]
)
def test_another_region_is_typed_where_the_guess_is_wrong(guest: StrictClient, typed: str, field: str) -> None:
    page = guest.page(f"{PLACE}?page={PRODUCT}").submit({FIELD: typed}, SAVE)
    saved = page.submit({field: "Москва"}, SAVE)
    assert "Сохранено: Москва" in saved.main
    assert PRODUCT in {link.address for link in saved.links}
    refused = page.submit({field: "абракадабра"}, SAVE)
    assert (refused.status, "такого региона нет" in refused.main) == (422, True)


def test_the_list_of_all_regions_asks_for_nothing(guest: StrictClient) -> None:
    assert not [each for each in elements(guest.page(f"{PLACE}/list").tree, "input") if each.get("id") == "region"]


def test_an_unknown_region_is_refused_and_kept(guest: StrictClient) -> None:
    page = guest.page(PLACE).submit({FIELD: "абракадабра"}, SAVE)
    assert (page.status, page.title[:8]) == (422, "Ошибка: ")
    assert "такого региона нет" in page.main
    typed = [each.get("value") for each in elements(page.tree, "input") if each.get("name") == "region"]
    assert typed == ["абракадабра"]
    assert guest.get_cookie(COOKIES[False]) is None


def test_a_region_is_chosen_from_all_and_forgotten(guest: StrictClient) -> None:
    assert "Сохранено: Москва" in guest.page(f"{PLACE}/list").submit(button="Москва").main
    page = guest.page(PLACE).submit(button="Забыть регион")
    assert "Сейчас: регион не назван" in page.main
    assert guest.get_cookie(COOKIES[False]) is None


@pytest.mark.parametrize("forged", ["", "1", "999", "zz", "00", "16; x", "١٦"])
def test_a_forged_cookie_names_nothing(guest: StrictClient, forged: str) -> None:
    guest.set_cookie(COOKIES[False], forged)
    assert "Сейчас: регион не назван" in guest.page(PLACE).main


def test_a_page_of_one_region_is_not_taken_for_that_of_another(guest: StrictClient) -> None:
    tags = []
    for code in ("", "16", "77"):
        if code:
            guest.set_cookie(COOKIES[False], code)
        tags.append(guest.get(PRODUCT).headers["ETag"])
        assert guest.get(PRODUCT, headers={"If-None-Match": tags[-1]}).status_code == 304
    assert len(set(tags)) == 3
    assert guest.get(PRODUCT, headers={"If-None-Match": tags[0]}).status_code == 200


@pytest.mark.parametrize(("env", "cookie"), [("test", COOKIES[False]), ("production", COOKIES[True])])
def test_the_cookie_is_two_digits_for_the_server_alone(site_of: SiteMaker, env: str, cookie: str) -> None:
    client = visitor(site_of(env=env))
    base = "https://localhost" if env == "production" else "http://localhost"
    answer = client.post(PLACE, data={"code": "16"}, base_url=base, headers={"Origin": base})
    header = next(value for name, value in answer.headers if name == "Set-Cookie" and value.startswith(cookie))
    assert header.startswith(f"{cookie}=16;")
    assert "HttpOnly" in header
    assert "SameSite=Lax" in header
    assert ("Secure" in header) is (env == "production")
    assert "16" not in answer.headers["Location"]
