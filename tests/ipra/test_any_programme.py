"""Whatever the register says, every item has a state, the state has words, and nothing raises."""

from collections.abc import Sequence
from datetime import date

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.ipra import anything
from tests.support.registers import TODAY, line, programme
from webapp.gateways.programmes.port import Event, Execution, Programme, TsrLine
from webapp.ipra import rules
from webapp.ipra.differences import compare
from webapp.ipra.entitlements import entitlements, programme_id
from webapp.ipra.rules import Force, Named, State, Verdict
from webapp.ipra.telling import tell
from webapp.ipra.words import wording

at_leisure = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
forces = some.sampled_from(Force)
named = some.builds(
    Named,
    some.text(max_size=5),
    some.none() | some.sampled_from(["6-02-02", "6-02-01"]),
    some.none() | some.sampled_from(["6-02", "7-01"]),
    some.sampled_from(State),
)


@at_leisure
@given(
    anything.tsr_lines,
    some.lists(anything.executions, max_size=5),
    anything.plain_programmes,
    forces,
    anything.near_days,
)
def test_every_item_has_a_state_with_words(
    item: TsrLine, events: Sequence[Execution], one: Programme, force: Force, today: date
) -> None:
    judged = rules.judge(item, events, one, force, today, 60)
    assert judged.state in State
    assert wording(judged.state, item.source).next_step
    assert judged.event is None or judged.event in events


@pytest.mark.parametrize("kind", Event)
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_the_calendar_are_days_too(speaking: Flask, kind: Event, day: date) -> None:
    item = line(starts=date.min, until=date.max)
    done = Execution(item.name, kind, date.min, day)
    told = [tell(each) for each in entitlements([programme(item, ends=date.max, executions=(done,))], TODAY)]
    assert len(told) == 1 and told[0].status


@at_leisure
@given(some.lists(anything.plain_programmes, max_size=4), anything.near_days)
def test_who_has_programmes_is_shown_at_least_one(programmes: list[Programme], today: date) -> None:
    shown = rules.shown(programmes, today)
    assert bool(shown) == bool(programmes)
    assert all(each in programmes for each in shown)
    present = rules.in_force(programmes, today)
    assert shown == present or not present


@at_leisure
@given(some.lists(anything.plain_programmes, max_size=4))
def test_items_come_in_the_order_of_states_and_none_is_lost(programmes: list[Programme]) -> None:
    found = entitlements(programmes, TODAY)
    shown = rules.shown(programmes, TODAY)
    lines = [each for one in shown for each in one.tsr]
    assert len([each for each in found if each.programme in shown]) >= len(lines)
    order = list(State)
    own = [order.index(each.judged.state) for each in found[: len(lines)]]
    assert own == sorted(own)


@at_leisure
@given(anything.plain_programmes, anything.plain_programmes)
def test_two_programmes_can_always_be_compared(before: Programme, now: Programme) -> None:
    compared = compare(before, now)
    assert all(each.name for each in compared.items)
    assert compare(now, now).is_empty
    assert programme_id(now).isalnum()


@at_leisure
@given(some.lists(named, max_size=5))
def test_every_product_has_a_verdict_and_yes_needs_the_item_itself(items: list[Named]) -> None:
    found = rules.fit("6-02-02", "6-02", items)
    assert found.verdict in Verdict
    if found.verdict is Verdict.YES:
        assert any(each.item_code == "6-02-02" and each.name == found.name for each in items)


@at_leisure
@given(programmes=some.lists(anything.plain_programmes, max_size=2))
def test_every_item_can_be_told(speaking: Flask, programmes: list[Programme]) -> None:
    for each in entitlements(programmes, TODAY):
        told = tell(each)
        assert told.status and told.next_step and told.who and told.money
        assert bool(told.by_whom) <= bool(told.by_when)
