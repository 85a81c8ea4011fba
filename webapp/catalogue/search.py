"""Search over items and products: by code, by article, by words in any of their forms."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.catalogue import queries
from webapp.core import typed
from webapp.core.errors import NotFound
from webapp.core.listing import Page
from webapp.reference import lemmas
from webapp.reference import queries as reference
from webapp.reference.codes import canonical, canonical_number
from webapp.reference.queries import Row

LONGEST_QUESTION = 200
MOST_ITEMS = 20
"""How many items a page of results shows; the title counts all of them."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: all items of the classification and a page of products."""

    items: Sequence[Row]
    products: Page[Row]

    @property
    def shown_items(self) -> Sequence[Row]:
        """Items stand before the first page of products."""
        return self.items[:MOST_ITEMS] if self.products.number == 1 else ()

    @property
    def total(self) -> int:
        return len(self.items) + self.products.total


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the classification: the endpoint that shows it and its code."""

    endpoint: str
    code: str


def cleaned(question: str) -> str:
    """What a person typed or dictated, without surplus spaces and unseen signs, at most 200 characters."""
    return typed.line(typed.shown(question))[:LONGEST_QUESTION].strip()


def find(question: str, page: int) -> Results:
    """Find by code or article where the question is one, else by words. Nothing found is an empty result."""
    code = _code(question)
    if code:
        found = _by_code(code, page)
        if found is not None:
            return found
    by_article = queries.products_by_article((question, typed.article(question)), page)
    if by_article.total:
        return Results((), by_article)
    asked = lemmas.asked(typed.words(question))
    if not asked:
        return Results((), Page((), page, 0))
    return Results(reference.items_with(asked), queries.products_with(asked, page))


def place_of(question: str) -> Place | None:
    """The section or kind whose code the question is: «06», «6-01»."""
    code = canonical(_code(question))
    for endpoint, read in (("catalogue.section", reference.section), ("catalogue.kind", reference.kind)):
        try:
            read(code)
        except NotFound:
            continue
        return Place(endpoint, code)
    return None


def _code(question: str) -> str:
    """The code that the question is, however it was said; between its digits a space is a hyphen."""
    return typed.code(question).replace(" ", "-")


def _by_code(written: str, page: int) -> Results | None:
    """The item or product that has this code, with or without its leading zero."""
    code = canonical(written)
    try:
        item = reference.item(code)
    except NotFound:
        by_number = queries.products_by_article((canonical_number(written),), page)
        return Results((), by_number) if by_number.total else None
    if not item.is_official:
        return None
    return Results((item,), queries.products_of_item(code, page))
