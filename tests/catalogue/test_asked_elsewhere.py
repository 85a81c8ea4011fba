"""A question that names a service is led to its page, whatever else it finds."""

import pytest

from tests.support.strict_client import StrictClient
from webapp.catalogue.asking.elsewhere import asked_for


@pytest.mark.parametrize(
    ("question", "pages"),
    [
        ("сопровождение", ["accompaniment.about"]),
        ("приказ 363н", ["accompaniment.about"]),
        ("кто даёт сопровождения", ["accompaniment.about"]),
        ("по сертификату", ["certificates.about"]),
        ("accompaniment", ["accompaniment.about"]),
        ("трость", []),
        ("", []),
    ],
)
def test_words_in_any_form_name_a_service(question: str, pages: list[str]) -> None:
    assert [one.page for one in asked_for(question)] == pages


def test_a_service_is_not_said_to_be_missing(reader: StrictClient) -> None:
    page = reader.page("/search?q=сопровождение")
    assert page.h1 == "«сопровождение»: это не изделие, о нём есть страница"
    assert "ничего не найдено" not in page.main
    assert page.follow("Сопровождение: что это").h1.startswith("Сопровождение:")


def test_products_are_found_beside_a_service(reader: StrictClient) -> None:
    page = reader.page("/search?q=трость по сертификату")
    assert "найдено" in page.h1
    assert page.link("Что такое электронный сертификат")
