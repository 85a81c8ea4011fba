"""What a new programme says otherwise than the one before it. Pure.

When only the ТСР were clarified (Order 545н, paragraph 7) everything else is the same; here that is seen, not assumed.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from webapp.gateways.programmes.port import Programme, TsrLine
from webapp.ipra.names import key_of


class Change(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    QUANTITY = "quantity"
    TERM = "term"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of one item; `before` and `now` are the lines themselves, None where there is none."""

    change: Change
    before: TsrLine | None
    now: TsrLine | None

    @property
    def name(self) -> str:
        line = self.now or self.before
        assert line is not None
        return line.name


@dataclass(frozen=True, slots=True)
class Compared:
    """All that two programmes say differently. `rest_changed`: the term, limitations, groups or measures differ too."""

    items: tuple[Difference, ...]
    rest_changed: bool

    @property
    def is_empty(self) -> bool:
        return not self.items and not self.rest_changed


def compare(before: Programme, now: Programme) -> Compared:
    """Differences of `now` from `before`, in the order of the new programme, what is gone last."""
    partners = _partners(list(before.tsr), list(now.tsr))
    found: list[Difference] = []
    for line, old in zip(now.tsr, partners, strict=True):
        found += _changes(old, line) if old is not None else [Difference(Change.ADDED, None, line)]
    gone = list(before.tsr)
    for old in filter(None, partners):
        gone.remove(old)
    found += [Difference(Change.REMOVED, line, None) for line in gone]
    return Compared(tuple(found), _rest(before) != _rest(now))


def _partners(before: list[TsrLine], now: list[TsrLine]) -> list[TsrLine | None]:
    """For each new line the old one that it continues, the likest first, so that as little as can be has changed."""
    found: list[TsrLine | None] = [None] * len(now)
    for likeness in (_whole, _of_one_source, _of_one_name):
        for place, line in enumerate(now):
            if found[place] is None:
                found[place] = next((old for old in before if likeness(old) == likeness(line)), None)
                if found[place] is not None:
                    before.remove(found[place])  # type: ignore[arg-type]
    return found


def _of_one_name(line: TsrLine) -> tuple[object, ...]:
    return (key_of(line.name),)


def _of_one_source(line: TsrLine) -> tuple[object, ...]:
    return key_of(line.name), line.source


def _whole(line: TsrLine) -> tuple[object, ...]:
    return key_of(line.name), line.source, line.quantity, line.unit, line.starts, line.until


def _changes(old: TsrLine, new: TsrLine) -> list[Difference]:
    told = (
        (Change.QUANTITY, (old.quantity, old.unit) != (new.quantity, new.unit)),
        (Change.TERM, (old.starts, old.until) != (new.starts, new.until)),
        (Change.SOURCE, old.source != new.source),
    )
    return [Difference(change, old, new) for change, is_so in told if is_so]


def _rest(programme: Programme) -> tuple[object, ...]:
    return (
        programme.ends,
        frozenset(programme.limitations),
        frozenset(programme.target_groups),
        Counter(programme.measures),
        frozenset(programme.helps),
        programme.needs_tsr,
        programme.needs_escort,
    )
