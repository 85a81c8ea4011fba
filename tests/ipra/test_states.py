"""The state of an item for every source of money, event and circumstance. The table is the whole truth about it."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from tests.support.registers import TODAY, days, event, line, programme
from webapp.gateways.programmes.port import Event, Execution, Source
from webapp.ipra.rules import PERSON_ACTS, Force, Judged, State, judge

REPLACE_DAYS = 60
OPEN = {
    Source.FEDERAL: State.CAN_APPLY,
    Source.MOSCOW: State.CAN_APPLY,
    Source.REGIONAL: State.REGIONAL,
    Source.OWN: State.OWN_MONEY,
}
"""Nothing is recorded: what may be done is told by the source of money."""
RECORDED: Mapping[str, tuple[Execution, State | None, date | None]] = {
    "applied": (event(Event.APPLIED), State.APPLIED, days(-10)),
    "clarification": (event(Event.CLARIFICATION), State.CLARIFYING, days(-10)),
    "purchase": (event(Event.PURCHASE), State.PURCHASE, days(-10)),
    "referral": (event(Event.REFERRAL), State.REFERRAL, days(-10)),
    "certificate": (event(Event.CERTIFICATE, until=100), State.CERTIFICATE, days(100)),
    "certificate without a last day": (event(Event.CERTIFICATE), State.NO_DATA, None),
    "certificate that was not used in time": (event(Event.CERTIFICATE, until=-1), State.CERTIFICATE_ENDED, days(-1)),
    "referral that was not used in time": (event(Event.REFERRAL, until=-1), State.REFERRAL_ENDED, days(-1)),
    "received, long to go": (event(Event.RECEIVED, until=500), State.IN_USE, days(500)),
    "received, soon to be replaced": (event(Event.RECEIVED, until=30), State.CAN_REPLACE, days(-30)),
    "received, its term is over": (event(Event.RECEIVED, until=-5), State.CAN_REPLACE, days(-65)),
    "received without a term": (event(Event.RECEIVED), State.IN_USE, None),
    "a day that has not come": (event(Event.APPLIED, on=1), State.NO_DATA, None),
    "a certificate of tomorrow": (event(Event.CERTIFICATE, on=1, until=100), State.NO_DATA, None),
    "received tomorrow": (event(Event.RECEIVED, on=1, until=500), State.NO_DATA, None),
}
"""Event → state and day in a programme in force; no state: the item is as if nothing were recorded."""
EVENTS = {name: each[0] for name, each in RECORDED.items()}
LAPSED = {State.CERTIFICATE_ENDED, State.REFERRAL_ENDED}
PROVED = [name for name, each in RECORDED.items() if each[1] not in {None, State.NO_DATA, *LAPSED}]


def judged(source: Source, *events: Execution, force: Force = Force.IN_FORCE, **chosen: Any) -> Judged:
    item = line(source=source, **chosen)
    return judge(item, events, programme(item, ends=days(-1)), force, TODAY, REPLACE_DAYS)


@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize("name", RECORDED)
def test_a_record_decides_in_a_programme_in_force(source: Source, name: str) -> None:
    recorded, state, day = RECORDED[name]
    if source is Source.OWN and state in LAPSED:
        state, day = State.OWN_MONEY, None  # nothing is due again that is bought with one's own money
    assert judged(source, recorded) == Judged(state or OPEN[source], day, recorded)


def test_whatever_waits_for_the_person_comes_before_the_rest() -> None:
    order = [state in PERSON_ACTS for state in State]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("source", Source)
def test_without_a_record_the_source_of_money_decides(source: Source) -> None:
    assert judged(source) == Judged(OPEN[source])
    assert judged(source, starts=None, until=None) == Judged(OPEN[source])


@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize("name", ["nothing", *EVENTS])
def test_in_a_programme_that_is_over_nothing_counts_but_its_end(source: Source, name: str) -> None:
    events = [EVENTS[name]] if name in EVENTS else []
    assert judged(source, *events, force=Force.ENDED) == Judged(State.ENDED, days(-1))
    assert judged(source, *events, force=Force.REPLACED) == Judged(State.REPLACED)


@pytest.mark.parametrize("source", Source)
def test_the_term_of_the_line_decides_where_nothing_is_recorded(source: Source) -> None:
    assert judged(source, starts=days(1)) == Judged(State.NOT_STARTED, days(1))
    assert judged(source, until=days(-1)) == Judged(State.ENDED, days(-1))
    assert judged(source, starts=days(5), until=days(-5)).state is State.ENDED


@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize("name", PROVED)
def test_what_is_recorded_holds_before_the_line_begins(source: Source, name: str) -> None:
    recorded, state, day = RECORDED[name]
    found = judged(source, recorded, starts=days(1))
    assert (found.state, found.day, found.event) == (state, day, recorded)


@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize("name", ["applied", "clarification", "purchase", "referral", "certificate"])
def test_what_is_under_way_goes_on_after_the_line_is_over(source: Source, name: str) -> None:
    recorded, state, day = RECORDED[name]
    found = judged(source, recorded, until=days(-1))
    assert (found.state, found.day, found.event) == (state, day, recorded)


@pytest.mark.parametrize("source", Source)
def test_the_latest_of_several_records_counts(source: Source) -> None:
    story = [
        event(Event.APPLIED, on=-400),
        event(Event.CERTIFICATE, on=-390, until=-25),
        event(Event.RECEIVED, on=-300, until=700),
        event(Event.REFERRAL, on=-3),
    ]
    for events in (story, story[::-1]):
        assert judged(source, *events).state is State.REFERRAL
        assert judged(source, *events[1:3]).state is State.IN_USE


@pytest.mark.parametrize("source", Source)
def test_a_certificate_that_was_not_used_does_not_open_an_item_whose_term_is_over(source: Source) -> None:
    unused = EVENTS["certificate that was not used in time"]
    assert judged(source, unused, until=days(-1)).state is State.ENDED
    assert judged(source, unused, starts=days(7)).state is State.NOT_STARTED


@pytest.mark.parametrize("source", sorted(set(Source) - {Source.OWN}))
def test_nothing_can_be_replaced_once_the_line_is_over(source: Source) -> None:
    worn = EVENTS["received, its term is over"]
    assert judged(source, worn, until=days(-1)).state is State.ENDED


@pytest.mark.parametrize("source", Source)
def test_a_record_of_a_day_that_has_not_come_does_not_hide_what_is_proved(source: Source) -> None:
    proved = event(Event.RECEIVED, on=-300, until=500)
    assert judged(source, proved, event(Event.APPLIED, on=3)).state is State.IN_USE


def test_of_one_day_the_later_step_counts_in_whatever_order_the_rows_stand() -> None:
    steps = [
        event(Event.APPLIED),
        event(Event.PURCHASE),
        event(Event.REFERRAL),
        event(Event.RECEIVED, until=500),
    ]
    for earlier, later in pairwise(steps):
        states = {judged(Source.FEDERAL, *pair).state for pair in ((earlier, later), (later, earlier))}
        assert len(states) == 1, (earlier.event, later.event)
