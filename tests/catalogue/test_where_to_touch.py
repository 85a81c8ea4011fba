"""Where a product can be touched: the visitor's region first, else the nearest; what is told of the way in."""

import re

import pytest
from flask import Flask

from tests.support.strict_client import StrictClient, visitor
from webapp.catalogue.rooms import Room, rooms_showing, seen_from
from webapp.catalogue.words import untold
from webapp.core.region_cookie import COOKIES

CARD = "/products/15-01-02.0001"
ROOMS = f"{CARD}/rooms"
TATARSTAN, KALUGA, SAINT_PETERSBURG = "16", "40", "78"


def from_region(site: Flask, code: str) -> StrictClient:
    client = visitor(site)
    client.set_cookie(COOKIES[False], code)
    return client


def room_of(city: str) -> Room:
    return next(room for room in rooms_showing("talking_medical") if room.city.name == city)


def test_the_place_of_ones_own_region_comes_first_and_is_called_so(reading_site: Flask) -> None:
    client = from_region(reading_site, TATARSTAN)
    kazan = "В вашем регионе: Казань, улица Пробная, дом 4 (демо)"
    assert f"Ваш регион: Республика Татарстан. Такие изделия показывают в нём в 1 месте. {kazan}." in (
        client.page(CARD).main
    )
    page = client.page(ROOMS)
    assert page.headings(2)[0] == kazan
    assert "Ближайшее" not in page.main
    assert page.main.count("В вашем регионе") == 1


def test_two_places_of_ones_own_region_stand_together(reading_site: Flask) -> None:
    headings = from_region(reading_site, SAINT_PETERSBURG).page(ROOMS).headings(2)
    assert [heading.startswith("В вашем регионе: Санкт-Петербург") for heading in headings[:3]] == [True, True, False]


def test_without_one_the_nearest_is_named_as_such(reading_site: Flask) -> None:
    client = from_region(reading_site, KALUGA)
    moscow = "Ближайшее: Москва, улица Выдуманная, дом 5 (демо)"
    far = "По прямой от центра вашего региона: 161 километр"
    assert f"Ваш регион: Калужская область. Такого места в нём нет. {moscow}. {far}." in client.page(CARD).main
    page = client.page(ROOMS)
    assert page.headings(2)[0] == moscow
    assert far in page.main
    metres = [seen.metres or 0 for seen in seen_from(rooms_showing("talking_medical"), KALUGA)]
    assert metres == sorted(metres)


def test_without_a_region_none_is_the_nearest_and_one_may_name_it(reader: StrictClient) -> None:
    page = reader.page(ROOMS)
    assert "Ближайшее:" not in page.main and "вашего региона" not in page.main
    assert page.follow("Назвать регион, чтобы первым было место в нём").address.endswith("page=" + ROOMS)


def test_the_way_in_is_told_and_the_phone_dials(reading_site: Flask) -> None:
    page = from_region(reading_site, TATARSTAN).page(ROOMS)
    first = page.main.partition("Телефон: ")[0]
    assert (
        "Ближайшая остановка: «Пробная», трамвай, до неё 250 метров Вход: через арку, первая дверь справа "
        "Встреча: позвоните, вас встретят С собакой-проводником: можно"
    ) in first
    assert "Пока не знаем" not in first
    phone = next(link for link in page.links if link.words.startswith("Телефон: "))
    assert (phone.words, phone.address) == ("Телефон: +7-000-000-20-08", "tel:+70000002008")


def test_what_nobody_told_is_asked_once_and_nothing_is_promised(reading_site: Flask) -> None:
    page = from_region(reading_site, "36").page(ROOMS)
    first = page.main.partition("Телефон: ")[0]
    unknown = "какая остановка рядом, где вход, встретят ли вас, можно ли с собакой-проводником"
    assert first.count(f"Пока не знаем: {unknown}. Спросите по телефону.") == 1
    assert not re.search("Встреча:|Ближайшая остановка:|: можно", first)


@pytest.mark.parametrize(
    ("city", "unknown"),
    [
        ("Казань", ""),
        ("Владивосток", "какая остановка рядом, где вход, встретят ли вас, можно ли с собакой-проводником"),
        ("Иркутск", "где вход, встретят ли вас"),
    ],
)
def test_only_what_is_not_told_is_unknown(speaking: Flask, city: str, unknown: str) -> None:
    assert untold(room_of(city)) == unknown
