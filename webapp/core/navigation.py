"""The main navigation as data: what every page offers first, in the same order."""

from dataclasses import dataclass

from flask import Flask, request
from flask_babel import LazyString, lazy_gettext


@dataclass(frozen=True, slots=True)
class Link:
    """One entry: the endpoint it leads to and its words. `section` is the blueprint whose pages it stands for."""

    endpoint: str
    words: LazyString
    section: str = ""


MAIN = (
    Link("catalogue.sections", lazy_gettext("Каталог"), "catalogue"),
    Link("catalogue.find", lazy_gettext("Поиск")),
    Link("pages.help", lazy_gettext("Помощь")),
    Link("pages.sign_in", lazy_gettext("Войти")),
)
FOOT = (
    Link("pages.help", lazy_gettext("Помощь человека: телефон, сообщение, электронная почта, видеосвязь на жестовом языке")),
    Link("pages.abbreviations", lazy_gettext("Словарь сокращений")),
    Link("pages.accessibility", lazy_gettext("Доступность сайта")),
    Link("pages.about_data", lazy_gettext("Откуда данные")),
)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(main_navigation=MAIN, foot_navigation=FOOT, is_here=is_here, is_within=is_within)


def is_here(link: Link) -> bool:
    """Whether the present page is the very one that the link leads to."""
    return request.endpoint == link.endpoint


def is_within(link: Link) -> bool:
    """Whether the present page belongs to the section of the link."""
    return is_here(link) or (bool(link.section) and request.blueprint == link.section)
