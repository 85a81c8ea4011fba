"""How each item of a programme stands, decided from what the register proves and from the calendar.

Pure: takes the register's values, returns codes with values; `words` speaks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from webapp.gateways.programmes.port import Event, Execution, Programme, Source, TsrLine
from webapp.ipra.fitting_values import Line


class Force(StrEnum):
    """Whether a programme is in force on a day."""

    IN_FORCE = "in_force"
    ENDED = "ended"
    REPLACED = "replaced"


class State(StrEnum):
    """How an item stands. The order is that of a page: what waits for the person comes first."""

    CERTIFICATE = "certificate"
    REFERRAL = "referral"
    CAN_REPLACE = "can_replace"
    CERTIFICATE_ENDED = "certificate_ended"
    REFERRAL_ENDED = "referral_ended"
    CAN_APPLY = "can_apply"
    REGIONAL = "regional"
    CLARIFYING = "clarifying"
    APPLIED = "applied"
    PURCHASE = "purchase"
    NO_DATA = "no_data"
    IN_USE = "in_use"
    NOT_STARTED = "not_started"
    OWN_MONEY = "own_money"
    ENDED = "ended"
    REPLACED = "replaced"


PERSON_ACTS = frozenset(
    {
        State.CERTIFICATE,
        State.REFERRAL,
        State.CAN_REPLACE,
        State.CERTIFICATE_ENDED,
        State.REFERRAL_ENDED,
        State.CAN_APPLY,
        State.REGIONAL,
    }
)
"""States in which the next step is the person's own."""
_STEPS = (
    Event.CLARIFICATION,
    Event.APPLIED,
    Event.PURCHASE,
    Event.REFERRAL,
    Event.CERTIFICATE,
    Event.RECEIVED,
)
"""Events in the order of the way from programme to thing."""
_LAST_IN_PROGRAMME = frozenset({State.ENDED, State.REPLACED})


@dataclass(frozen=True, slots=True)
class Judged:
    """The state of an item. `day` is what the state's words name: since when, until when or from when, by state."""

    state: State
    day: date | None = None
    event: Execution | None = None


def force_of(programme: Programme, among: Iterable[Programme], today: date) -> Force:
    """A programme is replaced when another names it as its ground, whatever its term says. A last day counts."""
    if any(other.replaces == programme.number for other in among):
        return Force.REPLACED
    return Force.ENDED if programme.ends is not None and programme.ends < today else Force.IN_FORCE


def in_force(programmes: Sequence[Programme], today: date) -> list[Programme]:
    """All programmes in force, the newest first."""
    return [each for each in programmes if force_of(each, programmes, today) is Force.IN_FORCE]


def shown(programmes: Sequence[Programme], today: date) -> list[Programme]:
    """The programmes whose items a person is told about: those in force; when none is, the newest that was."""
    present = in_force(programmes, today)
    if present:
        return present
    return [each for each in programmes if force_of(each, programmes, today) is Force.ENDED][:1] or list(programmes[:1])


def judge(
    line: TsrLine, events: Sequence[Execution], programme: Programme, force: Force, today: date, replace_days: int
) -> Judged:
    """How an item stands today.

    `events` are the executor's records about this item; the latest counts. `replace_days` says how long before the end
    of the term of use a replacement may be asked for.
    """
    if force is Force.REPLACED:
        return Judged(State.REPLACED)
    if force is Force.ENDED:
        return Judged(State.ENDED, programme.ends)
    happened = [event for event in events if event.on <= today]
    if happened:
        return _by_event(max(happened, key=_moment), line, today, replace_days)
    if events:  # records about what has not come yet prove nothing
        return Judged(State.NO_DATA, None, max(events, key=_moment))
    return _untouched(line, today)


def _moment(event: Execution) -> tuple[date, int]:
    """When an event came; of one day the later step counts, in whatever order the records stand."""
    return event.on, _STEPS.index(event.event)


def _untouched(line: TsrLine, today: date) -> Judged:
    """Nothing is recorded: what may be done is told by the item's own term and the source of money."""
    if line.until is not None and line.until < today:
        return Judged(State.ENDED, line.until)
    if line.starts is not None and line.starts > today:
        return Judged(State.NOT_STARTED, line.starts)
    states = {Source.REGIONAL: State.REGIONAL, Source.OWN: State.OWN_MONEY}
    return Judged(states.get(line.source, State.CAN_APPLY))


def _by_event(event: Execution, line: TsrLine, today: date, replace_days: int) -> Judged:
    if event.event is Event.CERTIFICATE:
        return _certificate(event, line, today)
    if event.event is Event.REFERRAL and event.until is not None and event.until < today:
        return _lapsed(State.REFERRAL_ENDED, event, line, today)
    if event.event is Event.RECEIVED:
        return _received(event, line, today, replace_days)
    states = {
        Event.APPLIED: State.APPLIED,
        Event.CLARIFICATION: State.CLARIFYING,
        Event.PURCHASE: State.PURCHASE,
        Event.REFERRAL: State.REFERRAL,
    }
    return Judged(states[event.event], event.on, event)


