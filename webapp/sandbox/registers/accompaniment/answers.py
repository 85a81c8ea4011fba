"""What the register tells: a person's records as they stand on a day, the organisations of a region."""

from datetime import date
from typing import Any

from webapp.sandbox.people.records import Accompaniment, Person
from webapp.sandbox.registers.accompaniment.institutions import Office, Organisation, Region, offices

Json = dict[str, Any]


def of_person(snils: str, person: Person | None, today: date, twice: bool = False) -> Json:
    """The answer about a СНИЛС. `twice`: the first participant is told once more, in another state."""
    if person is None or not person.accompaniment:
        return {"snils": snils, "records": []}
    over = _over(person, today)
    records = [_record(each, over) for each in person.accompaniment]
    if twice:
        records.append(records[0] | {"state": "not_given", "since": None, "until": None, "because": None})
    return {
        "snils": snils,
        "lastName": person.last_name,
        "birthDate": person.birth_date.isoformat(),
        "records": records,
    }


def of_region(code: str, region: Region | None, twice: bool = False) -> Json:
    """The answer about a region; an empty list where there is none of this code. `twice`: one stands there again."""
    known = [_organisation(each) for each in region.organisations] if region is not None else []
    return {"region": code, "organisations": known + (known[:1] if twice else [])}


def _over(person: Person, today: date) -> date | None:
    """The day on which the last programme ended; None while one is in force."""
    every = person.programmes
    present = [each for place, each in enumerate(every) if place == 0 or not every[place - 1].replaces_next]
    ends = [each.ends for each in present if each.ends is not None and each.ends < today]
    return max(ends) if len(ends) == len(present) else None


def _record(record: Accompaniment, over: date | None) -> Json:
    """With the last programme ends what was given, and what might have been resumed."""
    is_over = over is not None and record.state in {"given", "stopped"}
    return {
        "participant": record.participant,
        "state": "ended" if is_over else record.state,
        "since": _day(record.since),
        "until": _day(over if is_over else record.until),
        "because": "programme_ended" if is_over else record.because,
        "office": _office(offices()[record.office]) if record.office else None,
    }


def _office(office: Office | Organisation) -> Json:
    return {
        "code": office.code,
        "name": office.name,
        "address": office.address,
        "telephones": office.telephones,
        "email": office.email,
        "takesMessages": office.takes_messages,
        "hasSignLanguage": office.has_sign_language,
    }


def _organisation(told: Organisation) -> Json:
    return {
        "code": told.code,
        "name": told.name,
        "shortName": told.short_name,
        "isState": told.is_state,
        "directions": told.directions,
        "city": told.city,
        "address": told.address,
        "latitude": told.latitude,
        "longitude": told.longitude,
        "telephones": told.telephones,
        "email": told.email,
        "site": told.site or None,
        "ways": told.ways,
    }


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None
