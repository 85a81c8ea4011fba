"""Who may act for whom, by what right, until when: pure decisions.

The kinds and their documents follow the Civil Code (art. 26, 28, 29, 30, 33, 35, 182–189) and what Order 363н asks for:
a document that proves the authority.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from webapp.core.entrusted import Function, Refused

PASSPORT_AGE, OF_AGE = 14, 18
SOON = timedelta(days=30)
POWER_WITHOUT_TERM = 1
"""Years for which a power of attorney counts that names no term (Civil Code, art. 186)."""


class Kind(StrEnum):
    """What a representative is to the person."""

    PARENT = "parent"
    ADOPTIVE_PARENT = "adoptive_parent"
    GUARDIAN = "guardian"
    TRUSTEE = "trustee"
    """Попечитель: agrees to what the person does, does not replace them."""
    INSTITUTION = "institution"
    AGENT = "agent"
    """By power of attorney."""
    LAWYER = "lawyer"
    HELPER = "helper"
    """Sees what the person sees, nothing more."""


class Proof(StrEnum):
    """What made a claim an authority."""

    ESIA = "esia"
    REGISTER = "register"
    PERSON = "person"
    DOCUMENT = "document"


class State(StrEnum):
    """How an authority stands by what people and systems did; terms and ages are judged by `refusal`."""

    CLAIMED = "claimed"
    RETURNED = "returned"
    DECLINED = "declined"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    GIVEN_UP = "given_up"
    REPLACED = "replaced"
    NOT_TOLD = "not_told"


ALL = frozenset(Function)
LEGAL = frozenset({Kind.PARENT, Kind.ADOPTIVE_PARENT, Kind.GUARDIAN, Kind.TRUSTEE, Kind.INSTITUTION})
"""«Законный представитель» of the form of Order 363н; an agent and a lawyer are «уполномоченный»."""
FUNCTIONS: Mapping[Kind, frozenset[Function]] = {
    Kind.PARENT: ALL,
    Kind.ADOPTIVE_PARENT: ALL,
    Kind.GUARDIAN: ALL,
    Kind.TRUSTEE: frozenset({Function.VIEW}),
    Kind.INSTITUTION: ALL,
    Kind.AGENT: ALL,
    Kind.LAWYER: frozenset({Function.VIEW, Function.TSR, Function.ACCOMPANIMENT}),
    Kind.HELPER: frozenset({Function.VIEW, Function.FAVOURITES}),
}
"""The most that a kind may ever do. Of an agent, a lawyer and a helper the person or the document chooses from it."""
CHOSEN = frozenset({Kind.AGENT, Kind.LAWYER, Kind.HELPER})
PROOFS: Mapping[Kind, frozenset[Proof]] = {
    Kind.PARENT: frozenset({Proof.ESIA, Proof.REGISTER, Proof.DOCUMENT}),
    Kind.ADOPTIVE_PARENT: frozenset({Proof.ESIA, Proof.REGISTER, Proof.DOCUMENT}),
    Kind.GUARDIAN: frozenset({Proof.REGISTER, Proof.DOCUMENT}),
    Kind.TRUSTEE: frozenset({Proof.REGISTER, Proof.DOCUMENT, Proof.PERSON}),
    Kind.INSTITUTION: frozenset({Proof.REGISTER, Proof.DOCUMENT}),
    Kind.AGENT: frozenset({Proof.PERSON, Proof.DOCUMENT}),
    Kind.LAWYER: frozenset({Proof.PERSON, Proof.DOCUMENT}),
    Kind.HELPER: frozenset({Proof.PERSON}),
}
"""What can prove a kind. A small child or an incapable adult confirms nothing."""
CLAIMABLE = tuple(kind for kind in Kind if kind is not Kind.HELPER)
"""A helper is invited by the person; all others say what they are and by which document."""
OF_CHILDREN = frozenset({Kind.PARENT, Kind.ADOPTIVE_PARENT})

_BY_STATE = {
    State.CLAIMED: Refused.UNPROVEN,
    State.RETURNED: Refused.RETURNED,
    State.DECLINED: Refused.DECLINED,
    State.WITHDRAWN: Refused.WITHDRAWN,
    State.GIVEN_UP: Refused.GIVEN_UP,
    State.REPLACED: Refused.REPLACED,
    State.NOT_TOLD: Refused.NOT_TOLD,
}


@dataclass(frozen=True, slots=True)
class Right:
    """What decides about an authority. `appointed_on` is the day of its document; days are Moscow's, both inclusive."""

    kind: Kind
    state: State
    functions: frozenset[Function] = ALL
    starts_on: date | None = None
    ends_on: date | None = None
    appointed_on: date | None = None


