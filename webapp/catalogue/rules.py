"""Facts about a product from its characteristics: which, in which order, which two belong together.

Pure: takes values and descriptions, returns codes with values; templates and formatters speak.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from webapp.reference.records import Characteristic, EnumValue


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
    uppers = {one.range_to for one in described if one.range_to in values and one.key in values}
    for one in described:
        if one.key not in values or one.key in uppers:
            continue
        high = values.get(one.range_to) if one.range_to is not None else None
        yield Fact(one, values[one.key], high)
