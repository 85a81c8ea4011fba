"""From programmes to items: whose record is whose, what a replaced programme leaves behind, names of items."""

from dataclasses import replace
from string import hexdigits

import pytest

from tests.support.registers import (
    CANE,
    CHAIR,
    INTERPRETER,
    STIFF_CANE,
    TODAY,
    TONOMETER,
    UNREAD,
    days,
    event,
    line,
    programme,
)
from webapp.gateways.programmes.port import Event, Programme, Source, TsrLine
from webapp.ipra.entitlements import Entitlement, entitlements, programme_id
from webapp.ipra.rules import State
from webapp.ipra.terms import replacement_days

NOISY = "6-02-02 ТРОСТЬ  белая тактильная складная, 1 шт."


def of(*programmes: Programme) -> list[Entitlement]:
    return entitlements(programmes, TODAY)


def states(*programmes: Programme) -> dict[str, State]:
    return {each.line.name: each.judged.state for each in of(*programmes)}


def old_and_new(old: TsrLine, new: TsrLine) -> tuple[Programme, Programme]:
    return programme(new, number="2", replaces="1"), programme(old, number="1")


def test_a_record_belongs_to_the_item_of_its_name() -> None:
    received = event(Event.RECEIVED, until=900, name=TONOMETER.upper())
    found = states(programme(line(), line(TONOMETER), executions=(received,)))
    assert found == {CANE: State.CAN_APPLY, TONOMETER: State.IN_USE}


@pytest.mark.parametrize("written", [NOISY, f"{CANE}.", CANE.upper()])
def test_a_name_that_the_executor_writes_otherwise_is_found_by_its_code(written: str) -> None:
    applied = event(Event.APPLIED, name=written)
    assert states(programme(line(), line(STIFF_CANE), executions=(applied,))) == {
        STIFF_CANE: State.CAN_APPLY,
        CANE: State.APPLIED,
    }
    assert states(programme(line(written), executions=(event(Event.APPLIED),))) == {written: State.APPLIED}


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        (f"{CANE}, с противоскользящим наконечником", CANE),
        (f"{CANE}, длина 120 см, с ремешком из кожи", f"6-02-02 {CANE}"),
        (f"6-02-02 {CANE}, с чехлом", CANE.upper()),
        (f"{CANE} с противоскользящим наконечником", CANE),
        (CANE, f"{CANE}, с чехлом"),
        (f"{UNREAD}, размер 5", UNREAD.upper()),
        ("Подгузники для взрослых, размер L", "Подгузники для взрослых"),
        (CANE, "Трость белая тактильная"),
    ],
)
def test_a_record_under_a_bare_name_reaches_the_one_item_that_asks_for_more(written: str, recorded: str) -> None:
    found = states(programme(line(written), line(TONOMETER), executions=(event(Event.APPLIED, name=recorded),)))
    assert found == {written: State.APPLIED, TONOMETER: State.CAN_APPLY}


@pytest.mark.parametrize(
    ("first", "second", "recorded"),
    [
        (f"{CANE}, с чехлом", f"{CANE}, с ремешком", CANE),
        (CANE, STIFF_CANE, "Трость белая тактильная"),
        (f"{UNREAD}, размер 5", f"{UNREAD}, размер 6", UNREAD),
        (f"{CANE}, с чехлом", TONOMETER, f"{CANE}, с ремешком"),
        (f"{CANE}, с чехлом", TONOMETER, STIFF_CANE),
        (f"6-02-01 {CANE}, с чехлом", TONOMETER, CANE),
        (f"{CANE}, с чехлом", TONOMETER, f"15-01-02 {CANE}"),
    ],
)
def test_a_record_that_may_mean_two_items_or_none_is_nobodys(first: str, second: str, recorded: str) -> None:
    found = states(programme(line(first), line(second), executions=(event(Event.APPLIED, name=recorded),)))
    assert set(found.values()) == {State.CAN_APPLY}


def test_the_item_of_the_very_name_has_the_record_before_one_that_asks_for_more() -> None:
    found = states(programme(line(), line(f"{CANE}, с чехлом"), executions=(event(Event.APPLIED),)))
    assert found == {CANE: State.APPLIED, f"{CANE}, с чехлом": State.CAN_APPLY}


