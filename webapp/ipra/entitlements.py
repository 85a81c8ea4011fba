"""What programmes entitle a person to: each item with its state and its place in the classification. No database."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.gateways.programmes.port import Execution, Programme, TsrLine
from webapp.ipra import rules
from webapp.ipra.rules import Judged
from webapp.ipra.terms import replacement_days
from webapp.reference.matching import Match, match


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One item. `id` tells it from every other of the person's and says nothing by itself."""

    id: str
    line: TsrLine
    programme: Programme
    match: Match
    judged: Judged


def entitlements(programmes: Sequence[Programme], today: date) -> list[Entitlement]:
    """Items of the programmes that count today, what waits for the person first; then what only a replaced one had."""
    counted = rules.shown(programmes, today)
    found = [each for programme in counted for each in _of(programme, programmes, today)]
    order = list(rules.State)
    found.sort(key=lambda each: order.index(each.judged.state))
    return found + _gone(programmes, counted, today)


def _of(programme: Programme, among: Sequence[Programme], today: date) -> list[Entitlement]:
    force = rules.force_of(programme, among, today)
    made = []
    for place, line in enumerate(programme.tsr):
        events = _events_of(line, programme)
        judged = rules.judge(line, events, programme, force, today, replacement_days())
        made.append(Entitlement(_id(programme, line, place), line, programme, match(line.name), judged))
    return made


def _events_of(line: TsrLine, programme: Programme) -> list[Execution]:
    """Records about this item: by its name; where the executor writes it otherwise, by the code of both names."""
    by_name = [event for event in programme.executions if event.name.casefold() == line.name.casefold()]
    if by_name:
        return by_name
    code = match(line.name).item_code
    return [event for event in programme.executions if code is not None and match(event.name).item_code == code]


def _gone(programmes: Sequence[Programme], counted: Sequence[Programme], today: date) -> list[Entitlement]:
    """What the directly replaced programmes had and the present ones have not."""
    present = {line.name.casefold() for programme in counted for line in programme.tsr}
    replaced = {programme.replaces for programme in counted if programme.replaces is not None}
    return [
        each
        for programme in programmes
        if programme.number in replaced
        for each in _of(programme, programmes, today)
        if each.line.name.casefold() not in present
    ]


def _id(programme: Programme, line: TsrLine, place: int) -> str:
    facts = f"{programme.number}|{line.source}|{place}|{line.name}"
    return hashlib.blake2s(facts.encode(), digest_size=8).hexdigest()


def programme_id(programme: Programme) -> str:
    """What tells a programme from the person's others in an address, without its number."""
    return hashlib.blake2s(programme.number.encode(), digest_size=8).hexdigest()
