"""Values as «ВыпискаФРИ» writes them. Whatever is not of the form agreed raises RegisterFailed(CONTRADICTORY).

No error quotes a value: values are a person's own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol, TypeVar

from webapp.gateways import texts
from webapp.gateways.programmes.port import Failure, RegisterFailed

NAMESPACE = "{http://fri.pfr.ru}"
MOST_ROWS = 300
ENDLESS = "бессрочно"
_WHOLE = re.compile(r"[0-9]{1,6}")

Value = TypeVar("Value")


class Element(Protocol):
    """An element of parsed XML, as far as it is asked here."""

    text: str | None
    tag: str

    def __iter__(self) -> Iterator["Element"]: ...


def contradictory() -> RegisterFailed:
    return RegisterFailed(Failure.CONTRADICTORY)


def children(parent: Element, name: str) -> list[Element]:
    """Children of this name, in order."""
    return [child for child in parent if child.tag == NAMESPACE + name]


def child(parent: Element, name: str) -> Element | None:
    """The child of this name, None where there is none; two are one too many."""
    found = children(parent, name)
    if len(found) > 1:
        raise contradictory()
    return found[0] if found else None


def needed_child(parent: Element, name: str) -> Element:
    return needed(child(parent, name))


def words(parent: Element, name: str) -> str:
    """The text of a child, cleaned; empty where there is none."""
    found = child(parent, name)
    return "" if found is None else cleaned(found.text or "")


def needed(value: Value | None) -> Value:
    """The value, which must be there and not be empty."""
    if value is None or value == "":
        raise contradictory()
    return value


def cleaned(written: str) -> str:
    """A text as `texts.cleaned` has it."""
    found = texts.cleaned(written)
    if found is None:
        raise contradictory()
    return found


def day(written: str) -> date | None:
    """A day, None where nothing is written."""
    return needed(texts.day(written)) if written else None


def flag(written: str) -> bool | None:
    """A boolean, None where nothing is written."""
    return choice(written, {"true": True, "false": False}) if written else None


def whole(written: str, least: int, most: int) -> int:
    """A whole number within bounds."""
    if not _WHOLE.fullmatch(written) or not least <= int(written) <= most:
        raise contradictory()
    return int(written)


def choice(written: str, known: Mapping[str, Value]) -> Value:
    """What one of the known words stands for. A word outside its list is not passed over: a programme that we
    understand by half must not be shown as whole."""
    if written not in known:
        raise contradictory()
    return known[written]


def in_order(starts: date | None, ends: date | None) -> None:
    """A term does not end before it begins."""
    if starts is not None and ends is not None and ends < starts:
        raise contradictory()


def only(found: Iterable[Value]) -> Value | None:
    """The one of what may occur once; None where there is none."""
    values = list(found)
    if len(values) > 1:
        raise contradictory()
    return values[0] if values else None


class Attributes:
    """The attributes of a record («Запись») by their codes. Unknown ones are never asked for."""

    def __init__(self, record: Element) -> None:
        found = children(needed_child(record, "ВсеАтрибуты"), "Атрибут")
        values = [(needed(words(each, "Код")), child(each, "Значение")) for each in found]
        self._values = {code: "" if value is None else value.text or "" for code, value in values}
        if len(self._values) != len(values):
            raise contradictory()

    def words(self, code: str) -> str:
        return cleaned(self._values.get(code, ""))

    def day(self, code: str) -> date | None:
        return day(self.words(code))

    def flag(self, code: str) -> bool | None:
        return flag(self.words(code))

    def term(
        self, starts: str, ends: str, endless: str, *, may_be_open: bool = False
    ) -> tuple[date | None, date | None]:
        """First and last day of a term, by the codes of three attributes; the last is None for «бессрочно».

        A term without a last day and without that word is refused unless it `may_be_open`: silence is no promise.
        """
        first, last, word = self.day(starts), self.day(ends), self.words(endless).lower()
        if word not in ("", ENDLESS) or (word and last) or not (word or last or may_be_open):
            raise contradictory()
        in_order(first, last)
        return first, last
