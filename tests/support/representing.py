"""Rights to act for another, as they stand after their journeys; and a representative who has chosen for whom."""

import secrets
from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.support.page import Page
from tests.support.strict_client import StrictClient
from webapp.core import clock
from webapp.core.database import record
from webapp.core.entrusted import Function
from webapp.gateways.identity.port import Identified
from webapp.people.models import Person
from webapp.representatives.claims import Claimed
from webapp.representatives.models import Authority
from webapp.representatives.rules import Kind, Proof, State

CHOOSE = "/my/acting-for"
ALL = frozenset(Function)


def entrust(
    app: Flask,
    representative: Identified,
    person: Identified,
    kind: Kind = Kind.AGENT,
    functions: frozenset[Function] = ALL,
    **chosen: Any,
) -> str:
    """A confirmed authority between two people who have both signed in before; returns its name."""
    with app.app_context(), record() as database:
        ids = {each.oid: _id_of(database, each) for each in (representative, person)}
        usual: dict[str, Any] = {
            "name": secrets.token_hex(12),
            "representative_id": ids[representative.oid],
            "person_id": ids[person.oid],
            "kind": kind,
            "state": State.CONFIRMED,
            "proof": Proof.PERSON,
            "claimed": claimed_of(person).to_json(),
            "functions": sorted(functions),
            "claimed_at": clock.now(),
            "changed_at": clock.now(),
        }
        authority = Authority(**(usual | chosen))
        database.add(authority)
        return authority.name


def change(app: Flask, name: str, **values: Any) -> None:
    """The authority becomes otherwise, past all pages."""
    with app.app_context(), record() as database:
        database.execute(sa.update(Authority).where(Authority.name == name).values(**values))


def claimed_of(person: Identified, birth_date: date | None = None) -> Claimed:
    """A claim that names this person rightly."""
    return Claimed(
        person.last_name, person.first_name, person.middle_name, birth_date or person.birth_date, person.snils or ""
    )


def act_for(client: StrictClient, name: str) -> Page:
    """Choose for whom to act; returns the page where that leads."""
    page = client.page(CHOOSE)
    _, address, sent = page.asks()
    return client.send(address, sent | {"acting": [name]}, CHOOSE)


def act_for_oneself(client: StrictClient) -> Page:
    return act_for(client, "self")


def _id_of(database: Any, person: Identified) -> int:
    return int(database.execute(sa.select(Person.id).where(Person.oid == person.oid)).scalar_one())
