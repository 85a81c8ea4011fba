"""Whose money an item is by the person's programme: what the money sentence asks."""

from webapp.certificates.funding import Funding
from webapp.consents import queries as consents
from webapp.consents.rules import Purpose
from webapp.core import clock
from webapp.core.access_log import note_look
from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.gateways.programmes.port import Source
from webapp.ipra.entitlements import entitlements
from webapp.ipra.queries import copy
from webapp.ipra.rules import State

OF_SOURCE = {
    Source.FEDERAL: Funding.FEDERAL,
    Source.MOSCOW: Funding.FEDERAL,  # federal money that the city manages: the region says the rest
    Source.REGIONAL: Funding.REGIONAL,
    Source.OWN: Funding.OWN,
}
_OVER = frozenset({State.ENDED, State.REPLACED})


def of_item(actor: Actor, item_code: str) -> Funding:
    """Who pays for the item by the programme in force; UNKNOWN where it is not in it.

    UNKNOWN too where federal money is one of several. Region and own money together are the region's: there is no
    certificate in either, and the person is not told to pay for what somebody gives.
    """
    if not actor.is_signed_in or not actor.may(Function.VIEW) or not consents.is_given(actor, Purpose.PROGRAMME):
        return Funding.UNKNOWN
    extract = copy(actor).extract
    if extract is None:
        return Funding.UNKNOWN
    found = {
        OF_SOURCE[each.line.source]
        for each in entitlements(extract.programmes, clock.today())
        if each.match.item_code == item_code and each.judged.state not in _OVER
    }
    is_open = Funding.FEDERAL in found and len(found) > 1
    if not found or is_open:
        return Funding.UNKNOWN
    note_look()
    return next(each for each in (Funding.FEDERAL, Funding.REGIONAL, Funding.OWN) if each in found)
