"""A product being invented: chooses values that its characteristics allow and remembers them."""

from dataclasses import dataclass, field
from random import Random

from webapp.catalogue.demo.records import Value
from webapp.reference.dataset import characteristics
from webapp.reference.records import Characteristic, Item


@dataclass(slots=True)
class Draft:
    """One product in the making. Methods that take a key store the value under it and return it.

    Raises ValueError when a value is not one the characteristic allows: the generator's own mistake.
    """

    item: Item
    rng: Random
    serial: int
    values: dict[str, Value] = field(default_factory=dict)

    def says(self, *fragments: str) -> bool:
        """Tell whether the item's plain name contains any of the fragments (lower case)."""
        name = self.item.plain_name.lower()
        return any(fragment in name for fragment in fragments)

    def pick(self, *options: str) -> str:
        """Return one of the texts; nothing is stored."""
        return self.rng.choice(options)

    def some(self, options: tuple[str, ...], least: int, most: int) -> tuple[str, ...]:
        """Return some of the texts in their given order; nothing is stored."""
        count = min(self.rng.randint(least, most), len(options))
        chosen = self.rng.sample(range(len(options)), count)
        return tuple(options[index] for index in sorted(chosen))

    def likely(self, chance: float) -> bool:
        """Return True with this chance; nothing is stored."""
        return self.rng.random() < chance

    def number(self, key: str, low: int, high: int) -> int:
        """Store an integer between low and high, on the characteristic's grid and inside its demo range."""
        found = self._characteristic(key, "number")
        least, greatest, step = (found.demo_min or 0, found.demo_max or 0, found.step or 1)
        wanted = self.rng.randint(low, max(low, high))
        value = least + round((wanted - least) / step) * step
        while value > greatest:
            value -= step
        result = max(value, least)
        self.values[key] = result
        return result

    def span(self, low_key: str, high_key: str, low: tuple[int, int], width: tuple[int, int]) -> tuple[int, int]:
        """Store two limits, the lower first, the upper greater by a random width."""
        least = self.number(low_key, *low)
        return least, self.number(high_key, least + width[0], least + width[1])

    def choose(self, key: str, *options: str) -> str:
        """Store one of the characteristic's values, taken from the options, or from all when none are given."""
        allowed = [value.value for value in self._characteristic(key, "enum").values]
        value = self.rng.choice(options or tuple(allowed))
        self._check(key, value, allowed)
        self.values[key] = value
        return value

    def several(self, key: str, options: tuple[str, ...], least: int) -> list[str]:
        """Store at least so many of the options, in their given order."""
        allowed = [value.value for value in self._characteristic(key, "enum_multi").values]
        chosen = list(self.some(options, least, len(options)))
        for value in chosen:
            self._check(key, value, allowed)
        self.values[key] = chosen
        return chosen

    def flag(self, key: str, chance: float | bool) -> bool:
        """Store yes or no: yes with this chance, or as said."""
        self._characteristic(key, "bool")
        value = self.rng.random() < chance
        self.values[key] = value
        return value

    def _check(self, key: str, value: str, allowed: list[str]) -> None:
        if value not in allowed:
            raise ValueError(f"{self.item.code}: {key} cannot be {value!r}")

    def _characteristic(self, key: str, kind: str) -> Characteristic:
        for found in characteristics().of(self.item.profile):
            if found.key == key and found.type == kind:
                return found
        raise ValueError(f"{self.item.code}: profile {self.item.profile} has no {kind} {key!r}")
