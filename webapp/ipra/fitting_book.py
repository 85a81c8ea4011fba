"""Rules by which words of a programme become demands on characteristics: data, read once, never evaluated.

A pattern of `data/fitting.toml` is words in any spelling. `регулируем*` is a word that begins so, `<n>` a whole number,
`~` up to three words of any sort; where `~` stands before a number, `fitting_bounds` has to understand those words.
What it is matched against is a name in its normal form (`reference.wording`).
"""

import re
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator, model_validator

from webapp.reference.dataset import characteristics
from webapp.reference.records import Characteristic
from webapp.reference.wording import normal

_FILE = Path(__file__).with_name("data") / "fitting.toml"
_PIECE = re.compile(r"<n>|~|[^\s*<>~]+\*?")
_NUMBER = r"(?<![0-9] )(?P<n>[0-9]{1,6})(?! [0-9])"
_GAP = r"(?:[^ ]+ ){0,3}?"


class Rule(BaseModel):
    """When one of the patterns `when` is found, the characteristic `key` of these profiles has to be so.

    Exactly one demand: `chosen` (yes or no, or the values that will do), or what the number found, times `times`,
    is to it: the least (`low`), the greatest (`high`), just so much (`exact`), or within the product's range (`span`,
    where `key` is the lower end). Words before the number (`fitting_bounds`) make an exact number one end, or a doubt.
    `said` are words of a programme, as an example for readers.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    profiles: tuple[str, ...] = Field(min_length=1)
    key: str
    said: str = Field(min_length=1)
    when: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    chosen: bool | tuple[str, ...] | None = None
    number: str | None = Field(default=None, pattern="^(low|high|exact|span)$")
    times: int = Field(default=1, gt=0)

    @field_validator("profiles", "when", "unless", "chosen", mode="before")
    @classmethod
    def _frozen(cls, found: Any) -> Any:
        return tuple(found) if isinstance(found, list) else found

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        counts = ["<n>" in pattern for pattern in self.when]
        if (self.chosen is None) == (self.number is None) or any(counts) != all(counts):
            raise ValueError(f"{self.key}: one demand is needed, with a number in every pattern or in none")
        if any(counts) != (self.number is not None):
            raise ValueError(f"{self.key}: a number belongs to a pattern with a number")
        for profile in self.profiles:
            self._suits(profile)
        return self

    def _suits(self, profile: str) -> None:
        about = described(profile).get(self.key)
        if about is None:
            raise ValueError(f"{profile} has no characteristic {self.key}")
        if isinstance(self.chosen, bool):
            is_right = about.type == "bool"
        elif self.chosen is not None:
            is_right = set(self.chosen) <= {value.value for value in about.values}
        else:
            is_right = about.type == "number" and (self.number != "span" or about.range_to is not None)
        if not is_right:
            raise ValueError(f"{profile}: {self.key} cannot be asked so")

    def found_in(self, normal_form: str) -> re.Match[str] | None:
        """Where the rule's words stand in a name's normal form; None where they do not."""
        if any(compiled(pattern).search(normal_form) for pattern in self.unless):
            return None
        found = (compiled(pattern).search(normal_form) for pattern in self.when)
        return next(filter(None, found), None)


@cache
def described(profile: str) -> dict[str, Characteristic]:
    """The characteristics of a profile by key. Raises UnknownReference."""
    return {about.key: about for about in characteristics().of(profile)}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """What a pattern is matched by; only words, `*`, `<n>` and `~` mean anything. Raises ValueError for no words."""
    pieces: list[str] = []
    denied = ""
    found = _PIECE.findall(pattern)
    for piece, following in zip(found, [*found[1:], ""], strict=True):
        if piece == "<n>":
            pieces.append(_NUMBER + " ")
        elif piece == "~":
            pieces.append(f"(?P<between>{_GAP})" if following == "<n>" else _GAP)
        elif piece == "не":
            denied = piece
        else:
            pieces.append(_words(denied + piece.rstrip("*"), is_beginning=piece.endswith("*")))
            denied = ""
    if not pieces:
        raise ValueError(f"a pattern without words: {pattern!r}")
    return re.compile("(?<![^ ])" + "".join(pieces).removesuffix(" ") + "(?![^ ])")


def _words(written: str, *, is_beginning: bool) -> str:
    return re.escape(normal(written)).replace(r"\ ", " ") + ("[^ ]* " if is_beginning else " ")


_FORM: TypeAdapter[tuple[Rule, ...]] = TypeAdapter(tuple[Rule, ...])


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of each profile, in the order of the file: of one characteristic the first that is found counts.

    Raises ValueError (pydantic's, which names the place) for a file that cannot be used.
    """
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    by_profile: dict[str, list[Rule]] = defaultdict(list)
    for rule in _FORM.validate_python(tuple(told["rule"])):
        for profile in rule.profiles:
            by_profile[profile].append(rule)
    return {profile: tuple(found) for profile, found in by_profile.items()}
