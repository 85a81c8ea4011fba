"""How the catalogue is worded: titles, facts, places in a list. Filters and functions of its templates."""

from collections.abc import Iterable

from flask import Flask
from flask_babel import lazy_gettext

from webapp.catalogue import checks
from webapp.catalogue.films import Line, films_of
from webapp.catalogue.filters import words as filters
from webapp.catalogue.rooms import Room, Seen
from webapp.catalogue.rules import Fact
from webapp.core.locale import either, gettext, ngettext
from webapp.core.number_marks import marks
from webapp.core.spoken import quoted, said_each_time, spelt
from webapp.reference.queries import Row
from webapp.reference.units import quantity, span


def init_app(app: Flask) -> None:
    checks.init_app(app)
    app.jinja_env.filters.update(
        told=told,
        told_value=told_value,
        label=label,
        lower_first=lower_first,
        without_scheme=without_scheme,
        weighed=weighed,
        untold=untold,
        room_title=said_each_time(room_title),
        in_quotes=said_each_time(in_quotes),
    )
    app.jinja_env.globals.update(
        section_title=section_title,
        films_of=films_of,
        document_name=document_name,
        of_months=of_months,
    )
    app.jinja_env.filters.update(film_line=film_line, seconds=said_each_time(seconds))
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


def room_title(seen: Seen) -> str:
    """City and address, first whether it is in the visitor's region or else the nearest: «Ближайшее: Казань, …»."""
    there = f"{seen.room.city.name}, {spelt(seen.room.address)}"
    if seen.is_own:
        return gettext("В вашем регионе: %(place)s", place=there)
    return gettext("Ближайшее: %(place)s", place=there) if seen.is_nearest else there


def untold(room: Room) -> str:
    """What nobody told us of the way into a room, as words to ask; empty where all is told."""
    asked = (
        (room.stop, gettext("какая остановка рядом")),
        (room.entrance, gettext("где вход")),
        (room.meets is not None, gettext("встретят ли вас")),
        (room.guide_dog, gettext("можно ли с собакой-проводником")),
    )
    return ", ".join(words for is_told, words in asked if not is_told)


DOCUMENTS = {
    "instruction": lazy_gettext("Инструкция"),
    "registration": lazy_gettext("Регистрационное удостоверение"),
}


def document_name(slug: str) -> str:
    """What a document is called in links. Raises KeyError for an unknown one."""
    return str(DOCUMENTS[slug])


def of_months(number_of_them: int) -> str:
    """A term after «около»: «около 12 месяцев»."""
    return ngettext("%(num)s месяца", "%(num)s месяцев", number_of_them)


def in_quotes(words: Iterable[str]) -> str:
    """Words that were typed or searched, each in quotes: «…», «…» и «…»."""
    *most, last = (gettext("«%(word)s»", word=quoted(word)) for word in words)
    return gettext("%(most)s и %(last)s", most=", ".join(most), last=last) if most else last


def lower_first(text: str) -> str:
    """A sentence's words as they stand after a colon."""
    return text[:1].lower() + text[1:]


def without_scheme(address: str) -> str:
    """A site's address as people say it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


@marks
def seconds(length: float) -> str:
    """How long a film lasts, in whole seconds."""
    return ngettext("%(num)s секунда", "%(num)s секунд", round(length))


def film_line(line: Line) -> str:
    """What a film says or shows, with who says it: «Диктор: …»."""
    who = {
        "narrator": gettext("Диктор"),
        "describer": gettext("Описание"),
        "device": gettext("Прибор"),
        "sound": gettext("Звук"),
    }
    return f"{who[line.who]}: {spelt(either(line.ru, line.en))}"


def weighed(grams: int) -> str:
    """A weight without a fraction: «850 граммов», «12 килограммов 500 граммов»."""
    kilograms, rest = divmod(grams, 1000)
    parts = [quantity(kilograms, "kg")] if kilograms else []
    if rest or not kilograms:
        parts.append(quantity(rest, "g"))
    return " ".join(parts)
