"""From where it is reckoned how far an organisation lies: the city of the person's address, as ЕСИА told it."""

from webapp.accompaniment.nearby import city_in
from webapp.core.access_log import note_look
from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.people import queries
from webapp.reference import dataset
from webapp.reference.records import City


def city(actor: Actor, region: str) -> City | None:
    """The city of this region in which the person lives; None where that is not known, or may not be looked at."""
    if not actor.is_signed_in or not actor.may(Function.VIEW):
        return None
    told = queries.told(actor)
    living = sorted(told.addresses, key=lambda each: each["kind"] != "living")
    here = [each for each in dataset.cities() if each.region_code == region]
    found = next((city for each in living if (city := city_in(each["text"], here)) is not None), None)
    if found is not None:
        note_look()
    return found
