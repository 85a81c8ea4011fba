"""Acting for another person: the values and the port of it.

Who may act for whom is decided by the feature that keeps authorities (`features.AUTHORITIES`); the
guard asks it anew at every request.
"""

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException

from webapp.core.entrusted import Function, Refused


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
    """The guard's refusal: a page with the reason (status 403). `authority` is its name, empty where there is none.

    `function` is what was wanted, where it is that which is not allowed.
    """

    code = 403

    def __init__(self, refused: Refused, authority: str = "", function: Function | None = None) -> None:
        super().__init__(refused)
        self.refused = refused
        self.authority = authority
        self.function = function


class Authorities(Protocol):
    """What the guard asks about authorities, at every request of who has chosen to act for another."""

    def acting(self, user_id: int, name: str) -> Acting:
        """For whom this person acts by the authority of this name, today. Raises MayNotAct with the reason."""
        ...

    def hold(self, database: Session, acting: Acting, user_id: int) -> bool:
        """Whether it still counts, for the same person; where it does, it is held so until the transaction ends."""
        ...
