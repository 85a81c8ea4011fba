"""Everybody who may, might or might not act for one person: what each may is said here, and walked by tests."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import Flask

from tests.support.registers import Stage, line, programme
from tests.support.representing import act_for, change, claimed_of, entrust
from tests.support.signing_in import consent, number_of, sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.database import Base, db
from webapp.core.entrusted import Function
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import LifeActivity, Limitation
from webapp.representatives.rules import CHOSEN, FUNCTIONS, Kind, State

SURNAME, AID, KEPT = "Зубрилина", "Вертикализатор, каких нет", "6-02-02.0001"
V, F, T, A, C = Function.VIEW, Function.FAVOURITES, Function.TSR, Function.ACCOMPANIMENT, Function.CONSENT


Rows = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody's browser; `authority` is the name of the right by which they have chosen to act, empty for nobody's."""

    client: StrictClient
    authority: str = ""


class Cast:
    """One person with a programme and a favourite, and those who may or may not act for her."""

    def __init__(self, app: Flask) -> None:
        self.app, self.stage = app, Stage(app)
        born = date(2011, 1, 9)
        self.person = replace(self.stage.somebody(), last_name=SURNAME, first_name="Нина", birth_date=born)
        heavy = (Limitation(LifeActivity.ORIENTATION, 3),)  # so that there is something to apply for
        self.stage.tell(self.person, programme(line(AID), limitations=heavy))
        self.theirs = sign_in(app, self.person)
        self.restore()

    def restore(self) -> None:
        """She has agreed to everything, keeps the product, and the copy of her programme is there."""
        consent(self.theirs)
        self.theirs.send(f"/favourites/{KEPT}", {})
        assert AID in self.theirs.page("/my").main

    def rows(self) -> Rows:
        """Table → what is hers: all but the log, which tells of every refusal."""
        owner = {"person": "id", "session": "user_id"}
        number = number_of(self.app, self.person)
        with self.app.app_context(), db.engine.connect() as connection:
            return {
                table.name: list(
                    connection.execute(sa.select(table).where(table.c[owner.get(table.name, "person_id")] == number))
                )
                for table in Base.metadata.sorted_tables
                if table.name != "access_log" and (table.name in owner or "person_id" in table.c)
            }

    def nobody(self) -> Visitor:
        return Visitor(visitor(self.app))

    def stranger(self) -> Visitor:
        return Visitor(sign_in(self.app, self.stage.somebody()))

    def representative(self, kind: Kind, functions: frozenset[Function], **after: object) -> Visitor:
        """Somebody who has chosen to act for her; `after` is what became of the right since."""
        who: Identified = self.stage.somebody()
        client = sign_in(self.app, who)
        claimed = replace(claimed_of(self.person), covers_consent=True).to_json()
        name = entrust(self.app, who, self.person, kind, functions, claimed=claimed)
        assert act_for(client, name).status in {200, 403}
        change(self.app, name, **after) if after else None
        return Visitor(client, name)


@dataclass(frozen=True, slots=True)
class Role:
    """How such a visitor is made, and what they may; `kind` is what they are to her, None for who acts for nobody."""

    make: Callable[[Cast], Visitor]
    may: frozenset[Function] = frozenset()
    kind: Kind | None = None
    is_over: bool = False

    def is_barred(self, function: Function | None) -> bool:
        """Whether this is refused to them: their own affairs are not, nor what others keep for themselves."""
        return self.kind is not None and function is not None and function not in self.may


def role(kind: Kind, *functions: Function, **after: object) -> Role:
    """One who acts, or did until this became of the right."""
    chosen = frozenset(functions) or FUNCTIONS[kind]
    may = frozenset() if after else FUNCTIONS[kind] & chosen if kind in CHOSEN else FUNCTIONS[kind]
    return Role(lambda cast: cast.representative(kind, chosen, **after), may, kind, bool(after))


ROLES: dict[str, Role] = {
    "nobody": Role(Cast.nobody),
    "stranger": Role(Cast.stranger),
    "parent": role(Kind.PARENT),
    "adoptive parent": role(Kind.ADOPTIVE_PARENT),
    "guardian": role(Kind.GUARDIAN),
    "trustee": role(Kind.TRUSTEE),
    "institution": role(Kind.INSTITUTION),
    "agent for all": role(Kind.AGENT, V, F, T, A, C),
    "agent who sees": role(Kind.AGENT, V),
    "agent who keeps favourites": role(Kind.AGENT, F),
    "agent who applies for aids": role(Kind.AGENT, T),
    "lawyer": role(Kind.LAWYER, V, T, A),
    "helper": role(Kind.HELPER, V),
    "helper who claims more": role(Kind.HELPER, V, F, T, A, C),
    "agent whose access was withdrawn": role(Kind.AGENT, V, F, T, A, C, state=State.WITHDRAWN),
    "agent whose power is over": role(Kind.AGENT, V, F, T, A, C, ends_on=date(2020, 1, 1)),
    "agent who is not confirmed": role(Kind.AGENT, V, F, T, A, C, state=State.CLAIMED),
    "guardian who was replaced": role(Kind.GUARDIAN, state=State.REPLACED),
    "parent of whom nothing is told": role(Kind.PARENT, state=State.NOT_TOLD),
}


READ_THE_LOG = frozenset({"parent", "adoptive parent", "guardian", "trustee", "institution"})
"""Who chose a representative does not show them what others did."""
