"""The card of a product that is not of the demo catalogue: what nobody told us is called unknown, never invented."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.strict_client import StrictClient, visitor
from webapp.catalogue.models import Product
from webapp.core.database import record

NUMBER = "15-01-02.0001"
CARD = f"/products/{NUMBER}"
NOTHING: dict[str, Any] = {
    "touch": [], "hearing": [], "colours": [], "accessories": [], "registration_number": None, "values": {},
}  # fmt: skip
UNKNOWN = [
    "Описания на ощупь у нас пока нет.",
    "Цвета не указаны.",
    "Рисунка этого изделия у нас пока нет.",
    "Вес и размер упаковки не указаны.",
    "Что лежит внутри, не указано.",
    "Сведений о запасных частях у нас пока нет.",
    "Инструкции у нас пока нет.",
    "Номер регистрационного удостоверения не указан.",
    "Мы пока не знаем, где показывают такие изделия.",
]
INVENTED = [
    "рисунке",
    "Вес упаковки",
    "инструкция крупным",
    "Их продают отдельно",
    "TXT",
    "не нужно",
    "без срока",
    "местах",
]


def real(site: Flask, **told: Any) -> StrictClient:
    """A visitor of the site where one product is real and this is told of it."""
    with site.app_context(), record() as session:
        session.execute(sa.update(Product).where(Product.number == NUMBER).values(is_demo=False, **told))
    return visitor(site)


def test_what_is_not_told_is_said_to_be_unknown(writing_site: Flask) -> None:
    client = real(writing_site, **NOTHING)
    for language in ("", "/en"):
        assert client.page(f"{language}{CARD}").status == 200
    said = client.page(CARD).main
    assert [words for words in UNKNOWN if words not in said] == []
    assert [words for words in INVENTED if words in said] == []


def test_what_is_told_is_shown_and_nothing_besides(writing_site: Flask) -> None:
    said = real(writing_site, accessories=["манжета"], registration_number="РЗН 2020/12345").page(CARD).main
    assert "Внутри: манжета" in said and "Что лежит внутри" not in said
    assert "Номер регистрационного удостоверения: РЗН 2020" in said
    assert "удостоверения не указан" not in said
    assert "Удостоверение выдано: " in said
    assert [words for words in INVENTED if words in said] == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"reg_certificate": False}, "Регистрационное удостоверение не нужно: это не медицинское изделие."),
        ({"reg_certificate": True}, "Номер регистрационного удостоверения не указан."),
    ],
)
def test_that_no_certificate_is_needed_is_said_only_where_it_is_told(
    writing_site: Flask, values: dict[str, bool], said: str
) -> None:
    assert said in real(writing_site, **(NOTHING | {"values": values})).page(CARD).main


@pytest.mark.parametrize(
    "part", ["drawing", "documents/instruction", "documents/instruction.txt", "documents/registration"]
)
def test_invented_pages_are_not_there(writing_site: Flask, part: str) -> None:
    assert real(writing_site).get(f"{CARD}/{part}").status_code == 404


def test_the_page_of_places_names_no_invented_ones(writing_site: Flask) -> None:
    page = real(writing_site).page(f"{CARD}/rooms")
    assert "Мы пока не знаем, где показывают" in page.main and page.headings(2) == []
