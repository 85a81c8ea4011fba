"""A list of products as a document: what one takes along on paper, under the fingers, for the phone, as a table.

It is bounded, whatever the catalogue grows to, and says so itself. It holds nothing that is not said of a product to
anybody who looks at the same list from the same region.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.catalogue import queries
from webapp.certificates import region, telling
from webapp.certificates.rules import Outcome
from webapp.core.listing import Page
from webapp.core.locale import current_language, gettext, ngettext
from webapp.core.spoken import number, roubles, spelt
from webapp.documents.tree import Block, Document, Items, Table, Text
from webapp.reference.queries import Row

MOST_ROWS = 200
"""Of how many products a list tells at most: about twenty sheets in large print."""
FILE_NAME = "spisok-izdeliy"


@dataclass(frozen=True, slots=True)
class Taken:
    """A list as it was asked for: its name, its first products, and in words the order and the filters in force."""

    title: str
    page: Page[Row]
    order: str = ""
    filters: Sequence[str] = ()


def document(taken: Taken) -> Document:
    """The list in the language of the request. One query, and one for the region's certificates where it is known."""
    return Document(taken.title, FILE_NAME, tuple(_blocks(taken)), current_language())


def how_many(page: Page[Row]) -> str:
    """«Здесь первые 200 изделий из 1240.», or how many there are in all."""
    if not page.total:
        return gettext("Таких изделий нет.")
    shown = len(page.rows)
    if shown == page.total:
        return gettext("Всего изделий: %(total)s.", total=number(shown))
    return ngettext(
        "Здесь первое %(num)s изделие из %(total)s. Чтобы увидеть остальные, уточните список фильтрами или словами.",
        "Здесь первые %(num)s изделий из %(total)s. Чтобы увидеть остальные, уточните список фильтрами или словами.",
        shown,
        total=number(page.total),
    )


def _blocks(taken: Taken) -> Iterator[Block]:
    yield Text(how_many(taken.page))
    home = region.chosen()
    if home is not None:
        yield Text(gettext("Суммы сертификата и доплаты ориентировочные. Регион: %(region)s.", region=home.name))
    if taken.order:
        yield Text(taken.order)
    if taken.filters:
        yield Text(gettext("Фильтры списка:"))
        yield Items(tuple(taken.filters))
    yield _table(taken.page.rows, knows_region=home is not None)


def _table(rows: Sequence[Row], knows_region: bool) -> Table:
    header = [gettext("Изделие"), gettext("Средство"), gettext("Производитель"), gettext("Рекомендованная цена")]
    if knows_region:
        header += [gettext("Сумма сертификата"), gettext("Доплата")]
    placed = queries.makers_and_items([row.number for row in rows])
    told = (tuple(_cells(row, placed[row.number])) for row in rows if row.number in placed)
    return Table(gettext("Изделия списка"), tuple(header), tuple(told))


def _cells(product: Row, placed: Row) -> Iterator[str]:
    yield spelt(product.name)
    yield spelt(placed.item_name)
    yield spelt(placed.maker)
    yield roubles(product.price_kopecks)
    money = telling.of_listed(product)
    if money is not None:
        yield roubles(money.certificate) if money.certificate is not None else gettext("неизвестна")
        if money.outcome is Outcome.COVERED:
            yield gettext("не нужна")
        else:
            yield roubles(money.top_up) if money.top_up is not None else gettext("неизвестна")
