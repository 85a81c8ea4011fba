"""Keeping a product from its page: it is said in the title and first after the heading, and can be taken back."""

import pytest
from flask import Flask

from tests.favourites.keeping import CANE, WITHDRAWN, keep, kept, name_of, remove, rows
from tests.support.html import elements, has_class, with_id, words
from tests.support.page import Page
from tests.support.registers import Stage, line, programme
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor

ADDRESS = f"/products/{CANE}"


def states(page: Page) -> list[str]:
    return [words(each) for each in elements(page.tree, "p") if has_class(each, "status")]


def buttons(page: Page) -> list[str]:
    return [words(each) for each in elements(page.tree, "button")]


def assert_reading_goes_on(page: Page) -> None:
    """The address leads to the heading, which can take the focus."""
    assert page.address.endswith("#product")
    heading = with_id(page.tree, "product")
    assert heading is not None and (heading.tag, heading.get("tabindex")) == ("h1", "-1")


def test_a_guest_keeps_removes_and_takes_it_back(site: Flask, guest: StrictClient) -> None:
    name = name_of(site, CANE)
    page = guest.page(ADDRESS)
    assert (states(page), buttons(page)) == ([], [f"Добавить в избранное: {name}"])
    page = page.submit(button=f"Добавить в избранное: {name}")
    assert_reading_goes_on(page)
    assert page.title == f"В избранном: {name} — Ориентир"
    assert page.h1 == name
    assert (states(page), buttons(page)) == (["В избранном"], [f"Убрать из избранного: {name}"])
    page = page.submit(button=f"Убрать из избранного: {name}")
    assert_reading_goes_on(page)
    assert page.title == f"Убрано из избранного: {name} — Ориентир"
    assert (states(page), buttons(page)) == (["Убрано из избранного"], [f"Вернуть в избранное: {name}"])
    page = page.submit(button=f"Вернуть в избранное: {name}")
    assert page.title == f"В избранном: {name} — Ориентир"
    assert kept(guest) == [CANE]


def test_the_state_is_the_first_line_after_the_heading(guest: StrictClient) -> None:
    page = keep(guest, CANE)
    heading, state = list(elements(page.tree, "main")[0])[:2]
    assert heading.tag == "h1"
    assert words(state) == "В избранном"


def test_a_person_keeps_a_product_too(stage: Stage) -> None:
    client = stage.entitled(programme(line()))
    client.page("/my")
    page = keep(client, CANE)
    assert page.title.startswith("В избранном: ")
    assert kept(client) == [CANE]


def test_twice_is_the_same_as_once(stage: Stage, guest: StrictClient) -> None:
    before = len(rows(stage.app))
    pages = [keep(guest, CANE) for _ in range(3)]
    assert {page.title for page in pages} == {pages[0].title}
    assert len(rows(stage.app)) == before + 1
    pages = [remove(guest, CANE) for _ in range(3)]
    assert {page.title for page in pages} == {pages[0].title}
    assert len(rows(stage.app)) == before + 1
    assert kept(guest) == []


def test_a_second_removal_does_not_move_its_time(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    remove(guest, CANE)
    first = rows(stage.app)[-1]["removed_at"]
    stage.clock.pass_time(minutes=5)
    remove(guest, CANE)
    assert rows(stage.app)[-1]["removed_at"] == first


def test_what_is_put_back_keeps_its_place_and_its_price(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    first = rows(stage.app)[-1]
    stage.clock.pass_time(minutes=5)
    remove(guest, CANE)
    keep(guest, CANE)
    assert rows(stage.app)[-1] == first


def test_removing_what_was_never_kept_does_nothing(stage: Stage, guest: StrictClient) -> None:
    before = rows(stage.app)
    page = remove(guest, CANE)
    assert (page.status, page.title.startswith("Убрано")) == (200, False)
    assert rows(stage.app) == before
    assert guest.get_cookie("orientir") is None


@pytest.mark.parametrize("address", [f"/favourites/{WITHDRAWN}", "/favourites/6-02", "/favourites/x", "/favourites/"])
def test_there_is_nothing_to_keep_where_there_is_no_product(stage: Stage, guest: StrictClient, address: str) -> None:
    before = rows(stage.app)
    assert guest.send(address, {}).status == 404
    assert rows(stage.app) == before
    assert guest.get_cookie("orientir") is None


def test_a_number_in_another_spelling_makes_no_second_favourite(guest: StrictClient) -> None:
    keep(guest, CANE)
    assert keep(guest, f"0{CANE}").status in {200, 404}
    assert kept(guest) == [CANE]


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "options"])
def test_looking_changes_nothing(stage: Stage, guest: StrictClient, method: str) -> None:
    keep(guest, CANE)
    before = rows(stage.app)
    for address in (f"/favourites/{CANE}", f"/favourites/{CANE}/removal", "/favourites", ADDRESS):
        assert getattr(guest, method)(address, headers=OUR_PAGE).status_code in {200, 405}
    assert rows(stage.app) == before


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "none"},
        {"Referer": "http://localhost.evil.example/"},
    ],
)
def test_a_form_of_another_site_is_refused(stage: Stage, guest: StrictClient, headers: dict[str, str]) -> None:
    keep(guest, CANE)
    before = rows(stage.app)
    for address in (f"/favourites/{CANE}/removal", "/favourites/6-02-02.0002"):
        assert guest.post(address, headers=headers).status_code == 400
    assert rows(stage.app) == before


def test_in_english(guest: StrictClient) -> None:
    page = guest.send(f"/en/favourites/{CANE}", {})
    assert (page.language, page.address) == ("en", f"/en/products/{CANE}#product")
    assert not set("абвгде") & set(states(page)[0].lower())
    assert guest.page("/en/favourites").status == 200


def test_nobody_else_sees_it(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    other = visitor(stage.app)
    assert states(other.page(ADDRESS)) == []
    assert kept(other) == []


def test_a_visitor_who_looks_around_is_no_guest(stage: Stage, guest: StrictClient) -> None:
    for address in (ADDRESS, "/favourites", "/favourites?changed=6-02-02.0001", "/catalogue"):
        assert guest.page(address).status == 200
    assert guest.get_cookie("orientir") is None
