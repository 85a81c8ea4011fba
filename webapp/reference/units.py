"""Measures with their units in whole words (U5): «300 граммов», «от 22 до 42 сантиметров», "300 grams".

The words are reference data (`characteristics.json`); the rules of number and case are here.
"""

from flask import Flask

from webapp.core.locale import gettext, is_source_language
from webapp.core.number_marks import marks
from webapp.core.spoken import number, said_each_time
from webapp.reference.dataset import characteristics


def init_app(app: Flask) -> None:
    """Offer `quantity` and `span` to templates."""
    app.jinja_env.filters["quantity"] = said_each_time(quantity)
    app.jinja_env.globals["span"] = span


@marks
def quantity(value: int, unit: str) -> str:
    """A measure: «1 грамм», «2 грамма», «5 граммов». Raises UnknownReference for an unknown unit."""
    words = characteristics().unit(unit)
    form = words.forms[russian_form(value)] if is_source_language() else words.forms_en[value != 1]
    return f"{number(value)} {form}".rstrip()


@marks
def span(low: int, high: int, unit: str) -> str:
    """A range; equal ends are one measure. «До» takes the genitive, whose singular is the form after 2."""
    if low == high:
        return quantity(low, unit)
    words = characteristics().unit(unit)
    form = words.forms[1 if russian_form(high) == 0 else 2] if is_source_language() else words.forms_en[1]
    return gettext("от %(low)s до %(high)s", low=number(low), high=f"{number(high)} {form}".rstrip())


def russian_form(value: int) -> int:
    """Which of the three Russian forms a number takes: 0 for 1, 21, 31…, 1 for 2–4, 22–24…, 2 for the rest."""
    last_two, last = abs(value) % 100, abs(value) % 10
    if last == 1 and last_two != 11:
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= last_two <= 14 else 2