def test_a_later_record_counts_however_its_name_is_spelt() -> None:
    story = (event(Event.APPLIED, on=-30), event(Event.RECEIVED, on=-5, until=900, name=NOISY))
    assert states(programme(line(), executions=story)) == {CANE: State.IN_USE}


def test_records_about_names_that_nobody_can_read_are_nobodys() -> None:
    found = states(
        programme(line(UNREAD), line("другой прибор облачный"), executions=(event(Event.APPLIED, name="?"),))
    )
    assert set(found.values()) == {State.CAN_APPLY}


def test_a_record_of_one_programme_says_nothing_of_another() -> None:
    first = programme(line(), number="1", executions=(event(Event.APPLIED),))
    second = programme(line(TONOMETER), number="2")
    assert states(first, second) == {CANE: State.APPLIED, TONOMETER: State.CAN_APPLY}


def test_a_service_is_known_as_a_service() -> None:
    found = of(programme(line(INTERPRETER, unit="час", quantity=40)))
    assert [each.match.service for each in found] == ["sign_language"]


def test_what_waits_for_the_person_comes_first() -> None:
    lines = (
        line(CHAIR, Source.OWN),
        line(TONOMETER, until=days(-1)),
        line(STIFF_CANE, starts=days(3)),
        line(UNREAD),
        line(),
    )
    found = of(programme(*lines, executions=(event(Event.CERTIFICATE, until=9),)))
    assert [each.judged.state for each in found] == [
        State.CERTIFICATE,
        State.CAN_APPLY,
        State.NOT_STARTED,
        State.OWN_MONEY,
        State.ENDED,
    ]


def test_items_of_all_programmes_in_force_are_there() -> None:
    found = of(programme(line(), number="2"), programme(line(TONOMETER), number="1", ends=TODAY))
    assert {each.line.name for each in found} == {CANE, TONOMETER}


def test_what_only_the_replaced_programme_had_comes_last_as_replaced() -> None:
    found = of(*old_and_new(line(TONOMETER), line(until=days(-1))))
    assert [(each.line.name, each.judged.state) for each in found] == [(CANE, State.ENDED), (TONOMETER, State.REPLACED)]


@pytest.mark.parametrize("written", [CANE.upper(), f"{CANE}.", NOISY])
def test_what_the_new_programme_only_spells_otherwise_is_not_called_gone(written: str) -> None:
    assert [each.judged.state for each in of(*old_and_new(line(written), line()))] == [State.CAN_APPLY]
    assert [each.judged.state for each in of(*old_and_new(line(), line(written)))] == [State.CAN_APPLY]


def test_of_a_chain_only_the_programme_that_was_replaced_last_is_looked_at() -> None:
    chain = (
        programme(line(), number="3", replaces="2"),
        programme(line(TONOMETER), number="2", replaces="1"),
        programme(line(CHAIR), number="1"),
    )
    assert {each.line.name for each in of(*chain)} == {CANE, TONOMETER}


def test_every_item_has_an_address_of_its_own_that_says_nothing() -> None:
    lines = [line(), line(), line(source=Source.REGIONAL), line(CANE.upper()), line(TONOMETER)]
    found = of(programme(*lines, number="1"), programme(*lines, number="2"))
    assert len({each.id for each in found}) == len(found) == 10
    assert all(set(each.id) <= set(hexdigits) and len(each.id) == 16 for each in found)


def test_addresses_stay_when_only_records_and_the_day_change() -> None:
    before = programme(line(), line(TONOMETER))
    after = replace(before, executions=(event(Event.APPLIED, name=TONOMETER),))
    later = entitlements([after], days(40))
    assert {each.id for each in of(before)} == {each.id for each in later}


def test_the_address_of_a_programme_does_not_tell_its_number() -> None:
    one, other = programme(number="601.1.52/2025"), programme(number="601.1.53/2025")
    assert programme_id(one) != programme_id(other)
    assert set(programme_id(one)) <= set(hexdigits)
    assert programme_id(one) == programme_id(replace(one, ends=TODAY))


def test_how_early_a_replacement_may_be_asked_for_is_data() -> None:
    worn = programme(line(), executions=(event(Event.RECEIVED, until=replacement_days()),))
    assert [each.judged.day for each in of(worn)] == [TODAY]
