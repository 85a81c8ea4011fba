"""Pure decisions about reports of obstacles: what is taken over, how a number looks, by when and how it is answered."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from urllib.parse import unquote

from webapp.core.dictated import in_digits, in_signs
from webapp.core.dictated import plain as plain_signs
from webapp.core.places import LONGEST_PAGE, is_own
from webapp.core.typed import line, shown

LONGEST_TEXT = 4000
LONGEST_CONTACT = 200
LONGEST_BROWSER = 300
DIGITS, GROUP = 12, 3
KEPT_FOR = timedelta(days=365)
"""How long an answer can be read; then the report goes."""
KEPT_UNANSWERED_FOR = timedelta(days=3 * 365)
"""The longest term of a report that nobody has answered: nothing that people write is kept for ever."""
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]{2,}")
_PHONE = re.compile(r"(?:тел[а-яё]*|моб[а-яё]*|номер|phone|tel)?[.:\s]*(?:\+|плюс|plus)?[\d\s().,-]+", re.IGNORECASE)
_AROUND = " .,;«»„“”\"'"
"""What is copied or dictated along with a contact and is no part of it."""
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15


class Contact(StrEnum):
    """What was left for an answer, as far as it can be told."""

    NONE = "none"
    PHONE = "phone"
    EMAIL = "email"
    OTHER = "other"


class State(StrEnum):
    """How a report stands; the order is that in which it asks for somebody."""

    OVERDUE = "overdue"
    OPEN = "open"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Message:
    """What a report says. Empty is what was not sent along. `language` is the one in which it was written."""

    text: str
    contact: str = ""
    page: str = ""
    settings: str = ""
    browser: str = ""
    language: str = "ru"

    def sent_as(self, key: str) -> str:
        """A digest of the form with this key and these answers: the same form twice, and nothing else, is the same."""
        return hashlib.sha256(json.dumps([key, asdict(self)], sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the staff say to a report. `language` is the one in which it is written."""

    text: str
    language: str


def plain(text: str) -> str:
    """What was typed in a text area, as it is kept: one sign for the end of a line, none at the ends of the text."""
    return shown(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def page_told(asked: str) -> str:
    """The page that an address says the report is about; empty when it is none of this site."""
    if len(asked) > LONGEST_PAGE:
        asked = asked.partition("?")[0]
    return asked if len(asked) <= LONGEST_PAGE and is_own(asked) else ""


def page_read(page: str) -> str:
    """An address as it is read out: letters instead of their codes."""
    return line(shown(unquote(page)))


def contact_kind(contact: str) -> Contact:
    """What kind of contact this is, however it was typed; one that is not understood is kept all the same."""
    text = line(contact)
    if not text:
        return Contact.NONE
    if _EMAIL.fullmatch(text.strip(_AROUND)):
        return Contact.EMAIL
    said = in_digits(in_signs(plain_signs(text.strip(_AROUND))), is_order=False)
    digits = sum(sign.isdigit() for sign in said)
    if _PHONE.fullmatch(said) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        return Contact.PHONE
    return Contact.OTHER


def number_of(chance: int) -> str:
    """A number to dictate, in groups joined by hyphens, out of so much chance."""
    digits = f"{chance % 10**DIGITS:0{DIGITS}}"
    return "-".join(digits[place : place + GROUP] for place in range(0, DIGITS, GROUP))


def number_typed(text: str) -> str:
    """The number that was typed, pasted or dictated, with whatever stands around its digits; empty if it is none."""
    digits = "".join(re.findall(r"[0-9]", in_digits(in_signs(plain_signs(text)))))
    return number_of(int(digits)) if len(digits) == DIGITS else ""


def promised(today: date, days: int) -> date:
    """The last day for the answer. Calendar days: no list of days off can then be wrong."""
    return today + timedelta(days=days)


def state(promised_for: date, is_answered: bool, today: date) -> State:
    """How a report stands today."""
    if is_answered:
        return State.ANSWERED
    return State.OVERDUE if today > promised_for else State.OPEN
