"""What people type, paste or dictate, made into values (U13, U15, U33). Pure; refusals are codes, templates speak."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from unicodedata import category

from babel.dates import get_month_names

from webapp.core.dictated import in_digits, in_signs, plain

FIRST_YEAR, LAST_YEAR = 1900, 2100
SHORTEST_MONTH = 3
SNILS_DIGITS, LAST_UNCHECKED_SNILS = 11, 1_001_998
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_NOT_MEANT = frozenset("е го ое ого й я число числа день месяц месяца год года г st nd rd th the of year".split())
"""What stands beside a number of a date and says nothing: «27-е», «2007 г.», «27th of March»."""
_OH = re.compile(r"(?i)\boh?\b(?= \w)")
_TWO_HALVES = re.compile(r"((?!\d{4})\w+ \w+ )?(19|20) (\d\d)")
"""A year in two numbers, alone or after a day and a month: «nineteen ninety nine», «May 5th twenty oh five»."""
FEWEST_PHONE_DIGITS, MOST_PHONE_DIGITS, RUSSIAN_PHONE_DIGITS = 5, 15, 11
"""From a short number of a town to the longest that the international plan allows (E.164)."""
_SAID_AT = re.compile(r"(?i)\s+(?:собака|собачка|эт|at)\s+")
_EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")
_QUOTES = re.compile("[«»„“”\"'№#]")
_LABELS = frozenset("код кода номер номера артикул изделие изделия code number article no".split())
_CODE = re.compile(r"[\d(][\d() .-]*")
_ALIKE_LATIN, _ALIKE_CYRILLIC = "aceopxykABCEHKMOPTXY", "асеорхукАВСЕНКМОРТХУ"
_TO_CYRILLIC = str.maketrans(_ALIKE_LATIN, _ALIKE_CYRILLIC)
_TO_LATIN = str.maketrans(_ALIKE_CYRILLIC, _ALIKE_LATIN)
_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2007]+")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls of the direction of writing: with them a line reads otherwise than it is."""
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


class Refusal(ValueError):
    """Why something typed is not a value: a code for the template, and the names of the parts that are wrong."""

    def __init__(self, code: str, parts: tuple[str, ...] = ()) -> None:
        super().__init__(code, parts)
        self.code = code
        self.parts = parts


def shown(text: str) -> str:
    """What was typed, as a page or a terminal may show it: no controls, no code points that are no characters."""
    return "".join(sign for sign in text if sign in "\t\n\r" or not _is_control(sign))


def _is_control(sign: str) -> bool:
    return category(sign) == "Cc" or sign in _TURNS or _is_no_character(sign)


def _is_no_character(sign: str) -> bool:
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF


def line(text: str) -> str:
    """One line as meant: no surplus, no invisible characters. Nothing else is changed."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def code(text: str) -> str:
    """A code or a number as signs, however it was written or said: «6-02-02», «№ 6–02–02.», «шесть тире ноль два».

    Empty when the text is none. Spaces between digits stay: what they mean is known to whoever reads the code.
    """
    zeros = re.sub(r"(?<=\d)[oOоО]|[oOоО](?=\d)", "0", text)
    written = _signs_of(re.sub(r"\s*[,/_]\s*", "-", zeros))
    return written if _CODE.fullmatch(written) else ""


def article(text: str) -> str:
    """A maker's number of Latin letters and digits, though typed in Cyrillic look-alikes, with a dash or a label."""
    written = _signs_of(text).upper().translate(_TO_LATIN)
    return re.sub(r"(?<=[^\W\d_]) (?=\d)", "-", re.sub(r"(?<=\d) (?=\d)", "", written))


def words(text: str) -> str:
    """Words to search by: one alphabet in each, hyphens for dashes and for a dictated «тире», no dictated full stop."""
    said = _one_alphabet(plain(line(text))).split()
    if len(said) > 1 and said[-1].lower().strip(".") == "точка":
        said.pop()
    return re.sub(r"(?i)(?<=\w) (?:тире|дефис) (?=\w)", "-", " ".join(said))


def _signs_of(text: str) -> str:
    """Without label, quotes and the full stop; dictated signs and numbers written out, no spaces round signs."""
    said = in_signs(_QUOTES.sub(" ", plain(line(text))))
    bare = " ".join(word for word in said.split() if word.lower().rstrip(".:") not in _LABELS)
    spaced = re.sub(r"(?<=[^\W\d_])([-.()])|([-.()])(?=[^\W\d_])", r" \1\2 ", bare)
    return re.sub(r"\s*([-.()])\s*", r"\1", in_digits(spaced, is_order=False)).strip(" .,:;-")


def _one_alphabet(text: str) -> str:
    """Words that mix alphabets made Cyrillic, as far as their Latin letters look like Cyrillic ones (U28)."""
    return _WORD.sub(lambda found: _cyrillic(found[0]), text)


