"""What one question of a claim is: its fields, and how each is understood. Values without behaviour."""

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

LONGEST_NUMBER, LONGEST_LINE = 60, 300


class Sort(StrEnum):
    """How an answer is typed and understood."""

    NAME = auto()
    LINE = auto()
    NUMBER = auto()
    """Of a document: signs of any sort, a digit among them."""
    SNILS = auto()
    CERTIFICATE = auto()
    OGRN = auto()
    PAST_DAY = auto()
    """A day that has come: of a birth, of a document."""
    DAY = auto()
    PAPER = auto()
    YES_OR_NO = auto()
    FUNCTIONS = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """One field. `missing` is said where nothing was typed; a field without it may stay empty."""

    name: str
    label: Any
    sort: Sort = Sort.LINE
    missing: Any = None
    hint: Any = ""
    longest: int = LONGEST_LINE


@dataclass(frozen=True, slots=True)
class Question:
    """A page of the journey: `slug` stands in its address. Of one field alone the heading is the label, too."""

    slug: str
    heading: Any
    asked: tuple[Asked, ...]

    @property
    def is_single(self) -> bool:
        return len(self.asked) == 1


def single(slug: str, sort: Sort, heading: Any, missing: Any = None, hint: Any = "") -> Question:
    """A question of one field, whose name is that of the address."""
    return Question(slug, heading, (Asked(slug.replace("-", "_"), heading, sort, missing, hint),))
