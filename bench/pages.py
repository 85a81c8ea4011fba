"""Which pages are measured: the fullest of their sort, found in the database, so that the data may change."""

from dataclasses import dataclass
from urllib.parse import quote

import sqlalchemy as sa
from flask import Flask

from bench.measures import Goal
from webapp.catalogue.models import Product
from webapp.core.database import db
from webapp.reference.models import Kind

QUESTION = "трость"
LATER_PAGE = 3
PRODUCT_GOAL = Goal(0.60, 0.90)
LIST_GOAL = Goal(0.25, 0.30)
SEARCH_GOAL = Goal(0.30, 0.40)
REPEAT_GOAL = Goal(1.2, 1.4)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its address and the goal of its ratio to the floor."""

    name: str
    address: str
    goal: Goal


def choose(app: Flask) -> dict[str, Page]:
    """Pages by name: home, section, list, later, item, product, search."""
    with app.app_context():
        kind = fullest(Product.kind_code)
        item = fullest(Product.item_code)
        section = db.session.scalar(sa.select(Kind.section_code).where(Kind.code == kind))
        number = db.session.scalar(
            sa.select(Product.number).where(Product.item_code == item).order_by(Product.number).limit(1)
        )
    products = f"/catalogue/{kind}/products"
    pages = (
        Page("home", "/", PRODUCT_GOAL),
        Page("section", f"/catalogue/{section}", PRODUCT_GOAL),
        Page("list", products, LIST_GOAL),
        Page("later", f"{products}?page={LATER_PAGE}", LIST_GOAL),
        Page("item", f"/catalogue/{item}", LIST_GOAL),
        Page("product", f"/products/{number}", PRODUCT_GOAL),
        Page("search", f"/search?q={quote(QUESTION)}", SEARCH_GOAL),
    )
    return {page.name: page for page in pages}


def fullest(column: sa.orm.InstrumentedAttribute[str]) -> str:
    """The code that most products have; of equals the first."""
    query = sa.select(column).group_by(column).order_by(sa.func.count().desc(), column).limit(1)
    return str(db.session.scalar(query))
