"""At sign-in what a guest kept becomes the person's; nothing of the person's is lost or doubled by it."""

import pytest

from tests.favourites.keeping import CANE, OTHER_CANE, STIFF, TONOMETER, guest_of, keep, kept, remove, rows, rows_of
from tests.support.registers import Stage
from tests.support.signing_in import begun, come_back, sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.gateways.identity.port import Identified, Refusal


@pytest.fixture
def person(stage: Stage) -> Identified:
    return stage.somebody()


def person_keeps(stage: Stage, person: Identified, *numbers: str) -> StrictClient:
    """The person signs in elsewhere and keeps these."""
    client = sign_in(stage.app, person)
    for number in numbers:
        keep(client, number)
        stage.clock.pass_time(seconds=1)
    return client


def test_what_a_guest_kept_becomes_the_persons(stage: Stage, guest: StrictClient, person: Identified) -> None:
    for number in (CANE, TONOMETER):
        keep(guest, number)
        stage.clock.pass_time(seconds=1)
    name = guest_of(stage.app, CANE)
    sign_in(stage.app, person, guest)
    assert kept(guest) == [TONOMETER, CANE]
    assert rows_of(stage.app, person.oid) == {CANE: False, TONOMETER: False}
    assert not [row for row in rows(stage.app) if row["guest"] == name]
    assert kept(sign_in(stage.app, person)) == [TONOMETER, CANE]


def test_what_the_person_keeps_already_is_not_doubled(stage: Stage, guest: StrictClient, person: Identified) -> None:
    person_keeps(stage, person, CANE, STIFF)
    own = [row for row in rows(stage.app) if row["product_number"] == CANE and row["person_id"]][-1]
    keep(guest, CANE)
    keep(guest, TONOMETER)
    sign_in(stage.app, person, guest)
    assert kept(guest) == [TONOMETER, STIFF, CANE]
    assert own in rows(stage.app)
    assert len(rows_of(stage.app, person.oid)) == 3


def test_what_the_guest_removed_does_not_remove_the_persons(
    stage: Stage, guest: StrictClient, person: Identified
) -> None:
    person_keeps(stage, person, CANE)
    keep(guest, CANE)
    remove(guest, CANE)
    sign_in(stage.app, person, guest)
    assert kept(guest) == [CANE]


def test_what_the_guest_removed_does_not_come_back(stage: Stage, guest: StrictClient, person: Identified) -> None:
    keep(guest, CANE)
    remove(guest, CANE)
    keep(guest, TONOMETER)
    sign_in(stage.app, person, guest)
    assert rows_of(stage.app, person.oid) == {TONOMETER: False}


def test_what_the_person_removed_lately_and_the_guest_keeps_is_kept(
    stage: Stage, guest: StrictClient, person: Identified
) -> None:
    remove(person_keeps(stage, person, CANE), CANE)
    keep(guest, CANE)
    sign_in(stage.app, person, guest)
    assert kept(guest) == [CANE]
    assert rows_of(stage.app, person.oid) == {CANE: False}


def test_what_the_person_removed_lately_can_still_be_put_back(
    stage: Stage, guest: StrictClient, person: Identified
) -> None:
    remove(person_keeps(stage, person, CANE), CANE)
    keep(guest, TONOMETER)
    sign_in(stage.app, person, guest)
    keep(guest, CANE)
    assert kept(guest) == [TONOMETER, CANE]


def test_another_guests_and_another_persons_are_untouched(
    stage: Stage, guest: StrictClient, person: Identified
) -> None:
    other, somebody = visitor(stage.app), stage.somebody()
    keep(other, CANE)
    person_keeps(stage, somebody, CANE, STIFF)
    keep(guest, CANE)
    sign_in(stage.app, person, guest)
    remove(guest, CANE)
    assert kept(other) == [CANE]
    assert rows_of(stage.app, somebody.oid) == {CANE: False, STIFF: False}


def test_a_guest_who_kept_nothing_brings_nothing(stage: Stage, guest: StrictClient, person: Identified) -> None:
    person_keeps(stage, person, CANE)
    sign_in(stage.app, person, guest)
    assert kept(guest) == [CANE]


def test_a_person_who_gives_way_to_another_hands_over_nothing(stage: Stage, person: Identified) -> None:
    client = person_keeps(stage, person, CANE)
    second = stage.somebody()
    identity = stage.app.extensions["identity"]
    come_back(client, state=begun(client), code=identity.code_for(second))
    assert kept(client) == []
    assert rows_of(stage.app, person.oid) == {CANE: False}


def test_signing_out_leaves_the_list_to_the_person_alone(stage: Stage, guest: StrictClient, person: Identified) -> None:
    keep(guest, CANE)
    sign_in(stage.app, person, guest)
    assert guest.page("/sign-out").submit(button="Выйти").status == 200
    assert kept(guest) == []
    keep(guest, TONOMETER)
    assert kept(guest) == [TONOMETER]
    assert rows_of(stage.app, person.oid) == {CANE: False}


def test_a_sign_in_that_fails_leaves_the_guests_list_to_the_guest(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    before = rows(stage.app)
    identity = stage.app.extensions["identity"]
    page = come_back(guest, state=begun(guest), code=identity.code_for(Refusal.DENIED))
    assert page.status < 500
    assert rows(stage.app) == before
    assert kept(guest) == [CANE]


def test_two_devices_of_one_person_have_one_list(stage: Stage, person: Identified) -> None:
    first, second = visitor(stage.app), visitor(stage.app)
    keep(first, CANE)
    keep(second, OTHER_CANE)
    keep(second, CANE)
    sign_in(stage.app, person, first)
    sign_in(stage.app, person, second)
    assert set(kept(first)) == set(kept(second)) == {CANE, OTHER_CANE}
    remove(first, CANE)
    assert kept(second) == [OTHER_CANE]
