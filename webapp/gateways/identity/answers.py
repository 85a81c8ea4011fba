"""Reading what ЕСИА answers: nothing in it is taken for granted."""

import json
import re
from datetime import date
from typing import Any

import requests

from webapp.gateways.identity.port import Identified, NotIdentified, Refusal
from webapp.gateways.identity.refusals import number_in, refusal_of, unavailable, untrusted
from webapp.gateways.identity.tokens import Subject

LONGEST_TEXT = 200
_DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})", re.ASCII)
_SNILS = re.compile(r"(\d{3})[ -]?(\d{3})[ -]?(\d{3})[ -]?(\d{2})", re.ASCII)


def read(response: requests.Response) -> dict[str, Any]:
    """The JSON object of a success. Raises NotIdentified: what a refusal means, or UNAVAILABLE for all the rest."""
    told = _object(response.content)
    if response.status_code == 200 and told and "error" not in told:
        return told
    if response.status_code in range(200, 500) and "error" in told:
        raise refusal_of(told["error"], told.get("error_description"))
    raise NotIdentified(Refusal.UNAVAILABLE, number_in(told.get("error_description")))


def resource(response: requests.Response) -> dict[str, Any]:
    """As `read`, for what a token opens: there 403 says that the site was never given this scope."""
    if response.status_code == 403:
        raise NotIdentified(Refusal.MISCONFIGURED)
    return read(response)


def person(told: dict[str, Any], subject: Subject) -> Identified:
    """The person by their record, without a region.

    Raises NotIdentified where the record is not one that somebody may sign in by.
    """
    if str(told.get("status")).upper() != "REGISTERED":
        raise untrusted()
    last_name, first_name = _text(told, "lastName"), _text(told, "firstName")
    if not last_name and not first_name:
        raise unavailable()
    gender = told.get("gender")
    return Identified(
        oid=subject.oid,
        last_name=last_name,
        first_name=first_name,
        middle_name=_text(told, "middleName"),
        birth_date=_day(told.get("birthDate")),
        gender=gender if gender in ("M", "F") else "",
        snils=_snils(told.get("snils")),
        region=None,
        is_confirmed=subject.is_trusted and (told.get("trusted") is True or told.get("trusted") == "true"),
        signed_in_at=subject.signed_in_at,
    )


def region(told: dict[str, Any]) -> str | None:
    """The region of the address of registration, else of that of living; None where neither names one."""
    elements = told.get("elements")
    addresses = [each for each in elements if isinstance(each, dict)] if isinstance(elements, list) else []
    for kind in ("PRG", "PLV"):
        for address in addresses:
            if address.get("type") == kind and (name := _text(address, "region")):
                return name
    return None


def _object(content: bytes) -> dict[str, Any]:
    """The JSON object in a body; empty where it holds none."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _text(told: dict[str, Any], key: str) -> str:
    """A text in one line without what cannot be written; empty where there is none."""
    value = told.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise unavailable()
    return "".join(letter for letter in " ".join(value.split()) if letter.isprintable())


def _day(value: object) -> date | None:
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _snils(value: object) -> str | None:
    found = _SNILS.fullmatch(value.strip()) if isinstance(value, str) else None
    return "{}-{}-{} {}".format(*found.groups()) if found else None
