"""The kind of application that Order 363н knows, for the engine of applications."""

from functools import cache

from flask_babel import lazy_gettext

from webapp.accompaniment import queries
from webapp.accompaniment.journey import Filing
from webapp.accompaniment.known import Known, Representative
from webapp.accompaniment.party import party
from webapp.applications.kinds import Journey, Kind
from webapp.certificates.region import code_of
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.core.spoken import day, spelt
from webapp.gateways.registry import account_address
from webapp.ipra import exchange
from webapp.ipra import queries as programmes
from webapp.people import queries as people
from webapp.representatives import queries as representatives
from webapp.representatives.documents import PaperKind
from webapp.representatives.words import KINDS, PAPERS


def open_journey(actor: Actor) -> Journey:
    """What is known of whom the actor acts for, today. Reads only."""
    today, told, copy = clock.today(), people.told(actor), programmes.copy(actor)
    received_at = copy.standing.received_at
    known = Known(
        person=party(told, today),
        extract=copy.extract,
        representative=_representative(actor),
        today=today,
        told_on=people.told_when(actor).astimezone(clock.MOSCOW).date(),
        account=account_address(),
        is_by_account=people.is_known_by_account(actor),
        private=cache(lambda: queries.private_names(code_of(told.region))),  # a list of drafts asks it for each
        reached=lambda: queries.reached(actor, code_of(told.region)),
        received_on=received_at.astimezone(clock.MOSCOW).date() if received_at is not None else None,
    )
    return Filing(known)


def _representative(actor: Actor) -> Representative | None:
    """Who acts, and by what; None for who acts for themselves."""
    if actor.acting is None:
        return None
    known = representatives.held_one(actor, actor.acting.name)
    return Representative(
        party=party(people.told_user(actor), clock.today()),
        is_legal=known.is_legal,
        document=_document(known),
        may_consent=known.is_legal or Function.CONSENT in actor.acting.functions,
    )


def _document(known: representatives.Known) -> str:
    """«Акт органа опеки, номер 12, 14 марта 2027 года, Управление опеки …»; what the person confirmed has none."""
    paper = known.claimed.paper
    if paper is None or not paper.kind:
        return str(KINDS[known.kind])
    number = f"{paper.series} {paper.number}".strip()
    issued = day(paper.issued) if paper.issued is not None else ""
    parts = (PAPERS[PaperKind(paper.kind)], number, issued, paper.issued_by or paper.organisation)
    return spelt(", ".join(str(part) for part in parts if part))


KIND = Kind(
    slug="accompaniment",
    heading=lazy_gettext("Заявления о сопровождении"),
    way=(lazy_gettext("Есть ли право и почему"), "accompaniment.right"),
    function=Function.ACCOMPANIMENT,
    open=open_journey,
    refresh=exchange.up_to_date,
)
