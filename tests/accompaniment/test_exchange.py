"""The copies of the register are brought up to date by looking: asked once a day, kept when it fails."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from tests.support.accompanying import PlayedAccompaniment, copy_of, organisation, played_at, record
from tests.support.registers import Stage
from tests.support.signing_in import number_of, sign_in
from tests.support.staged import site, stage
from webapp.accompaniment import actions, exchange
from webapp.accompaniment.models import AccompanimentCopy, OrganisationsCopy
from webapp.accompaniment.queries import Copy, Listed
from webapp.consents import actions as consents
from webapp.consents.rules import Purpose
from webapp.core.access_log import AccessEntry
from webapp.core.actor import Actor
from webapp.core.database import db
from webapp.core.database import record as short_transaction
from webapp.core.errors import NotFound
from webapp.gateways.accompaniment.port import Failure, Participant, State
from webapp.gateways.identity.port import Identified
from webapp.ipra.standing import Age, Trouble, age

__all__ = ("site", "stage")
FAILURES = {
    Failure.UNAVAILABLE: Trouble.UNAVAILABLE,
    Failure.REFUSED: Trouble.REFUSED,
    Failure.CONTRADICTORY: Trouble.CONTRADICTORY,
}
REGION = "52"


@pytest.fixture
def register(stage: Stage) -> PlayedAccompaniment:
    return played_at(stage)


@pytest.fixture
def person(stage: Stage, register: PlayedAccompaniment) -> Identified:
    """Somebody who has signed in and consented."""
    found = stage.somebody()
    register.tell(found, record())
    sign_in(stage.app, found)
    return found


@contextmanager
def visiting(stage: Stage, person: Identified) -> Iterator[Actor]:
    actor = Actor(number_of(stage.app, person))
    with stage.app.test_request_context("/"):
        yield actor


def look(stage: Stage, person: Identified) -> Copy:
    with visiting(stage, person) as actor:
        return exchange.look(actor)


def region(stage: Stage, code: str = REGION) -> Listed:
    with stage.app.test_request_context("/"):
        return exchange.organisations(code)


def acts(stage: Stage, person: Identified) -> list[str]:
    number = number_of(stage.app, person)
    with stage.app.app_context():
        own = sa.select(AccessEntry.act).where(AccessEntry.person_id == number).order_by(AccessEntry.id)
        return [act for act in db.session.scalars(own) if act.startswith("accompaniment")]


def test_the_first_look_asks_about_this_very_person(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    assert register.asked == []
    found = look(stage, person)
    assert register.asked == [person.snils]
    assert found.told is not None and found.told.records == (record(),)
    assert found.standing.received_at == stage.clock.now()
    assert acts(stage, person) == ["accompaniment_register.asked", "accompaniment_register.received"]


def test_a_copy_is_asked_for_again_after_a_day(stage: Stage, register: PlayedAccompaniment, person: Identified) -> None:
    look(stage, person)
    stage.clock.pass_time(hours=23.9)
    look(stage, person)
    assert len(register.asked) == 1
    stage.clock.pass_time(hours=0.1)
    register.tell(person, record(state=State.STOPPED))
    found = look(stage, person)
    assert found.told is not None and found.told.records[0].state is State.STOPPED
    assert (len(register.asked), found.standing.received_at) == (2, stage.clock.now())


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_keeps_the_old_copy_and_its_day(
    stage: Stage, register: PlayedAccompaniment, person: Identified, failure: Failure
) -> None:
    before = look(stage, person)
    stage.clock.pass_time(hours=30)
    register.fails = failure
    after = look(stage, person)
    assert after.told == before.told is not None
    assert (after.standing.received_at, after.standing.failure) == (before.standing.received_at, FAILURES[failure])
    assert age(after.standing, stage.clock.now(), timedelta(hours=24)) is Age.STALE
    asked = len(register.asked)
    stage.clock.pass_time(seconds=29)
    look(stage, person)
    assert len(register.asked) == asked  # one that has just failed is left alone
    stage.clock.pass_time(seconds=1)
    register.fails = None
    found = look(stage, person)
    assert (found.standing.failure, found.standing.failed_at) == (None, None)
    assert found.standing.received_at == stage.clock.now()


@pytest.mark.parametrize("failure", FAILURES)
def test_without_a_copy_a_failure_is_said(
    stage: Stage, register: PlayedAccompaniment, person: Identified, failure: Failure
) -> None:
    register.fails = failure
    found = look(stage, person)
    assert (found.told, found.standing.failure, found.standing.received_at) == (None, FAILURES[failure], None)
    assert acts(stage, person) == ["accompaniment_register.asked"]


def test_a_question_that_never_left_has_not_failed(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    register.fails = Failure.BUSY
    assert look(stage, person).standing.failure is None
    register.fails = None
    assert look(stage, person).told is not None


def test_of_whom_the_register_knows_nothing(stage: Stage, register: PlayedAccompaniment) -> None:
    somebody = stage.somebody()
    sign_in(stage.app, somebody)
    found = look(stage, somebody)
    assert found.told is not None and found.told.records == ()


def test_without_the_consent_nothing_is_asked_and_nothing_kept(stage: Stage, register: PlayedAccompaniment) -> None:
    somebody = stage.somebody()
    sign_in(stage.app, somebody, consents=False)
    assert look(stage, somebody).told is None
    assert (register.asked, copy_of(stage, somebody), acts(stage, somebody)) == ([], None, [])


def withdraw(stage: Stage, person: Identified) -> None:
    with visiting(stage, person) as actor, short_transaction() as database:
        consents.withdraw(database, actor, Purpose.PROGRAMME)


def test_with_the_consent_goes_the_copy(stage: Stage, register: PlayedAccompaniment, person: Identified) -> None:
    look(stage, person)
    assert copy_of(stage, person) is not None
    withdraw(stage, person)
    assert copy_of(stage, person) is None


def test_what_comes_after_the_withdrawal_is_not_kept(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    def meanwhile() -> None:
        with ThreadPoolExecutor(1) as another:
            another.submit(withdraw, stage, person).result(timeout=10)

    register.meanwhile = meanwhile
    assert look(stage, person).told is None
    assert copy_of(stage, person) is None
    assert acts(stage, person) == ["accompaniment_register.asked"]


def test_nothing_is_held_open_meanwhile_and_a_second_tab_does_not_ask(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    held: list[int] = []

    def meanwhile() -> None:
        register.meanwhile = lambda: None
        held.append(db.engine.pool.checkedout())  # type: ignore[attr-defined]
        with ThreadPoolExecutor(1) as tab:
            held.append(tab.submit(lambda: look(stage, person).told is None).result(timeout=10))

    register.meanwhile = meanwhile
    assert look(stage, person).told is not None
    assert (held, len(register.asked)) == ([0, True], 1)


def test_a_question_whose_asker_died_is_asked_by_another(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    with visiting(stage, person) as actor, short_transaction() as database:
        actions.row_of(database, actor).asked_at = stage.clock.now()
    assert look(stage, person).told is None
    stage.clock.pass_time(seconds=30)
    assert look(stage, person).told is not None


def test_an_answer_that_other_code_has_kept_is_asked_for_anew(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    look(stage, person)
    with visiting(stage, person) as actor, short_transaction() as database:
        actions.row_of(database, actor).told = {"participants": []}
    assert look(stage, person).told is not None
    assert len(register.asked) == 2


def test_of_somebody_known_by_a_typed_number_the_name_must_agree(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    """ЕСИА's word needs no second look; a number that a representative typed may be somebody else's."""
    register.tell(replace(person, last_name="Чужая"), record())
    assert look(stage, person).told is not None
    stage.clock.pass_time(hours=24)
    with visiting(stage, person), short_transaction() as database:
        number = number_of(stage.app, person)
        database.execute(sa.text("UPDATE person SET oid = NULL WHERE id = :number"), {"number": number})
    with stage.app.test_request_context("/"):
        found = exchange.look(Actor(number))
    assert found.standing.failure is Trouble.CONTRADICTORY


def test_what_is_kept_of_a_person_cannot_be_read_from_the_table(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    look(stage, person)
    with stage.app.app_context(), db.engine.connect() as connection:
        kept = " ".join(map(str, connection.execute(sa.text("SELECT * FROM accompaniment_copy")).all()))
    assert not [word for word in (str(person.snils), person.last_name, "given", "Фонда") if word in kept]


def test_organisations_are_asked_for_once_a_day_for_everybody(stage: Stage, register: PlayedAccompaniment) -> None:
    register.regions[REGION] = (organisation(), organisation("52-3", is_state=False))
    assert region(stage).organisations == register.regions[REGION]
    assert region(stage).organisations == register.regions[REGION]
    assert register.asked == [REGION]
    stage.clock.pass_time(hours=24)
    register.fails = Failure.UNAVAILABLE
    found = region(stage)
    assert (found.organisations, found.standing.failure) == (register.regions[REGION], Trouble.UNAVAILABLE)
    assert found.standing.received_at is not None


def test_a_region_without_organisations_is_an_answer(stage: Stage, register: PlayedAccompaniment) -> None:
    assert region(stage, "87").organisations == ()
    assert region(stage, "87").organisations == ()
    assert register.asked == ["87"]


@pytest.mark.parametrize("code", ["", "00", "999", "../77", "пять"])
def test_nobody_asks_about_a_region_that_there_is_not(stage: Stage, register: PlayedAccompaniment, code: str) -> None:
    with pytest.raises(NotFound):
        region(stage, code)
    assert register.asked == []
    with stage.app.app_context():
        assert db.session.get(OrganisationsCopy, code) is None


def test_two_rows_that_are_one_person_leave_the_fresher_copy(
    stage: Stage, register: PlayedAccompaniment, person: Identified
) -> None:
    other = stage.somebody()
    sign_in(stage.app, other)
    register.tell(other, record(Participant.MSE))
    look(stage, person)
    stage.clock.pass_time(hours=1)
    look(stage, other)
    gone, stays = number_of(stage.app, other), number_of(stage.app, person)
    with stage.app.app_context(), short_transaction() as database:
        actions.join(database, gone, stays)
    with stage.app.app_context():
        (left,) = db.session.scalars(
            sa.select(AccompanimentCopy).where(AccompanimentCopy.person_id.in_((gone, stays)))
        ).all()
        assert (left.person_id, left.received_at) == (stays, stage.clock.now())
    withdraw(stage, person)
    look(stage, other)
    with stage.app.app_context(), short_transaction() as database:
        actions.join(database, gone, stays)
    assert (copy_of(stage, person), copy_of(stage, other)) == (None, None)
