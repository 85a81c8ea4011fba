"""The same numbers for those who read English."""

from datetime import date, time

import pytest
from flask import Flask

from webapp.core.spoken import day, distance, file_size, hours, number, roubles


@pytest.mark.parametrize(
    ("kopecks", "said"),
    [
        (100, "1 rouble"),
        (200, "2 roubles"),
        (2900_00, "2 thousand 900 roubles"),
        (1000_00, "1 thousand roubles"),
        (1_250_000_00, "1 million 250 thousand roubles"),
        (29_01, "29 roubles 1 kopeck"),
        (29_10, "29 roubles 10 kopecks"),
    ],
)
def test_sum_of_money(speaking_english: Flask, kopecks: int, said: str) -> None:
    assert roubles(kopecks) == said


def test_other_measures(speaking_english: Flask) -> None:
    assert number(2_000_000) == "2 million"
    assert day(date(2027, 3, 14)) == "14 March 2027"
    assert hours(time(9), time(18)) == "from 9:00 to 18:00"
    assert distance(1200) == "1200 metres"
    assert distance(21_000) == "21 kilometres"
    assert file_size(2048) == "2 kilobytes"
