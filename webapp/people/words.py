"""What ЕСИА told of a person, in words: parts with their facts. What it did not tell is left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from webapp.core.locale import gettext
from webapp.core.spoken import day, phone, spelt
from webapp.people.queries import Told


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its facts, each a name and a value."""

    heading: str
    facts: tuple[tuple[str, str], ...]


def details(told: Told) -> list[Part]:
    """Who one is, passport, addresses, contacts, children: those of which something is known."""
    parts = [
        Part(gettext("Вы"), tuple(_person(told))),
        Part(gettext("Паспорт"), tuple(_document(told.document))),
        Part(gettext("Адреса"), tuple(_addresses(told))),
        Part(gettext("Телефон и почта"), tuple(_contacts(told))),
        *(Part(gettext("Ребёнок: %(name)s", name=spelt(_name(each))), tuple(_child(each))) for each in told.children),
    ]
    if not told.children:  # what was agreed to and is not there must not be silent
        parts.append(Part(gettext("Дети"), ((gettext("Дети"), gettext("Госуслуги не сообщили")),)))
    return [part for part in parts if part.facts]


def _person(told: Told) -> Iterator[tuple[str, str]]:
    yield gettext("Имя"), spelt(told.full_name)
    if told.birth_date:
        yield gettext("Дата рождения"), day(date.fromisoformat(told.birth_date))
    if told.gender:
        yield gettext("Пол"), gettext("женский") if told.gender == "F" else gettext("мужской")
    if told.snils:
        yield gettext("СНИЛС"), spelt(told.snils)


def _document(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not document or document["kind"] != "RF_PASSPORT":
        return
    yield gettext("Серия и номер"), spelt(f"{document['series']} {document['number']}".strip())
    if document["issued"]:
        yield gettext("Выдан"), day(date.fromisoformat(document["issued"]))
    if document["issued_by"]:
        yield gettext("Кем выдан"), spelt(document["issued_by"])
    if document["division_code"]:
        yield gettext("Код подразделения"), spelt(document["division_code"])


def _addresses(told: Told) -> Iterator[tuple[str, str]]:
    for each in told.addresses:
        is_registration = each["kind"] == "registration"
        whole = ", ".join(filter(None, (each["postcode"], each["text"])))
        yield gettext("Регистрация") if is_registration else gettext("Проживание"), spelt(whole)
    if told.addresses and all(each["kind"] == "registration" for each in told.addresses):
        yield gettext("Проживание"), gettext("Госуслуги не сообщили")


def _contacts(told: Told) -> Iterator[tuple[str, str]]:
    for each in told.contacts:
        if each["kind"] == "mobile":
            name, value = gettext("Телефон"), phone(each["value"])
        else:
            name, value = gettext("Электронная почта"), spelt(each["value"])
        yield name, value if each["is_confirmed"] else gettext("%(value)s, не подтверждено", value=value)


def _child(child: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if child["birth_date"]:
        yield gettext("Дата рождения"), day(date.fromisoformat(child["birth_date"]))
    if child["snils"]:
        yield gettext("СНИЛС"), spelt(child["snils"])


def _name(child: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (child["last_name"], child["first_name"], child["middle_name"])))
