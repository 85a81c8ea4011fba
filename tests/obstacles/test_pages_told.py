"""Which page a report is about: every page says it, only pages of this site are believed."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from flask import Flask

from tests.auth.test_places import EVIL
from tests.obstacles.reporting import BUTTON, SAID, TEXT, message_of, number_of
from tests.support.addresses import examples_taking
from tests.support.registers import Stage
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core import errors
from webapp.core.places import LONGEST_PAGE, is_own
from webapp.core.typed import shown
from webapp.obstacles.rules import page_read

LINK = "/obstacle"
EVIL_PAGE = "https://evil.example/products/6-02-02.0001"
NOT_OURS = [page for page in EVIL if len(page) <= LONGEST_PAGE]


def told_by(text_or_page: object) -> str | None:
    """The page that the footer's link tells; None where there is no such link."""
    for link in text_or_page.links:  # type: ignore[attr-defined]
        parts = urlsplit(link.address)
        if parts.path.removeprefix("/en") == LINK and link.words in {"Сообщить о препятствии", "Report an obstacle"}:
            return parse_qs(parts.query).get("page", [""])[0]
    return None


def test_every_page_has_the_link(reading_site: Flask) -> None:
    for address in examples_taking(reading_site, "GET"):
        answer = visitor(reading_site).get(address)
        if answer.mimetype == "text/html" and answer.status_code < 300:
            assert "/obstacle" in answer.text.partition("site-footer")[2], address


@pytest.mark.parametrize("status", errors.PAGES)
def test_error_pages_have_it_too(reader: StrictClient, status: int) -> None:
    page = reader.page(f"/style-guide/errors/{status}")
    assert told_by(page) == f"/style-guide/errors/{status}"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/", "/"),
        ("/catalogue/6-02/products?page=2", "/catalogue/6-02/products?page=2"),
        ("/search?q=трость", "/search?q=%D1%82%D1%80%D0%BE%D1%81%D1%82%D1%8C"),
        ("/search?q=" + "x" * 600, "/search"),
        ("/nowhere/" + "x" * 600, ""),
        ("/sign-in/return?state=s&code=secret", "/sign-in/failed/foreign_return"),
        ("/sign-in/return?state=s&code=%ff", "/sign-in/return"),
        ("/obstacle?page=/help", ""),
        ("/obstacle/find", ""),
    ],
)
def test_the_link_tells_the_page_and_nothing_of_sign_in(reader: StrictClient, address: str, told: str) -> None:
    assert told_by(reader.page(address)) == told


def test_after_a_refused_form_it_tells_the_page_that_held_the_form(reader: StrictClient) -> None:
    for referrer, told in (("http://localhost/products/6-02-02.0001", "/products/6-02-02.0001"), (EVIL_PAGE, "/")):
        headers = {"Referer": referrer, "Sec-Fetch-Site": "cross-site"}
        assert told_by_text(reader.post("/favourites/6-02-02.0001", headers=headers).text) == told


def told_by_text(text: str) -> str:
    return text.split('href="/obstacle?page=')[1].split('"', maxsplit=1)[0]


def test_the_link_is_the_same_for_everybody_so_that_copies_stay_true(reading_site: Flask) -> None:
    first, second = (
        visitor(reading_site).get("/help", headers={"Referer": f"http://localhost/{page}"}) for page in ("a", "b")
    )
    assert first.headers["ETag"] == second.headers["ETag"]
    assert first.text == second.text


@pytest.mark.parametrize("page", [*NOT_OURS, "", "help", "/" + "x" * 500, "/x?" + "\\" * 9])
def test_a_page_that_is_none_of_ours_is_as_if_it_were_not_told(stage: Stage, guest: StrictClient, page: str) -> None:
    form = guest.page(f"/obstacle?page={quote(page)}")
    assert "Адрес страницы" not in form.main
    assert form.link("Назад").address == "/"
    told = form.submit({TEXT: SAID}, BUTTON)
    assert [link.words for link in told.links if link.words.startswith("Вернуться")] == []
    assert message_of(stage.app, number_of(told))["page"] == ""
    again = guest.page(f"/obstacle/{number_of(told)}?page={quote(page)}")
    assert [link.words for link in again.links if link.words.startswith("Вернуться")] == []


def test_a_long_query_is_left_out_and_the_page_stays(stage: Stage, guest: StrictClient) -> None:
    form = guest.page(f"/obstacle?page={quote('/search?q=' + 'x' * 600)}")
    number = number_of(form.submit({TEXT: SAID}, BUTTON))
    assert message_of(stage.app, number)["page"] == "/search"


def test_an_address_is_shown_in_letters(guest: StrictClient) -> None:
    form = guest.page(f"/obstacle?page={quote('/search?q=%D1%82%D1%80%D0%BE%D1%81%D1%82%D1%8C%0a%1b')}")
    assert "Адрес страницы: /search?q=трость" in form.main


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\u202e", "\u2066"])
def test_what_steers_a_terminal_or_turns_a_line_round_is_not_shown(sign: str) -> None:
    assert is_own(f"/search?q={sign}[31m") is (sign in "\u202e\u2066")
    assert page_read(f"/search?q={quote(sign)}[31m") == "/search?q=[31m"
    assert shown(f"а{sign}[31mб\n") == "а[31mб\n"


def test_the_form_does_not_choose_the_page(stage: Stage, guest: StrictClient) -> None:
    answer = guest.post("/obstacle", data={"text": SAID, "page": "/help", "send": "page"}, headers=OUR_PAGE)
    number = answer.headers["Location"].rpartition("/")[2]
    assert "?" not in number
    assert message_of(stage.app, number)["page"] == ""
