"""Reads of what the register of accompaniment told: of a person, always about the actor; of a region, for everybody."""

from dataclasses import dataclass

import sqlalchemy as sa

from webapp.accompaniment import stored
from webapp.accompaniment.models import AccompanimentCopy, OrganisationsCopy
from webapp.core.actor import Actor
from webapp.core.database import read
from webapp.gateways.accompaniment.port import Accompaniment, Office, Organisation
from webapp.ipra.standing import Standing, Trouble
from webapp.reference.queries import Row

_OF_PERSON = sa.select(
    AccompanimentCopy.asked_at,
    AccompanimentCopy.failure,
    AccompanimentCopy.failed_at,
    AccompanimentCopy.received_at,
    AccompanimentCopy.told,
).where(AccompanimentCopy.person_id == sa.bindparam("person_id"))
_OF_REGION = sa.select(
    OrganisationsCopy.asked_at,
    OrganisationsCopy.failure,
    OrganisationsCopy.failed_at,
    OrganisationsCopy.received_at,
    OrganisationsCopy.told,
).where(OrganisationsCopy.region == sa.bindparam("region"))


@dataclass(frozen=True, slots=True, repr=False)
class Copy:
    """How asking about a person stands, and the last answer; None where there is none, or none that can be read."""

    standing: Standing
    told: Accompaniment | None


@dataclass(frozen=True, slots=True)
class Listed:
    """How asking about a region stands, and its organisations by the last answer; None as above."""

    standing: Standing
    organisations: tuple[Organisation, ...] | None


def copy(actor: Actor) -> Copy:
    """All that is known of whose things the actor looks at."""
    row = read(_OF_PERSON, {"person_id": actor.person_id}).one_or_none()
    if row is None:
        return Copy(Standing(), None)
    return Copy(_standing(row), stored.from_json(row.told))


def listed(region: str) -> Listed:
    """All that is known of the organisations of the region with this code."""
    row = read(_OF_REGION, {"region": region}).one_or_none()
    if row is None:
        return Listed(Standing(), None)
    return Listed(_standing(row), stored.list_from_json(row.told))


def reached(actor: Actor, region: str | None) -> list[Office | Organisation]:
    """Whom the register told how to reach: the person's own institutions, and organisations of the region."""
    told = copy(actor).told
    own = [one.office for one in told.records or () if one.office is not None] if told is not None else []
    return [*own, *((listed(region).organisations or ()) if region is not None else ())]


def private_names(region: str | None) -> list[str]:
    """Names of all private organisations that the register has told: full ones, of this region short ones, too.

    A short name («Надежда») is that of a private organisation here and of a state one elsewhere.
    """
    rows = read(sa.select(OrganisationsCopy.region, OrganisationsCopy.told))
    known = [(row.region, one) for row in rows for one in stored.list_from_json(row.told) or () if not one.is_state]
    return [one.name for _, one in known] + [one.short_name for here, one in known if here == region]


def _standing(row: Row) -> Standing:
    failure = Trouble(row.failure) if row.failure is not None else None
    return Standing(asked_at=row.asked_at, failure=failure, failed_at=row.failed_at, received_at=row.received_at)
