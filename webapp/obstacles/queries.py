"""Reads of reports. The number is the key: there is no list of them for anybody but the staff's commands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from webapp.core import clock
from webapp.core.database import read
from webapp.core.errors import NotFound
from webapp.obstacles.models import Obstacle
from webapp.obstacles.rules import KEPT_FOR, Answer, Contact, Message, State, contact_kind, state

_ALL = sa.select(
    Obstacle.number,
    Obstacle.message,
    Obstacle.reported_at,
    Obstacle.promised_for,
    Obstacle.answer,
    Obstacle.answered_at,
)


@dataclass(frozen=True, slots=True)
class Report:
    """A report and, once it is there, its answer."""

    number: str
    message: Message
    reported_at: datetime
    promised_for: date
    answer: Answer | None
    answered_at: datetime | None

    @property
    def state(self) -> State:
        return state(self.promised_for, self.answered_at is not None, clock.today())

    @property
    def contact_kind(self) -> Contact:
        return contact_kind(self.message.contact)

    @property
    def reported_on(self) -> date:
        return self.reported_at.astimezone(clock.MOSCOW).date()

    @property
    def answered_on(self) -> date | None:
        return self.answered_at.astimezone(clock.MOSCOW).date() if self.answered_at is not None else None

    @property
    def kept_until(self) -> date | None:
        return self.answered_on + KEPT_FOR if self.answered_on is not None else None


def report(number: str) -> Report:
    """The report with this number. Raises NotFound, also for one whose time is over and that was not removed yet."""
    row = read(_kept(_ALL).where(Obstacle.number == number)).one_or_none()
    if row is None:
        raise NotFound("report")
    return _report(row)


def exists(number: str) -> bool:
    """Whether `report` would find one."""
    return read(_kept(sa.select(Obstacle.number)).where(Obstacle.number == number)).one_or_none() is not None


def reports(open_only: bool = False) -> list[Report]:
    """All of them: those that are overdue first, then by the promised day; those with an answer last."""
    wanted = _kept(_ALL)
    if open_only:
        wanted = wanted.where(Obstacle.answered_at.is_(None))
    order = list(State)
    found = [_report(row) for row in read(wanted)]
    return sorted(found, key=lambda each: (order.index(each.state), each.promised_for, each.reported_at))


def _kept(wanted: sa.Select[Any]) -> sa.Select[Any]:
    return wanted.where(sa.not_(Obstacle.is_over(clock.now())))


def _report(row: sa.Row[tuple[object, ...]]) -> Report:
    values = dict(row._mapping)
    answer = Answer(**values["answer"]) if values["answer"] is not None else None
    return Report(**(values | {"message": Message(**values["message"]), "answer": answer}))
