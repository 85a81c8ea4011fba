"""The staff's side of authorities: which claims wait for a check of their document, and what the check has found."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from hashlib import sha256

from sqlalchemy.orm import Session

from webapp.cli.opened import opened
from webapp.core import logging
from webapp.core.database import record
from webapp.core.errors import NotFound
from webapp.people.errors import SomebodyElse
from webapp.representatives import actions, queries
from webapp.representatives.claims import Paper
from webapp.representatives.errors import CannotChange
from webapp.representatives.queries import Known
from webapp.representatives.rules import PROOFS, Proof
from webapp.settings import Settings

VERSION_DIGITS = 8


class Refused(Exception):
    """A command that cannot be carried out; the message says why."""


def listed(settings: Settings, waiting_only: bool) -> Iterator[str]:
    """A line about each authority, those that wait first, and how many there are. No names: only who must see them."""
    with opened(settings):
        found = [each for each in queries.every() if each.waits or not waiting_only]
        for each in sorted(found, key=lambda each: (not each.waits, each.claimed_at)):
            check = "document" if Proof.DOCUMENT in PROOFS[each.kind] else "the person"
            waits = f"waits for a check of {check}" if each.waits else "may act" if each.is_open else str(each.refused)
            yield f"{each.name}  {each.claimed_at:%Y-%m-%d}  {each.kind}  {waits}"
        yield f"authorities: {len(found)}, waiting: {sum(each.waits for each in found)}"


def shown(settings: Settings, name: str) -> Iterator[str]:
    """Everything that one claim says, for whom checks the document. Raises Refused for a name that none has."""
    with opened(settings):
        yield from _told(_named(name))


def confirmed(settings: Settings, name: str, version: str) -> str:
    """The document of the claim was checked, as `shown` told it with this version, and proves the right.

    Raises Refused, also where the claim was said anew since.
    """

    def check(database: Session) -> None:
        known = _named(name)
        if _version(known) != version:
            raise Refused(f"{name} was said anew: look at it again; nothing was changed")
        actions.check_document(database, name, Proof.DOCUMENT, known.changed_at)

    return _changed(settings, name, check, "confirmed")


def returned(settings: Settings, name: str, remark: str) -> str:
    """The claim must be corrected; `remark` is shown to the representative. Raises Refused."""
    if not remark.strip():
        raise Refused("say what has to be corrected; nothing was changed")
    return _changed(
        settings, name, lambda database: actions.refuse_document(database, name, remark.strip()), "returned"
    )


def replaced(settings: Settings, name: str) -> str:
    """Another representative was appointed: this one acts no more. Raises Refused."""
    return _changed(settings, name, lambda database: actions.replace(database, name), "replaced")


def _changed(settings: Settings, name: str, act: Callable[[Session], None], done: str) -> str:
    with opened(settings):
        try:
            with record() as database:
                act(database)
        except NotFound:
            raise Refused(f"there is no authority {name}") from None
        except CannotChange:
            raise Refused(f"{name} is not in a state in which it can be {done}") from None
        except SomebodyElse:
            raise Refused("this СНИЛС belongs to a person with another surname or birthday") from None
        logging.event("authority_decided", outcome=done)
        return f"{name}: {done}"


def _named(name: str) -> Known:
    try:
        return queries.named(name)
    except NotFound:
        raise Refused(f"there is no authority {name}") from None


def _version(known: Known) -> str:
    """Names a claim as it stands now; another one after each change."""
    return sha256(f"{known.name} {known.changed_at.isoformat()}".encode()).hexdigest()[:VERSION_DIGITS]


def _told(known: Known) -> Iterator[str]:
    yield f"name: {known.name}"
    yield f"version: {_version(known)}"
    yield f"kind: {known.kind}, {'may act' if known.is_open else known.refused}"
    yield f"representative: {known.representative}"
    yield f"person: {known.claimed.full_name}, born {known.claimed.birth_date}, СНИЛС {known.claimed.snils}"
    yield f"functions: {', '.join(sorted(known.functions))}"
    if known.claimed.covers_consent is not None:
        yield f"the document covers consents: {'yes' if known.claimed.covers_consent else 'no'}"
    yield f"from {known.starts_on or 'the first day'} to {known.last_day or 'no last day'}"
    if known.claimed.paper is not None:
        yield from _paper(known.claimed.paper)
    if known.remark:
        yield f"returned with: {known.remark}"


def _paper(paper: Paper) -> Iterator[str]:
    for field in fields(paper):
        if value := getattr(paper, field.name):
            yield f"document, {field.name}: {value}"
