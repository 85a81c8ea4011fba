"""Who may act for whom: every kind, scope, function and age, as a table that is written out here by hand."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.core.entrusted import Function, Refused
from webapp.representatives.rules import (
    CHOSEN,
    CLAIMABLE,
    FUNCTIONS,
    LEGAL,
    PROOFS,
    Kind,
    Note,
    Proof,
    Right,
    State,
    allowed,
    birthday,
    last_day,
    last_day_of_power,
    may_end,
    notes,
    refusal,
)

TODAY = date(2026, 11, 22)
V, F, T, A, C = Function.VIEW, Function.FAVOURITES, Function.TSR, Function.ACCOMPANIMENT, Function.CONSENT
MOST = {
    Kind.PARENT: "vftac",
    Kind.ADOPTIVE_PARENT: "vftac",
    Kind.GUARDIAN: "vftac",
    Kind.TRUSTEE: "v",
    Kind.INSTITUTION: "vftac",
    Kind.AGENT: "vftac",
    Kind.LAWYER: "vta",
    Kind.HELPER: "vf",
}
LETTERS = dict(zip("vftac", (V, F, T, A, C), strict=True))
SCOPES = [frozenset(chosen) for size in range(6) for chosen in combinations(Function, size)]
AGES = {"13": 13, "14": 14, "17": 17, "18": 18, "40": 40}
ENDS_AT_18 = {Kind.PARENT, Kind.ADOPTIVE_PARENT}


def years_ago(years: int) -> date:
    return TODAY.replace(year=TODAY.year - years)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("age", AGES.values(), ids=AGES)
def test_every_kind_scope_function_and_age(kind: Kind, age: int) -> None:
    """A guardian was appointed ten years ago here: to a child, unless the person was grown up then."""
    most = {LETTERS[letter] for letter in MOST[kind]}
    for scope in SCOPES:
        right = Right(kind, State.CONFIRMED, scope, appointed_on=years_ago(10) if kind in LEGAL else None)
        born = years_ago(age)
        was_child = kind in LEGAL and age < 28
        is_over = age >= 18 and (kind in ENDS_AT_18 or was_child)
        assert refusal(right, born, TODAY) == (Refused.GROWN_UP if is_over else None), (kind, age, scope)
        for function in Function:
            is_chosen = kind not in {Kind.AGENT, Kind.LAWYER, Kind.HELPER} or function in scope
            assert (function in allowed(right)) == (function in most and is_chosen), (kind, scope, function)


@pytest.mark.parametrize(
    ("state", "refused"),
    [
        (State.CLAIMED, Refused.UNPROVEN),
        (State.RETURNED, Refused.RETURNED),
        (State.DECLINED, Refused.DECLINED),
        (State.CONFIRMED, None),
        (State.WITHDRAWN, Refused.WITHDRAWN),
        (State.GIVEN_UP, Refused.GIVEN_UP),
        (State.REPLACED, Refused.REPLACED),
        (State.NOT_TOLD, Refused.NOT_TOLD),
    ],
)
@pytest.mark.parametrize("kind", Kind)
def test_only_what_is_confirmed_opens_anything(kind: Kind, state: State, refused: Refused | None) -> None:
    assert refusal(Right(kind, state), years_ago(9), TODAY) == refused


def test_every_state_is_in_the_table_above() -> None:
    assert len(State) == 8


@pytest.mark.parametrize(
    ("starts", "ends", "refused"),
    [
        (0, 0, None),
        (1, 5, Refused.NOT_YET),
        (-5, -1, Refused.OVER),
        (-5, 0, None),
        (None, None, None),
        (None, -1, Refused.OVER),
        (1, None, Refused.NOT_YET),
    ],
)
def test_the_first_and_the_last_day_both_count(starts: int | None, ends: int | None, refused: Refused | None) -> None:
    days = [TODAY + timedelta(days=each) if each is not None else None for each in (starts, ends)]
    right = Right(Kind.AGENT, State.CONFIRMED, starts_on=days[0], ends_on=days[1])
    assert refusal(right, years_ago(50), TODAY) == refused


def test_the_day_before_the_eighteenth_birthday_is_the_last() -> None:
    born = date(2008, 11, 23)
    right = Right(Kind.PARENT, State.CONFIRMED)
    assert last_day(right, born) == TODAY
    assert refusal(right, born, TODAY) is None
    assert refusal(right, born, TODAY + timedelta(days=1)) is Refused.GROWN_UP
    assert notes(right, born, TODAY) == (Note.NEEDS_PASSPORT, Note.ENDS_TODAY)


@pytest.mark.parametrize(
    ("born", "ends_on", "found"),
    [
        (date(2012, 11, 23), None, ()),
        (date(2012, 11, 22), None, (Note.NEEDS_PASSPORT,)),
        (date(2008, 12, 20), None, (Note.NEEDS_PASSPORT, Note.GROWS_UP_SOON)),
        (date(2017, 1, 1), date(2026, 12, 1), (Note.ENDS_SOON,)),
        (date(2017, 1, 1), TODAY, (Note.ENDS_TODAY,)),
        (date(2017, 1, 1), date(2027, 3, 1), ()),
    ],
)
def test_what_is_said_of_a_childs_age_and_of_the_end(born: date, ends_on: date | None, found: tuple[Note, ...]) -> None:
    assert notes(Right(Kind.PARENT, State.CONFIRMED, ends_on=ends_on), born, TODAY) == found


def test_a_guardian_appointed_to_an_adult_goes_on_and_one_without_a_birthday_too() -> None:
    right = Right(Kind.GUARDIAN, State.CONFIRMED, appointed_on=years_ago(2))
    assert refusal(right, years_ago(40), TODAY) is None
    assert refusal(right, None, TODAY) is None
    assert last_day(right, years_ago(40)) is None


def test_nobody_who_cannot_confirm_is_asked_and_each_kind_can_be_proven() -> None:
    """A child and an incapable adult confirm nothing; a helper is known by the person alone."""
    by_person = {kind for kind in Kind if Proof.PERSON in PROOFS[kind]}
    assert by_person == {Kind.TRUSTEE, Kind.AGENT, Kind.LAWYER, Kind.HELPER}
    assert {kind for kind in Kind if Proof.ESIA in PROOFS[kind]} == ENDS_AT_18
    assert {kind for kind in Kind if may_end(kind, None)} == CHOSEN == {Kind.AGENT, Kind.LAWYER, Kind.HELPER}
    assert all(may_end(kind, Proof.PERSON) for kind in Kind)
    assert set(CLAIMABLE) == set(Kind) - {Kind.HELPER}
    assert all(PROOFS[kind] and V in FUNCTIONS[kind] for kind in Kind)


@pytest.mark.parametrize(
    ("made", "ends", "last"),
    [
        (date(2026, 3, 1), None, date(2027, 3, 1)),
        (date(2024, 2, 29), None, date(2025, 3, 1)),
        (date(2026, 3, 1), date(2029, 1, 1), date(2029, 1, 1)),
    ],
)
def test_a_power_without_a_term_counts_for_a_year(made: date, ends: date | None, last: date) -> None:
    assert last_day_of_power(made, ends) == last


@given(st.dates(date(1930, 1, 1), date(2026, 1, 1)), st.integers(0, 90))
def test_a_birthday_is_the_same_day_or_the_first_of_march(born: date, age: int) -> None:
    day = birthday(born, age)
    is_leap_day = (born.month, born.day) == (2, 29)
    assert (day.month, day.day) in ({(2, 29), (3, 1)} if is_leap_day else {(born.month, born.day)})
    assert day.year == born.year + age
