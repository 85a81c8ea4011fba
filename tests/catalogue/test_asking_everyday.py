"""Everyday words and the catalogue's words for the same."""

import tomllib
from pathlib import Path

import pytest
from flask import Flask

from webapp.catalogue import search
from webapp.catalogue.asking import everyday

DATA = Path(everyday.__file__).parent / "everyday.toml"
ROWS: dict[str, list[str]] = tomllib.loads(DATA.read_text("utf-8"))


def test_the_table_is_large_and_every_phrase_can_be_found_again() -> None:
    assert len(ROWS) >= 150
    for said in ROWS:
        found = everyday.at(everyday.way(said))
        assert found is not None
        assert len(found.said) == len(everyday.way(said))


def test_every_meaning_finds_something_and_so_does_every_saying(speaking: Flask) -> None:
    meanings = sorted({meant for row in ROWS.values() for meant in row})
    assert [meant for meant in meanings if search.find(meant, 1, is_exact=True).is_nothing] == []
    assert [said for said in ROWS if search.find(said, 1).is_nothing] == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("говорящий тонометр", "15-01-02"),
        ("палочка для слепых", "6-02-02"),
        ("инвалидная коляска", "7-01-01"),
        ("взрослые памперсы", "22-01-04"),
        ("скринридер", "23(1)-01-02"),
        ("собаки-поводыри", "14-01-01"),
        ("canes", "6-02-02"),
        ("стул с горшком", "23-01-01"),
        ("hearing aids", "17-01-01"),
    ],
)
def test_a_saying_finds_the_item_that_it_means(speaking: Flask, said: str, code: str) -> None:
    found = search.find(said, 1)
    assert code in [item.code for item in found.items]
    assert found.understood.also


def test_words_of_a_saying_may_stand_in_any_order_and_form(speaking: Flask) -> None:
    one, other = search.find("говорящий тонометр", 1), search.find("тонометров говорящих", 1)
    assert one.products.total == other.products.total > 0


def test_words_that_only_look_like_a_saying_are_none() -> None:
    assert everyday.at(everyday.way("тонометр складной")) is None
    assert everyday.at(()) is None
