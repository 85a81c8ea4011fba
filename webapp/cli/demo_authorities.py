"""Authorities of the demo: what people of the sandbox have entrusted to each other before anybody signs in."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.entrusted import Function
from webapp.people import actions as people
from webapp.representatives import actions
from webapp.representatives.actions import Terms
from webapp.representatives.claims import Claimed, Paper
from webapp.representatives.rules import Kind, Proof
from webapp.sandbox.people.loading import load
from webapp.sandbox.people.records import Person

DATA = Path(__file__).with_name("demo_authorities.json")
PROOFS = {Kind.AGENT: Proof.PERSON, Kind.HELPER: Proof.PERSON, Kind.GUARDIAN: Proof.DOCUMENT}


def load_demo(database: Session) -> int:
    """Note down all that are not there yet, in the caller's transaction; returns how many were new."""
    known, today = load(clock.today()), clock.today()
    count = 0
    for row in json.loads(DATA.read_text(encoding="utf-8")):
        representative, person = known.named(row["representative"]), known.named(row["person"])
        assert representative is not None and person is not None, row
        made = today + timedelta(days=row["made"])
        ends = today + timedelta(days=row["ends"]) if row["ends"] is not None else None
        terms = Terms(frozenset(Function(code) for code in row["functions"]), made, ends, made)
        ids = [people.note_represented(database, _represented(each)) for each in (representative, person)]
        kind = Kind(row["kind"])
        proof = None if row.get("waits") else PROOFS[kind]
        count += actions.settle(database, ids[0], ids[1], kind, proof, _claimed(person, row, made), terms)
    return count


def _represented(person: Person) -> people.Represented:
    oid = person.oid if person.can_sign_in else ""
    return people.Represented(**_names(person), snils=person.snils or "", oid=oid)


def _claimed(person: Person, row: dict[str, Any], made: Any) -> Claimed:
    paper = None if row["kind"] == Kind.HELPER else _paper(row["kind"], made)
    covers = Function.CONSENT in row["functions"] if row["kind"] == Kind.AGENT else None
    return Claimed(**_names(person), snils=person.snils or "", paper=paper, covers_consent=covers)


def _paper(kind: str, made: Any) -> Paper:
    if kind == Kind.GUARDIAN:
        return Paper("guardianship_act", number="06-11/1", issued=made, issued_by="Управление опеки (демо)")
    return Paper("notarial_power", number="52/1-н/52-2026-1-1", issued=made, issued_by="Образцова (демо)")


def _names(person: Person) -> dict[str, Any]:
    names = ("last_name", "first_name", "middle_name", "birth_date")
    return {name: getattr(person, name) for name in names}
