"""A register of programmes that the test plays, programmes to put into it, and the moment at which it all happens."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.support.signing_in import ANNA, PlayedIdentity, sign_in
from tests.support.sites import closing, copy_database, make_site, settings_in
from tests.support.strict_client import StrictClient
from webapp.core.database import db, record
from webapp.core.sessions import StoredSession
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import (
    Event,
    Execution,
    Extract,
    Failure,
    Group,
    Programme,
    RegisterFailed,
    Source,
    TsrLine,
)
from webapp.ipra.models import RegisterCopy
from webapp.people.models import Person

NOON = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)
"""The same day in Moscow."""
CANE = "Трость белая тактильная складная"
CANE_CODE = "6-02-02"
STIFF_CANE = "Трость белая тактильная цельная"
"""Another item of the cane's kind."""
TONOMETER = "Тонометр медицинский с речевым выходом"
CHAIR = "Кресло-коляска комнатная с ручным приводом"
INTERPRETER = "Услуги по переводу русского жестового языка"
UNREAD = "Прибор неслыханный облачный"
"""A name that the classification does not know."""
FUND = "Отделение Социального фонда по Нижегородской области (демо)"
_numbers = itertools.count(1)


def days(number: int) -> date:
    """So many days from today; a negative number is the past."""
    return TODAY + timedelta(days=number)


def line(name: str = CANE, source: Source = Source.FEDERAL, **chosen: Any) -> TsrLine:
    """An item of a programme that holds from half a year ago without term."""
    usual: dict[str, Any] = {"quantity": 1, "unit": "штука", "starts": days(-180), "until": None, "executor": FUND}
    return TsrLine(source, name, **(usual | chosen))


def event(kind: Event, on: int = -10, until: int | None = None, name: str = CANE) -> Execution:
    """An executor's record; its days are counted from today."""
    return Execution(name, kind, days(on), None if until is None else days(until))


def programme(*tsr: TsrLine, **chosen: Any) -> Programme:
    """A programme of half a year ago, without term and with nothing done."""
    usual: dict[str, Any] = {
        "number": "601.1.52/2025",
        "kind": "ИПРА инвалида",
        "issued": days(-180),
        "decided": days(-181),
        "ends": None,
        "replaces": None,
        "office": "Бюро медико-социальной экспертизы по Нижегородской области (демо)",
        "protocol": "77",
        "is_first": True,
        "potential": "удовлетворительный",
        "prognosis": "относительно благоприятный",
    }
    return Programme(**(usual | {"tsr": tsr} | chosen))


def extract(*programmes: Programme, **chosen: Any) -> Extract:
    """An answer of the register about Anna."""
    usual: dict[str, Any] = {
        "snils": ANNA.snils,
        "last_name": ANNA.last_name,
        "first_name": ANNA.first_name,
        "middle_name": ANNA.middle_name,
        "birth_date": ANNA.birth_date,
        "group": Group.FIRST,
        "cause": "инвалидность с детства",
        "disabled_since": days(-4000),
        "disabled_until": None,
        "programmes": programmes,
    }
    return Extract(**(usual | chosen))


class PlayedRegister:
    """The port `ProgrammeRegister`. Whoever is not named in `told` has no programme.

    `is_ready` says whether answers are there yet; `refuses` and `fails` make asking and hearing fail; `meanwhile` runs
    while the register is being spoken to.
    """

    def __init__(self) -> None:
        self.told: dict[str, Extract] = {}
        self.is_ready = True
        self.refuses: Failure | None = None
        self.fails: Failure | None = None
        self.meanwhile: Callable[[], None] = lambda: None
        self.asked: list[str] = []
        self.heard: list[str] = []
        self._requests: dict[str, str] = {}

    def ask(self, snils: str) -> str:
        self.asked.append(snils)
        self.meanwhile()
        if self.refuses is not None:
            raise RegisterFailed(self.refuses)
        request_id = f"request-{next(_numbers)}"
        self._requests[request_id] = snils
        return request_id

    def answer(self, request_id: str, snils: str) -> Extract | None:
        self.heard.append(request_id)
        self.meanwhile()
        if self.fails is not None:
            raise RegisterFailed(self.fails)
        if request_id not in self._requests:
            raise RegisterFailed(Failure.UNKNOWN_REQUEST)
        if not self.is_ready:
            return None
        return self.told.get(snils, extract(snils=snils))

    def forget(self) -> None:
        """As after a restart: requests are known no more."""
        self._requests.clear()

    @property
    def calls(self) -> int:
        return len(self.asked) + len(self.heard)


class StoppedClock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.moment = NOON

    def now(self) -> datetime:
        return self.moment

    def pass_time(self, **time: float) -> None:
        self.moment += timedelta(**time)


@dataclass
class Stage:
    """A site whose sign-on, register and clock are the test's."""

    app: Flask
    register: PlayedRegister = field(default_factory=PlayedRegister)
    clock: StoppedClock = field(default_factory=StoppedClock)

    def __post_init__(self) -> None:
        extensions = {"identity": PlayedIdentity(), "programme_register": self.register, "clock": self.clock}
        self.app.extensions.update(extensions)

    def somebody(self) -> Identified:
        """A person whom the site has never seen, and who proves themselves on the stage's day."""
        number = next(_numbers)
        snils = f"000-000-6{number % 100:02} {number // 100 % 100:02}"
        return replace(ANNA, oid=str(1000600500 + number), snils=snils, proved_at=NOON)

    def tell(self, person: Identified, *programmes: Programme) -> None:
        """What the register says of the person from now on."""
        assert person.snils is not None
        self.register.told[person.snils] = extract(*programmes, snils=person.snils)

    def entitled(self, *programmes: Programme) -> StrictClient:
        """A visitor who has signed in and of whom the register knows these programmes."""
        person = self.somebody()
        self.tell(person, *programmes)
        return sign_in(self.app, person)

    def copy_of(self, person: Identified) -> RegisterCopy:
        """What is kept of the register about a person, as a row of its own that no session holds."""
        with self.app.app_context(), db.sessionmaker() as database:
            return database.scalars(sa.select(RegisterCopy).join(Person).where(Person.oid == person.oid)).one()

    def plant(self, person: Identified, kept: object) -> None:
        """Put something else in the place of the answer that is kept about a person."""
        with self.app.app_context(), record() as database:
            found = sa.select(RegisterCopy).join(Person).where(Person.oid == person.oid)
            database.scalars(found).one().extract = kept

    def visits(self, address: str, *programmes: Programme) -> Any:
        """The page that a person with these programmes opens."""
        return self.entitled(*programmes).page(address)


@contextmanager
def site_in(template: Path, folder: Path, patience: float = 0, **chosen: Any) -> Iterator[Flask]:
    """A loaded site in a folder of its own; it waits for a register that is not ready for `patience` seconds."""
    copy_database(template, folder)
    settings = settings_in(folder, **chosen)
    programmes = settings.programmes.model_copy(update={"patience_seconds": patience})
    with closing(make_site(settings.model_copy(update={"programmes": programmes}))) as app:
        yield app


def end_sessions(app: Flask) -> None:
    """What time, or a sign-out on all devices, does to everybody."""
    with app.app_context(), record() as database:
        database.execute(sa.delete(StoredSession))
