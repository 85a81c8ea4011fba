"""A journey: what a person does, what must be heard after each deed, and how much of both is allowed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """One line that says what must be heard after a deed (or must not, or must stand on the Braille line)."""

    line: int
    kind: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Step:
    """One deed of a person, and what is expected of it."""

    line: int
    deed: str
    value: str
    expected: tuple[Expected, ...] = ()

    def __str__(self) -> str:
        return f"{self.deed}: {self.value}" if self.value else self.deed


@dataclass(frozen=True, slots=True)
class Journey:
    """A whole way. `keys` and `words` are the most that it may take; `must` is what safety needs to be heard."""

    name: str
    title: str
    keys: int
    words: int
    must: tuple[Expected, ...]
    steps: tuple[Step, ...]
