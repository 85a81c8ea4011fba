"""What a new programme says otherwise than the one before it. Pure.

When only the ТСР were clarified (Order 545н, paragraph 7) everything else is the same; here that is seen, not assumed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from webapp.gateways.programmes.port import Programme, TsrLine


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
    """All that two programmes say differently. `rest_changed`: limitations, groups or measures differ too."""

    items: tuple[Difference, ...]
    rest_changed: bool

    @property
    def is_empty(self) -> bool:
        return not self.items and not self.rest_changed


def compare(before: Programme, now: Programme) -> Compared:
    """Differences of `now` from `before`, in the order of the new programme, what is gone last."""
    remaining = list(before.tsr)
    found: list[Difference] = []
    for line in now.tsr:
        old = _counterpart(line, remaining)
        if old is None:
            found.append(Difference(Change.ADDED, None, line))
            continue
        remaining.remove(old)
        found += _changes(old, line)
    found += [Difference(Change.REMOVED, line, None) for line in remaining]
    return Compared(tuple(found), _rest(before) != _rest(now))


def _counterpart(line: TsrLine, among: Sequence[TsrLine]) -> TsrLine | None:
    """The line of the same name, of several the one from the same source."""
    same = [each for each in among if each.name.casefold() == line.name.casefold()]
    return next((each for each in same if each.source == line.source), same[0] if same else None)


def _changes(old: TsrLine, new: TsrLine) -> list[Difference]:
    told = (
        (Change.QUANTITY, (old.quantity, old.unit) != (new.quantity, new.unit)),
        (Change.TERM, (old.starts, old.until) != (new.starts, new.until)),
        (Change.SOURCE, old.source != new.source),
    )
    return [Difference(change, old, new) for change, is_so in told if is_so]


def _rest(programme: Programme) -> tuple[object, ...]:
    return (
        frozenset(programme.limitations),
        frozenset(programme.target_groups),
        Counter(programme.measures),
        frozenset(programme.helps),
        programme.needs_tsr,
        programme.needs_escort,
    )
