"""Where in the catalogue a visitor came from, for pages of features below it: they lead back by name."""

from flask import Flask, request

from webapp.catalogue import queries
from webapp.reference.codes import canonical_number, is_product_number
from webapp.reference.queries import Row

PRODUCT = "product"
"""The name by which an address holds the number of the product that one came from."""


def init_app(app: Flask) -> None:
    app.jinja_env.globals["product_come_from"] = product_come_from


def product_come_from() -> Row | None:
    """The product whose number stands in this address; None where none does, or the catalogue has no such product."""
    written = request.args.get(PRODUCT, "")
    return _numbered(written) if is_product_number(written) else None


def _numbered(written: str) -> Row | None:
    number = canonical_number(written)
    return queries.products_numbered([number]).get(number)
