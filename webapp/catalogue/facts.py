"""What pages say of a product's characteristics."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from itertools import islice

from webapp.catalogue.filters.listing import differing_in_kind
from webapp.catalogue.rules import Fact, facts
from webapp.reference.dataset import characteristics, classification
from webapp.reference.queries import Row

MOST_TOLD = 2
"""How many characteristics a list shows of each product (U40: at most three facts before a choice; price is one)."""
TELLING = {
    "braille": ("cells", "connection"),
    "cane": ("height_min_cm", "weight_g"),
    "crutch": ("height_min_cm", "weight_g"),
    "hearing_aid": ("power", "battery"),
    "orientation": ("output", "weight_g"),
    "talking_medical": ("cuff_min_cm", "volume_control", "memory"),
    "walker": ("height_min_cm", "weight_g"),
    "wheelchair_active": ("seat_width_cm", "weight_g"),
    "wheelchair_electric": ("seat_width_cm", "range_km"),
    "wheelchair_manual": ("seat_width_cm", "weight_g"),
    "white_cane": ("length_cm", "weight_g"),
}
"""What people choose by, where that is not what a profile begins with: keys of characteristics by profile."""


def product_facts(product: Row) -> list[Fact]:
    """All facts of a product in the order of its profile."""
    return list(facts(product.characteristics, characteristics().of(product.profile)))


def telling_facts(profile: str, differing: Collection[str]) -> Callable[[Row], list[Fact]]:
    """A function that gives the facts by which a product is told from others of its list.

    `differing` are the keys of what is not the same all over the list; what the name says already is left out.
    """
    first = TELLING.get(profile, ())
    places = {key: place for place, key in enumerate(first)}
    wanted = [one for one in characteristics().of(profile) if one.key in differing]
    wanted.sort(key=lambda one: places.get(one.key, len(first)))

    def of(product: Row) -> list[Fact]:
        told = (fact for fact in facts(product.characteristics, wanted) if not _is_named(fact, product.name))
        return list(islice(told, MOST_TOLD))

    return of


def telling_of_kind(kind_code: str) -> Callable[[Row], list[Fact]]:
    """The same for products of a kind wherever they stand."""
    profile = _profiles()[kind_code]
    return telling_facts(profile, differing_in_kind(kind_code, profile))


def _is_named(fact: Fact, name: str) -> bool:
    """«Складная» of «трость складная» need not be said again."""
    return isinstance(fact.value, str) and fact.value in name


@cache
def _profiles() -> Mapping[str, str]:
    return {kind.code: kind.profile for kind in classification().kinds}
