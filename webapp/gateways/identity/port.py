"""What the site asks of the sign-on of state sites, and what it may hear."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from webapp.core import freshness


@dataclass(frozen=True, slots=True, repr=False)
class Attempt:
    """One beginning of sign-in. It is kept for the visitor until they come back.

    `state` tells the attempt from every other and is given back by ЕСИА; `verifier` is the secret of PKCE, which never
    leaves the server before the code is exchanged.
    """

    state: str
    verifier: str


@dataclass(frozen=True, slots=True, repr=False)
class Beginning:
    """Where to send the visitor, and what to keep meanwhile."""

    address: str
    attempt: Attempt


class ContactKind(StrEnum):
    """By what a person can be reached."""

    EMAIL = "email"
    MOBILE = "mobile"


class AddressKind(StrEnum):
    """What an address is to a person."""

    REGISTRATION = "registration"
    LIVING = "living"


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """A way to reach a person, as they gave it to ЕСИА; `is_confirmed` when it was tried there."""

    kind: ContactKind
    value: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A document by its requisites; empty or None is what ЕСИА does not tell. `kind` is ЕСИА's («RF_PASSPORT»)."""

    kind: str
    series: str
    number: str
    issued: date | None
    issued_by: str
    division_code: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True, repr=False)
class PostalAddress:
    """An address of a person; `text` is the whole in one line, `fias` the number in the state's register."""

    kind: AddressKind
    text: str
    postcode: str
    region: str
    fias: str


@dataclass(frozen=True, slots=True, repr=False)
class Child:
    """A child of the person by their account. `birth_certificate` is None where it is not shown."""

    oid: str
    last_name: str
    first_name: str
    middle_name: str
    birth_date: date | None
    snils: str | None
    birth_certificate: Document | None


@dataclass(frozen=True, slots=True, repr=False)
class Identified:
    """The person as ЕСИА tells them, read once; no token outlives the reading.

    `oid` is ЕСИА's number of the person. `snils` is None where the account has none. `region` is the name of the
    subject of the federation where the person is registered, as ЕСИА writes it; None where it says nothing.
    `signed_in_at` is when the person proved themselves (aware, UTC), or when the tokens were made where nobody says
    that; `proved_at` is the first of the two alone. The rest is empty where no scope opens it, where ЕСИА has nothing,
    and where it did not answer in time.
    """

    oid: str
    last_name: str
    first_name: str
    middle_name: str
    birth_date: date | None
    gender: str
    snils: str | None
    region: str | None
    is_confirmed: bool
    signed_in_at: datetime
    proved_at: datetime | None = None
    contacts: tuple[Contact, ...] = ()
    document: Document | None = None
    addresses: tuple[PostalAddress, ...] = ()
    children: tuple[Child, ...] = ()
    are_children_told: bool = False
    """Whether ЕСИА was asked for the children and answered: only then does one that is not there mean anything."""

    def is_fresh(self, now: datetime) -> bool:
        """Whether the person has proved themselves so lately that they may sign; never where nobody says when."""
        return freshness.is_fresh(self.proved_at, now)


class Refusal(StrEnum):
    """Why nobody was signed in. Each has its page."""

    DENIED = "denied"
    """The person did not agree at ЕСИА."""
    UNCONFIRMED = "unconfirmed"
    """ЕСИА lets only confirmed accounts through."""
    SECOND_STEP = "second_step"
    """The account has no second step of sign-in, or ЕСИА cannot take it now, and what is asked for demands it."""
    NOT_ALLOWED = "not_allowed"
    """ЕСИА does not let this account use what the site asks for."""
    EXPIRED = "expired"
    """The code is used, forged, another's or too old."""
    UNAVAILABLE = "unavailable"
    """ЕСИА is down or slow, or its answer cannot be read."""
    BUSY = "busy"
    """ЕСИА itself says that it is overloaded, under repair or at fault."""
    UNTRUSTED = "untrusted"
    """The answer is not what was asked for, or not signed by ЕСИА: nobody is believed."""
    MISCONFIGURED = "misconfigured"
    """ЕСИА does not accept the site itself: only we can mend it."""


class NotIdentified(Exception):
    """Nobody was signed in. `code` is ЕСИА's own number («ESIA-007004»), for the log; empty where it gave none."""

    def __init__(self, refusal: Refusal, code: str = "") -> None:
        super().__init__(refusal)
        self.refusal = refusal
        self.code = code


class Identity(Protocol):
    """The sign-on. Methods raise NotIdentified and nothing else, and never wait longer than the settings say."""

    def begin(self, is_fresh: bool = False) -> Beginning:
        """A new attempt, with state, PKCE and a signed request.

        `is_fresh` asks that the person prove themselves anew. Not every system can be asked (see `fresh_address`), and
        none must be believed: `Identified.is_fresh` tells.
        """
        ...

    def fresh_address(self, back: str) -> str | None:
        """Where to send a person who must prove themselves anew, before `begin`: there their session ends.

        They come `back` (absolute: the page that begins sign-in). None where `begin(is_fresh=True)` is enough.
        """
        ...

    def refused(self, error: str, description: str) -> NotIdentified:
        """What a return with `error` and `error_description` means."""
        ...

    def finish(self, attempt: Attempt, code: str) -> Identified:
        """Exchange the code, check the tokens, read the person."""
        ...

    def sign_out_address(self, back: str) -> str:
        """Where a link leads that ends the person's session at ЕСИА; ЕСИА then sends them `back` (absolute)."""
        ...
