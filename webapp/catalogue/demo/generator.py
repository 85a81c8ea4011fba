"""The demo catalogue from a seed: how many products an item has, who makes them, what each is."""

from datetime import timedelta
from itertools import cycle
from random import Random

from webapp.catalogue.demo.cards import CARDS
from webapp.catalogue.demo.draft import Draft
from webapp.catalogue.demo.makers import Workshop, workshops
from webapp.catalogue.demo.names import article, listed_on, model, price
from webapp.catalogue.demo.records import DemoCatalogue, DemoProduct
from webapp.reference.dataset import classification
from webapp.reference.records import Item

GUIDE_DOG = "14-01-01"
LEAST, POPULAR_LEAST, POPULAR_MOST = 3, 15, 30
POPULAR = frozenset(
    [
        "6-02-01",
        "6-02-02",
        "6-10-05",
        "7-03-01",
        "13-01-01",
        "13-01-02",
        "15-01-02",
        "17-01-05",
        "17-01-06",
        "17-01-07",
        "17-01-08",
        "17-01-11",
        "17-01-13",
        "22-01-04",
        "22-01-06",
        "22-01-07",
        "22-01-08",
        "22-01-09",
        "22-01-10",
        "22-01-11",
        "22-01-12",
        "22-01-17",
        "23(1)-01-01",
    ]
)
SINGLE_USE = frozenset({"absorbent", "ostomy_urology"})
NOT_MEDICAL = frozenset({"guide_dog", "tv", "phone", "clothing", "dressing_aid", "braille", "orientation"})


def generate(seed: int = 363, products: int = 1500) -> DemoCatalogue:
    """Invent makers and exactly so many products; the same arguments give the same catalogue in every process.

    From about 950 products on every item has at least three (the guide dog has two) and popular ones fifteen to thirty;
    with fewer, products are dealt to the items in turn. Raises ValueError for a negative number.
    """
    if products < 0:
        raise ValueError("the number of products cannot be negative")
    rng = Random(seed)
    shops = workshops(rng)
    made: list[DemoProduct] = []
    for item, count in zip(classification().items, shares(products), strict=True):
        fitting = [shop for shop in shops if item.profile in shop.profiles]
        for place in range(count):
            made.append(_product(rng, item, fitting, len(made), place + 1))
    return DemoCatalogue(tuple(shop.maker for shop in shops), tuple(made))


def shares(products: int) -> list[int]:
    """Return how many products each item of the classification gets, in its order; their sum is ``products``."""
    items = classification().items
    counts = [0] * len(items)
    for limits in (
        [2 if item.code == GUIDE_DOG else LEAST for item in items],
        [_cap(item, POPULAR_LEAST, LEAST) for item in items],
        [_cap(item, POPULAR_MOST, LEAST + 1 + place % 3) for place, item in enumerate(items)],
    ):
        if _deal(counts, limits, products):
            return counts
    for place in cycle(place for place, item in enumerate(items) if item.code != GUIDE_DOG):
        if sum(counts) == products:
            break
        counts[place] += 1
    return counts


def _cap(item: Item, popular: int, other: int) -> int:
    if item.code == GUIDE_DOG:
        return 2
    return popular if item.code in POPULAR else other


def _deal(counts: list[int], limits: list[int], products: int) -> bool:
    """Deal one product to each item in turn up to its limit; tell whether all products are dealt."""
    left = products - sum(counts)
    while left and any(count < limit for count, limit in zip(counts, limits, strict=True)):
        for place, limit in enumerate(limits):
            if left and counts[place] < limit:
                counts[place] += 1
                left -= 1
    return left == 0


def _product(rng: Random, item: Item, fitting: list[Workshop], serial: int, place: int) -> DemoProduct:
    draft = Draft(item, rng, serial)
    telling = CARDS[item.profile](draft)
    _common_values(draft)
    name = model(serial)
    maker = rng.choice(fitting).maker.slug
    asked = price(rng, item.demo_price_kopecks)
    on = listed_on(rng)
    is_registered = bool(draft.values["reg_certificate"])
    return DemoProduct(
        number=f"{item.code}.{place:04d}",
        item_code=item.code,
        maker_slug=maker,
        model=name,
        what=telling.what,
        summary=telling.summary,
        article=article(name, serial),
        price_kopecks=asked,
        values=draft.values,
        touch=telling.touch,
        hearing=telling.hearing,
        colours=telling.colours,
        accessories=telling.accessories,
        listed_on=on,
        needs_fitting=telling.needs_fitting,
        registration_number=f"ДЕМО-0000-{serial + 1:04d}" if is_registered else None,
        registered_on=on - timedelta(days=30 + serial * 37 % 900) if is_registered else None,
    )


def _common_values(draft: Draft) -> None:
    """Fill in what every product has: for whom, warranty, country, registration."""
    profile = draft.item.profile
    if draft.says("детск", "для детей") or draft.values.get("gender") == "детям":
        draft.choose("age_group", "дети")
    elif draft.says("для взрослых") or profile == "guide_dog" or "gender" in draft.values:
        draft.choose("age_group", "взрослые")
    else:
        draft.choose("age_group", "взрослые", "взрослые и дети")
    if profile not in SINGLE_USE and profile != "guide_dog":
        draft.number("warranty_months", 6, 36)
    draft.choose("country", "Россия", "Россия", "Россия", "Россия", "Беларусь", "Китай")
    draft.flag("reg_certificate", profile not in NOT_MEDICAL)
