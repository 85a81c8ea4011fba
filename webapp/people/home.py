"""Where the person lives for whom is asked, as ЕСИА told it."""

from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.people import queries


def region_name(actor: Actor) -> str | None:
    """The region as ЕСИА writes it; None where it said nothing, and for who may not look at the person's affairs."""
    if not actor.is_signed_in or not actor.may(Function.VIEW):
        return None
    return queries.told(actor).region or None
