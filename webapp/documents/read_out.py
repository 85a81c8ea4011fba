"""The script to read out by phone: short numbered lines, one thought each, long numbers also by their parts.

Who reads says a line and waits; who listens may say a line's number to hear it again.
"""

import re
from collections.abc import Iterator

from flask_babel import lazy_gettext

from webapp.core.locale import gettext
from webapp.core.spoken import number
from webapp.documents.lines import Sort, lines
from webapp.documents.tree import Document

LONG_NUMBER = 5
"""Digits from which on a number is also given in groups: shorter ones are heard at once."""
_NUMBER = re.compile(r"\+?\d[\d -]*\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+\w", re.ASCII)
_SIGNS = {
    "@": lazy_gettext("собака"),
    ".": lazy_gettext("точка"),
    "-": lazy_gettext("дефис"),
    "_": lazy_gettext("подчёркивание"),
    "+": lazy_gettext("плюс"),
}


def read_out(document: Document) -> str:
    """The script as plain text; headings stand by themselves, every other line has its number and their count."""
    written = list(lines(document))
    counted = [each for each in written if each.sort in {Sort.TEXT, Sort.ITEM}]
    told = [gettext("Читайте по одной строке и ждите, пока собеседник скажет «дальше».")]
    place = 0
    for each in written:
        if each.sort in {Sort.TITLE, Sort.HEADING}:
            told += ["", each.text]
            continue
        place += 1
        which = gettext("%(num)s из %(total)s.", num=number(place), total=number(len(counted)))
        told.append(" ".join([which, _ended(each.text), *_by_signs(each.text)]))
    return "\r\n".join(told) + "\r\n"


def _by_signs(text: str) -> Iterator[str]:
    """«По знакам: …» for every long number and every e-mail address of a line."""
    for found in _EMAIL.findall(text):
        parts = (str(_SIGNS.get(part, part)) for part in re.findall(r"[A-Za-z0-9]+|.", found))
        yield gettext("По частям: %(parts)s.", parts=", ".join(parts))
    for found in _NUMBER.findall(_EMAIL.sub("", text)):
        digits = "".join(filter(str.isdigit, found))
        if len(digits) >= LONG_NUMBER:
            groups = ", ".join(_groups(found))
            sign = str(_SIGNS["+"]) + ", " if found.startswith("+") else ""
            yield gettext("По частям: %(parts)s.", parts=sign + groups)


def _groups(found: str) -> list[str]:
    """The groups in which it is written; where it is written in one piece, pairs from its end."""
    groups = re.findall(r"\d+", found)
    if len(groups) > 1:
        return groups
    digits = groups[0]
    first = len(digits) % 2
    return [part for part in (digits[:first], *(digits[i : i + 2] for i in range(first, len(digits), 2))) if part]


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
