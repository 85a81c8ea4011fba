"""Some settings change what is said, not only how it looks: pictures, hints, lists and tables."""

import re

import pytest
from flask import Flask

from tests.support.html import elements
from tests.support.strict_client import StrictClient
from webapp.core.reading import CHOICES
from webapp.core.static_files import SOURCE

PRODUCT = "/products/6-02-02.0001"
SAID = frozenset({"images", "facts", "hints"})
"""Settings that change words; all others change the look alone."""


def reading(client: StrictClient, code: str) -> StrictClient:
    client.set_cookie("orientir-reading", code)
    return client


def test_pictures_give_way_to_their_words(guest: StrictClient) -> None:
    page = guest.page("/settings")
    assert [each.get("alt") for each in elements(page.tree, "img")] == [
        "Белая трость с петлёй для руки, сложенная вчетверо"
    ]
    page = reading(guest, "images-told").page("/settings")
    assert elements(page.tree, "img") == []
    assert "Картинка: Белая трость с петлёй для руки, сложенная вчетверо" in page.main


def test_hints_are_neither_seen_nor_heard(guest: StrictClient) -> None:
    question = "/style-guide/journey/question"
    assert guest.page(question).says_of("День").startswith("В первое поле можно ввести")
    hidden = reading(guest, "hints-hidden")
    assert hidden.page(question).says_of("День") == ""
    refused = hidden.page(question).submit({"День": "31 июня 2026"})
    assert refused.status == 422
    assert refused.says_of("День").startswith("Ошибка: ")


def test_characteristics_come_as_a_table_with_the_list_a_link_away(guest: StrictClient) -> None:
    plain = guest.page(PRODUCT)
    assert elements(plain.tree, "table") == []
    page = reading(guest, "facts-table").page(PRODUCT)
    assert len(elements(page.tree, "table")) == 1
    listed = page.follow("Показать характеристики списком")
    assert elements(listed.tree, "table") == []
    assert listed.h1 == page.h1
    assert listed.title.startswith("Списком: ")
    assert listed.follow("Показать характеристики таблицей").title.startswith("Таблица: ")


@pytest.mark.parametrize("name", sorted(set(CHOICES) - SAID))
def test_every_other_setting_is_known_to_the_style_sheets(reading_site: Flask, name: str) -> None:
    css = "".join(path.read_text(encoding="utf-8") for path in sorted(SOURCE.glob("css/*.css")))
    for value in CHOICES[name][1:]:
        ruled = re.search(rf'\[data-{name}="{value}"\][^{{}}]*\{{\s*[^}}\s]', css)
        assert ruled, f"no style sheet does anything for {name} {value}; what changes words belongs in SAID"
