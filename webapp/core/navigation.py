"""Menus as data: what every page offers first and last, in the same order. The contents say what stands in them."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from urllib.parse import quote

from flask import Flask, current_app, request
from flask_babel import LazyString
from markupsafe import Markup

from webapp.core import access
from webapp.core.addresses import address
from webapp.core.database import WRITING_METHODS
from webapp.core.late_forms import way_back
from webapp.core.locale import LANGUAGES, current_language, language_address, root
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


@dataclass(frozen=True, slots=True)
class Menus:
    """The main navigation and the foot of every page."""

    main: tuple[Link, ...]
    foot: tuple[Link, ...]
    untold: frozenset[str] = frozenset()
    """Endpoints whose address is a key: no link of their pages says where it stands."""


_PAGE, _WAY_IN, _OTHER_LANGUAGE = "\ue010", "\ue011", "\ue012"
"""Stand in what is drawn once for the addresses that differ from page to page. No text has these characters."""


def init_app(app: Flask, menus: Menus) -> None:
    """Offer `frame("header")` and `frame("footer")` to templates: what every page begins and ends with."""
    app.extensions["menus"] = menus
    links = {"header": menus.main, "footer": menus.foot}

    @lru_cache(maxsize=2048)
    def drawn(
        part: str, is_signed_in: bool, _language: str, _root: str, endpoint: str | None, has_page: bool
    ) -> Markup:
        """The same for every page of an endpoint in a language, so it is made once."""
        shown = _shown(links[part], is_signed_in, endpoint, has_page)
        template = app.jinja_env.get_template(f"components/{part}.html")
        words: Markup = getattr(template.module, part)(shown, _OTHER_LANGUAGE)
        return words

    def frame(part: str) -> Markup:
        page, language = quote(_present_page()), current_language()
        text = drawn(part, access.actor().is_signed_in, language, root(), request.endpoint, bool(page))
        return _with_addresses(text, page)

    app.jinja_env.globals["frame"] = frame


def _with_addresses(text: Markup, page: str) -> Markup:
    """What was drawn once, with the addresses that depend on the page; Markup escapes what it is given."""
    text = text.replace(_PAGE, page)
    if _WAY_IN in text:
        text = text.replace(_WAY_IN, access.sign_in_address())
    if _OTHER_LANGUAGE in text:
        other = next(code for code in LANGUAGES if code != current_language())
        text = text.replace(_OTHER_LANGUAGE, language_address(other))
    return text


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


def _shown(links: tuple[Link, ...], is_signed_in: bool, endpoint: str | None, has_page: bool) -> tuple[Shown, ...]:
    """The entries of a menu. The link to sign-in says which page to come back to, some say where they stand.

    What they say depends on the page's address alone, so that ETags stay true.
    """
    blueprint = (endpoint or "").partition(".")[0]
    unfit = For.SIGNED_OUT if is_signed_in else For.SIGNED_IN
    shown = []
    for link in links:
        if link.audience is unfit:
            continue
        is_here = link.endpoint == endpoint
        is_within = is_here or (bool(link.section) and link.section == blueprint)
        place = address(link.endpoint)
        if link.endpoint == current_app.config["SIGN_IN_ENDPOINT"] and not is_here:
            place = _WAY_IN
        elif link.tells_page and not is_within and has_page:
            place = f"{place}?page={_PAGE}"
        shown.append(Shown(str(link.words), place, is_here, is_within))
    return tuple(shown)
