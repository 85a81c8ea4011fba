"""Long lists in pages of 20. A page is cheap to find and its address is short: «?page=2»; the first has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from flask import Flask, request

from webapp.core.addresses import address
from webapp.core.errors import NotFound
from webapp.core.locale import gettext
from webapp.core.spoken import number

PAGE_SIZE = 20
LAST_PAGE = 50_000
ALL_SHOWN = 12
Row = TypeVar("Row")


def init_app(app: Flask) -> None:
    """Offer addresses and titles of pages to templates."""
    app.jinja_env.globals.update(page_address=page_address, page_suffix=page_suffix)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list: its rows, its number from 1, and how many rows there are in all."""

    rows: Sequence[Row]
    number: int
    total: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def first_row(self) -> int:
        """The place of the first row in the whole list, from 1."""
        return (self.number - 1) * PAGE_SIZE + 1

    @property
    def has_several(self) -> bool:
        return self.last > 1

    def neighbours(self) -> list[int]:
        """Numbers worth a link, in order: all of a dozen; of more the first, the last, and two on either side."""
        if self.last <= ALL_SHOWN:
            return list(range(1, self.last + 1))
        near = range(max(1, self.number - 2), min(self.last, self.number + 2) + 1)
        return sorted({1, self.last, *near})


def asked_page() -> int:
    """The page number of the address. Raises NotFound for anything that is not a page's number."""
    text = request.args.get("page", "1")
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 6):
        raise NotFound("page")
    asked = int(text)
    if not 1 <= asked <= LAST_PAGE:
        raise NotFound("page")
    return asked


def checked(page: Page[Row]) -> Page[Row]:
    """The page itself; raises NotFound where the list ends earlier."""
    if page.number > page.last:
        raise NotFound("page")
    return page


def page_suffix(page: Page[Row]) -> str:
    """What the title adds on further pages (U1)."""
    if page.number == 1:
        return ""
    return gettext(", страница %(number)s из %(last)s", number=number(page.number), last=number(page.last))


def page_address(number: int) -> str:
    """The address of another page of the list that this request shows, its other parameters kept."""
    parameters = [(key, value) for key, value in request.args.items(multi=True) if key != "page"]
    if number > 1:
        parameters.append(("page", str(number)))
    assert request.endpoint is not None
    # The visitor's own names must not become parameters of the address's maker («_external», «endpoint»).
    place = address(request.endpoint, **(request.view_args or {}))
    return f"{place}?{urlencode(parameters)}" if parameters else place
