"""Acting for another person: what may be done, by what right, and why it may not (any more).

Value types alone. Who may act for whom is decided by the feature that keeps authorities (`features.AUTHORITIES`); the
guard asks it anew at every request.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException


class Function(StrEnum):
    """What may be entrusted, one by one."""

    VIEW = "view"
    """See the programme and what it gives."""
    FAVOURITES = "favourites"
    TSR = "tsr"
    """Applications for aids."""
    ACCOMPANIMENT = "accompaniment"
    """Applications for accompaniment (Order 363н)."""
    CONSENT = "consent"
    """Consents to the processing of personal data."""


class Refused(StrEnum):
    """Why somebody may not act for a person, or may not do this for them. Each has its words."""

    UNPROVEN = "unproven"
    """Neither the person nor a document has confirmed the claim yet."""
    RETURNED = "returned"
    """The person, or who checked the document, wants it corrected."""
    DECLINED = "declined"
    NOT_YET = "not_yet"
    """Its first day has not come."""
    OVER = "over"
    """Its last day has passed."""
    GROWN_UP = "grown_up"
    """The child is eighteen."""
    WITHDRAWN = "withdrawn"
    """The person has ended the access."""
    GIVEN_UP = "given_up"
    """The representative does not want to act any more."""
    REPLACED = "replaced"
    """Another representative has been appointed."""
    NOT_TOLD = "not_told"
    """The system that had proven it does not tell of it any more."""
    OUT_OF_SCOPE = "out_of_scope"
    """Somebody may act for the person, but may not do this."""
    NONE = "none"
    """There is no such authority."""


@dataclass(frozen=True, slots=True)
class Acting:
    """For whom somebody acts now, and by which authority (`name`).

    `full_name` is of the person acted for; `accusative` is «Белова Т. А.» as in «за Белова Т. А.».
    """

    name: str
    person_id: int
    functions: frozenset[Function]
    full_name: str
    short_name: str
    accusative: str


class MayNotAct(HTTPException):
    """The guard's refusal: a page with the reason (status 403). `name` names the authority, empty where there is none.

    `function` is what was wanted, where it is that which is not allowed.
    """

    code = 403

    def __init__(self, refused: Refused, name: str = "", function: Function | None = None) -> None:
        super().__init__(refused)
        self.refused = refused
        self.name = name
        self.function = function


class Authorities(Protocol):
    """What the guard asks about authorities, at every request of who has chosen to act for another."""

    def acting(self, user_id: int, name: str) -> Acting:
        """For whom this person acts by the authority of this name, today. Raises MayNotAct with the reason."""
        ...

    def hold(self, database: Session, name: str, user_id: int) -> bool:
        """Whether it still counts; where it does, it is held so until the transaction ends."""
        ...
