"""Clean-up forgets what guests kept whose sessions are over, and removals that can no longer be undone."""

from datetime import timedelta

from tests.favourites.keeping import CANE, STIFF, TONOMETER, guest_of, keep, kept, remove, rows, rows_of
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient
from webapp.core.database import record
from webapp.favourites.actions import remove_expired
from webapp.favourites.queries import UNDO_FOR

GUESTS = timedelta(hours=24)


def clean_up(stage: Stage) -> int:
    with stage.app.app_context(), record() as database:
        return remove_expired(database, GUESTS)


def of_guest(stage: Stage, name: str) -> set[str]:
    return {row["product_number"] for row in rows(stage.app) if row["guest"] == name}


def test_what_a_guest_kept_goes_after_the_longest_session(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    name = guest_of(stage.app, CANE)
    stage.clock.pass_time(hours=24)
    clean_up(stage)
    assert of_guest(stage, name) == {CANE}
    stage.clock.pass_time(seconds=1)
    assert clean_up(stage) >= 1
    assert of_guest(stage, name) == set()
    assert clean_up(stage) == 0


def test_what_a_person_keeps_stays(stage: Stage) -> None:
    person = stage.somebody()
    keep(sign_in(stage.app, person), CANE)
    stage.clock.pass_time(days=4000)
    clean_up(stage)
    assert kept(sign_in(stage.app, person)) == [CANE]


def test_a_removal_goes_when_it_can_no_longer_be_undone(stage: Stage) -> None:
    person = stage.somebody()
    client = sign_in(stage.app, person)
    keep(client, CANE)
    keep(client, STIFF)
    remove(client, CANE)
    stage.clock.pass_time(seconds=UNDO_FOR.total_seconds())
    clean_up(stage)
    assert rows_of(stage.app, person.oid) == {CANE: True, STIFF: False}
    stage.clock.pass_time(seconds=1)
    clean_up(stage)
    assert rows_of(stage.app, person.oid) == {STIFF: False}


def test_a_list_of_a_guest_who_is_here_is_not_cut(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    for _ in range(12):
        stage.clock.pass_time(hours=1.9)
        assert kept(guest)[-1] == CANE
    keep(guest, TONOMETER)
    clean_up(stage)
    assert kept(guest) == [TONOMETER, CANE]


def test_a_removal_that_is_too_old_to_be_undone_is_not_told_any_more(stage: Stage) -> None:
    person = stage.somebody()
    client = sign_in(stage.app, person)
    keep(client, CANE)
    remove(client, CANE)
    stage.clock.pass_time(days=7)
    page = sign_in(stage.app, person).page(f"/products/{CANE}")
    assert not page.title.startswith("Убрано")
