"""Favourites on both databases: the whole way, and many hands at once."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest

from tests.favourites.keeping import CANE, OTHER_CANE, STIFF, TONOMETER, keep, kept, remove, rows
from tests.support.databases import Databases
from tests.support.registers import Stage, line, programme, site_in
from tests.support.signing_in import begun, come_back, sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.favourites import actions

HANDS = 8
Found = TypeVar("Found")


@pytest.fixture
def stage(each_database: Databases, template: Path, tmp_path: Path) -> Iterator[Stage]:
    with site_in(template, tmp_path, database_url=each_database.loaded()) as app:
        yield Stage(app)


def tab_of(stage: Stage, client: StrictClient) -> StrictClient:
    """Another tab of the same browser."""
    cookie = client.get_cookie("orientir")
    assert cookie is not None
    tab = visitor(stage.app)
    tab.set_cookie("orientir", cookie.value)
    return tab


def at_once(tabs: list[StrictClient], deed: Callable[[StrictClient, int], Found]) -> list[Found]:
    """All tabs do it in the same moment."""
    start = Barrier(len(tabs))

    def one(place: int) -> Found:
        start.wait()
        return deed(tabs[place], place)

    with ThreadPoolExecutor(len(tabs)) as many:
        return list(many.map(one, range(len(tabs))))


def test_the_whole_way(stage: Stage) -> None:
    guest = visitor(stage.app)
    for number in (CANE, STIFF, TONOMETER):
        keep(guest, number)
        stage.clock.pass_time(seconds=1)
    remove(guest, STIFF)
    person = stage.somebody()
    stage.tell(person, programme(line()))
    sign_in(stage.app, person, guest)
    guest.page("/my")
    assert kept(guest) == [CANE, TONOMETER]
    page = remove(guest, CANE, "list")
    assert page.title.startswith("Убрано: ")
    assert keep(guest, CANE, "list").title.startswith("Возвращено: ")
    assert "Подходит к моей программе: да" in guest.page("/favourites").main


def test_many_hands_keep_the_same_product_of_a_person(stage: Stage) -> None:
    client = sign_in(stage.app, stage.somebody())
    tabs = [tab_of(stage, client) for _ in range(HANDS)]
    pages = at_once(tabs, lambda tab, _: keep(tab, CANE))
    assert {page.status for page in pages} == {200}
    assert all(page.title.startswith("В избранном") for page in pages)
    assert len(rows(stage.app)) == 1


def test_many_hands_keep_the_same_product_of_a_guest(stage: Stage) -> None:
    guest = visitor(stage.app)
    keep(guest, STIFF)
    pages = at_once([tab_of(stage, guest) for _ in range(HANDS)], lambda tab, _: keep(tab, CANE))
    assert {page.status for page in pages} == {200}
    assert len(rows(stage.app)) == 2


def test_many_guests_at_once_are_many(stage: Stage) -> None:
    guests = [visitor(stage.app) for _ in range(HANDS)]
    pages = at_once(guests, lambda guest, _: keep(guest, CANE))
    assert {page.status for page in pages} == {200}
    assert len({row["guest"] for row in rows(stage.app)}) == HANDS


def test_many_hands_do_not_fill_a_list_beyond_its_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST", 3)
    guest = visitor(stage.app)
    keep(guest, STIFF)
    tabs = [tab_of(stage, guest) for _ in range(HANDS)]
    pages = at_once(tabs, lambda tab, place: keep(tab, f"6-02-02.{place + 1:04}"))
    assert sorted(page.status for page in pages) == [200, 200, *[422] * (HANDS - 2)]
    assert len(rows(stage.app)) == 3


def test_keeping_and_removing_at_once_leaves_one_row(stage: Stage) -> None:
    client = sign_in(stage.app, stage.somebody())
    keep(client, CANE)
    tabs = [tab_of(stage, client) for _ in range(HANDS)]
    pages = at_once(tabs, lambda tab, place: (keep if place % 2 else remove)(tab, CANE))
    assert {page.status for page in pages} == {200}
    assert len(rows(stage.app)) == 1


def test_two_tabs_of_a_guest_that_sign_in_at_once_make_one_list(stage: Stage) -> None:
    guest, person = visitor(stage.app), stage.somebody()
    keep(guest, CANE)
    keep(guest, OTHER_CANE)
    tabs = [tab_of(stage, guest) for _ in range(2)]
    states = [begun(tab) for tab in tabs]
    identity = stage.app.extensions["identity"]
    codes = [identity.code_for(person) for _ in tabs]
    pages = at_once(tabs, lambda tab, place: come_back(tab, state=states[place], code=codes[place]))
    assert sorted(page.status for page in pages)[0] == 200
    assert max(page.status for page in pages) < 500
    assert {row["product_number"] for row in rows(stage.app) if row["person_id"]} == {CANE, OTHER_CANE}
    assert len(rows(stage.app)) == 2


def test_guests_of_two_devices_become_one_person_at_once(stage: Stage) -> None:
    guests, person = [visitor(stage.app) for _ in range(4)], stage.somebody()
    for guest in guests:
        keep(guest, CANE)
    at_once(guests, lambda guest, _: sign_in(stage.app, person, guest))
    assert [row["product_number"] for row in rows(stage.app) if row["person_id"]] == [CANE]
    assert len([row for row in rows(stage.app) if row["guest"]]) == 0
