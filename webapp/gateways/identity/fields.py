"""Reading single facts of an answer: one form, or nothing."""

import re
from datetime import date
from typing import Any

from webapp.gateways.identity.refusals import unavailable

LONGEST_TEXT = 200
_DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})", re.ASCII)
_SNILS = re.compile(r"(\d{3})[ -]?(\d{3})[ -]?(\d{3})[ -]?(\d{2})", re.ASCII)
_DIVISION = re.compile(r"(\d{3})-?(\d{3})", re.ASCII)


def text(told: dict[str, Any], key: str, longest: int = LONGEST_TEXT) -> str:
    """A text in one line without what cannot be written; empty where there is none.

    Raises NotIdentified for what is no text, or longer than any that we know.
    """
    value = told.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > longest:
        raise unavailable()
    return "".join(letter for letter in " ".join(value.split()) if letter.isprintable())


def day(value: object) -> date | None:
    """A day as ЕСИА writes it («09.03.1961»); None for all else."""
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def snils(value: object) -> str | None:
    found = _SNILS.fullmatch(value.strip()) if isinstance(value, str) else None
    return "{}-{}-{} {}".format(*found.groups()) if found else None


def division_code(value: object) -> str:
    """«006-006», as a passport writes the code of who issued it; ЕСИА leaves the dash out."""
    found = _DIVISION.fullmatch(value.strip()) if isinstance(value, str) else None
    return "{}-{}".format(*found.groups()) if found else ""


def elements(told: object) -> list[dict[str, Any]]:
    """The objects of a collection, or of a list; addresses of objects and all else are passed over."""
    listed = told.get("elements") if isinstance(told, dict) else told
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def is_true(value: object) -> bool:
    return value is True or value == "true"
