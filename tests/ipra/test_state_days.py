"""The boundaries: a last day counts, the day before it and the day after it do what they should."""

from datetime import date

import pytest

from tests.support.registers import TODAY, days, event, line, programme
from webapp.gateways.programmes.port import Event, Execution, Source
from webapp.ipra.rules import Force, Judged, State, act_by, force_of, judge


def judged(*events: Execution, starts: date | None = None, until: date | None = None, replace_days: int = 60) -> Judged:
    item = line(starts=starts, until=until)
    return judge(item, events, programme(item), Force.IN_FORCE, TODAY, replace_days)


@pytest.mark.parametrize(
    ("ends", "force"), [(-1, Force.ENDED), (0, Force.IN_FORCE), (1, Force.IN_FORCE), (None, Force.IN_FORCE)]
)
def test_the_last_day_of_a_programme_counts(ends: int | None, force: Force) -> None:
    only = programme(ends=None if ends is None else days(ends))
    assert force_of(only, [only], TODAY) is force


@pytest.mark.parametrize(("until", "state"), [(-1, State.ENDED), (0, State.CAN_APPLY), (1, State.CAN_APPLY)])
def test_the_last_day_of_a_line_counts(until: int, state: State) -> None:
    assert judged(until=days(until)).state is state


@pytest.mark.parametrize(("starts", "state"), [(-1, State.CAN_APPLY), (0, State.CAN_APPLY), (1, State.NOT_STARTED)])
def test_the_first_day_of_a_line_counts(starts: int, state: State) -> None:
    assert judged(starts=days(starts)).state is state


@pytest.mark.parametrize(
    ("until", "state"), [(-1, State.CERTIFICATE_ENDED), (0, State.CERTIFICATE), (1, State.CERTIFICATE)]
)
def test_the_last_day_of_a_certificate_counts(until: int, state: State) -> None:
    assert judged(event(Event.CERTIFICATE, until=until)).state is state


@pytest.mark.parametrize(("until", "state"), [(-1, State.REFERRAL_ENDED), (0, State.REFERRAL), (1, State.REFERRAL)])
def test_the_last_day_of_a_referral_counts(until: int, state: State) -> None:
    assert judged(event(Event.REFERRAL, until=until)).state is state


@pytest.mark.parametrize(
    ("until", "state"),
    [(61, State.IN_USE), (60, State.CAN_REPLACE), (59, State.CAN_REPLACE), (0, State.CAN_REPLACE)],
)
def test_replacement_opens_so_many_days_before_the_end(until: int, state: State) -> None:
    found = judged(event(Event.RECEIVED, until=until))
    assert found.state is state
    assert found.day == days(until if state is State.IN_USE else until - 60)


def test_how_long_before_the_end_a_replacement_opens_is_not_fixed() -> None:
    assert judged(event(Event.RECEIVED, until=30), replace_days=29).state is State.IN_USE
    assert judged(event(Event.RECEIVED, until=30), replace_days=30) == Judged(
        State.CAN_REPLACE, TODAY, event(Event.RECEIVED, until=30)
    )


@pytest.mark.parametrize(("on", "state"), [(-1, State.APPLIED), (0, State.APPLIED), (1, State.NO_DATA)])
def test_a_record_of_today_counts(on: int, state: State) -> None:
    assert judged(event(Event.APPLIED, on=on)).state is state


@pytest.mark.parametrize(
    ("until", "ends", "last"), [(None, None, None), (5, None, 5), (None, 5, 5), (5, 9, 5), (9, 5, 5)]
)
def test_an_item_can_be_asked_for_until_the_earlier_of_two_ends(
    until: int | None, ends: int | None, last: int | None
) -> None:
    def maybe(number: int | None) -> date | None:
        return None if number is None else days(number)

    item = line(source=Source.REGIONAL, until=maybe(until))
    assert act_by(item, programme(item, ends=maybe(ends))) == maybe(last)
