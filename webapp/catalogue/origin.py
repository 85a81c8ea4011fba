"""Where a visitor came from, for pages of features below the catalogue: they lead back by name."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from flask import Flask, current_app, request
from werkzeug.exceptions import HTTPException

from webapp.catalogue import queries
from webapp.catalogue.words import lower_first
from webapp.core.locale import either, gettext, root
from webapp.core.places import parts_of
from webapp.core.spoken import spelt
from webapp.reference import queries as reference
from webapp.reference.codes import canonical, canonical_number, is_product_number
from webapp.reference.queries import Row

PRODUCT = "product"
"""The name by which an address holds the number of the product that one came from."""


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(product_come_from=product_come_from, way_back_words=way_back_words)


def product_come_from() -> Row | None:
    """The product whose number stands in this address; None where none does, or the catalogue has no such product."""
    written = request.args.get(PRODUCT, "")
    return _numbered(written) if is_product_number(written) else None


def way_back_words(page: str) -> str:
    """What a link says that leads to this address of the site: where to. Pages that tell sums have their names."""
    path = unquote(parts_of(page).path).removeprefix(root())
    try:
        endpoint, values = current_app.url_map.bind("").match(path, "GET")
        named = _named(endpoint, values)
    except HTTPException:  # such a page is no longer there, or never was
        named = ""
    return named or gettext("Вернуться на страницу, с которой вы пришли")


def _named(endpoint: str, values: Mapping[str, Any]) -> str:
    """Empty for other pages. Raises NotFound for a kind or an item that there is not."""
    if endpoint == "catalogue.product":
        product = _numbered(values["number"])
        return gettext("Вернуться к изделию: %(name)s", name=spelt(product.name)) if product is not None else ""
    if endpoint == "catalogue.kind_products":
        kind = reference.kind(canonical(values["code"]))
        return gettext("Вернуться к изделиям: %(name)s", name=lower_first(either(kind.name, kind.name_en)))
    if endpoint == "catalogue.item":
        item = reference.item(canonical(values["code"]))
        return gettext("Вернуться к средству: %(name)s", name=spelt(item.plain_name))
    return {
        "catalogue.compare": gettext("Вернуться к сравнению"),
        "catalogue.find": gettext("Вернуться к поиску"),
        "favourites.kept": gettext("Вернуться в избранное"),
    }.get(endpoint, "")


def _numbered(written: str) -> Row | None:
    number = canonical_number(written)
    return queries.products_numbered([number]).get(number)
