"""Which programmes count: in force, ended, replaced, chains of them, several at once, none."""

from collections.abc import Sequence

import pytest

from tests.support.registers import TODAY, days, programme
from webapp.gateways.programmes.port import Programme
from webapp.ipra.rules import Force, force_of, in_force, shown


def made(number: str, *, ends: int | None = None, replaces: str | None = None) -> Programme:
    return programme(number=number, ends=None if ends is None else days(ends), replaces=replaces)


def numbers(programmes: Sequence[Programme]) -> str:
    return "".join(each.number for each in programmes)


def forces(programmes: Sequence[Programme]) -> list[Force]:
    return [force_of(each, programmes, TODAY) for each in programmes]


def test_nobody_has_a_programme() -> None:
    assert in_force([], TODAY) == []
    assert shown([], TODAY) == []


def test_several_programmes_may_be_in_force_and_are_all_shown() -> None:
    several = [made("C"), made("B", ends=1), made("A", ends=0)]
    assert numbers(in_force(several, TODAY)) == numbers(shown(several, TODAY)) == "CBA"


def test_a_programme_that_ended_gives_way_to_one_in_force() -> None:
    both = [made("B", ends=-1), made("A")]
    assert numbers(shown(both, TODAY)) == "A"


def test_a_replaced_programme_does_not_count_however_long_its_term() -> None:
    both = [made("B", ends=10, replaces="A"), made("A")]
    assert forces(both) == [Force.IN_FORCE, Force.REPLACED]
    assert numbers(shown(both, TODAY)) == "B"


def test_of_a_chain_only_the_last_is_in_force() -> None:
    chain = [made("C", replaces="B"), made("B", replaces="A"), made("A")]
    assert forces(chain) == [Force.IN_FORCE, Force.REPLACED, Force.REPLACED]
    assert numbers(shown(chain, TODAY)) == "C"


def test_what_replaced_another_and_ended_brings_nothing_back() -> None:
    both = [made("B", ends=-1, replaces="A"), made("A")]
    assert in_force(both, TODAY) == []
    assert numbers(shown(both, TODAY)) == "B"


def test_none_in_force_shows_the_newest_that_was() -> None:
    ended = [made("C", ends=-1), made("B", ends=-100), made("A", ends=-400)]
    assert in_force(ended, TODAY) == []
    assert numbers(shown(ended, TODAY)) == "C"


def test_what_replaces_a_programme_that_nobody_knows_counts() -> None:
    assert numbers(shown([made("B", replaces="lost")], TODAY)) == "B"


@pytest.mark.parametrize("circle", [[("A", "A")], [("B", "A"), ("A", "B")], [("C", "B"), ("B", "A"), ("A", "C")]])
def test_programmes_that_replace_each_other_in_a_circle_are_still_shown(circle: list[tuple[str, str]]) -> None:
    programmes = [made(number, replaces=replaced) for number, replaced in circle]
    assert in_force(programmes, TODAY) == []
    assert len(shown(programmes, TODAY)) == 1