def _cyrillic(word: str) -> str:
    mended = word.translate(_TO_CYRILLIC)
    is_mixed = any("а" <= sign.lower() <= "ё" for sign in word)
    return mended if is_mixed and all("а" <= sign.lower() <= "ё" for sign in mended) else word


def day_of(day: str, month: str, year: str) -> date:
    """A date from three fields, or a whole date in the first («27 марта 2007 года», «27.03.2007», «2007-03-27»).

    Numbers may be dictated: «двадцать седьмое марта две тысячи седьмого года», «двадцать семь точка ноль три …».

    A whole date in the first field counts whatever stands in the others: after a refusal the old answer stands there.

    Raises Refusal: `empty`, `missing` (parts), `day`, `month`, `year` (what is not understood), `no_such_day`.
    """
    fields = {part: _meant(text) for part, text in (("day", day), ("month", month), ("year", year))}
    if not any(fields.values()):
        raise Refusal("empty", ("day", "month", "year"))
    fields = _whole(fields["day"]) or fields
    missing = tuple(part for part, text in fields.items() if not text)
    if missing:
        raise Refusal("missing", missing)
    return _date(_number(fields, "day", 31), _month(fields["month"]), _year(fields))


def _meant(text: str) -> str:
    """Numbers in digits, words in one alphabet, without what says nothing beside them; all of it if that is all."""
    said = in_digits(_OH.sub("zero", in_signs(_one_alphabet(plain(line(text))))))
    meant = " ".join(piece for piece in _PIECES.findall(said) if piece.lower() not in _NOT_MEANT)
    halves = _TWO_HALVES.fullmatch(meant)
    return (halves[1] or "") + halves[2] + halves[3] if halves else meant or said


def _whole(text: str) -> dict[str, str] | None:
    """Three pieces of one text."""
    pieces = _PIECES.findall(text)[:3]
    if len(pieces) < 3:
        return None
    if len(pieces[0]) == 4:  # 2007-03-27
        pieces.reverse()
    elif not pieces[0].isdigit() and pieces[1].isdigit():  # March 27, 2007
        pieces[0], pieces[1] = pieces[1], pieces[0]
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


def snils(text: str) -> str:
    """An insurance number, however it was typed or dictated, as «000-000-000 00».

    Raises Refusal: `empty`; `length` (not eleven digits); `check` (its last two digits are not those of the others).
    Numbers up to 001-001-998 were given out before there was a check.
    """
    if not line(text):
        raise Refusal("empty")
    digits = digits_of(text)
    if len(digits) != SNILS_DIGITS:
        raise Refusal("length")
    number, check = digits[:9], digits[9:]
    if int(number) > LAST_UNCHECKED_SNILS and int(check) != _check_of_snils(number):
        raise Refusal("check")
    return f"{number[:3]}-{number[3:6]}-{number[6:]} {check}"


def name(text: str) -> str:
    """A name as meant: one alphabet, hyphens for a dictated «тире», a capital where dictation left none.

    Raises Refusal: `letters` where there is a digit.
    """
    meant = words(text).strip(" .,;:«»\"'")
    if any(sign.isdigit() for sign in meant):
        raise Refusal("letters")
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), meant) if meant.islower() else meant


def number(text: str) -> str:
    """The number of a document, as it is written. Raises Refusal: `digits` where there is none."""
    meant = line(text)
    if meant and not any(sign.isdigit() for sign in in_digits(meant, is_order=False)):
        raise Refusal("digits")
    return meant


def email(text: str) -> str:
    """An e-mail address, dictated signs too («anna собака people точка ru»). Raises Refusal: `email`.

    Only its shape is looked at: whether somebody reads it is known to nobody but them.
    """
    meant = line(text).lower() if _SAID_AT.search(text) else line(text)
    meant = in_signs(_SAID_AT.sub("@", meant))
    meant = re.sub(r"\s*([@._-])\s*", r"\1", meant).rstrip(".")
    if not _EMAIL.fullmatch(meant):
        raise Refusal("email")
    return meant


def telephone(text: str) -> str:
    """A telephone number, typed or dictated; a Russian one in one spelling. Raises Refusal: `digits`.

    A number that no network has is taken as it is: who answers it is known to nobody but its owner.
    """
    digits = digits_of(text)
    if not FEWEST_PHONE_DIGITS <= len(digits) <= MOST_PHONE_DIGITS:
        raise Refusal("digits")
    if len(digits) == RUSSIAN_PHONE_DIGITS and digits[0] in "78":
        return f"+7{digits[1:]}"
    return f"+{digits}" if "+" in text else digits


def digits_of(text: str) -> str:
    """The digits of a number, typed or dictated, without what stands round them."""
    return "".join(re.findall("[0-9]", in_digits(in_signs(plain(line(text))), is_order=False)))


def _check_of_snils(number: str) -> int:
    return sum(int(digit) * (9 - place) for place, digit in enumerate(number)) % 101 % 100