def _certificate(event: Execution, line: TsrLine, today: date) -> Judged:
    if event.until is None:
        return Judged(State.NO_DATA, None, event)
    if event.until >= today:
        return Judged(State.CERTIFICATE, event.until, event)
    return _lapsed(State.CERTIFICATE_ENDED, event, line, today)


def _lapsed(state: State, event: Execution, line: TsrLine, today: date) -> Judged:
    """What was given was not used in time: the item is due again, unless its own term is over."""
    untouched = _untouched(line, today)
    is_due = untouched.state in {State.CAN_APPLY, State.REGIONAL}
    return Judged(state, event.until, event) if is_due else replace(untouched, event=event)


def _received(event: Execution, line: TsrLine, today: date, replace_days: int) -> Judged:
    if event.until is None:
        return Judged(State.IN_USE, None, event)
    replaceable = _earlier(event.until, replace_days)
    if replaceable > today:
        return Judged(State.IN_USE, event.until, event)
    if line.until is not None and line.until < today:  # what the programme no longer gives is not replaced
        return Judged(State.ENDED, line.until, event)
    return Judged(State.CAN_REPLACE, replaceable, event)


def _earlier(day: date, days: int) -> date:
    """So many days before; the calendar's first day when there are not so many."""
    return day - timedelta(days=days) if (day - date.min).days >= days else date.min


def act_by(line: TsrLine, programme: Programme) -> date | None:
    """The last day on which an item can still be asked for; None when nothing ends."""
    ends = [day for day in (line.until, programme.ends) if day is not None]
    return min(ends, default=None)


class Verdict(StrEnum):
    """Whether a product fits the person's programme."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why."""

    SAME_ITEM = "same_item"
    CONTRADICTED = "contradicted"
    """The item is the programme's, but a characteristic is not what its words ask for."""
    UNTOLD = "untold"
    """The item is the programme's, but the maker has not told all that its words ask for."""
    OTHER_ITEM_OF_KIND = "other_item_of_kind"
    SEVERAL_MEANINGS = "several_meanings"
    UNREAD_NAMES = "unread_names"
    UNDER_CLARIFICATION = "under_clarification"
    NOT_IN_PROGRAMME = "not_in_programme"
    NOT_IN_FORCE = "not_in_force"
    NO_PROGRAMME = "no_programme"
    ASKED = "asked"
    """The register was asked and has not answered yet."""
    NO_ANSWER = "no_answer"
    """The register is not asked: it has failed, or was never asked."""
    NO_CONSENT = "no_consent"


NOT_THERE = frozenset({Reason.ASKED, Reason.NO_ANSWER})
"""There may be a programme, but it has not come from the register."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The answer with its reason; `name` is the item of the programme that decided it, as written there.

    `lines` say how the product answers each demand of the programme's words, what speaks against it first.
    """

    verdict: Verdict
    reason: Reason
    name: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An item of the programme for `fit`: its name there, the codes its name matched, its state.

    `candidates` are the codes between which the name does not decide; `is_read` is False for a name of which nothing
    is known.
    """

    name: str
    item_code: str | None
    kind_code: str | None
    state: State
    candidates: tuple[str, ...] = ()
    is_read: bool = True


def fit(item_code: str, kind_code: str, items: Sequence[Named]) -> Fit:
    """Whether a product of this item and kind fits. Doubt is said as doubt: a wrong «yes» costs a person money."""
    living = [each for each in items if each.state not in _LAST_IN_PROGRAMME]
    same = [each for each in living if each.item_code == item_code]
    answers = (
        ([each for each in same if each.state is not State.CLARIFYING], Verdict.YES, Reason.SAME_ITEM),
        (same, Verdict.UNSURE, Reason.UNDER_CLARIFICATION),
        ([each for each in items if each.item_code == item_code], Verdict.UNSURE, Reason.NOT_IN_FORCE),
        ([each for each in living if each.kind_code == kind_code], Verdict.UNSURE, Reason.OTHER_ITEM_OF_KIND),
        ([each for each in living if item_code in each.candidates], Verdict.UNSURE, Reason.SEVERAL_MEANINGS),
        ([each for each in living if not each.is_read], Verdict.UNSURE, Reason.UNREAD_NAMES),
    )
    for found, verdict, reason in answers:
        if found:
            return Fit(verdict, reason, found[0].name)
    return Fit(Verdict.NO, Reason.NOT_IN_PROGRAMME)
