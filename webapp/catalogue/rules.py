"""Facts about a product from its characteristics: which, in which order, which two belong together.

Pure: takes values and descriptions, returns codes with values; templates and formatters speak.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from webapp.reference.records import Characteristic, EnumValue

LOW, HIGH = "_min", "_max"


@dataclass(frozen=True, slots=True)
class Fact:
    """One characteristic with its value. `high` is set where two characteristics are the ends of one range."""

    about: Characteristic
    value: Any
    high: int | None = None

    def chosen(self) -> list[EnumValue]:
        """The values of an enumeration with their English words, in the order of the list of values."""
        wanted = self.value if isinstance(self.value, list) else [self.value]
        return [choice for choice in self.about.values if choice.value in wanted]


def facts(values: Mapping[str, Any], described: Sequence[Characteristic]) -> Iterator[Fact]:
    """Facts in the order of the profile. What the product does not have is left out, not said as «нет данных»."""
    upper = {_stem(one.key, HIGH): one for one in described if HIGH in one.key}
    for one in described:
        if one.key not in values or (HIGH in one.key and _lower_key(one.key) in values):
            continue
        pair = upper.get(_stem(one.key, LOW)) if LOW in one.key else None
        if pair is not None and pair.key in values:
            yield Fact(one, values[one.key], values[pair.key])
        else:
            yield Fact(one, values[one.key])


def _stem(key: str, mark: str) -> str:
    return key.replace(mark, "", 1)


def _lower_key(key: str) -> str:
    return key.replace(HIGH, LOW, 1)
