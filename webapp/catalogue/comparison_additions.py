"""What is said about comparing on other pages, and what features above the catalogue say in a comparison.

The contents (`webapp.features`) name the speakers; each is asked once, with the actor and all that is compared.
"""

from collections.abc import Callable, Mapping, Sequence

from flask import Flask, current_app, request

from webapp.catalogue.additions import Addition
from webapp.catalogue.comparison import CHOSEN, Compared
from webapp.catalogue.comparison_queries import chosen
from webapp.catalogue.comparison_words import short_names
from webapp.core.actor import Actor
from webapp.reference.queries import Row

Speaker = Callable[[Actor, Sequence[str]], Mapping[str, Addition]]
"""Asked with the numbers of the products; answers by number."""


def init_app(app: Flask, on_compared: Sequence[Speaker]) -> None:
    app.extensions["comparison_additions"] = tuple(on_compared)
    app.jinja_env.globals["chosen_to_compare"] = chosen_to_compare


def of_compared(actor: Actor, numbers: Sequence[str]) -> Mapping[str, list[Addition]]:
    """What the speakers have to say of each product, in their order."""
    speakers: Sequence[Speaker] = current_app.extensions["comparison_additions"]
    said = [speaker(actor, numbers) for speaker in speakers]
    return {number: [each[number] for each in said if number in each] for number in numbers}


def on_product(_actor: Actor, product: Row) -> Addition:
    """The way from a product's page to the others of its kind, this one chosen."""
    told = {"kind_code": product.kind_code, "number": product.number, "name": product.name}
    return Addition("catalogue/_compare_link.html", told)


def chosen_to_compare() -> list[tuple[Compared, str]]:
    """What the address of a list holds chosen, with the names that tell them apart; costs nothing without a choice."""
    found = chosen(request.args.getlist(CHOSEN)).compared
    names = short_names(found)
    return [(each, names[each.number]) for each in found]
