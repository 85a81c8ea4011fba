"""Numbers, sums, dates, distances and phones as words that a synthesizer and a Braille line keep whole (U5, U28).

Measured: a spaced thousand is heard as two numbers, «₽» and dashes vanish, a decimal comma is heard as a full stop.
So thousands are words, units are whole words, ranges say «от … до …», months are words. Every function returns plain
text for one text node (U29).
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

import phonenumbers
from flask import Flask
from flask_babel import format_date
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from webapp.core import clock
from webapp.core.locale import current_language, gettext, ngettext
from webapp.core.number_marks import marks

MILLION = 1_000_000
NEAR_METRES = 3000
KILOBYTE = 1024
RUSSIAN_DIGITS, FEWEST_DIGITS = 11, 9


def init_app(app: Flask) -> None:
    """Offer the formatters to templates as filters, each under its own name."""
    app.jinja_env.filters["file_format"] = file_format
    for formatter in (number, roubles, day, moment, deadline, distance, phone, phone_address, file_size, spelt, quoted):
        app.jinja_env.filters[formatter.__name__] = said_each_time(formatter)
    app.jinja_env.globals["hours"] = hours


def said_each_time(formatter: Callable[..., str]) -> Callable[..., str]:
    """A filter that Jinja asks at every request.

    Of a constant it would ask a plain one once, when it compiles: without a reader, so without a language or plurals.
    """

    @pass_context
    def says(_context: Context, /, *values: Any, **named: Any) -> str:
        return formatter(*values, **named)

    return says


@marks
def number(value: int) -> str:
    """A count or measure: unspaced digits, from a million with the million as a word."""
    millions, rest = divmod(abs(value), MILLION)
    minus = gettext("минус ") if value < 0 else ""
    if not millions:
        return f"{minus}{rest}"
    words = ngettext("%(num)s миллион", "%(num)s миллионов", millions)
    return f"{minus}{words} {number(rest)}" if rest else f"{minus}{words}"


@marks
def roubles(kopecks: int) -> str:
    """A sum of money given in kopecks: «2 тысячи 900 рублей», «29 рублей 10 копеек», «1 миллион рублей»."""
    if kopecks < 0:
        return gettext("минус ") + roubles(-kopecks)
    whole, small = divmod(kopecks, 100)
    parts = [_whole_roubles(whole)] if whole or not small else []
    if small:
        parts.append(ngettext("%(num)s копейка", "%(num)s копеек", small))
    return " ".join(parts)


def _whole_roubles(whole: int) -> str:
    millions, thousands, rest = whole // MILLION, whole % MILLION // 1000, whole % 1000
    parts = []
    if millions:
        parts.append(ngettext("%(num)s миллион", "%(num)s миллионов", millions))
    if thousands:
        parts.append(ngettext("%(num)s тысяча", "%(num)s тысяч", thousands))
    if rest or not parts:
        parts.append(ngettext("%(num)s рубль", "%(num)s рублей", rest))
    else:
        parts.append(gettext("рублей"))
    return " ".join(parts)


@marks
def day(value: date) -> str:
    """A date with the month as a word: «14 марта 2027 года»."""
    return _day(value, current_language())


@lru_cache(maxsize=4096)
def _day(value: date, _language: str) -> str:
    return format_date(value, gettext("d MMMM y 'года'"))


@marks
def moment(value: datetime) -> str:
    """A moment, aware: «14 марта 2027 года в 9:05 по Москве». Whoever lives elsewhere hears by whose clock it is."""
    there = value.astimezone(clock.MOSCOW)
    return gettext(
        "%(day)s в %(time)s по Москве", day=_day(there.date(), current_language()), time=_clock_face(there.time())
    )


@marks
def clock_time(value: datetime) -> str:
    """The minute of a moment, aware, by the clocks of Moscow: «9:05»."""
    return _clock_face(value.astimezone(clock.MOSCOW).time())


@marks
def deadline(value: date) -> str:
    """A date to keep, absolute and relative: «14 марта 2027 года, осталось 12 дней» (U40)."""
    left = (value - clock.today()).days
    if left < 0:
        ago = ngettext("прошёл %(num)s день", "прошло %(num)s дней", -left)
        return f"{day(value)}, {ago}"
    if left == 0:
        return gettext("%(day)s, это сегодня", day=day(value))
    return f"{day(value)}, " + ngettext("остался %(num)s день", "осталось %(num)s дней", left)


@marks
def hours(opens: time, closes: time) -> str:
    """Opening hours: «с 9:00 до 18:00»."""
    return gettext("с %(opens)s до %(closes)s", opens=_clock_face(opens), closes=_clock_face(closes))


def _clock_face(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02}"


@marks
def distance(metres: float) -> str:
    """A distance in the unit that needs no fraction: «1200 метров», from three kilometres on in kilometres."""
    if metres < NEAR_METRES:
        near = max(10, round(metres / 10) * 10)
        return ngettext("%(num)s метр", "%(num)s метров", near)
    kilometres = round(metres / 1000)
    return ngettext("%(num)s километр", "%(num)s километров", kilometres)


@marks
def phone(value: str) -> str:
    """A number to dictate, in groups joined by hyphens: «+7-000-000-12-34». Short numbers stay as they are."""
    digits = _international(value)
    if digits is None:
        return value.strip()
    if len(digits) == RUSSIAN_DIGITS and digits[0] == "7":
        return f"+7-{digits[1:4]}-{digits[4:7]}-{digits[7:9]}-{digits[9:]}"
    return f"+{digits}"


def phone_address(value: str, scheme: str = "tel") -> Markup:
    """What a link that dials needs: «tel:+70000001234», «tel:112»; with the scheme `sms` it writes a message."""
    digits = _international(value)
    return Markup("{}:{}").format(scheme, f"+{digits}" if digits is not None else "".join(filter(str.isdigit, value)))


@lru_cache(maxsize=1024)
def _international(value: str) -> str | None:
    """The digits after the plus, «8 (800) …» read as Russian; None for a short number or none at all."""
    try:
        number = phonenumbers.parse(value, "RU")
    except phonenumbers.NumberParseException:
        return None
    digits = f"{number.country_code}{phonenumbers.national_significant_number(number)}"
    return digits if len(digits) >= FEWEST_DIGITS else None


_LOST_SIGNS = {
    "№": " номер ",
    "×": " на ",
    "±": " плюс-минус ",
    "≥": " не меньше ",
    "≤": " не больше ",
    "½": " половина ",
    "₽": " рублей ",
    "★": "",
    "→": ", ",
    "„": "«",
    "“": "»",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301", ""),
}
"""Signs that synthesizers and Braille tables lose or misread (U28), as words."""
_LOST_IN_ENGLISH = _LOST_SIGNS | {
    "№": " number ",
    "×": " by ",
    "±": " plus or minus ",
    "≥": " at least ",
    "≤": " at most ",
    "½": " half ",
    "₽": " roubles ",
}
_LOST = re.compile("[" + "".join(_LOST_SIGNS) + "]")


@marks
@lru_cache(maxsize=4096)
def spelt(text: str, language: str = "ru") -> str:
    """Another's text, an official's or a maker's, with words for the signs that are not heard: «Бюро номер 4».

    The words are of the language of the text, whatever the page's.
    """
    if not _LOST.search(text):
        return text
    words = _LOST_IN_ENGLISH if language == "en" else _LOST_SIGNS
    return " ".join(_LOST.sub(lambda found: words[found[0]], text).split())


@marks
def quoted(typed: str) -> str:
    """What a person typed, given back as it was: how it is written is theirs to say."""
    return typed


def file_format(name: str) -> str:
    """What a file is, in words where people have some: «текстовый файл», «файл PDF»."""
    words = {
        "TXT": gettext("текстовый файл"),
        "VTT": gettext("файл субтитров"),
        "MP3": gettext("звуковой файл"),
    }
    return words.get(name) or gettext("файл %(format)s", format=name)


@marks
def file_size(size: int) -> str:
    """The size of a file in a unit that needs no fraction."""
    if size < KILOBYTE * KILOBYTE:
        return ngettext("%(num)s килобайт", "%(num)s килобайт", max(1, round(size / KILOBYTE)))
    return ngettext("%(num)s мегабайт", "%(num)s мегабайт", round(size / KILOBYTE / KILOBYTE))
