"""What people ask for and the state list does not have: it is said plainly, then what is near or what was found."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.support.page import Page
from tests.support.strict_client import StrictClient
from webapp.catalogue import search
from webapp.catalogue.asking import absent, names

ROWS: list[dict[str, Any]] = tomllib.loads(Path(absent.__file__).with_suffix(".toml").read_text("utf-8"))["thing"]
SAID = "В государственном перечне средств реабилитации этого нет: "


def page_of(reader: StrictClient, question: str) -> Page:
    return reader.page("/search", query_string={"q": question})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name_en"])
def test_no_item_has_the_name_and_what_is_near_is_there(speaking: Flask, row: dict[str, Any]) -> None:
    assert set(row["near"]) <= names.kind_names().keys()
    for said in row["said"]:
        assert [one.name for one in search.find(said, 1).understood.absent] == [row["name"]]
    if row["name"] != "говорящие весы":  # the word is one with «вес» to who takes it exactly
        assert [said for said in row["said"] if search.find(said, 1, is_exact=True).items] == []


def test_the_state_list_is_said_not_to_have_it_and_what_is_near_follows(reader: StrictClient) -> None:
    page = page_of(reader, "говорящие часы для мамы")
    assert f"{SAID}говорящие часы. Перечень утверждён распоряжением Правительства 2347-р." in page.main
    assert page.main.index(SAID) < page.main.index("Ближе всего в перечне") < page.main.index("Телефонные устройства")
    assert {"/catalogue/19-01", "/catalogue/15-01", "/help"} <= {link.address for link in page.links}
    assert "По отдельности" not in page.main


@pytest.mark.parametrize(
    ("question", "thing", "found", "missing"),
    [
        ("говорящие часы или тонометр для слепой мамы", "говорящие часы", "тонометр", ()),
        ("говорящий глюкаметр", "говорящий глюкометр", "", ()),
        ("трость и весы", "говорящие весы", "трость", ()),
        ("медицинская кровать", "медицинская кровать", "медицинская кровать", ()),
        ("часы с вибрацией", "", "сигнализатор звука вибрационный", ()),
        ("тонометр для слабовидящей бабушки", "", "тонометр", ()),
        ("трость для мамы", "", "трость", ()),
        ("трость москва", "", "трость", ("москва",)),
        ("коляска для большого веса", "", "кресло-коляска для большого веса", ()),
    ],
)
def test_the_rest_is_searched(speaking: Flask, question: str, thing: str, found: str, missing: tuple[str, ...]) -> None:
    answer = search.find(question, 1)
    assert thing in [one.name for one in answer.understood.absent] or not (thing or answer.understood.absent)
    assert answer.products.total == (search.find(found, 1).products.total if found else 0)
    assert answer.understood.missing == missing


def test_people_alone_may_be_a_makers_name(speaking: Flask) -> None:
    assert search.find("сыновья", 1).makers
