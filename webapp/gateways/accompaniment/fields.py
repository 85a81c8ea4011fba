"""Fields of the register's JSON. Whatever is not of the form agreed raises RegisterFailed(CONTRADICTORY).

No error quotes a value: values are a person's own.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from webapp.gateways import texts
from webapp.gateways.accompaniment.port import Failure, RegisterFailed

MOST_PARTS = 10
"""Telephones, directions or ways of one institution."""
CODE = re.compile(r"[A-Za-z0-9-]{1,40}")
TELEPHONE = re.compile(r"\+?[0-9][0-9 ()-]{4,30}(?:, ?доб\. ?[0-9]{1,6})?")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){1,5}")
SITE = re.compile(r"https?://[A-Za-z0-9.-]{3,100}(?:/[A-Za-z0-9._~/-]{0,200})?")
"""No address that does something: it becomes a link."""

Code = TypeVar("Code", bound=StrEnum)


def contradictory() -> RegisterFailed:
    return RegisterFailed(Failure.CONTRADICTORY)


class Fields:
    """The fields of one object. Missing is as null; unknown ones are never asked for."""

    def __init__(self, told: object) -> None:
        if not isinstance(told, dict):
            raise contradictory()
        self._told: dict[str, Any] = told

    def has(self, name: str) -> bool:
        return self._told.get(name) is not None

    def inner(self, name: str) -> "Fields":
        return Fields(self._told.get(name))

    def each(self, name: str, most: int) -> list["Fields"]:
        """The objects of a list."""
        return [Fields(one) for one in self._list(name, most)]

    def text(self, name: str) -> str:
        """A text that must be there, cleaned."""
        return _text(self._told.get(name))

    def form(self, name: str, form: re.Pattern[str]) -> str:
        """A text of a form, which must be there."""
        return _of_form(self._told.get(name), form)

    def form_or_empty(self, name: str, form: re.Pattern[str]) -> str:
        """The same; empty where there is none."""
        return self.form(name, form) if self.has(name) else ""

    def forms(self, name: str, form: re.Pattern[str]) -> tuple[str, ...]:
        """Texts of a form."""
        return tuple(_of_form(one, form) for one in self._list(name, MOST_PARTS))

    def day(self, name: str) -> date | None:
        if not self.has(name):
            return None
        found = texts.day(_text(self._told[name]))
        if found is None:
            raise contradictory()
        return found

    def flag(self, name: str) -> bool | None:
        found = self._told.get(name)
        if found is not None and not isinstance(found, bool):
            raise contradictory()
        return found

    def choice(self, name: str, known: type[Code]) -> Code:
        """What one of the known words stands for. A word outside of them is not passed over: what we understand by
        half must not be shown as whole."""
        return _choice(self._told.get(name), known)

    def choices(self, name: str, known: type[Code]) -> tuple[Code, ...]:
        """Known words, each once, in the order in which they are known."""
        found = [_choice(one, known) for one in self._list(name, MOST_PARTS)]
        if len(set(found)) != len(found):
            raise contradictory()
        return tuple(code for code in known if code in found)

    def degrees(self, name: str, most: float) -> float | None:
        """Degrees between -`most` and `most`."""
        found = self._told.get(name)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | float) or not -most <= found <= most:
            raise contradictory()
        return float(found)

    def _list(self, name: str, most: int) -> list[object]:
        found = self._told.get(name, [])
        if not isinstance(found, list) or len(found) > most:
            raise contradictory()
        return found


def _text(written: object) -> str:
    found = texts.cleaned(written) if isinstance(written, str) else None
    if not found:
        raise contradictory()
    return found


def _of_form(written: object, form: re.Pattern[str]) -> str:
    found = _text(written)
    if not form.fullmatch(found):
        raise contradictory()
    return found


def _choice(written: object, known: type[Code]) -> Code:
    found = next((code for code in known if code == written), None)
    if found is None:
        raise contradictory()
    return found
