"""Menus as data: what every page offers first and last, in the same order. The contents say what stands in them."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from urllib.parse import quote

from flask import Flask, current_app, request
from flask_babel import LazyString

from webapp.core import access
from webapp.core.addresses import address
from webapp.core.database import WRITING_METHODS
from webapp.core.late_forms import way_back
from webapp.core.locale import current_language, language_address
from webapp.core.places import LONGEST_PAGE


class For(Enum):
    """Who is offered a link."""

    ALL = auto()
    SIGNED_IN = auto()
    SIGNED_OUT = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """One entry: the endpoint it leads to and its words. `section` is the blueprint whose pages it stands for.

    `tells_page`: its address says on which page it stands, so that the person can go back there; on the pages of its
    section it says nothing.
    """

    endpoint: str
    words: LazyString
    section: str = ""
    audience: For = For.ALL
    tells_page: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on one page: `is_here` on the very page it leads to, `is_within` on every page it stands for."""

    words: str
    address: str
    is_here: bool
    is_within: bool
    tells_page: bool = False


@dataclass(frozen=True, slots=True)
class Menus:
    """The main navigation and the foot of every page."""

    main: tuple[Link, ...]
    foot: tuple[Link, ...]
    untold: frozenset[str] = frozenset()
    """Endpoints whose address is a key: no link of their pages says where it stands."""


def init_app(app: Flask, menus: Menus) -> None:
    app.extensions["menus"] = menus
    app.jinja_env.globals.update(
        main_navigation=lambda: _of_this_page(menus.main), foot_navigation=lambda: _of_this_page(menus.foot)
    )


def _of_this_page(links: tuple[Link, ...]) -> tuple[Shown, ...]:
    is_signed_in = access.actor().is_signed_in
    shown = _shown(links, is_signed_in, current_language(), request.script_root, request.endpoint)
    return tuple(_with_page(_with_way_back(link)) for link in shown)


def _with_way_back(link: Shown) -> Shown:
    """The link to sign-in says which page to come back to."""
    if link.address != address(current_app.config["SIGN_IN_ENDPOINT"]) or link.is_here:
        return link
    return replace(link, address=access.sign_in_address())


def _with_page(link: Shown) -> Shown:
    """The link says where it stands. That depends on the page's address alone, so that ETags stay true."""
    page = _present_page() if link.tells_page and not link.is_within else ""
    return replace(link, address=f"{link.address}?page={quote(page)}") if page else link


def _present_page() -> str:
    """The address of the page that is answered, cut at its query when it is too long, empty when that is not enough.

    After a form it is the page that held the form. Pages of sign-in carry ЕСИА's answer in their query: it is left out.
    An address that opens something by itself is told by no link.
    """
    if request.endpoint in current_app.extensions["menus"].untold:
        return ""
    is_form = request.method in WRITING_METHODS
    page = way_back() if is_form else language_address(current_language())
    own_blueprint = current_app.config["SIGN_IN_ENDPOINT"].partition(".")[0]
    if len(page) > LONGEST_PAGE or request.blueprint == own_blueprint:
        page = page.partition("?")[0]
    return page if len(page) <= LONGEST_PAGE else ""


@lru_cache(maxsize=1024)
def _shown(
    links: tuple[Link, ...], is_signed_in: bool, _language: str, _root: str, endpoint: str | None
) -> tuple[Shown, ...]:
    """The same for every page of an endpoint in a language, so it is made once."""
    blueprint = (endpoint or "").partition(".")[0]
    unfit = For.SIGNED_OUT if is_signed_in else For.SIGNED_IN
    return tuple(
        Shown(
            str(link.words),
            address(link.endpoint),
            is_here=link.endpoint == endpoint,
            is_within=link.endpoint == endpoint or (bool(link.section) and link.section == blueprint),
            tells_page=link.tells_page,
        )
        for link in links
        if link.audience is not unfit
    )
