"""What the site asks of the sign-on of state sites, and what it may hear."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


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


@dataclass(frozen=True, slots=True, repr=False)
class Identified:
    """The person as ЕСИА tells them, read once; no token outlives the reading.

    `oid` is ЕСИА's number of the person. `snils` is None where the account has none. `region` is the name of the
    subject of the federation where the person is registered, as ЕСИА writes it; None where it says nothing.
    `signed_in_at` is when the person proved themselves to ЕСИА (aware, UTC).
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


class Refusal(StrEnum):
    """Why nobody was signed in. Each has its page."""

    DENIED = "denied"
    """The person did not agree at ЕСИА."""
    UNCONFIRMED = "unconfirmed"
    """ЕСИА lets only confirmed accounts through."""
    EXPIRED = "expired"
    """The code is used, forged, another's or too old."""
    UNAVAILABLE = "unavailable"
    """ЕСИА is down, slow or overloaded, or its answer cannot be read."""
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

    def begin(self) -> Beginning:
        """A new attempt, with state, PKCE and a signed request."""
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
