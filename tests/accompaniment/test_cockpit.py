"""What is said of each participant and what may be asked now: every combination of state and right."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from tests.support.accompanying import office, record
from tests.support.registers import TODAY, programme
from webapp.accompaniment.cockpit import Line, Said, cockpit
from webapp.accompaniment.rules import (
    Eligibility,
    Ground,
    Participant,
    Request,
    eligibility,
    pairs,
)
from webapp.gateways.accompaniment.port import Because, Record, State
from webapp.gateways.programmes.port import LifeActivity, Limitation

ORIENTATION_3 = Limitation(LifeActivity.ORIENTATION, 3)
HERS = programme(limitations=(ORIENTATION_3,), needs_tsr=True)
MSE, FUND, AUTHORITY, ORGANISATION = Participant
STOP, RESUME = Request.STOP, Request.RESUME
OUT_OF_FORCE = [ground for ground in Ground if ground not in {Ground.ENTITLED, Ground.CONCLUSION_UNKNOWN}]
WAYS: list[tuple[State, Because | None]] = [
    (State.GIVEN, None),
    (State.STOPPED, None),
    (State.ENDED, Because.PROGRAMME_ENDED),
    (State.ENDED, Because.DECISION_CHANGED),
    (State.NOT_GIVEN, None),
    (State.NO_DATA, None),
]
"""Every state, with each reason of its own."""
WITH_RIGHT = {
    (State.GIVEN, None): Said.GIVEN,
    (State.STOPPED, None): Said.STOPPED,
    (State.ENDED, Because.PROGRAMME_ENDED): Said.PROGRAMME_ENDED,
    (State.ENDED, Because.DECISION_CHANGED): Said.DECISION_CHANGED,
    (State.NO_DATA, None): Said.NO_DATA,
}
NOT_GIVEN = {
    MSE: Said.BEGINS_ITSELF,
    FUND: Said.BEGINS_ITSELF,
    AUTHORITY: Said.WORKS_WITH_OTHERS,
    ORGANISATION: Said.MAY_BE_ASKED,
}
WITHOUT_RIGHT = WITH_RIGHT | {
    (State.GIVEN, None): Said.GIVEN_WITHOUT_RIGHT,
    (State.STOPPED, None): Said.STOPPED_WITHOUT_RIGHT,
    (State.NOT_GIVEN, None): Said.NO_RIGHT,
}


def one(participant: Participant, ground: Ground, *records: Record) -> tuple[Line, ...]:
    return cockpit([Eligibility(participant, ground, programme=HERS)], records)


def line(participant: Participant, ground: Ground, state: State, because: Because | None) -> Line:
    (found,) = one(participant, ground, record(participant, state, because=because))
    return found


@pytest.mark.parametrize("participant", list(Participant))
@pytest.mark.parametrize(("state", "because"), WAYS)
def test_with_the_right(participant: Participant, state: State, because: Because | None) -> None:
    found = line(participant, Ground.ENTITLED, state, because)
    assert found.said is (WITH_RIGHT | {(State.NOT_GIVEN, None): NOT_GIVEN[participant]})[(state, because)]
    possible = {State.GIVEN: (STOP,), State.STOPPED: (RESUME,)}.get(state, ())
    assert found.may == (() if participant is AUTHORITY else possible)


@pytest.mark.parametrize("participant", list(Participant))
@pytest.mark.parametrize("ground", OUT_OF_FORCE)
@pytest.mark.parametrize(("state", "because"), WAYS)
def test_without_the_right(participant: Participant, ground: Ground, state: State, because: Because | None) -> None:
    """What is given may always be stopped; nothing is resumed, and nothing is begun."""
    found = line(participant, ground, state, because)
    assert found.said is WITHOUT_RIGHT[(state, because)]
    assert found.may == ((STOP,) if state is State.GIVEN and participant is not AUTHORITY else ())


def test_a_conclusion_that_is_not_told_does_not_keep_from_resuming() -> None:
    found = line(FUND, Ground.CONCLUSION_UNKNOWN, State.STOPPED, None)
    assert (found.said, found.may) == (Said.STOPPED, (RESUME,))
    assert line(FUND, Ground.CONCLUSION_UNKNOWN, State.NOT_GIVEN, None).said is Said.NO_RIGHT


@pytest.mark.parametrize("participant", list(Participant))
def test_whom_the_register_does_not_name_there_are_no_data_about(participant: Participant) -> None:
    found = one(participant, Ground.ENTITLED)
    assert [(each.participant, each.said, each.may, each.office) for each in found] == [
        (participant, Said.NO_DATA, (), None)
    ]


def test_the_organisation_that_helps_comes_first() -> None:
    states = [State.ENDED, State.STOPPED, State.GIVEN]
    records = [record(ORGANISATION, state, f"52-{state}") for state in states]
    found = one(ORGANISATION, Ground.ENTITLED, *records)
    assert [each.record.state for each in found] == [State.GIVEN, State.STOPPED, State.ENDED]


def whole(*records: Record, **chosen: Any) -> tuple[Line, ...]:
    return cockpit(eligibility([replace(HERS, **chosen)], TODAY), records)


def test_each_is_offered_what_its_own_state_allows() -> None:
    found = whole(
        record(MSE, State.GIVEN),
        record(FUND, State.STOPPED),
        record(AUTHORITY, State.GIVEN),
        record(ORGANISATION, State.STOPPED, "52-1"),
        record(ORGANISATION, State.GIVEN, "52-2"),
    )
    offered = [(request, each.office.code) for each in found if each.office is not None for request in each.may]
    assert offered == [(STOP, "52-mse"), (RESUME, "52-fund"), (STOP, "52-2"), (RESUME, "52-1")]


@pytest.mark.parametrize("by_organisation", list(State))
def test_nothing_but_the_seven_pairs_is_ever_offered(by_organisation: State) -> None:
    for of_others in product(State, repeat=3):
        states = (*of_others, by_organisation)
        records = [
            record(each, state, "52-1", because=Because.PROGRAMME_ENDED if state is State.ENDED else None)
            for each, state in zip(Participant, states, strict=True)
        ]
        found = whole(*records)
        assert {(request, each.participant) for each in found for request in each.may} <= set(pairs())
        for each, state in zip(found, states, strict=True):
            assert each.record.state is state
            assert set(each.may) <= {STOP if state is State.GIVEN else RESUME}
            assert not each.may or state in {State.GIVEN, State.STOPPED}


@pytest.mark.parametrize("ends", [None, date(2027, 5, 1)])
def test_it_may_be_resumed_as_long_as_the_programme_lasts(ends: date | None) -> None:
    found = whole(record(MSE, State.STOPPED), ends=ends)
    assert (found[0].said, found[0].may_resume_until) == (Said.STOPPED, ends)


def test_without_a_programme_nothing_may_be_begun_or_resumed() -> None:
    found = cockpit(eligibility([], TODAY), [record(each, State.STOPPED) for each in Participant])
    assert {each.said for each in found} == {Said.STOPPED_WITHOUT_RIGHT}
    assert [each.may for each in found] == [()] * 4
    assert found[0].may_resume_until is None


def test_how_to_reach_an_institution_is_kept() -> None:
    found = whole(record(FUND, office=office("52-fund", name="Отделение (демо)")))
    assert found[1].office is not None and found[1].office.name == "Отделение (демо)"
