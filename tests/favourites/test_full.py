"""A list that is full says so and loses nothing."""

import pytest

from tests.favourites.keeping import CANE, STIFF, TONOMETER, keep, kept, remove, rows
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.favourites import actions

MOST = 3
NUMBERS = ("6-01-01.0001", "6-01-02.0001", CANE)


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch, stage: Stage, guest: StrictClient) -> StrictClient:
    """A guest whose list is full, in a house where lists are short."""
    monkeypatch.setattr(actions, "MOST", MOST)
    for number in NUMBERS:
        keep(guest, number)
        stage.clock.pass_time(seconds=1)
    return guest


def test_a_full_list_takes_no_more_and_loses_nothing(stage: Stage, full: StrictClient) -> None:
    before = rows(stage.app)
    page = keep(full, TONOMETER)
    assert page.status == 422
    assert page.title == "Ошибка: Избранное заполнено — Ориентир"
    assert str(MOST) in page.main
    assert page.follow_to("/favourites").h1 == "Избранное: 3 изделия"
    assert rows(stage.app) == before


def test_a_full_list_can_be_told_in_english(full: StrictClient) -> None:
    answer = full.post(f"/en/favourites/{TONOMETER}", headers=OUR_PAGE)
    assert answer.status_code == 422


def test_what_is_there_already_can_be_kept_again(full: StrictClient) -> None:
    assert keep(full, CANE).status == 200
    assert len(kept(full)) == MOST


def test_after_a_removal_there_is_room(full: StrictClient) -> None:
    remove(full, CANE)
    assert keep(full, TONOMETER).status == 200
    assert set(kept(full)) == {*NUMBERS[:2], TONOMETER}


def test_a_removal_that_is_taken_back_does_not_make_a_full_list_fuller(full: StrictClient) -> None:
    remove(full, CANE)
    keep(full, TONOMETER)
    page = keep(full, CANE)
    assert page.status == 422
    assert len(kept(full)) == MOST


def test_a_removal_of_a_moment_ago_can_be_taken_back_in_a_full_list(full: StrictClient) -> None:
    remove(full, CANE, "list")
    assert keep(full, CANE, "list").status == 200
    assert len(kept(full)) == MOST


def test_the_limit_is_each_ones_own(stage: Stage, full: StrictClient) -> None:
    client = sign_in(stage.app, stage.somebody())
    assert keep(client, STIFF).status == 200


def test_of_a_full_list_as_many_are_handed_over_as_there_is_room_for(stage: Stage, full: StrictClient) -> None:
    person = stage.somebody()
    own = sign_in(stage.app, person)
    keep(own, STIFF)
    sign_in(stage.app, person, full)
    assert len(kept(full)) == MOST and STIFF in kept(full)
    assert set(kept(full)) < {*NUMBERS, STIFF}
    assert keep(full, TONOMETER).status == 422
