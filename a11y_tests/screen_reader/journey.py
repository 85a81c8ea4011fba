"""A journey: what a person does, what must be heard after each deed, and how much of both is allowed."""

from dataclasses import dataclass

KEYS, WORDS = "клавиш", "слов"
"""What is budgeted, as a journey's file calls it."""


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
class Budget:
    """How much of something a way may take at most; all but the first of a kind say why it became more."""

    what: str
    most: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """A whole way. `must` is what safety needs to be heard; `budgets` are all that were ever allowed, in order.
    `newcomers` are people whom the site does not know yet when the way begins: it asks them what it asks once.

    `digest` changes with the text of the file: what was measured by another text says nothing of this one.
    """

    name: str
    title: str
    budgets: tuple[Budget, ...]
    must: tuple[Expected, ...]
    steps: tuple[Step, ...]
    digest: str = ""
    newcomers: tuple[str, ...] = ()

    def allowed(self, what: str) -> tuple[int, ...]:
        """The steps by which the budget of something rose; the last one is in force."""
        return tuple(budget.most for budget in self.budgets if budget.what == what)

    @property
    def keys(self) -> int:
        """The most keys that it may take."""
        return self.allowed(KEYS)[-1]

    @property
    def words(self) -> int:
        """The most words that it may take."""
        return self.allowed(WORDS)[-1]
