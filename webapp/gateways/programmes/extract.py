"""Reads «ВыпискаФРИ», the attachment of the register's answer.

What is not such an extract at all raises RegisterFailed(UNAVAILABLE): asking again may help. An extract that breaks
the form agreed, contradicts itself or speaks of somebody else raises RegisterFailed(CONTRADICTORY).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from defusedxml import ElementTree

from webapp.gateways.programmes import programme
from webapp.gateways.programmes.elements import (
    NAMESPACE,
    Element,
    child,
    children,
    choice,
    contradictory,
    day,
    in_order,
    needed,
    needed_child,
    words,
)
from webapp.gateways.programmes.port import Extract, Failure, Group, Programme, RegisterFailed

MOST_PROGRAMMES = 20
GROUPS = {"1": Group.FIRST, "2": Group.SECOND, "3": Group.THIRD, "4": Group.CHILD}

Value = TypeVar("Value")


def read(attachments: Sequence[bytes], snils: str) -> Extract:
    """What the attachments tell about the person with this СНИЛС; without attachments, that nothing is known.

    Several attachments of one person are one answer. Programmes come newest first.
    """
    roots = [_root(attachment) for attachment in attachments]
    people = [_person(needed_child(root, "ПерсональныеДанные")) for root in roots]
    if any(_digits(person.snils) != _digits(snils) for person in people):
        raise contradictory()
    documents = [each for root in roots for each in children(needed_child(root, "ВсеДокументы"), "Документ")]
    programmes = [found for each in documents if (found := programme.read(each)) is not None]
    if len(programmes) > MOST_PROGRAMMES or len({each.number for each in programmes}) != len(programmes):
        raise contradictory()
    programmes.sort(key=lambda each: (each.issued, each.number), reverse=True)
    return _merged(people, snils, tuple(programmes))


def _root(attachment: bytes) -> Element:
    try:
        found: Element | None = ElementTree.fromstring(attachment, forbid_dtd=True)
    except (ElementTree.ParseError, ValueError, LookupError):  # the last: an encoding nobody knows
        found = None
    if found is None or found.tag != NAMESPACE + "ВыпискаФРИ":
        raise RegisterFailed(Failure.UNAVAILABLE)
    return found


def _person(told: Element) -> Extract:
    disability = child(told, "АктуальныеСведенияОбИнвалидности")
    group, cause, since, until = (None, "", None, None) if disability is None else _disability(disability)
    return Extract(
        snils=needed(words(told, "СНИЛС")),
        last_name=needed(words(told, "Фамилия")),
        first_name=needed(words(told, "Имя")),
        middle_name=words(told, "Отчество"),
        birth_date=needed(day(words(told, "ДатаРождения"))),
        group=group,
        cause=cause,
        disabled_since=since,
        disabled_until=until,
    )


def _disability(told: Element) -> tuple[Group, str, date, date | None]:
    since, until = needed(day(words(told, "ДатаС"))), day(words(told, "ДатаПо"))
    in_order(since, until)
    group = choice(words(told, "ГруппаИнвалидности"), GROUPS)
    return group, words(told, "НаименованиеПричиныИнвалидности"), since, until


def _merged(people: Sequence[Extract], snils: str, programmes: tuple[Programme, ...]) -> Extract:
    """One person of all that were told; what one attachment leaves out another may tell."""
    disabilities = {(p.group, p.cause, p.disabled_since, p.disabled_until) for p in people if p.group is not None}
    group, cause, since, until = _agreed(disabilities) or (None, "", None, None)
    return Extract(
        snils=snils,
        last_name=_agreed(person.last_name for person in people) or "",
        first_name=_agreed(person.first_name for person in people) or "",
        middle_name=_agreed(person.middle_name for person in people if person.middle_name) or "",
        birth_date=_agreed(person.birth_date for person in people),
        group=group,
        cause=cause,
        disabled_since=since,
        disabled_until=until,
        programmes=programmes,
    )


def _agreed(told: Iterable[Value]) -> Value | None:
    """What all say; None when nobody says anything."""
    different = set(told)
    if len(different) > 1:
        raise contradictory()
    return different.pop() if different else None


def _digits(snils: str) -> str:
    return "".join(sign for sign in snils if sign.isdigit())