class Note(StrEnum):
    """What both sides should hear of an authority that still counts."""

    NEEDS_PASSPORT = "needs_passport"
    """The child is fourteen: applications want the passport, and the child may act too."""
    GROWS_UP_SOON = "grows_up_soon"
    ENDS_SOON = "ends_soon"
    ENDS_TODAY = "ends_today"


def refusal(right: Right, born: date | None, today: date) -> Refused | None:
    """Why nobody may act by this right today; None where they may."""
    if right.state is not State.CONFIRMED:
        return _BY_STATE[right.state]
    if right.starts_on is not None and today < right.starts_on:
        return Refused.NOT_YET
    if right.ends_on is not None and today > right.ends_on:
        return Refused.OVER
    if right.kind in OF_CHILDREN and born is None:
        return Refused.UNPROVEN  # nobody knows when the child grows up
    last = last_day_of_childhood(right, born)
    if last is not None and today > last:
        return Refused.GROWN_UP
    return None


def may_end(kind: Kind, proof: Proof | None) -> bool:
    """Whether the person ends the access alone and at once: of whom they chose, and of whom they let in themselves.

    Of the others the guardianship body decides.
    """
    return kind in CHOSEN or proof is Proof.PERSON


def allowed(right: Right) -> frozenset[Function]:
    """What the right opens: never more than its kind may."""
    most = FUNCTIONS[right.kind]
    return most & right.functions if right.kind in CHOSEN else most


def last_day_of_childhood(right: Right, born: date | None) -> date | None:
    """The day before the eighteenth birthday, where the right ends with it; None for a right that does not.

    A parent's always does; a guardian's, a trustee's and an institution's where they were appointed to a child.
    """
    if born is None or right.kind not in LEGAL:
        return None
    grown_up = birthday(born, OF_AGE)
    is_of_child = right.kind in OF_CHILDREN or (right.appointed_on is not None and right.appointed_on < grown_up)
    return grown_up - timedelta(days=1) if is_of_child else None


def last_day(right: Right, born: date | None) -> date | None:
    """The last day of the right, whatever ends it; None where nothing does."""
    days = [day for day in (right.ends_on, last_day_of_childhood(right, born)) if day is not None]
    return min(days, default=None)


def notes(right: Right, born: date | None, today: date) -> tuple[Note, ...]:
    """What is worth saying today of a right that counts."""
    childhood, last = last_day_of_childhood(right, born), last_day(right, born)
    found = []
    if childhood is not None and born is not None and birthday(born, PASSPORT_AGE) <= today <= childhood:
        found.append(Note.NEEDS_PASSPORT)
    if last is not None and today == last:
        found.append(Note.ENDS_TODAY)
    elif last is not None and today < last <= today + SOON:
        found.append(Note.GROWS_UP_SOON if last == childhood else Note.ENDS_SOON)
    return tuple(found)


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches the age; born on 29 February: on 1 March of a common year."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def last_day_of_power(made_on: date, ends_on: date | None) -> date:
    """The last day of a power of attorney: as it says, else a year after the day on which it was made (art. 186)."""
    return ends_on if ends_on is not None else birthday(made_on, POWER_WITHOUT_TERM)
