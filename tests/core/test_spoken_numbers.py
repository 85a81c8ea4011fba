"""Numbers, sums, days and distances as words that a synthesizer keeps whole (U5)."""

from datetime import date, time, timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as some

from webapp.core import clock
from webapp.core.spoken import day, deadline, distance, file_size, hours, number, phone, phone_address, roubles

HARD_TO_HEAR = set("₽№–—,.\u00a0\u202f")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (1, "1"),
        (12_400, "12400"),
        (999_999, "999999"),
        (1_000_000, "1 миллион"),
        (2_000_000, "2 миллиона"),
        (5_000_000, "5 миллионов"),
        (11_000_000, "11 миллионов"),
        (21_000_000, "21 миллион"),
        (1_250_000, "1 миллион 250000"),
        (-3, "минус 3"),
    ],
)
def test_number(speaking: Flask, value: int, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize(
    ("kopecks", "said"),
    [
        (0, "0 рублей"),
        (100, "1 рубль"),
        (200, "2 рубля"),
        (500, "5 рублей"),
        (11_00, "11 рублей"),
        (21_00, "21 рубль"),
        (111_00, "111 рублей"),
        (122_00, "122 рубля"),
        (1000_00, "1 тысяча рублей"),
        (1001_00, "1 тысяча 1 рубль"),
        (2900_00, "2 тысячи 900 рублей"),
        (12_400_00, "12 тысяч 400 рублей"),
        (21_000_00, "21 тысяча рублей"),
        (1_000_000_00, "1 миллион рублей"),
        (1_250_000_00, "1 миллион 250 тысяч рублей"),
        (2_000_003_00, "2 миллиона 3 рубля"),
        (29_10, "29 рублей 10 копеек"),
        (29_01, "29 рублей 1 копейка"),
        (1_000_02, "1 тысяча рублей 2 копейки"),
        (5, "5 копеек"),
        (-29_10, "минус 29 рублей 10 копеек"),
    ],
)
def test_sum_of_money(speaking: Flask, kopecks: int, said: str) -> None:
    assert roubles(kopecks) == said


@given(kopecks=some.integers(-(10**12), 10**12))
def test_any_sum_is_plain_words(reading_site: Flask, kopecks: int) -> None:
    with reading_site.test_request_context("/"):
        said = roubles(kopecks)
    assert not set(said) & HARD_TO_HEAR
    assert all(word.isdigit() or word.isalpha() for word in said.split(" "))
    assert all(len(word) <= 6 for word in said.split(" ") if word.isdigit())


@pytest.mark.parametrize(
    ("metres", "said"),
    [
        (0, "10 метров"),
        (14, "10 метров"),
        (1204, "1200 метров"),
        (2999, "3000 метров"),
        (3000, "3 километра"),
        (20_300, "20 километров"),
        (21_000, "21 километр"),
        (111_000, "111 километров"),
    ],
)
def test_distance(speaking: Flask, metres: float, said: str) -> None:
    assert distance(metres) == said


def test_day_and_hours(speaking: Flask) -> None:
    assert day(date(2027, 3, 14)) == "14 марта 2027 года"
    assert day(date(2026, 5, 1)) == "1 мая 2026 года"
    assert hours(time(9), time(18, 30)) == "с 9:00 до 18:30"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, ", это сегодня"),
        (1, ", остался 1 день"),
        (2, ", осталось 2 дня"),
        (12, ", осталось 12 дней"),
        (21, ", остался 21 день"),
        (-1, ", прошёл 1 день"),
        (-5, ", прошло 5 дней"),
    ],
)
def test_deadline_says_how_long_it_is(speaking: Flask, days: int, said: str) -> None:
    kept = clock.today() + timedelta(days=days)
    assert deadline(kept) == day(kept) + said


def test_phone_is_said_in_groups_and_dialled_whole() -> None:
    assert phone("+7 (000) 000-12-34") == "+7-000-000-12-34"
    assert phone("112") == "112"
    assert phone_address("112") == "tel:112"
    assert phone("8 (800) 555-35-35") == "+7-800-555-35-35"
    assert phone_address("8 (800) 555-35-35", "sms") == "sms:+78005553535"
    assert phone_address("+7 (000) 000-12-34") == "tel:+70000001234"


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 килобайт"), (2048, "2 килобайта"), (182_000, "178 килобайт"), (5 * 1024 * 1024, "5 мегабайт")],
)
def test_file_size(speaking: Flask, size: int, said: str) -> None:
    assert file_size(size) == said
