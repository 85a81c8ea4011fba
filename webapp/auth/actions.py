"""Signing in and out, in the caller's transaction."""

from sqlalchemy.orm import Session

from webapp.auth.devices import Device
from webapp.core import sessions
from webapp.core.actor import Actor
from webapp.favourites import actions as favourites
from webapp.gateways.identity.port import Child, Identified
from webapp.people import actions as people
from webapp.people.actions import Represented
from webapp.representatives import actions as representatives


def enter(database: Session, guest: Actor, identified: Identified, device: Device) -> None:
    """Make the visitor's session the person's, and what they kept as a guest the person's too."""
    person_id = people.note(database, identified)
    if identified.are_children_told:
        representatives.tell_children(database, person_id, [_child(each) for each in identified.children])
    favourites.hand_over(database, guest, person_id)
    sessions.sign_in(person_id, identified.proved_at, device.kept(), database)


def leave(database: Session, actor: Actor, *, everywhere: bool) -> None:
    """End this session, or all of the person's."""
    if everywhere:
        sessions.end_all_of(actor.user, database)
    sessions.current().end()


def _child(child: Child) -> Represented:
    return Represented(
        last_name=child.last_name,
        first_name=child.first_name,
        middle_name=child.middle_name,
        birth_date=child.birth_date,
        snils=child.snils or "",
        oid=child.oid,
        is_proven=child.birth_certificate is not None and child.birth_certificate.is_confirmed,
    )
