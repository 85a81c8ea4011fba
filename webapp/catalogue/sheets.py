"""What all products of a profile share: a drawing, the package, spare parts, how to use them. Data, one file a profile.

A file has forms where things of one profile look different («тонометр», «термометр»): the first whose `when` is true
of a product's values is the product's. Cases say what is otherwise in all forms, where it runs from a battery and not
from a wire: of them, too, the first counts. An empty list in `when` is of products that do not have the value at all.
All texts are invented for the demo catalogue: cards of other products show none of them.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from webapp.catalogue.drawings import path

_FOLDER = Path(__file__).with_name("data") / "sheets"
_KILOGRAM, _SMALL_STEP, _LARGE_STEP = 1000, 10, 100
Values = Mapping[str, Any]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Drawing(_Told):
    """A schematic drawing with its words: `alt` in one sentence, `words` in several, in both languages."""

    alt: str = Field(min_length=10)
    alt_en: str = Field(min_length=10)
    words: tuple[str, ...] = Field(min_length=2)
    words_en: tuple[str, ...] = Field(min_length=2)
    shapes: tuple[str, ...] = Field(min_length=3)

    @property
    def path(self) -> str:
        """The `d` of the SVG's path."""
        return path(self.shapes)


class Growth(_Told):
    """The longest side follows a characteristic in centimetres: divided by another one, where it folds, and so much
    more."""

    key: str
    over: str = ""
    add: int = Field(default=4, ge=0)


class Package(_Told):
    """The package: what lies inside besides the product's own accessories, its sides in centimetres, its own weight
    and that of a product whose card tells no weight, in grams. Without sides there is no package."""

    inside: tuple[str, ...] = Field(min_length=1)
    sides_cm: tuple[int, int, int] | None = None
    packing_g: int = Field(default=0, ge=0)
    thing_g: int = Field(default=0, ge=0)
    grows: Growth | None = None


class Spare(_Told):
    """Something to be bought apart: about so many kopecks; how many months it serves, where that can be said."""

    name: str
    price_kopecks: int = Field(gt=0)
    serves_months: int | None = Field(default=None, gt=0)


class Sheet(_Told):
    """All that is shared. `begin`, `use`, `care`, `safety` are sentences of the instruction."""

    drawing: Drawing
    package: Package
    spares: tuple[Spare, ...]
    begin: tuple[str, ...] = Field(min_length=1)
    use: tuple[str, ...] = Field(min_length=2)
    care: tuple[str, ...] = Field(min_length=1)
    safety: tuple[str, ...] = Field(min_length=1)


class Packed(_Told):
    """The package of one product: sides in centimetres, the longest first, and weight with the product in grams."""

    sides_cm: tuple[int, int, int]
    grams: int


def sheet_of(profile: str, values: Values) -> Sheet:
    """The sheet of a product of this profile with these values. Raises FileNotFoundError for an unknown profile."""
    return next(sheet for when, sheet in _forms(profile) if _holds(when, values))


def sheets_of(profile: str) -> tuple[Sheet, ...]:
    """All forms of a profile. Raises FileNotFoundError for an unknown one."""
    return tuple(sheet for _, sheet in _forms(profile))


def packed(package: Package, values: Values) -> Packed | None:
    """Size and weight of a product's package; None where it has none. The weight is rounded as people say it."""
    if package.sides_cm is None:
        return None
    length, width, height = package.sides_cm
    grows = package.grows
    if grows is not None and grows.key in values:
        length = -(-values[grows.key] // max(1, values.get(grows.over, 1))) + grows.add
    grams = values.get("weight_g", package.thing_g) + package.packing_g
    step = _SMALL_STEP if grams < _KILOGRAM else _LARGE_STEP
    sides = sorted((length, width, height), reverse=True)
    return Packed(sides_cm=(sides[0], sides[1], sides[2]), grams=-(-grams // step) * step)


@cache
def _forms(profile: str) -> tuple[tuple[Values, Sheet], ...]:
    """Each form in each case, the plain ones last of all."""
    told = tomllib.loads((_FOLDER / f"{profile}.toml").read_text(encoding="utf-8"))
    forms, cases = told.pop("form", [{}]), (*told.pop("case", ()), {})
    if forms[-1].get("when"):
        raise ValueError(f"{profile}.toml: the last form must be of all that no other is of")
    return tuple(
        (
            {**form.get("when", {}), **case.get("when", {})},
            Sheet.model_validate(_joined(_joined(told, _without_when(form)), _without_when(case))),
        )
        for form in forms
        for case in cases
    )


def _without_when(part: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in part.items() if key != "when"}


def _joined(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The shared part with what a form says otherwise; of a package, each line by itself."""
    package = {**shared.get("package", {}), **own.get("package", {})}
    return {**shared, **own, "package": package}


def _holds(when: Values, values: Values) -> bool:
    return all(_is_one_of(values.get(key), allowed) for key, allowed in when.items())


def _is_one_of(value: object, allowed: Sequence[object]) -> bool:
    """Of a characteristic with several values one is enough."""
    if value is None:
        return not allowed
    return any(each in allowed for each in value) if isinstance(value, list) else value in allowed
