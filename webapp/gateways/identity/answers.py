"""Reading what ЕСИА answers: nothing in it is taken for granted."""

import json
from typing import Any

import requests

from webapp.gateways.identity import fields
from webapp.gateways.identity.port import Identified, NotIdentified, Refusal
from webapp.gateways.identity.refusals import number_in, refusal_of, unavailable, untrusted
from webapp.gateways.identity.tokens import Subject


def read(response: requests.Response) -> dict[str, Any]:
    """The JSON object of a success. Raises NotIdentified: what a refusal means, or UNAVAILABLE for all the rest."""
    told = object_in(response.content)
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
    """The person by their record alone.

    Raises NotIdentified where the record is not one that somebody may sign in by.
    """
    status = str(told.get("status")).upper()
    if status == "DELETED":
        raise NotIdentified(Refusal.NOT_ALLOWED)
    if status != "REGISTERED":
        raise untrusted()
    last_name, first_name = fields.text(told, "lastName"), fields.text(told, "firstName")
    if not last_name and not first_name:
        raise unavailable()
    gender = told.get("gender")
    return Identified(
        oid=subject.oid,
        last_name=last_name,
        first_name=first_name,
        middle_name=fields.text(told, "middleName"),
        birth_date=fields.day(told.get("birthDate")),
        gender=gender if gender in ("M", "F") else "",
        snils=fields.snils(told.get("snils")),
        region=None,
        is_confirmed=subject.is_trusted and fields.is_true(told.get("trusted")),
        signed_in_at=subject.proved_at or subject.issued_at,
        proved_at=subject.proved_at,
    )


def object_in(content: bytes) -> dict[str, Any]:
    """The JSON object in a body; empty where it holds none."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
