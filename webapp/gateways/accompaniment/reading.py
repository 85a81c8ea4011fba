"""Reads the register's two answers. Raises RegisterFailed(CONTRADICTORY)."""

from collections import Counter
from collections.abc import Sequence

from webapp.gateways.accompaniment.fields import CODE, EMAIL, SITE, TELEPHONE, Fields, contradictory
from webapp.gateways.accompaniment.port import (
    Accompaniment,
    Because,
    Office,
    Organisation,
    Participant,
    Record,
    State,
    Way,
)
from webapp.gateways.programmes.port import Direction

MOST_RECORDS = 50
MOST_ORGANISATIONS = 1000
HAPPENED = frozenset({State.GIVEN, State.STOPPED, State.ENDED})
"""States of accompaniment that was given at some time."""
OVER = HAPPENED - {State.GIVEN}


def accompaniment(answer: Fields, snils: str) -> Accompaniment:
    """What is told of the person with this СНИЛС."""
    if _digits(answer.text("snils")) != _digits(snils):
        raise contradictory()
    records = tuple(_record(each) for each in answer.each("records", MOST_RECORDS))
    _speak_once(records)
    if not records:
        return Accompaniment(snils, "", None)
    born = answer.day("birthDate")
    if born is None:
        raise contradictory()
    return Accompaniment(snils, answer.text("lastName"), born, records)


def organisations(answer: Fields, region: str) -> tuple[Organisation, ...]:
    """The organisations of this region."""
    if answer.text("region") != region:
        raise contradictory()
    found = tuple(_organisation(each) for each in answer.each("organisations", MOST_ORGANISATIONS))
    if len({each.code for each in found}) != len(found):
        raise contradictory()
    return found


def _record(told: Fields) -> Record:
    state = told.choice("state", State)
    found = Record(
        participant=told.choice("participant", Participant),
        state=state,
        office=_office(told.inner("office")) if told.has("office") else None,
        since=told.day("since"),
        until=told.day("until"),
        because=told.choice("because", Because) if told.has("because") else None,
    )
    is_whole = (
        (found.since is not None) == (state in HAPPENED)
        and (found.until is not None) == (state in OVER)
        and (found.because is not None) == (state is State.ENDED)
        and (found.office is not None or state not in HAPPENED)
    )
    nobody_applies = found.participant is Participant.AUTHORITY and state is State.STOPPED
    is_in_order = found.since is None or found.until is None or found.since <= found.until
    if nobody_applies or not (is_whole and is_in_order):
        raise contradictory()
    return found


def _speak_once(records: Sequence[Record]) -> None:
    """One record of a participant, of organisations one of each; that none of them helps is said alone."""
    offices = Counter(each.office.code for each in records if each.office is not None)
    others = Counter(each.participant for each in records if each.participant is not Participant.ORGANISATION)
    own = [each for each in records if each.participant is Participant.ORGANISATION]
    is_none_among_some = len(own) > 1 and any(each.office is None for each in own)
    if is_none_among_some or any(number > 1 for number in (*offices.values(), *others.values())):
        raise contradictory()


def _office(told: Fields) -> Office:
    return Office(
        code=told.form("code", CODE),
        name=told.text("name"),
        address=told.text("address"),
        telephones=told.forms("telephones", TELEPHONE),
        email=told.form_or_empty("email", EMAIL),
        takes_messages=told.flag("takesMessages"),
        has_sign_language=told.flag("hasSignLanguage"),
    )


def _organisation(told: Fields) -> Organisation:
    latitude, longitude = told.degrees("latitude", 90), told.degrees("longitude", 180)
    is_state = told.flag("isState")
    if is_state is None or (latitude is None) != (longitude is None):
        raise contradictory()
    return Organisation(
        code=told.form("code", CODE),
        name=told.text("name"),
        short_name=told.text("shortName"),
        is_state=is_state,
        directions=told.choices("directions", Direction),
        city=told.text("city"),
        address=told.text("address"),
        latitude=latitude,
        longitude=longitude,
        telephones=told.forms("telephones", TELEPHONE),
        email=told.form_or_empty("email", EMAIL),
        site=told.form_or_empty("site", SITE),
        ways=told.choices("ways", Way),
    )


def _digits(snils: str) -> str:
    return "".join(sign for sign in snils if sign.isdigit())
