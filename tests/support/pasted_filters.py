"""What people type into the fields of filters: every range of the kinds that the examples show."""

from collections.abc import Iterator

from tests.support.forms import OF_SITE, Deed, Press
from webapp.catalogue.filters.described import PRICE, Measured, of_kind
from webapp.reference.dataset import characteristics, classification

APPLY = "Применить фильтры"
SUMS = {"dictated": "пять тысяч рублей", "digits": "5000", "shortened": "5 тыс. руб.", "no-break spaces": "5\u00a0000"}
NUMBERS = {"dictated": "сто двадцать", "full width": "１２０", "a space before": " 120", "full stop": "120."}
ALIKE = {("14-01", "warranty_months")}
"""What is the same for all products of a kind is no filter."""
DEEDS = {deed.endpoint: deed for deed in OF_SITE}
PLACES = (
    (DEEDS["catalogue.kind_products"], "6-02"),
    (DEEDS["catalogue.item"], "6-02"),
    (Deed("filter another item", "catalogue.item", Press("/catalogue/14-01-01", APPLY), frozenset()), "14-01"),
)


def ranges() -> Iterator[tuple[str, Deed, str, str, dict[str, str]]]:
    """Name, deed, label, a plain answer and what means the same, of both ends of every range."""
    profiles = {kind.code: kind.profile for kind in classification().kinds}
    for deed, kind_code in PLACES:
        for one in of_kind(kind_code, profiles[kind_code], {}):
            if isinstance(one, Measured) and (kind_code, one.name) not in ALIKE:
                plain, same = ("5 тысяч рублей", SUMS) if one.name == PRICE else ("120", NUMBERS)
                for end, words in (("-from", "от"), ("-to", "до")):
                    yield one.name + end, deed, f"{_named(one)}: {words}{_unit(one)}", plain, same


def _named(one: Measured) -> str:
    about = one.about
    if about is None:
        return "Цена"
    return (one.to_line and about.range_label) or about.label


def _unit(one: Measured) -> str:
    unit = "рублей" if one.name == PRICE else characteristics().unit(one.unit).forms[2]
    return f", {unit}" if unit else ""
