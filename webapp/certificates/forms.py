"""What a visitor may type about money: an item, a region, a price. Nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webapp.certificates import items, naming
from webapp.certificates.region import Region, numbered
from webapp.core import typed, typed_sums
from webapp.core.locale import gettext
from webapp.reference.queries import Row

LONGEST = 300
FIELDS = ("item", "region", "price")


@dataclass(slots=True)
class Sums:
    """The calculator's three answers as typed, what they mean, and what is wrong with them, by field.

    `items` and `regions` are those that the words may mean, where they do not decide.
    """

    typed: dict[str, str]
    item: Row | None = None
    region: Region | None = None
    price: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    items: tuple[Row, ...] = ()
    regions: tuple[Region, ...] = ()

    def summary(self) -> list[tuple[str, str]]:
        """(id of the field, message), in the order of the fields."""
        return [(name, self.errors[name]) for name in FIELDS if name in self.errors]


def typed_in(answers: Mapping[str, str]) -> dict[str, str]:
    """What stands in each of the three fields, as a page may show it; nothing is read yet."""
    return {name: typed.line(typed.shown(answers.get(name, "")))[:LONGEST] for name in FIELDS}


def begun(answers: Mapping[str, str]) -> Sums:
    """The form before it is sent, with what a link has brought: nothing is read yet, nothing is wrong."""
    asked = Sums(typed_in(answers))
    asked.typed["item"] = items.with_name(asked.typed["item"])
    return asked


def sums_of(answers: Mapping[str, str]) -> Sums:
    """Read all three answers; each that is wrong has its message. A code of an item is given back with the name."""
    asked = Sums(typed_in(answers))
    _read_item(asked)
    _read_region(asked)
    _read_price(asked)
    return asked


def _read_item(asked: Sums) -> None:
    said = asked.typed["item"]
    asked.items = items.meant(said) if said else ()
    if len(asked.items) == 1:
        asked.item = asked.items[0]
        asked.typed["item"] = items.with_name(said)
    elif asked.items:
        asked.errors["item"] = gettext("подходит несколько средств, выберите одно из списка на этой странице")
    elif said:
        asked.errors["item"] = gettext("такого средства нет: проверьте код или назовите средство другими словами")
    else:
        asked.errors["item"] = gettext("введите код или название средства")


def _read_region(asked: Sums) -> None:
    said = asked.typed["region"]
    asked.region, asked.regions = region_of(said)
    if asked.region is None:
        asked.errors["region"] = region_error(said, asked.regions)


def _read_price(asked: Sums) -> None:
    try:
        asked.price = typed_sums.kopecks_of(asked.typed["price"])
    except typed.Refusal as refusal:
        asked.errors["price"] = price_error(refusal.code)
    else:
        if not asked.price:
            asked.errors["price"] = price_error("negative")


def price_error(code: str) -> str:
    """What to do about a sum that is not understood. The field's hint has the example: it is said once."""
    return {
        "empty": gettext("введите цену"),
        "letter": gettext("напишите словом, тысячи это или копейки"),
        "negative": gettext("введите цену больше нуля"),
        "too_much": gettext("цена слишком большая, проверьте нули"),
    }.get(code, gettext("сумма непонятна: введите одну сумму цифрами или целиком словами"))


def region_of(said: str) -> tuple[Region | None, tuple[Region, ...]]:
    """The region that the words mean without a doubt; otherwise None, and those that they may mean."""
    found = naming.meant(said)
    if found.sure is not None:
        return numbered(found.sure), ()
    return None, tuple(region for code in found.codes if (region := numbered(code)) is not None)


def region_error(said: str, regions: tuple[Region, ...]) -> str:
    """What to do about a region that is not sure."""
    if len(regions) == 1:
        return gettext("проверьте регион: похожий есть на этой странице")
    if regions:
        return gettext("подходит несколько регионов, выберите один из списка на этой странице")
    if said:
        return gettext("такого региона нет: проверьте название или введите номер региона")
    return gettext("введите регион: название, город или номер")
