"""How accompaniment stands with each participant, and what may be asked now: a decision table. Pure.

Paragraphs are those of Order 363н. The register says how things stand, the programme what the person is entitled to;
where they disagree both are said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.accompaniment.rules import Eligibility, Participant, Request, may_ask, may_resume
from webapp.gateways.accompaniment.port import Because, Office, Record, State


class Said(StrEnum):
    """What is said of one participant."""

    GIVEN = "given"
    GIVEN_WITHOUT_RIGHT = "given_without_right"
    """The register says that it is given, the programme gives no right to it (any more)."""
    STOPPED = "stopped"
    """By the person's application; it may be resumed."""
    STOPPED_WITHOUT_RIGHT = "stopped_without_right"
    """By the person's application; the programme gives no right to resume it."""
    PROGRAMME_ENDED = "programme_ended"
    DECISION_CHANGED = "decision_changed"
    BEGINS_ITSELF = "begins_itself"
    """Not given, and no application is needed (paragraphs 7, 8)."""
    WORKS_WITH_OTHERS = "works_with_others"
    """Not given: the region's body, to which nobody applies (paragraph 9)."""
    MAY_BE_ASKED = "may_be_asked"
    """No organisation helps, and one may be asked to."""
    NO_RIGHT = "no_right"
    """Not given, and the programme gives no right to it."""
    NO_DATA = "no_data"


_NOT_GIVEN = {
    Participant.MSE: Said.BEGINS_ITSELF,
    Participant.FUND: Said.BEGINS_ITSELF,
    Participant.AUTHORITY: Said.WORKS_WITH_OTHERS,
    Participant.ORGANISATION: Said.MAY_BE_ASKED,
}
_ENDED = {Because.PROGRAMME_ENDED: Said.PROGRAMME_ENDED, Because.DECISION_CHANGED: Said.DECISION_CHANGED}
_ORDER = (State.GIVEN, State.STOPPED, State.ENDED, State.NOT_GIVEN, State.NO_DATA)
"""Of several organisations the one that helps is told first."""


@dataclass(frozen=True, slots=True)
class Line:
    """How things stand with one institution, or with a participant of whom none is known.

    `record` is what the register says; `may` what may be asked of this institution now. `eligibility` says why there is
    a right, or why not.
    """

    record: Record
    said: Said
    eligibility: Eligibility
    may: tuple[Request, ...] = ()

    @property
    def participant(self) -> Participant:
        return self.record.participant

    @property
    def office(self) -> Office | None:
        """How to reach it; None where the register does not say."""
        return self.record.office

    @property
    def may_resume_until(self) -> date | None:
        """The last day on which it may be resumed, where it may be: that of the programme; None for «бессрочно»."""
        programme = self.eligibility.programme
        return programme.ends if programme is not None else None


@dataclass(frozen=True, slots=True)
class Cockpit:
    """All participants, in the order of the procedure, organisations one by one.

    `may_provide`: an organisation of the state system may be asked to help, whichever of them.
    """

    lines: tuple[Line, ...]
    may_provide: bool

    def may(self, request: Request, participant: Participant, code: str = "") -> bool:
        """Whether this may be asked now: of the institution with the register's `code`, which «предоставить» leaves
        open. That an organisation is of the state system is for the caller to know.
        """
        if request is Request.PROVIDE:
            return may_ask(request, participant) and self.may_provide
        return any(
            line.participant is participant and line.office is not None and line.office.code == code
            for line in self.lines
            if request in line.may
        )


def cockpit(eligibilities: Sequence[Eligibility], records: Iterable[Record]) -> Cockpit:
    """What is said of each participant by the register's records and the programme; no record is no data.

    `eligibilities` are those of `rules.eligibility`, one of each participant.
    """
    told = sorted(records, key=lambda one: _ORDER.index(one.state))
    lines = []
    for found in eligibilities:
        own = [one for one in told if one.participant is found.participant]
        lines += [_line(one, found) for one in own or [Record(found.participant, State.NO_DATA)]]
    return Cockpit(tuple(lines), any(_is_provided_on_request(found, told) for found in eligibilities))


def _is_provided_on_request(found: Eligibility, records: Iterable[Record]) -> bool:
    """Whether the participant gives accompaniment by an application, the person has the right, and nobody gives it."""
    is_given = any(one.participant is found.participant and one.state is State.GIVEN for one in records)
    return may_ask(Request.PROVIDE, found.participant) and found.is_entitled and not is_given


def _line(record: Record, found: Eligibility) -> Line:
    return Line(record, _said(record, found), found, _may(record, found))


def _said(record: Record, found: Eligibility) -> Said:
    if record.because is not None:
        return _ENDED[record.because]
    if record.state is State.GIVEN:
        return Said.GIVEN if found.is_entitled else Said.GIVEN_WITHOUT_RIGHT
    if record.state is State.STOPPED:
        return Said.STOPPED if may_resume(found) else Said.STOPPED_WITHOUT_RIGHT
    if record.state is State.NOT_GIVEN:
        return _NOT_GIVEN[record.participant] if found.is_entitled else Said.NO_RIGHT
    return Said.NO_DATA


def _may(record: Record, found: Eligibility) -> tuple[Request, ...]:
    """What is given may be stopped whatever the programme says; what the person stopped may be resumed by right."""
    asked = {State.GIVEN: Request.STOP, State.STOPPED: Request.RESUME}.get(record.state)
    if asked is None or not may_ask(asked, record.participant):
        return ()
    return (asked,) if asked is Request.STOP or may_resume(found) else ()
