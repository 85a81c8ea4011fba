"""What features above the catalogue say on a product's page: the page stays the catalogue's, it knows none of them.

The contents (`webapp.features`) name the speakers; each is asked with the actor and the product.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app

from webapp.core.actor import Actor
from webapp.reference.queries import Row


@dataclass(frozen=True, slots=True)
class Addition:
    """What one speaker says: a state, first after the heading and before the title (U30), and a piece of the page.

    `told` is what the piece's template is told. `title_prefix` ends with what parts it from the title. `is_answer`: it
    is what the person came for, and stands before the price.
    """

    template: str
    told: Mapping[str, Any] = field(default_factory=dict)
    state: str = ""
    title_prefix: str = ""
    is_answer: bool = False


Speaker = Callable[[Actor, Row], Addition | None]


def init_app(app: Flask, on_product: Sequence[Speaker]) -> None:
    app.extensions["product_additions"] = tuple(on_product)


def of_product(actor: Actor, product: Row) -> list[Addition]:
    """What the speakers have to say, in their order."""
    speakers: Sequence[Speaker] = current_app.extensions["product_additions"]
    return [said for speaker in speakers if (said := speaker(actor, product)) is not None]
