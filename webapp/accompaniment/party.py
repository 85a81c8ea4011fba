"""Who stands in an application: the person, and who acts for them, as ЕСИА and the register of programmes told them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.gateways.programmes.port import Group
from webapp.people.queries import Told

OF_AGE_FOR_PASSPORT = 14
OF_AGE = 18


class Paper(StrEnum):
    """Which document proves who somebody is."""

    PASSPORT = "passport"
    BIRTH = "birth_certificate"
    OTHER = "other"


class Residence(StrEnum):
    """What an address is to a person, by the form: its three kinds."""

    HOME = "home"
    """Место жительства: where one is registered for good."""
    STAY = "stay"
    """Место пребывания: where one is registered for a time."""
    ACTUAL = "actual"
    """Место фактического проживания."""


_RESIDENCES = {"registration": Residence.HOME, "living": Residence.ACTUAL}
_PAPERS = {"RF_PASSPORT": Paper.PASSPORT, "RF_BRTH_CERT": Paper.BIRTH}


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """A document that proves who one is; `place` is not told by anybody and always asked."""

    paper: Paper
    series: str
    number: str
    issued: date
    issued_by: str


@dataclass(frozen=True, slots=True, repr=False)
class Party:
    """One person of an application. Empty or None is what nobody has told; that is asked."""

    full_name: str
    birth_date: date | None
    snils: str
    identity: Identity | None
    addresses: tuple[tuple[Residence, str], ...]
    mobile: str
    email: str

    @property
    def residences(self) -> Mapping[Residence, str]:
        """Each kind of address that is known, and the address itself, in the order in which they are offered.

        A choice is kept as a kind: a place in the list would mean another address once ЕСИА tells a new list.
        """
        found: dict[Residence, str] = {}
        for residence, text in self.addresses:
            found.setdefault(residence, text)
        return found


def age(born: date, day: date) -> int:
    """Whole years on a day, which may lie before the birth: then they are negative."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def papers(born: date | None, today: date) -> tuple[Paper, ...]:
    """By what somebody may prove who they are: a birth certificate under fourteen, a passport from then on.

    All of them where nobody knows the birthday.
    """
    if born is None:
        return tuple(Paper)
    return (Paper.BIRTH, Paper.OTHER) if age(born, today) < OF_AGE_FOR_PASSPORT else (Paper.PASSPORT, Paper.OTHER)


def groups(born: date | None, today: date) -> tuple[Group, ...]:
    """Of which disability somebody may be: the category «ребёнок-инвалид» ends at eighteen.

    All where nobody knows the birthday, and for a child, whose papers may say another thing than the law.
    """
    is_grown = born is not None and age(born, today) >= OF_AGE
    return tuple(one for one in Group if one is not Group.CHILD or not is_grown)


def party(told: Told, today: date) -> Party:
    """What ЕСИА told. A birth certificate of somebody who is fourteen proves nothing any more: it is left out."""
    contacts = {each["kind"]: str(each["value"]) for each in reversed(told.contacts)}
    found = Party(
        full_name=told.full_name,
        birth_date=_day(told.birth_date),
        snils=told.snils,
        identity=_identity(told),
        addresses=tuple((_RESIDENCES[each["kind"]], _whole(each)) for each in told.addresses),
        mobile=contacts.get("mobile", ""),
        email=contacts.get("email", ""),
    )
    if found.identity is None or found.identity.paper in papers(found.birth_date, today):
        return found
    return Party(found.full_name, found.birth_date, found.snils, None, found.addresses, found.mobile, found.email)


def _identity(told: Told) -> Identity | None:
    """Only a whole one: a document without its day or its office is asked for."""
    document = told.document
    if not document or document["kind"] not in _PAPERS:
        return None
    issued, number, issued_by = _day(document["issued"]), document["number"], document["issued_by"]
    if issued is None or not number or not issued_by:
        return None
    return Identity(_PAPERS[document["kind"]], document["series"], number, issued, issued_by)


def _whole(address: object) -> str:
    assert isinstance(address, dict)
    return ", ".join(filter(None, (address["postcode"], address["text"])))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
