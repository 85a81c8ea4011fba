"""How the catalogue is worded: titles, facts, places in a list. Filters and functions of its templates."""

from flask import Flask

from webapp.catalogue.filters import words as filters
from webapp.catalogue.rules import Fact
from webapp.core.locale import either, gettext
from webapp.core.spoken import spelt
from webapp.reference.queries import Row
from webapp.reference.units import quantity, span


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        told=told, told_value=told_value, label=label, lower_first=lower_first, without_scheme=without_scheme
    )
    app.jinja_env.globals["section_title"] = section_title
    filters.init_app(app)


def section_title(section: Row) -> str:
    """The number first, where it is verified."""
    name = either(section.short_name, section.name_en)
    return gettext("Раздел %(code)s. %(name)s", code=spelt(section.code), name=name) if section.is_official else name


def label(fact: Fact) -> str:
    """The name of the characteristic, or of the range that two of them make."""
    about = fact.about
    if fact.high is not None and about.range_label is not None and about.range_label_en is not None:
        return either(about.range_label, about.range_label_en)
    return either(about.label, about.label_en)


def told(fact: Fact) -> str:
    """A characteristic as one line: «Вес: 300 граммов»."""
    return f"{label(fact)}: {told_value(fact)}"


def told_value(fact: Fact) -> str:
    """The value of a characteristic in words."""
    about = fact.about
    if about.type == "bool":
        return gettext("да") if fact.value else gettext("нет")
    if about.type == "number":
        unit = about.unit or "none"
        return quantity(fact.value, unit) if fact.high is None else span(fact.value, fact.high, unit)
    return ", ".join(spelt(either(choice.value, choice.en)) for choice in fact.chosen())


def lower_first(text: str) -> str:
    """A sentence's words as they stand after a colon."""
    return text[:1].lower() + text[1:]


def without_scheme(address: str) -> str:
    """A site's address as people say it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
