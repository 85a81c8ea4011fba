"""What the demo catalogue is made of: frozen values, no Flask, no database. Everything in it is invented."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Value: TypeAlias = int | bool | str | list[str]
Aspect: TypeAlias = Literal["shape", "size", "controls", "sounds", "markings", "surface", "package"]

ASPECTS: tuple[Aspect, ...] = ("shape", "size", "controls", "sounds", "markings", "surface", "package")


@dataclass(frozen=True, slots=True)
class DemoMaker:
    """An invented maker. ``inn`` has a wrong check digit, ``phone`` no real exchange, e-mail and site end in .example.

    ``checked_on`` and ``checked_by`` are None for makers whom nobody has checked; ``checks`` says what was.
    ``city_id`` is a real city's GeoNames id. ``phone`` and ``site`` are None for a few makers on purpose.
    """

    slug: str
    name: str
    legal_name: str
    inn: str
    city_id: int
    phone: str | None
    email: str
    site: str | None
    about: str
    since_year: int
    checked_on: date | None
    checked_by: str | None
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """An invented product of an item of the classification.

    ``number`` is the item's code with four more digits; where the item's code is not official, never show it.
    ``values`` maps characteristic keys to values in the characteristic's unit; what does not apply is absent.
    ``registration_number`` and ``registered_on`` are None where no registration is needed.
    ``touch`` holds facts for someone who cannot see the thing, at least four; ``hearing`` what it says or shows.
    """

    number: str
    item_code: str
    maker_slug: str
    model: str
    what: str
    summary: str
    article: str
    price_kopecks: int
    values: dict[str, Value]
    touch: tuple[tuple[Aspect, str], ...]
    hearing: tuple[str, ...]
    colours: tuple[str, ...]
    accessories: tuple[str, ...]
    listed_on: date
    needs_fitting: bool
    registration_number: str | None
    registered_on: date | None

    @property
    def name(self) -> str:
        """The model first: it tells one product of a kind from another. Marked as invented."""
        return f"{self.model}: {self.what} (демо)"


@dataclass(frozen=True, slots=True)
class DemoCatalogue:
    """Makers in the order of their slugs, products in the order of the classification."""

    makers: tuple[DemoMaker, ...]
    products: tuple[DemoProduct, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a card says in words: the part of a product that depends on what kind of thing it is."""

    what: str
    summary: str
    touch: tuple[tuple[Aspect, str], ...]
    hearing: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    accessories: tuple[str, ...] = ()
    needs_fitting: bool = False
