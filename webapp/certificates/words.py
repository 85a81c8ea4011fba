"""How sums and terms of certificates are worded: filters and functions of templates."""

from flask import Flask, request
from markupsafe import Markup

from webapp.certificates import telling
from webapp.certificates.rules import Outcome
from webapp.certificates.terms import Counted, Key, Term
from webapp.core.addresses import address
from webapp.core.late_forms import way_back
from webapp.core.locale import either, gettext, mark_russian, ngettext
from webapp.core.spoken import roubles, said_each_time, spelt
from webapp.reference.queries import Row


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        money_line=said_each_time(money_line), certificate_term=said_each_time(certificate_term)
    )
    app.jinja_env.globals.update(telling.globals_of_templates(), region_address=region_address)


def money_line(product: Row) -> str:
    """What a list says of the money for a product; empty for a visitor whose region is not known."""
    told = telling.of_listed(product)
    if told is None:
        return ""
    if told.outcome is Outcome.COVERED:
        return gettext("Доплата: ориентировочно не нужна")
    if told.top_up is None:
        return gettext("Доплата: неизвестна, суммы сертификата нет")
    return gettext("Доплата: ориентировочно %(sum)s", sum=roubles(told.top_up))


def region_address() -> str:
    """Where the region is named; the page that asks is where one comes back to."""
    if request.blueprint == "certificates":
        return address("certificates.region_page")
    return address("certificates.region_page", page=way_back())


def certificate_term(term: Term) -> Markup:
    """A term in one line, with its source and year: «Сертификат действует: 12 месяцев, по данным …»."""
    if term.months is not None:
        length = ngettext("%(num)s месяц", "%(num)s месяцев", term.months)
    elif term.counted is Counted.WORKING:
        length = ngettext("%(num)s рабочий день", "%(num)s рабочих дней", term.days or 0)
    else:
        length = ngettext("%(num)s день", "%(num)s дней", term.days or 0)
    what = {
        Key.FORMED: gettext("Сертификат после заявления: %(term)s", term=length),
        Key.VALID: gettext("Сертификат действует: %(term)s", term=length),
        Key.VALID_ABSORBENT: gettext("Сертификат на подгузники и бельё действует: %(term)s", term=length),
    }[term.key]
    source = either(term.source, term.source_en)
    return mark_russian(
        gettext("%(what)s. Источник: %(source)s, %(year)s год", what=what, source=source, year=spelt(term.as_of))
    )
