"""What programmes entitle a person to: each item with its state and its place in the classification. No database."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.gateways.programmes.port import Execution, Programme, TsrLine
from webapp.ipra import rules
from webapp.ipra.fitting_rules import understood
from webapp.ipra.names import key_meant, key_of
from webapp.ipra.rules import Judged
from webapp.ipra.terms import replacement_days
from webapp.reference.matching import Match


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One item. `id` tells it from every other of the person's and says nothing by itself.

    `match` is the one reading of its name: pages, the money and the fit take it from here.
    """

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
    names = [line.name for line in programme.tsr]
    by_name: dict[str, list[Execution]] = defaultdict(list)
    for event in programme.executions:
        by_name[key_meant(event.name, names)].append(event)
    made = []
    seen: Counter[tuple[str, str]] = Counter()
    for line in programme.tsr:
        seen[line.source, line.name] += 1
        judged = rules.judge(line, by_name[key_of(line.name)], programme, force, today, replacement_days())
        line_id = _id(programme, line, seen[line.source, line.name])
        made.append(Entitlement(line_id, line, programme, understood(line.name), judged))
    return made


def _gone(programmes: Sequence[Programme], counted: Sequence[Programme], today: date) -> list[Entitlement]:
    """What the directly replaced programmes had and the present ones have not."""
    present = {key_of(line.name) for programme in counted for line in programme.tsr}
    replaced = {programme.replaces for programme in counted if programme.replaces is not None}
    return [
        each
        for programme in programmes
        if programme.number in replaced
        for each in _of(programme, programmes, today)
        if key_of(each.line.name) not in present
    ]


def _id(programme: Programme, line: TsrLine, ordinal: int) -> str:
    """`ordinal` tells lines of one source and name apart; other lines may come and go without changing it.

    Whoever knows the line can make it anew: addresses hold a name of it (`encryption.name_of`).
    """
    facts = f"{programme.number}|{line.source}|{ordinal}|{line.name}"
    return hashlib.blake2s(facts.encode(), digest_size=8).hexdigest()


def programme_id(programme: Programme) -> str:
    """What tells a programme from the person's others; addresses hold a name of it (`encryption.name_of`)."""
    return hashlib.blake2s(programme.number.encode(), digest_size=8).hexdigest()
