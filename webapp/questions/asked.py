"""What one question is: its fields, and how each is typed and understood. Values without behaviour."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import Any

from webapp.core.typed import line

LONGEST_NUMBER, LONGEST_LINE = 60, 300


class Control(StrEnum):
    """By what a field is answered."""

    TEXT = auto()
    DAY = auto()
    ONE = auto()
    """One of several (radio buttons)."""
    SEVERAL = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Sort:
    """How an answer is typed and understood. `parse` raises `typed.Refusal`, whose codes have their words in `refused`.

    `mode` and `autocomplete` are what HTML calls inputmode and autocomplete.
    """

    name: str
    control: Control = Control.TEXT
    parse: Callable[[str], Any] = line
    refused: Mapping[str, Any] = field(default_factory=dict)
    is_past: bool = False
    """Of a day: one that has come."""
    mode: str = "text"
    autocomplete: str = "off"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field. `missing` is said where nothing was typed; a field without it may stay empty.

    `short` is what the field is called where its answer is read out: the label without the advice in it.
    """

    name: str
    label: Any
    sort: Sort
    missing: Any = None
    hint: Any = ""
    longest: int = LONGEST_LINE
    short: Any = ""

    @property
    def called(self) -> Any:
        """The field's name beside its answer."""
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class Question:
    """A page of a journey: `slug` stands in its address. Of one field alone the heading is the label, too.

    `way` is a page that helps to answer: its words and its endpoint.
    """

    slug: str
    heading: Any
    asked: tuple[Asked, ...]
    way: tuple[Any, str] | None = None

    @property
    def is_single(self) -> bool:
        return len(self.asked) == 1


def single(slug: str, sort: Sort, heading: Any, missing: Any = None, hint: Any = "") -> Question:
    """A question of one field, whose name is that of the address."""
    return Question(slug, heading, (Asked(slug.replace("-", "_"), heading, sort, missing, hint),))
