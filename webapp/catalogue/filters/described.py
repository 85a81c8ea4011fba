"""The filters of a kind, from the characteristics of its profile: their names in addresses, their answers, their keys.

Pure. A name in an address is the characteristic's key, an answer the slug of its English words: both outlive wording.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from webapp.catalogue.index import keys
from webapp.reference.dataset import characteristics
from webapp.reference.records import Characteristic, EnumValue

PRICE, MAKER, COVERED, FITS = "price", "maker", "covered", "fits"
YES, NO = "yes", "no"
COVERED_KEY, FITS_KEY = "x:covered", "x:fits"
"""Keys of sets that are no rows: they depend on who asks."""
LONGEST_SLUG = 24


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its slug in addresses, the key of its set, its words in both languages (none for yes and no)."""

    slug: str
    key: str
    words: EnumValue | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """A filter by answers; several of them are «one of these». `about` is None for what is no characteristic."""

    name: str
    choices: tuple[Choice, ...]
    about: Characteristic | None = None

    def choice(self, slug: str) -> Choice | None:
        """The answer with this slug."""
        return next((choice for choice in self.choices if choice.slug == slug), None)


@dataclass(frozen=True, slots=True)
class Measured:
    """A filter by a number: the key of its line; `to_line` is that of the upper end where a product has a range."""

    name: str
    line: str
    to_line: str | None = None
    about: Characteristic | None = None

    @property
    def unit(self) -> str:
        """The unit's id; sums are in kopecks and have none."""
        return (self.about.unit if self.about is not None else None) or "none"


Filter = Choices | Measured


def of_kind(
    kind_code: str, profile: str, makers: Mapping[str, str], personal: Sequence[str] = ()
) -> tuple[Filter, ...]:
    """All filters of a kind: what concerns the visitor (`COVERED`, `FITS`) first, price, its characteristics, makers.

    `makers` are slugs with names, of those who have products of this kind.
    """
    special = {COVERED: COVERED_KEY, FITS: FITS_KEY}
    own = tuple(Choices(name, (Choice(YES, special[name]),)) for name in personal)
    by_maker = tuple(
        Choice(slug, keys.maker_in(kind_code, slug), EnumValue(name, name)) for slug, name in makers.items()
    )
    return (*own, Measured(PRICE, keys.price(kind_code)), *_of_profile(kind_code, profile), Choices(MAKER, by_maker))


@lru_cache(maxsize=256)
def _of_profile(kind_code: str, profile: str) -> tuple[Filter, ...]:
    described = characteristics().of(profile)
    uppers = {one.range_to for one in described if one.range_to is not None}
    return tuple(_filter(kind_code, one) for one in described if one.key not in uppers)


def _filter(kind_code: str, about: Characteristic) -> Filter:
    if about.type == "number":
        upper = keys.number(kind_code, about.range_to) if about.range_to is not None else None
        return Measured(about.key, keys.number(kind_code, about.key), upper, about)
    if about.type == "bool":
        answers = (Choice(YES, keys.yes(kind_code, about.key)), Choice(NO, keys.yes(kind_code, about.key, False)))
        return Choices(about.key, answers, about)
    slugs = slugs_of(value.en for value in about.values)
    choices = (
        Choice(slug, keys.value(kind_code, about.key, value.value), value)
        for slug, value in zip(slugs, about.values, strict=True)
    )
    return Choices(about.key, tuple(choices), about)


def slugs_of(words: Iterable[str]) -> list[str]:
    """Short names for addresses: «anatomical, left» is «anatomical-left». No two are the same."""
    found: list[str] = []
    for text in words:
        whole = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "other"
        slug = whole if len(whole) <= LONGEST_SLUG else whole[:LONGEST_SLUG].rpartition("-")[0] or whole[:LONGEST_SLUG]
        number = 2
        base = slug
        while slug in found:
            slug, number = f"{base}-{number}", number + 1
        found.append(slug)
    return found
