"""Who checked a maker, and what they checked: the codes of the table in words."""

from flask import Flask
from flask_babel import lazy_gettext

CHECKERS = {
    "editors": lazy_gettext("редакция сайта «Ориентир» (демо)"),
    "room": lazy_gettext("демонстрационное помещение учреждения МСЭ (демо)"),
}
CHECKS = {
    "entity": lazy_gettext("запись в реестре юридических лиц"),
    "contacts": lazy_gettext("адрес, телефон и почта"),
    "registration": lazy_gettext("регистрационные удостоверения"),
    "visit": lazy_gettext("мастерская, куда приезжали сотрудники"),
}


def init_app(app: Flask) -> None:
    """Offer `checker` and `check` to templates."""
    app.jinja_env.filters.update(checker=checker, check=check)


def checker(code: str) -> str:
    """Who checked. Raises KeyError for an unknown code."""
    return str(CHECKERS[code])


def check(code: str) -> str:
    """What was checked. Raises KeyError for an unknown code."""
    return str(CHECKS[code])
