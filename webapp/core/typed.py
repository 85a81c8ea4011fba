"""What people type, paste or dictate, made into values (U13, U15, U33). Pure; refusals are codes, templates speak."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from unicodedata import category

from babel.dates import get_month_names

FIRST_YEAR, LAST_YEAR = 1900, 2100
SHORTEST_MONTH = 3
_PIECES = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2007]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


class Refusal(ValueError):
    """Why something typed is not a value: a code for the template, and the names of the parts that are wrong."""

    def __init__(self, code: str, parts: tuple[str, ...] = ()) -> None:
        super().__init__(code, parts)
        self.code = code
        self.parts = parts


def shown(text: str) -> str:
    """What was typed, as a page may show it again: without control signs and code points that are no characters."""
    return "".join(sign for sign in text if sign in "\t\n\r" or not (category(sign) == "Cc" or _is_no_character(sign)))


def _is_no_character(sign: str) -> bool:
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF


def line(text: str) -> str:
    """One line as meant: no surplus, no invisible characters. Nothing else is changed."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def day_of(day: str, month: str, year: str) -> date:
    """A date from three fields, or a whole date in the first («27 марта 2007 года», «27.03.2007», «2007-03-27»).

    A whole date in the first field counts whatever stands in the others: after a refusal the old answer stands there.

    Raises Refusal: `empty`, `missing` (parts), `day`, `month`, `year` (what is not understood), `no_such_day`.
    """
    fields = {"day": line(day), "month": line(month), "year": line(year)}
    if not any(fields.values()):
        raise Refusal("empty", ("day", "month", "year"))
    fields = _whole(fields["day"]) or fields
    missing = tuple(part for part, text in fields.items() if not text)
    if missing:
        raise Refusal("missing", missing)
    return _date(_number(fields, "day", 31), _month(fields["month"]), _year(fields))


def _whole(text: str) -> dict[str, str] | None:
    """Three pieces of one text; words after the year («года», «г.») say nothing."""
    pieces = _PIECES.findall(text)[:3]
    if len(pieces) < 3:
        return None
    if len(pieces[0]) == 4:  # 2007-03-27
        pieces.reverse()
    return dict(zip(("day", "month", "year"), pieces, strict=True))


def _number(fields: Mapping[str, str], part: str, most: int) -> int:
    digits = "".join(_PIECES.findall(fields[part]))
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4 and 1 <= int(digits) <= most):
        raise Refusal(part, (part,))
    return int(digits)


def _year(fields: Mapping[str, str]) -> int:
    number = _number({"year": _PIECES.findall(fields["year"] + " x")[0]}, "year", LAST_YEAR)
    if number < FIRST_YEAR:
        raise Refusal("year", ("year",))
    return number


def _month(text: str) -> int:
    word = "".join(_PIECES.findall(text)).lower()
    if word.isascii() and word.isdigit():
        return _number({"month": word}, "month", 12)
    matches = {number for name, number in _month_names() if len(word) >= SHORTEST_MONTH and name.startswith(word)}
    if len(matches) != 1:
        raise Refusal("month", ("month",))
    return matches.pop()


@cache
def _month_names() -> tuple[tuple[str, int], ...]:
    """Names of the months in both languages, in the forms in which they are said."""
    return tuple(
        (str(name).lower(), number)
        for language in ("ru", "en")
        for form in ("format", "stand-alone")
        for number, name in get_month_names("wide", form, language).items()
    )


def _date(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal("no_such_day", ("day", "month")) from None
