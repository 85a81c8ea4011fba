"""What the programme says on a product's page: whether the product fits it, and why."""

from webapp.catalogue.additions import Addition
from webapp.core.access_log import note_look
from webapp.core.actor import Actor
from webapp.ipra.queries import fits
from webapp.reference.queries import Row


def on_product(actor: Actor, product: Row) -> Addition | None:
    """Nothing for a visitor whose programme is not known."""
    found = fits(actor, [(product.item_code, product.kind_code)])[0]
    if found is not None:
        note_look()
    return Addition("ipra/_fit.html", {"fit": found}) if found is not None else None
