"""Every refusal is a page: what happened, what to do, ways on; in both languages; nothing is told of the inside."""

import pytest
from flask import Flask

from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core import errors
from webapp.core.access import public

INSIDE = ("Traceback", "sqlalchemy", "werkzeug", "Exception", "Error:", ".py")


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("status", errors.PAGES)
def test_each_error_has_a_page_with_a_way_on(reader: StrictClient, status: int, language: str) -> None:
    page = reader.page(f"{language}/style-guide/errors/{status}")
    assert page.status == status
    assert page.language == (language[1:] or "ru")
    assert len(page.h1) > 5
    assert {"/", "/catalogue", "/help"} <= {link.address.removeprefix(language) or "/" for link in page.links}
    assert not [word for word in INSIDE if word in page.text]


@pytest.mark.parametrize("language", ["", "/en"])
def test_errors_are_told_apart(reader: StrictClient, language: str) -> None:
    pages = [reader.page(f"{language}/style-guide/errors/{status}") for status in errors.PAGES]
    assert len({page.title for page in pages}) == len(pages)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/catalogue/99", 404),
        ("/products/6-02-02.9999", 404),
        ("/search?q=" + "x" * 5000, 400),
        ("/search?q=%00", 400),
        ("/search?q=%ff", 400),
        ("/%ff", 400),
    ],
)
def test_a_wrong_address_is_refused(reader: StrictClient, address: str, status: int) -> None:
    assert reader.page(address).status == status


def test_what_is_wrong_is_said(reader: StrictClient) -> None:
    wrong = ("/search?q=" + "x" * 5000, "/search?q=%00", "/style-guide/errors/400")
    told = [reader.page(address).h1 for address in wrong]
    told += [reader.post("/style-guide/fragment").text.split("<h1>")[1].split("</h1>")[0]]
    assert len(set(told)) == 4


def test_a_method_that_a_page_does_not_answer(reader: StrictClient) -> None:
    answer = reader.post("/catalogue", headers=OUR_PAGE)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_an_answer_that_is_too_large(writer: StrictClient) -> None:
    page = writer.send("/style-guide/fragment", {"keep": "x" * 300_000})
    assert page.status == 413


@pytest.mark.parametrize("sign", ["\x00", "\ufffd"])
def test_an_answer_with_signs_that_are_none(writer: StrictClient, sign: str) -> None:
    assert writer.send("/style-guide/fragment", {"keep": f"a{sign}b"}).status == 400


def test_a_fault_of_ours(writing_site: Flask) -> None:
    writing_site.add_url_rule("/broken", "broken", public()(lambda: str(1 // 0)))
    page = visitor(writing_site).page("/en/broken")
    assert page.status == 500
    assert "division" not in page.text
    assert page.response.headers["Cache-Control"] == "no-store"


def test_a_fault_of_the_error_page_itself(writing_site: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(writing_site.jinja_env.globals, "frame")
    page = visitor(writing_site).page("/nowhere")
    assert (page.status, page.h1) == (404, "Сайт временно не работает")


@pytest.mark.parametrize("name", ["evil.example", "bad host/", "", "localhost:99999", "localhost:abc", "a\u00ff"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_another_name_of_the_site_is_refused(reading_site: Flask, language: str, name: str) -> None:
    answer = visitor(reading_site).get(f"{language}/catalogue", headers={"Host": name})
    assert answer.status_code == 400
    assert f'href="{language}/help' in answer.text
    assert f'<a class="link-list__link" href="{reading_site.config["SETTINGS"].own_url}"' in answer.text
    assert not name or name not in answer.text


def test_a_form_sent_under_another_name_is_refused_with_a_page(reading_site: Flask) -> None:
    answer = visitor(reading_site).post("/region", data={"code": "16"}, headers={"Host": "evil.example"} | OUR_PAGE)
    assert answer.status_code == 400
    assert "Имя сайта в адресе неверное" in answer.text
    assert "Set-Cookie" not in answer.headers


def test_an_overlong_address_under_another_name_has_a_page(reading_site: Flask) -> None:
    answer = visitor(reading_site).get("/search?q=" + "x" * 5000, headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "/help" in answer.text
