"""What the programme says on a product's page: whether the product fits it, and why."""

from webapp.catalogue.additions import Addition
from webapp.consents.rules import Purpose
from webapp.core.access_log import note_look
from webapp.core.actor import Actor
from webapp.ipra.exchange import fits_now
from webapp.reference.queries import Row


def on_product(actor: Actor, product: Row) -> Addition | None:
    """Nothing for a visitor whose programme is not known."""
    found = fits_now(actor, [(product.item_code, product.kind_code, product.characteristics)])[0]
    if found is None:
        return None
    note_look()
    return Addition("ipra/_fit.html", {"fit": found, "purpose": Purpose.PROGRAMME}, is_answer=True)
