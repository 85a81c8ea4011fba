"""Menus as data: what every page offers first and last, in the same order. The contents say what stands in them."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from urllib.parse import urlencode

from flask import Flask, current_app, request
from flask_babel import LazyString

from webapp.core import access
from webapp.core.addresses import address
from webapp.core.locale import current_language


class For(Enum):
    """Who is offered a link."""

    ALL = auto()
    SIGNED_IN = auto()
    SIGNED_OUT = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """One entry: the endpoint it leads to and its words. `section` is the blueprint whose pages it stands for.

    `tells_page`: its address says which page it was followed from, so that the person can go back there.
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


def init_app(app: Flask, menus: Menus) -> None:
    app.jinja_env.globals.update(
        main_navigation=lambda: _of_this_page(menus.main), foot_navigation=lambda: _of_this_page(menus.foot)
    )


def _of_this_page(links: tuple[Link, ...]) -> tuple[Shown, ...]:
    is_signed_in = access.actor().is_signed_in
    shown = _shown(links, is_signed_in, current_language(), request.script_root, request.endpoint)
    return tuple(_with_way_back(link) for link in shown)


def _with_way_back(link: Shown) -> Shown:
    """Some links say which page to come back to; sign-in has rules of its own for that."""
    if link.is_here:
        return link
    if link.tells_page:
        return replace(link, address=f"{link.address}?{urlencode({'page': access.way_back()}, safe='/')}")
    if link.address == address(current_app.config["SIGN_IN_ENDPOINT"]):
        return replace(link, address=access.sign_in_address())
    return link


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
