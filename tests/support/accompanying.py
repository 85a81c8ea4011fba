"""A register of accompaniment that the test plays, and answers to put into it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import sqlalchemy as sa

from tests.support.registers import Stage, days
from tests.support.signing_in import ANNA
from webapp.accompaniment.models import AccompanimentCopy
from webapp.core.database import db
from webapp.gateways.accompaniment.port import (
    Accompaniment,
    Failure,
    Office,
    Organisation,
    Participant,
    Record,
    RegisterFailed,
    State,
    Way,
)
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import Direction
from webapp.people.models import Person


def office(code: str = "52-fund", **chosen: Any) -> Office:
    """An institution with everything that one can tell of it."""
    usual: dict[str, Any] = {
        "name": "Отделение Фонда по Нижегородской области (демо)",
        "address": "Нижний Новгород, улица Пробная, дом 1",
        "telephones": ("+7(000)052-10-03",),
        "email": "fund@region52.example",
        "takes_messages": True,
        "has_sign_language": False,
    }
    return Office(code, **(usual | chosen))


def record(
    participant: Participant = Participant.FUND, state: State = State.GIVEN, code: str = "", **chosen: Any
) -> Record:
    """A record that is whole for its state; its days are counted from the stage's day."""
    since = days(-200) if state in {State.GIVEN, State.STOPPED, State.ENDED} else None
    until = days(-20) if state in {State.STOPPED, State.ENDED} else None
    usual: dict[str, Any] = {"office": office(code or f"52-{participant}"), "since": since, "until": until}
    return Record(participant, state, **(usual | chosen))


def told(*records: Record, snils: str | None = ANNA.snils, **chosen: Any) -> Accompaniment:
    """An answer about Anna."""
    usual: dict[str, Any] = {"last_name": ANNA.last_name, "birth_date": ANNA.birth_date}
    return Accompaniment(str(snils), records=records, **(usual | chosen))


def organisation(code: str = "52-1", **chosen: Any) -> Organisation:
    """An organisation of the state system."""
    usual: dict[str, Any] = {
        "name": "Государственное учреждение «Центр реабилитации» (демо)",
        "short_name": "Центр реабилитации (демо)",
        "is_state": True,
        "directions": (Direction.MEDICAL, Direction.SOCIAL),
        "city": "Нижний Новгород",
        "address": "улица Садовая, дом 2",
        "latitude": 56.3,
        "longitude": 44.0,
        "ways": (Way.IN_PERSON, Way.TELEPHONE),
    }
    return Organisation(code, **(usual | chosen))


class PlayedAccompaniment:
    """The port `AccompanimentRegister`. Whoever is not named in `people` is unknown, and so are other regions.

    `fails` makes it fail; `meanwhile` runs while it is being spoken to.
    """

    def __init__(self) -> None:
        self.people: dict[str, Accompaniment] = {}
        self.regions: dict[str, tuple[Organisation, ...]] = {}
        self.fails: Failure | None = None
        self.meanwhile: Callable[[], None] = lambda: None
        self.asked: list[str] = []

    def told(self, snils: str) -> Accompaniment:
        self._speak(snils)
        return self.people.get(snils, Accompaniment(snils, "", None))

    def organisations(self, region: str) -> tuple[Organisation, ...]:
        self._speak(region)
        return self.regions.get(region, ())

    def tell(self, person: Identified, *records: Record, birth_date: date | None = ANNA.birth_date) -> None:
        """What it says of the person from now on."""
        assert person.snils is not None
        self.people[person.snils] = told(
            *records, snils=person.snils, last_name=person.last_name, birth_date=birth_date
        )

    def _speak(self, about: str) -> None:
        self.asked.append(about)
        self.meanwhile()
        if self.fails is not None:
            raise RegisterFailed(self.fails)


def played_at(stage: Stage) -> PlayedAccompaniment:
    """Have the stage's site ask a register of the test's."""
    register = PlayedAccompaniment()
    stage.app.extensions["accompaniment_register"] = register
    return register


def copy_of(stage: Stage, person: Identified) -> AccompanimentCopy | None:
    """What is kept of the register about a person, as a row of its own that no session holds."""
    with stage.app.app_context(), db.sessionmaker() as database:
        own = sa.select(AccompanimentCopy).join(Person).where(Person.oid == person.oid)
        return database.scalars(own).one_or_none()
