"""What the site asks of the register of programmes, and what it may hear.

The register answers asynchronously: a request is taken, later its answer is there. Its documents name things by their
names, without codes of the classification.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol


class Source(StrEnum):
    """Whose money pays: the part of the programme in which an item stands."""

    FEDERAL = "federal"
    REGIONAL = "regional"
    OWN = "own"
    MOSCOW = "moscow"
    """Federal money that Moscow itself manages."""


class Direction(StrEnum):
    """The eight directions of rehabilitation (181-ФЗ, article 9)."""

    MEDICAL = "medical"
    PROSTHETIC = "prosthetic"
    VOCATIONAL = "vocational"
    SOCIAL = "social"
    SOCIOCULTURAL = "sociocultural"
    PHYSICAL = "physical"
    EARLY_HELP = "early_help"
    TSR = "tsr"


class LifeActivity(StrEnum):
    """The seven categories of life activity, each limited in one of three degrees."""

    SELF_CARE = "self_care"
    MOVEMENT = "movement"
    ORIENTATION = "orientation"
    COMMUNICATION = "communication"
    BEHAVIOUR = "behaviour"
    LEARNING = "learning"
    WORK = "work"


class Event(StrEnum):
    """What has happened to an item so far, by the records of its executor."""

    APPLIED = "applied"
    CLARIFICATION = "clarification"
    CERTIFICATE = "certificate"
    PURCHASE = "purchase"
    REFERRAL = "referral"
    RECEIVED = "received"


class Group(StrEnum):
    """Disability: a group, or the category of a child."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    CHILD = "child"


@dataclass(frozen=True, slots=True, repr=False)
class Limitation:
    """One limited category of life activity; `degree` is 1, 2 or 3."""

    category: LifeActivity
    degree: int


@dataclass(frozen=True, slots=True, repr=False)
class TargetGroup:
    """A target rehabilitation group as received; `for_combat` where it is separate for a combat trauma."""

    code: str
    name: str
    for_combat: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Measure:
    """One row of a direction. `until` is None for «бессрочно»; `result` is empty until something is written."""

    direction: Direction
    name: str
    is_needed: bool
    starts: date | None
    until: date | None
    executor: str
    result: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class TsrLine:
    """One ТСР or service of the programme, by its name as written there. `until` is None for «бессрочно»."""

    source: Source
    name: str
    quantity: int
    unit: str
    starts: date | None
    until: date | None
    executor: str


@dataclass(frozen=True, slots=True, repr=False)
class Execution:
    """The executor's record about an item, tied to it by its name. `until` is what the event holds to, if anything."""

    name: str
    event: Event
    on: date
    until: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Programme:
    """One programme (ИПРА). `ends` is None where it has no term («бессрочно»).

    `replaces` is the number of the programme that this one stands for; None for a first one. `needs_tsr` and
    `needs_escort` are the two conclusions of Order 363н, paragraph 8; None where the document says nothing.
    """

    number: str
    kind: str
    issued: date
    decided: date | None
    ends: date | None
    replaces: str | None
    office: str
    protocol: str
    is_first: bool | None
    potential: str
    prognosis: str
    limitations: tuple[Limitation, ...] = ()
    target_groups: tuple[TargetGroup, ...] = ()
    measures: tuple[Measure, ...] = ()
    tsr: tuple[TsrLine, ...] = ()
    executions: tuple[Execution, ...] = ()
    helps: tuple[str, ...] = ()
    forecasts: tuple[tuple[str, str], ...] = ()
    needs_tsr: bool | None = None
    needs_escort: bool | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Extract:
    """All that the register tells about one person. No programmes: the register has none."""

    snils: str
    last_name: str
    first_name: str
    middle_name: str
    birth_date: date | None
    group: Group | None
    cause: str
    disabled_since: date | None
    disabled_until: date | None
    programmes: tuple[Programme, ...] = field(default=())


class Failure(StrEnum):
    """Why there is no answer."""

    BUSY = "busy"
    """As many exchanges as we allow ourselves are under way: the register was not asked at all."""

    UNAVAILABLE = "unavailable"
    """Down, slow, or answering what cannot be read."""
    UNKNOWN_REQUEST = "unknown_request"
    """The register does not know the request (any more): ask anew."""
    REFUSED = "refused"
    """The register does not let the site in: only we can mend it."""
    CONTRADICTORY = "contradictory"
    """The answer contradicts itself or speaks of somebody else: nothing of it is believed."""


class RegisterFailed(Exception):
    """There is no answer, and why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


class ProgrammeRegister(Protocol):
    """The register. Methods raise RegisterFailed and nothing else, and never wait longer than the settings say."""

    def ask(self, snils: str) -> str:
        """Send a request for everything about the person; returns the request's id."""
        ...

    def answer(self, request_id: str, snils: str) -> Extract | None:
        """What the register answered; None while it is not ready. The answer must speak of this very СНИЛС."""
        ...
