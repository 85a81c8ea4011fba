"""What the reference data are made of: frozen values, no Flask, no database.

Source: the classification of technical means of rehabilitation, Order of the Ministry of Labour of 13.02.2018 No 86н;
``data/PROVENANCE.md`` says how certain each part is. Money is in kopecks, lengths of time in months, coordinates in
degrees. Texts without the suffix ``_en`` are Russian.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

ValueType: TypeAlias = Literal["number", "bool", "enum", "enum_multi"]
FilterKind: TypeAlias = Literal["range", "toggle", "checkboxes"]
Preference: TypeAlias = Literal["higher", "lower"]
TermBasis: TypeAlias = Literal["minimum", "rate"]


class ReferenceDataError(ValueError):
    """The reference files contradict themselves; the message names the file's record."""


class UnknownReference(LookupError):
    """Nothing in the reference data has this code or id; the message names it."""


@dataclass(frozen=True, slots=True)
class TermOfUse:
    """How long a thing serves, or how many are given. Show it as approximate: not checked against Order 107н.

    ``months`` is None for a rate («1 штука в сутки»). ``text`` is the written form, ``text_plain`` the spoken one.
    """

    basis: TermBasis
    months: int | None
    text: str
    text_plain: str
    text_en: str
    child_months: int | None
    child_text_plain: str | None
    child_text_en: str | None
    certainty: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the classification («6», «8(1)»). ``short_name`` is the heading, ``name`` the order's words."""

    code: str
    name: str
    short_name: str
    name_en: str
    purpose: str
    purpose_en: str
    certainty: str
    code_is_official: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind within a section («6-02»); its name is the project's generalisation of its items' names."""

    code: str
    section: str
    name: str
    name_en: str
    profile: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the classification («6-02-01»). Never show ``code`` unless ``code_is_official``.

    ``term`` is None where nothing is known. ``unit`` is a unit id: piece, pair, set.
    """

    code: str
    kind: str
    name: str
    plain_name: str
    unit: str
    demo_price_kopecks: int
    certainty: str
    code_is_official: bool
    profile: str
    term: TermOfUse | None

    @property
    def section(self) -> str:
        """Code of the item's section."""
        return self.code.split("-", 1)[0]


@dataclass(frozen=True, slots=True)
class UncodedGroup:
    """A heading over names that have no verified code."""

    id: str
    title: str
    title_en: str


@dataclass(frozen=True, slots=True)
class UncodedItem:
    """A prosthesis, orthosis or implant known by name only; ``id`` is a stable ASCII slug, not a code."""

    id: str
    group: str
    name: str
    plain_name: str


@dataclass(frozen=True, slots=True)
class Classification:
    """Sections, kinds and items in the order of the classification, and the names without a code."""

    sections: tuple[Section, ...]
    kinds: tuple[Kind, ...]
    items: tuple[Item, ...]
    uncoded_groups: tuple[UncodedGroup, ...]
    uncoded_items: tuple[UncodedItem, ...]
    items_by_code: Mapping[str, Item] = field(repr=False, hash=False, compare=False)

    def item(self, code: str) -> Item:
        """Return the item with this code. Raises UnknownReference."""
        found = self.items_by_code.get(code)
        if found is None:
            raise UnknownReference(f"no item {code!r} in the classification")
        return found


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure with its words: Russian for 1, 2 and 5 (the third also follows «до 10»), English for 1 and 2.

    ``none`` has empty words: the label already says what is counted.
    """

    id: str
    forms: tuple[str, str, str]
    forms_en: tuple[str, str]


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One value to choose from. ``value`` is both what is stored and what is said in Russian."""

    value: str
    en: str


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One fact about a product. Every number is an integer in ``unit``; ``better`` says what a comparison favours.

    ``demo_min``, ``demo_max`` and ``step`` bound the demo data, not real products; they are None unless a number.
    ``range_to`` names the characteristic that is the upper end of the same range; the labels then name the range.
    """

    key: str
    label: str
    label_en: str
    type: ValueType
    filter: FilterKind
    unit: str | None
    better: Preference | None
    demo_min: int | None
    demo_max: int | None
    step: int | None
    values: tuple[EnumValue, ...]
    range_to: str | None = None
    range_label: str | None = None
    range_label_en: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The characteristics that products of a sort share; those common to all products are not repeated here."""

    id: str
    title: str
    title_en: str
    characteristics: tuple[Characteristic, ...]


@dataclass(frozen=True, slots=True)
class Characteristics:
    """Units, the characteristics of every product, and the profiles, each in the order to be shown."""

    units: tuple[Unit, ...]
    common: tuple[Characteristic, ...]
    profiles: tuple[Profile, ...]
    profiles_by_id: Mapping[str, Profile] = field(repr=False, hash=False, compare=False)
    units_by_id: Mapping[str, Unit] = field(repr=False, hash=False, compare=False)

    def profile(self, profile_id: str) -> Profile:
        """Return the profile with this id. Raises UnknownReference."""
        found = self.profiles_by_id.get(profile_id)
        if found is None:
            raise UnknownReference(f"no profile {profile_id!r}")
        return found

    def unit(self, unit_id: str) -> Unit:
        """Return the unit with this id. Raises UnknownReference."""
        found = self.units_by_id.get(unit_id)
        if found is None:
            raise UnknownReference(f"no unit {unit_id!r}")
        return found

    def of(self, profile_id: str) -> tuple[Characteristic, ...]:
        """Return all characteristics of a profile: its own first, then the common ones. Raises UnknownReference."""
        return self.profile(profile_id).characteristics + self.common


@dataclass(frozen=True, slots=True)
class Region:
    """A subject of the federation. Key on ``code`` (two digits), not on ISO codes. Places: GeoNames.org, CC BY 4.0.

    ``admin_centre_*`` is the seat of power, ``centre_*`` the centroid of the territory; ``timezone`` an IANA name.
    """

    code: str
    name: str
    short_name: str
    type: str
    federal_district: str
    admin_centre: str
    admin_centre_lat: float
    admin_centre_lon: float
    centre_lat: float
    centre_lon: float
    timezone: str
    ktsr_region_code: str | None
    certainty: str


@dataclass(frozen=True, slots=True)
class City:
    """A city of 15000 people or more. ``id`` is the GeoNames id; names repeat, so show the region too."""

    id: int
    name: str
    name_latin: str
    region_code: str
    population: int
    lat: float
    lon: float
    timezone: str
    is_region_capital: bool
