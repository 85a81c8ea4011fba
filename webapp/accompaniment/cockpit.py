"""How accompaniment stands with each participant, and what is offered now: a decision table. Pure.

An offer is no gate: any of the seven pairs may be written (docs/decisions/0023).

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

    `record` is what the register says; `may` what is offered to be asked of this institution now. `eligibility` says
    why there is a right, or why not.
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


def cockpit(eligibilities: Sequence[Eligibility], records: Iterable[Record]) -> tuple[Line, ...]:
    """What is said of each participant, in the order of the procedure, organisations one by one; no record is no data.

    `eligibilities` are those of `rules.eligibility`, one of each participant.
    """
    told = sorted(records, key=lambda one: _ORDER.index(one.state))
    lines = []
    for found in eligibilities:
        own = [one for one in told if one.participant is found.participant]
        lines += [_line(one, found) for one in own or [Record(found.participant, State.NO_DATA)]]
    return tuple(lines)


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
