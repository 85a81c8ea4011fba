"""What the programme says on a product's page: whether the product fits it, and why."""

from webapp.catalogue.additions import Addition
from webapp.consents.rules import Purpose
from webapp.core.access_log import note_look
from webapp.core.actor import Actor
from webapp.ipra import exchange
from webapp.ipra.queries import fits
from webapp.ipra.rules import NOT_THERE
from webapp.reference.queries import Row


def on_product(actor: Actor, product: Row) -> Addition | None:
    """Nothing for a visitor whose programme is not known."""
    place = (product.item_code, product.kind_code, product.characteristics)
    found = fits(actor, [place])[0]
    if found is not None and found.reason in NOT_THERE:
        exchange.up_to_date(actor, waits=False)  # whoever walks the catalogue is not held up at every product
        found = fits(actor, [place])[0]
    if found is None:
        return None
    note_look()
    return Addition("ipra/_fit.html", {"fit": found, "purpose": Purpose.PROGRAMME}, is_answer=True)
