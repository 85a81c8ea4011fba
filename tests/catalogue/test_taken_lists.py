"""«Взять список с собой»: the list as it was asked for, bounded, the same in all forms."""

import csv
import io
import subprocess

import pytest
from flask import Flask

from tests.support.counted import counted
from tests.support.strict_client import StrictClient
from webapp.catalogue import taken_views
from webapp.core.region_cookie import COOKIES
from webapp.documents.answers import Form

CANES = "/catalogue/6-02/products"
NARROW = "?weight_g=-300&material=aluminium&sort=price"
HEADER = ["Изделие", "Средство", "Производитель", "Рекомендованная цена"]


def rows_of(reader: StrictClient, address: str) -> list[list[str]]:
    answer = reader.get(address)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")), delimiter=";"))


def plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@pytest.mark.parametrize("list_of", [CANES, "/catalogue/6-02-02", "/search?q=трость"])
def test_each_list_leads_to_its_forms(reader: StrictClient, list_of: str) -> None:
    page = reader.page(list_of).follow("Взять список с собой")
    assert page.h1.startswith("Взять список с собой, изделий ")
    assert [link.words for link in page.links if link.words.startswith("Список ")] == [
        "Список для печати, файл PDF",
        "Список крупным шрифтом, файл PDF",
        *(f"Список по {cells} знаков Брайля в строке, файл BRF" for cells in (40, 20, 30)),
        "Список для чтения по телефону, текстовый файл",
        "Список таблицей, файл CSV",
    ]
    assert " download" not in reader.get(page.address).text, "a refusal in place of a file would be saved, unread"
    back = next(link for link in page.links if link.words == "Назад")
    assert reader.page(back.address).h1 == reader.page(list_of).h1


def test_filters_and_order_hold(reader: StrictClient) -> None:
    whole = rows_of(reader, f"{CANES}/take/table")
    narrow = rows_of(reader, f"{CANES}/take/table{NARROW}")
    assert whole[0] == narrow[0] == HEADER
    assert 1 < len(narrow) < len(whole) == 45
    shown = reader.page(f"{CANES}{NARROW}")
    places = [shown.main.index(row[0]) for row in narrow[1:]]
    assert places == sorted(places)
    told = reader.get(f"{CANES}/take/script{NARROW}").get_data(as_text=True)
    assert "Вес: не больше, чем 300 граммов" in told and "Порядок: по цене, сначала дешёвые." in told


def test_a_search_holds_its_words(reader: StrictClient) -> None:
    found = rows_of(reader, "/search/take/table?q=трость&kind=6-02")
    assert len(found) > 20 and found[0] == HEADER
    assert reader.page("/search/take").h1 == reader.page("/search").h1


def test_money_is_told_where_the_region_is_known(reader: StrictClient) -> None:
    reader.set_cookie(COOKIES[False], "16")
    told = rows_of(reader, "/catalogue/6-02-02/take/table")
    assert told[0] == [*HEADER, "Сумма сертификата", "Доплата"]
    assert all("рубл" in row[4] or row[4] == "неизвестна" for row in told[1:])


def on_paper(content: bytes) -> str:
    return subprocess.run(
        ("pdftotext", "-raw", "-", "-"), input=content, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize("form", [Form.PDF, Form.LARGE, Form.SCRIPT])
def test_every_form_holds_every_cell(reader: StrictClient, form: Form) -> None:
    address = f"{CANES}/take/{{}}{NARROW}"
    content = reader.get(address.format(form)).get_data()
    said = plain(content.decode() if form is Form.SCRIPT else on_paper(content))
    cells = [cell for row in rows_of(reader, address.format("table"))[1:] for cell in row]
    missing = [cell for cell in cells if any(plain(word) not in said for word in cell.split())]
    assert missing == []


def test_braille_has_the_width_asked(reader: StrictClient) -> None:
    told = reader.get(f"{CANES}/take/braille?cells=20").get_data(as_text=True)
    assert max(len(line) for line in told.replace("\f", "").splitlines()) <= 20
    assert reader.get(f"{CANES}/take/braille?cells=21").status_code == 404


def test_the_limit_is_kept_and_said(reader: StrictClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken_views, "MOST_ROWS", 5)
    assert "Здесь первые 5 изделий из 44." in reader.page(f"{CANES}/take").main
    assert len(rows_of(reader, f"{CANES}/take/table")) == 6
    assert len(rows_of(reader, "/search/take/table?q=трость")) == 6
    said = reader.get(f"{CANES}/take/script").get_data(as_text=True)
    assert "1 из 7. Здесь первые 5 изделий из 44." in said


def test_the_number_of_queries_does_not_grow(reading_site: Flask, reader: StrictClient) -> None:
    asked = []
    for size in (2, 40):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(taken_views, "MOST_ROWS", size)
            reader.get(f"{CANES}/take/table")
            with counted(reading_site) as statements:
                reader.get(f"{CANES}/take/table")
        asked.append(len(statements))
    assert asked[0] == asked[1]


def test_an_empty_list_says_so(reader: StrictClient) -> None:
    narrow = "?price=1-2"
    assert "Таких изделий нет." in reader.page(f"{CANES}/take{narrow}").main
    assert rows_of(reader, f"{CANES}/take/table{narrow}") == [HEADER]
    assert "Таких изделий нет." in on_paper(reader.get(f"{CANES}/take/pdf{narrow}").get_data())


def test_what_is_not_offered_is_not_found(reader: StrictClient) -> None:
    assert reader.get(f"{CANES}/take/odt").status_code == 404
    assert reader.get("/catalogue/6-02-99/take").status_code == 404


def test_bad_filters_are_mended_on_the_list(reader: StrictClient) -> None:
    answer = reader.get(f"{CANES}/take/pdf?price-to=много&price-from=")
    assert answer.status_code == 302 and answer.headers["Location"].startswith(CANES)


def test_it_is_kept_by_who_has_it(reader: StrictClient) -> None:
    address = f"{CANES}/take/script{NARROW}"
    first = reader.get(address)
    assert first.headers["Cache-Control"] == "no-cache" and "Set-Cookie" not in first.headers
    assert reader.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_in_english(reader: StrictClient) -> None:
    answer = reader.get(f"/en{CANES}/take/table")
    assert answer.status_code == 200
    assert reader.get(f"/en{CANES}/take").status_code == 200
