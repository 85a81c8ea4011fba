"""What the site asks of the register of accompaniment (Order 363н), and what it may hear. Answers come at once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from webapp.gateways.programmes.port import Direction


class Participant(StrEnum):
    """Who gives accompaniment (paragraph 3), in the order of the procedure."""

    MSE = "mse"
    """A federal institution of medical and social assessment."""
    FUND = "fund"
    """The Social Fund's body of the region."""
    AUTHORITY = "authority"
    """The region's executive body: it works with the organisations, nobody applies to it (paragraph 9)."""
    ORGANISATION = "organisation"
    """A rehabilitation organisation of the state system."""


class State(StrEnum):
    """How accompaniment by one participant stands."""

    GIVEN = "given"
    STOPPED = "stopped"
    """By the person's own application; it may be resumed while the programme lasts (paragraph 11)."""
    ENDED = "ended"
    NOT_GIVEN = "not_given"
    NO_DATA = "no_data"
    """The participant has told the register nothing."""


class Because(StrEnum):
    """Why accompaniment ended, but for the person's own application (paragraph 13)."""

    PROGRAMME_ENDED = "programme_ended"
    DECISION_CHANGED = "decision_changed"
    """The assessment has taken the second or third degree of the limitation away."""


class Way(StrEnum):
    """How one applies to an organisation."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    EMAIL = "email"
    POST = "post"
    PORTAL = "portal"
    """Through the portal of state services (Госуслуги)."""


@dataclass(frozen=True, slots=True, repr=False)
class Office:
    """A participant's institution and how to reach it. `code` is the register's own, the same in every answer.

    `name` is the full official one. `email` is empty where there is none; None is what was not told.
    """

    code: str
    name: str
    address: str
    telephones: tuple[str, ...] = ()
    email: str = ""
    takes_messages: bool | None = None
    has_sign_language: bool | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """How accompaniment by one institution stands.

    `office` is always there where accompaniment was ever given. `since` is the day from which on it was; `until` the
    day on which the person's application stopped it, or on which it ended; `because` says by what it ended.
    """

    participant: Participant
    state: State
    office: Office | None = None
    since: date | None = None
    until: date | None = None
    because: Because | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Accompaniment:
    """All that the register tells about one person: of each participant but the organisations at most one record.

    Without records the register knows nothing of the person, and nothing says who they are.
    """

    snils: str
    last_name: str
    birth_date: date | None
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Organisation:
    """A rehabilitation organisation. Only one of the state system (`is_state`) may be applied to (paragraph 12).

    `latitude` and `longitude` are degrees (WGS 84), both or neither; `site` is an address of the web, empty where there
    is none. `directions` are what it does, in the order of the law.
    """

    code: str
    name: str
    short_name: str
    is_state: bool
    directions: tuple[Direction, ...]
    city: str
    address: str
    latitude: float | None = None
    longitude: float | None = None
    telephones: tuple[str, ...] = ()
    email: str = ""
    site: str = ""
    ways: tuple[Way, ...] = ()


class Failure(StrEnum):
    """Why there is no answer."""

    BUSY = "busy"
    """As many exchanges as we allow ourselves are under way: the register was not asked at all."""
    UNAVAILABLE = "unavailable"
    """Down, slow, or answering what cannot be read."""
    REFUSED = "refused"
    """The register does not let the site in: only we can mend it."""
    CONTRADICTORY = "contradictory"
    """The answer breaks the form agreed, contradicts itself or speaks of somebody else: nothing of it is believed."""


class RegisterFailed(Exception):
    """There is no answer, and why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure


class AccompanimentRegister(Protocol):
    """The register. Methods raise RegisterFailed and nothing else, and never wait longer than the settings say."""

    def told(self, snils: str) -> Accompaniment:
        """How accompaniment of the person stands with each participant. The answer speaks of this very СНИЛС."""
        ...

    def organisations(self, region: str) -> tuple[Organisation, ...]:
        """The rehabilitation organisations of the region with this code («52»), in the register's order.

        Raises ValueError for what is no code: two or three digits.
        """
        ...
