"""Every combination of state and source of money has words, in both languages, and each leads on."""

import itertools
from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import LazyString

from tests.support.registers import TODAY, days, event, line, programme
from webapp.gateways.programmes.port import Direction, Event, Group, LifeActivity, Source
from webapp.ipra import words
from webapp.ipra.entitlements import Entitlement
from webapp.ipra.formats import CATEGORIES, DEGREES, DIRECTIONS, FORCES, FORECASTS, GROUPS, REASONS, VERDICTS
from webapp.ipra.rules import PERSON_ACTS, Force, Judged, Reason, State, Verdict
from webapp.ipra.telling import Told, tell
from webapp.ipra.words import wording
from webapp.reference.matching import match

EVERY = list(itertools.product(State, Source))
BY_PERSON = [(state, source) for state, source in EVERY if state in PERSON_ACTS]
EXECUTOR_ACTS = (State.APPLIED, State.CLARIFYING, State.PURCHASE)
BY_EXECUTOR = [(state, source) for state, source in EVERY if state in EXECUTOR_ACTS]
FUND_WORDS = ("Социальн", "Фонд", "СФР", "Social Fund")
MOSCOW_WORDS = ("Москв", "Moscow")


@pytest.fixture(params=["speaking", "speaking_english"])
def spoken_site(request: pytest.FixtureRequest) -> Flask:
    """A request in each of the languages."""
    app: Flask = request.getfixturevalue(request.param)
    return app


def told(state: State, source: Source, executor: str = "") -> Told:
    """An item in this state, whether or not the rules would ever say so."""
    item = line(source=source, executor=executor)
    done = event(Event.APPLIED, until=20)
    judged = Judged(state, TODAY, done)
    return tell(Entitlement("id", item, programme(item, ends=days(30)), match(item.name), judged))


def said(each: Told) -> Iterator[str]:
    return iter((each.status, each.next_step, each.who, each.by_when, each.by_whom, each.money))


@pytest.mark.parametrize(("state", "source"), EVERY)
@pytest.mark.usefixtures("spoken_site")
def test_nothing_is_left_unfilled(state: State, source: Source) -> None:
    for executor in ("", "Отделение 100 % (демо)"):
        each = told(state, source, executor)
        assert each.status and each.next_step and each.who and each.money
        assert not [text for text in said(each) if "%(" in text or "None" in text]


@pytest.mark.parametrize(("state", "source"), EVERY)
@pytest.mark.usefixtures("spoken_site")
def test_every_state_has_a_next_step_of_more_than_a_word(state: State, source: Source) -> None:
    assert len(str(wording(state, source).next_step).split()) >= 3


@pytest.mark.parametrize(("state", "source"), BY_EXECUTOR)
@pytest.mark.usefixtures("spoken_site")
def test_while_others_act_the_person_is_not_told_to(state: State, source: Source) -> None:
    assert told(state, source).who != str(words.YOU)
    assert told(state, source, "Бюро помощи").who == "Бюро помощи"
    assert state not in PERSON_ACTS


@pytest.mark.parametrize(("state", "source"), BY_PERSON)
@pytest.mark.usefixtures("spoken_site")
def test_where_the_person_acts_they_are_told_so(state: State, source: Source) -> None:
    assert told(state, source, "Бюро помощи").who == str(words.YOU)
    assert wording(state, source).kind in {"act", "done"}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("source", [Source.MOSCOW, Source.REGIONAL, Source.OWN])
def test_the_fund_is_named_only_for_its_own_items(speaking: Flask, state: State, source: Source) -> None:
    each = told(state, source)
    assert not [word for word in FUND_WORDS if any(word in text for text in (each.next_step, each.who, each.money))]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("source", [Source.FEDERAL, Source.REGIONAL, Source.OWN])
def test_moscow_is_named_only_for_its_own_items(speaking: Flask, state: State, source: Source) -> None:
    each = told(state, source)
    assert not [word for word in MOSCOW_WORDS if any(word in text for text in (each.next_step, each.who, each.money))]


@pytest.mark.parametrize("state", [State.CAN_APPLY, State.CAN_REPLACE, State.NO_DATA])
def test_whom_to_turn_to_is_named(speaking: Flask, state: State) -> None:
    bodies = {Source.FEDERAL: "Социального фонда", Source.MOSCOW: "Москвы", Source.REGIONAL: "региона"}
    assert all(body in told(state, source).next_step for source, body in bodies.items())
    assert "за" in told(state, Source.OWN).next_step


@pytest.mark.parametrize("state", State)
def test_own_money_needs_no_application(speaking: Flask, state: State) -> None:
    each = told(state, Source.OWN)
    assert "подайте" not in each.next_step
    assert "подают" not in each.by_when and "просят" not in each.by_when


@pytest.mark.usefixtures("spoken_site")
def test_states_are_told_apart_by_their_words() -> None:
    for source in Source:
        spoken = [str(wording(state, source).state) for state in State]
        assert len(set(spoken)) == len(spoken)


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (words.BODIES, Source),
        (words.SOURCES, Source),
        (CATEGORIES, LifeActivity),
        (DEGREES, (1, 2, 3)),
        (DIRECTIONS, Direction),
        (FORCES, Force),
        (GROUPS, Group),
        (REASONS, Reason),
        (VERDICTS, Verdict),
    ],
)
@pytest.mark.usefixtures("spoken_site")
def test_every_code_has_words(table: dict[object, LazyString], keys: list[object]) -> None:
    assert set(table) == set(keys)
    assert all(str(text) for text in table.values())
    assert len({str(text) for text in table.values()}) == len(table)
    assert len(FORECASTS) == 8
