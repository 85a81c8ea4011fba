"""Favourites in groups: by the programme where it is known, by kind where it is not; comparing from there."""

from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.favourites.keeping import CANE, OTHER_CANE, STIFF, TONOMETER, keep, name_of
from tests.support.html import elements
from tests.support.registers import Stage, line, programme
from tests.support.signing_in import consent, sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.favourites.rules import Change, Place, Sort, button_name, change_of_fit, grouped, joined_notes, place
from webapp.gateways.identity.port import Identified
from webapp.ipra.rules import Fit, Reason, Verdict

PLACES = st.builds(Place, st.sampled_from(Sort), st.sampled_from("абв"))
YES, NO, UNSURE = (Fit(verdict, Reason.SAME_ITEM, "трость") for verdict in Verdict)


@given(st.lists(st.tuples(PLACES, st.integers())))
def test_groups_hold_everything_once_and_in_order(things: list[tuple[Place, int]]) -> None:
    found = grouped(things)
    assert sorted(each for group in found for each in group.things) == sorted(each for _, each in things)
    assert len({group.place for group in found}) == len(found)
    sorts = [list(Sort).index(group.place.sort) for group in found]
    assert sorts == sorted(sorts)
    for group in found:
        assert list(group.things) == [each for where, each in things if where == group.place]


def test_places() -> None:
    assert place(YES, "6-02", knows_programme=True) == Place(Sort.OF_ITEM, "трость")
    assert place(UNSURE, "6-02", knows_programme=True) == Place(Sort.UNSURE)
    assert place(NO, "6-02", knows_programme=True) == Place(Sort.OTHER)
    assert place(UNSURE, "6-02", knows_programme=False) == Place(Sort.OF_KIND, "6-02")
    assert place(None, None, knows_programme=True) == Place(Sort.WITHDRAWN)


def test_only_what_was_known_to_fit_can_fit_no_longer() -> None:
    assert change_of_fit("yes", NO) is Change.NO_LONGER
    assert change_of_fit("yes", UNSURE) is Change.NOT_SURE
    assert {change_of_fit(before, now) for before in ("no", "unsure", None) for now in (YES, NO, None)} == {Change.NONE}
    assert change_of_fit("yes", YES) is change_of_fit("yes", None) is Change.NONE


@pytest.mark.parametrize(
    ("reason", "change"),
    [(Reason.NO_ANSWER, Change.NONE), (Reason.NO_CONSENT, Change.NONE), (Reason.NO_PROGRAMME, Change.NOT_SURE)],
)
def test_what_nobody_answers_has_not_changed(reason: Reason, change: Change) -> None:
    assert change_of_fit("yes", Fit(Verdict.UNSURE, reason)) is change


@given(st.text(), st.text())
def test_no_note_is_lost(first: str, second: str) -> None:
    joined = joined_notes(first, second) or ""
    assert first in joined and second in joined


@given(st.text())
def test_buttons_are_short(name: str) -> None:
    assert len("Убрать из избранного: " + button_name(name)) <= 80


def test_guests_hear_kinds(guest: StrictClient) -> None:
    for number in (CANE, TONOMETER, OTHER_CANE):
        keep(guest, number)
    page = guest.page("/favourites")
    assert page.headings(2)[0].endswith(": 2 изделия") and page.headings(2)[1].endswith(": 1 изделие")
    assert len(page.headings(3)) == 3


def test_whose_programme_is_known_hears_its_items(stage: Stage) -> None:
    client = stage.entitled(programme(line()))
    client.page("/my")
    for number in (STIFF, TONOMETER, CANE):
        keep(client, number)
    first, second, third = client.page("/favourites").headings(2)[:3]
    assert first.startswith("Для средства «") and first.endswith("»: 1 изделие")
    assert (second, third) == ("Не уверены, что из программы: 1 изделие", "Не из программы: 1 изделие")


def kept_by_the_person(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    client.page("/my")
    keep(client, CANE)


def kept_by_a_guest(stage: Stage, person: Identified) -> None:
    guest = visitor(stage.app)
    keep(guest, CANE)
    sign_in(stage.app, person, guest).page("/my")


def kept_by_a_guest_who_was_here(stage: Stage, person: Identified) -> None:
    sign_in(stage.app, person).page("/my")
    guest = visitor(stage.app)
    keep(guest, CANE)
    sign_in(stage.app, person, guest)


def kept_before_the_consent(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person, consents=False)
    keep(client, CANE)
    consent(client)
    client.page("/my")


WAYS = [kept_by_the_person, kept_by_a_guest, kept_by_a_guest_who_was_here, kept_before_the_consent]


@pytest.mark.parametrize("keeping", WAYS)
def test_what_fits_no_longer_is_said(stage: Stage, keeping: Callable[[Stage, Identified], None]) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line()))
    keeping(stage, person)
    assert "подходило" not in sign_in(stage.app, person).page("/favourites").main
    stage.clock.pass_time(hours=25)
    stage.tell(person, programme(line("Тонометр с речевым выходом")))
    client = sign_in(stage.app, person)
    client.page("/my")
    assert "Больше не подходит" in client.page("/favourites").main


def test_two_of_a_kind_can_be_compared_from_the_list(guest: StrictClient) -> None:
    for number in (CANE, TONOMETER):
        keep(guest, number)
    assert "Сравнить" not in guest.page("/favourites").main
    keep(guest, OTHER_CANE)
    page = guest.page("/favourites")
    legend = elements(page.tree, "legend")[0]
    assert "id" not in legend.attrib, "the form is not called by the same words as the group in it"
    page = page.submit(button=page.button("Сравнить выбранные: "))
    assert page.h1.startswith("Сравнение: ") and page.address.startswith(f"/compare?p={CANE}&p={OTHER_CANE}")


def test_from_a_comparison_one_is_kept_and_given_back(site: Flask, guest: StrictClient) -> None:
    page = guest.page(f"/compare?p={CANE}&p={OTHER_CANE}")
    page = page.submit(button=f"Добавить в избранное: {name_of(site, CANE)}")
    assert page.address == f"/compare?p={CANE}&p={OTHER_CANE}&changed={CANE}#changed"
    assert page.title.startswith("В избранном: ") and "Сравнение: " in page.title
    page = page.submit(button=page.button("Убрать из избранного: "))
    assert page.title.startswith("Убрано из избранного: ")
