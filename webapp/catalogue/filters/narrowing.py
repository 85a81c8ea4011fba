"""What remains of a list, and how many each answer would give: operations on sets, exact. Pure but for reading sets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from webapp.catalogue.filters.asked import Asked, Span
from webapp.catalogue.filters.described import Choices, Filter, Measured
from webapp.catalogue.index.finding import any_of, every
from webapp.catalogue.index.numbers import Line
from webapp.catalogue.index.sets import EMPTY, Places


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What was found among `scope`, and what would be found without each filter in force."""

    scope: Places
    found: Places
    without: Mapping[str, Places] = field(default_factory=dict)

    def base(self, name: str) -> Places:
        """What the answers of a filter are counted among: everything that the other filters leave."""
        return self.without.get(name, self.found)

    def count(self, name: str, places: Places) -> int:
        """How many products an answer of a filter has, as if nothing were chosen of this filter."""
        return self.base(name).intersection_cardinality(places)


def narrow(scope: Places, chosen: Mapping[str, Places]) -> Narrowed:
    """Keep of `scope` what is in every chosen set; `chosen` by the names of filters."""
    without = {name: every([scope, *(places for other, places in chosen.items() if other != name)]) for name in chosen}
    return Narrowed(scope, every([scope, *chosen.values()]), without)


def chosen_sets(
    asked: Asked, filters: Iterable[Filter], sets: Mapping[str, Places], lines: Mapping[str, Line]
) -> dict[str, Places]:
    """The set of every filter in force: of answers one of them suffices, a range keeps what lies within it."""
    found = {}
    for one in filters:
        if isinstance(one, Choices) and one.name in asked.choices:
            found[one.name] = any_of(
                sets.get(choice.key, EMPTY) for choice in one.choices if choice.slug in asked.choices[one.name]
            )
        elif isinstance(one, Measured) and one.name in asked.spans:
            found[one.name] = within(one, asked.spans[one.name], lines)
    return found


def within(one: Measured, span: Span, lines: Mapping[str, Line]) -> Places:
    """Products whose number lies within the span; of those with a range, whose range meets it."""
    line = lines[one.line]
    if one.to_line is None:
        return line.within(span.low, span.high)
    upper = lines[one.to_line]
    lows, highs = line.within(None, None), upper.within(None, None)
    begins = line.within(None, span.high) | (upper.within(None, span.high) - lows)
    ends = upper.within(span.low, None) | (line.within(span.low, None) - highs)
    return begins & ends


def line_keys(asked: Asked, filters: Iterable[Filter]) -> list[str]:
    """Keys of the number lines that the ranges in force need."""
    measured = [one for one in filters if isinstance(one, Measured) and one.name in asked.spans]
    return [key for one in measured for key in (one.line, one.to_line) if key is not None]


def covered(amounts: Mapping[str, int], price_lines: Mapping[str, Line]) -> Places:
    """Products whose price a certificate covers: amounts and lines of prices by item."""
    return any_of(price_lines[item].within(None, kopecks) for item, kopecks in amounts.items() if item in price_lines)
