"""What a new programme says otherwise: each change of each item, and whether anything else changed."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.registers import CANE, CHAIR, TONOMETER, days, line, programme
from webapp.gateways.programmes.port import (
    Direction,
    LifeActivity,
    Limitation,
    Measure,
    Programme,
    Source,
    TargetGroup,
    TsrLine,
)
from webapp.ipra.differences import Change, compare


def changes(before: list[TsrLine], now: list[TsrLine]) -> list[tuple[Change, str]]:
    return [(each.change, each.name) for each in compare(programme(*before), programme(*now)).items]


def test_the_same_programme_differs_in_nothing() -> None:
    assert compare(programme(line()), programme(line(), number="2", issued=days(0))).is_empty
    assert compare(programme(), programme()).is_empty


def test_the_order_of_items_and_capitals_are_no_difference() -> None:
    assert changes([line(), line(TONOMETER)], [line(TONOMETER.upper()), line(CANE.lower())]) == []


def test_items_that_came_and_went() -> None:
    found = changes([line(), line(CHAIR)], [line(TONOMETER), line()])
    assert found == [(Change.ADDED, TONOMETER), (Change.REMOVED, CHAIR)]
    assert changes([], [line()]) == [(Change.ADDED, CANE)]
    assert changes([line()], []) == [(Change.REMOVED, CANE)]


@pytest.mark.parametrize(
    ("new", "change"),
    [
        ({"quantity": 2}, Change.QUANTITY),
        ({"unit": "пара"}, Change.QUANTITY),
        ({"until": days(9)}, Change.TERM),
        ({"starts": days(9)}, Change.TERM),
        ({"starts": None}, Change.TERM),
        ({"source": Source.REGIONAL}, Change.SOURCE),
    ],
)
def test_each_change_of_an_item_is_named(new: dict[str, Any], change: Change) -> None:
    found = compare(programme(line()), programme(line(**new))).items
    assert [each.change for each in found] == [change]
    assert (found[0].before, found[0].now) == (line(), line(**new))


def test_several_changes_of_one_item_are_all_told() -> None:
    found = changes([line()], [line(quantity=3, until=days(1), source=Source.OWN)])
    assert [change for change, _ in found] == [Change.QUANTITY, Change.TERM, Change.SOURCE]


def test_an_item_that_stands_twice_is_compared_twice() -> None:
    assert changes([line(), line()], [line(), line()]) == []
    assert changes([line()], [line(), line()]) == [(Change.ADDED, CANE)]
    assert changes([line(), line()], [line()]) == [(Change.REMOVED, CANE)]


def test_items_of_one_name_are_told_apart_by_their_money() -> None:
    before = [line(), line(source=Source.REGIONAL, quantity=5)]
    assert changes(before, before[::-1]) == []


def test_as_few_changes_are_told_as_there_are() -> None:
    before = [line(), line(source=Source.REGIONAL)]
    assert changes(before, [line(source=Source.OWN), line()]) == [(Change.SOURCE, CANE)]
    twice = [line(quantity=1), line(quantity=2)]
    assert changes(twice, twice[::-1]) == []


def test_a_name_that_is_only_spelt_otherwise_is_the_same_item() -> None:
    assert changes([line()], [line(f"6-02-02 {CANE.upper()}.")]) == []


NEEDED = Measure(Direction.SOCIAL, "Социально-средовая", True, None, None, "Центр (демо)")


@pytest.mark.parametrize(
    "rest",
    [
        {"limitations": (Limitation(LifeActivity.ORIENTATION, 2),)},
        {"target_groups": (TargetGroup("3", "нарушения зрения"),)},
        {"measures": (NEEDED,)},
        {"measures": (NEEDED, NEEDED)},
        {"helps": ("при поездках",)},
        {"needs_tsr": True},
        {"needs_escort": False},
        {"ends": days(700)},
    ],
)
def test_a_change_elsewhere_is_seen(rest: dict[str, Any]) -> None:
    before = programme(line())
    now: Programme = replace(before, **rest)
    assert compare(before, now).rest_changed
    assert compare(now, before).rest_changed
    assert compare(now, now).is_empty


def test_the_order_of_limitations_is_no_change() -> None:
    two = (Limitation(LifeActivity.ORIENTATION, 2), Limitation(LifeActivity.WORK, 1))
    assert compare(programme(limitations=two), programme(limitations=two[::-1])).is_empty
