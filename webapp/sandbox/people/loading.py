"""Reading the people and checking what a single file cannot know of the others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from webapp.sandbox.people.records import DAY, Accompaniment, Person, Programme
from webapp.sandbox.registers.accompaniment.institutions import offices, participant_of

DATA = Path(__file__).with_name("data")
_FILE = TypeAdapter(Person)


class BadPerson(ValueError):
    """A file of people cannot be used; the message names the file and what is wrong."""


class People:
    """All people of the sandbox in the order of their numbers. Raises BadPerson when they contradict each other."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.all = tuple(sorted(people, key=lambda person: person.oid))
        faults = list(_faults(self.all))
        if faults:
            raise BadPerson("; ".join(faults))
        self._by_slug = {person.slug: person for person in self.all}
        self._by_oid = {person.oid: person for person in self.all}
        self._by_snils = {person.snils: person for person in self.all if person.snils}

    def with_accounts(self) -> list[Person]:
        """Those who can sign in."""
        return [person for person in self.all if person.can_sign_in]

    def named(self, slug: str) -> Person | None:
        return self._by_slug.get(slug)

    def numbered(self, oid: str) -> Person | None:
        return self._by_oid.get(oid)

    def children_of(self, parent: Person) -> list[Person]:
        return [self._by_slug[slug] for slug in parent.children]

    def insured(self, snils: str) -> Person | None:
        return self._by_snils.get(snils)


@cache
def load(day: date) -> People:
    """The people of the data folder, made for a day. Raises BadPerson."""
    return People(read(path.read_bytes(), day, path.name) for path in sorted(DATA.glob("*.json")))


def read(content: bytes, day: date, name: str) -> Person:
    """One person of one file. Raises BadPerson, which names the file."""
    try:
        return _FILE.validate_json(content, context={DAY: day})
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise BadPerson(f"{name}: {told}") from None


def _faults(people: tuple[Person, ...]) -> Iterator[str]:
    yield from _repeated("slug", (person.slug for person in people))
    yield from _repeated("oid", (person.oid for person in people))
    yield from _repeated("snils", (person.snils for person in people if person.snils))
    yield from _repeated("programme", (each.number for person in people for each in person.programmes))
    known = {person.slug for person in people}
    for person in people:
        yield from (f"{person.slug}: {fault}" for fault in _own_faults(person, known))


def _own_faults(person: Person, known: set[str]) -> Iterator[str]:
    ending = person.oid[-2:]
    if person.snils not in {None, f"000-000-6{ending} {ending}"}:
        yield "СНИЛС does not end like the number"
    if person.account == "simplified" and (person.snils or person.documents):
        yield "a simplified account knows neither СНИЛС nor documents"
    for slug in (*person.children, *(ward.slug for ward in person.wards)):
        if slug not in known:
            yield f"nobody is called {slug}"
    if person.programmes and (person.disability is None or person.snils is None):
        yield "a programme without a disability or without СНИЛС"
    for number, programme in enumerate(person.programmes, 1):
        if programme.replaces_next and number == len(person.programmes):
            yield "there is no programme to replace"
        yield from _programme_faults(programme)
    if person.accompaniment and not person.programmes:
        yield "accompaniment without a programme"
    yield from _repeated("institution", (each.office for each in person.accompaniment if each.office))
    for record in person.accompaniment:
        yield from _accompaniment_faults(record)


def _accompaniment_faults(record: Accompaniment) -> Iterator[str]:
    has_helped = record.state in {"given", "stopped", "ended"}
    known = offices().get(record.office)
    if record.office and (known is None or participant_of(known) != record.participant):
        yield f"{record.office}: no institution of {record.participant}"
    if has_helped and not record.office:
        yield f"{record.participant}: {record.state}, but by whom"
    if has_helped != (record.since is not None) or (record.state in {"stopped", "ended"}) != (record.until is not None):
        yield f"{record.participant}: the days of {record.state} are missing, or too many"
    if (record.state == "ended") != (record.because is not None):
        yield f"{record.participant}: {record.state}, but why"
    if record.since is not None and record.until is not None and record.until < record.since:
        yield f"{record.participant}: ends before it begins"


def _programme_faults(programme: Programme) -> Iterator[str]:
    if programme.decided > programme.issued or (programme.ends is not None and programme.ends < programme.issued):
        yield f"{programme.number}: its days are out of order"
    for item in programme.items:
        if item.until is not None and item.until < item.starts:
            yield f"{item.name}: ends before it begins"
        for event in item.events:
            if event.until is not None and event.until < event.on:
                yield f"{item.name}: {event.event} ends before it begins"
            if event.on < programme.issued:
                yield f"{item.name}: {event.event} is older than the programme"
    for measure in programme.measures:
        if measure.until is not None and measure.until < measure.starts:
            yield f"{measure.name}: ends before it begins"


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{what} {value} stands {times} times"
