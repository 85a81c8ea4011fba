"""The main navigation as data: what every page offers first, in the same order."""

from dataclasses import dataclass
from functools import lru_cache

from flask import Flask, request
from flask_babel import LazyString, lazy_gettext

from webapp.core.addresses import address
from webapp.core.locale import current_language


@dataclass(frozen=True, slots=True)
class Link:
    """One entry: the endpoint it leads to and its words. `section` is the blueprint whose pages it stands for."""

    endpoint: str
    words: LazyString
    section: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on one page: `is_here` on the very page it leads to, `is_within` on every page it stands for."""

    words: str
    address: str
    is_here: bool
    is_within: bool


MAIN = (
    Link("catalogue.sections", lazy_gettext("Каталог"), "catalogue"),
    Link("catalogue.find", lazy_gettext("Поиск")),
    Link("pages.help", lazy_gettext("Помощь")),
    Link("pages.sign_in", lazy_gettext("Войти")),
)
FOOT = (
    Link("pages.help", lazy_gettext("Помощь человека: телефон, письмо, видеосвязь")),
    Link("pages.abbreviations", lazy_gettext("Словарь сокращений")),
    Link("pages.accessibility", lazy_gettext("Доступность сайта")),
    Link("pages.about_data", lazy_gettext("Откуда данные")),
)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        main_navigation=lambda: _shown(MAIN, current_language(), request.script_root, request.endpoint),
        foot_navigation=lambda: _shown(FOOT, current_language(), request.script_root, request.endpoint),
    )


@lru_cache(maxsize=1024)
def _shown(links: tuple[Link, ...], _language: str, _root: str, endpoint: str | None) -> tuple[Shown, ...]:
    """The same for every page of an endpoint in a language, so it is made once."""
    blueprint = (endpoint or "").partition(".")[0]
    return tuple(
        Shown(
            str(link.words),
            address(link.endpoint),
            is_here=link.endpoint == endpoint,
            is_within=link.endpoint == endpoint or (bool(link.section) and link.section == blueprint),
        )
        for link in links
    )
