"""Loading the demo catalogue: replaces demo makers and products, and nothing else, in the caller's transaction."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.catalogue import demo
from webapp.catalogue.index import build
from webapp.catalogue.models import Maker, Product, ProductCount
from webapp.core import data_version, loading
from webapp.core.loading import bring, digest_of, remove_gone
from webapp.reference import dataset, lemmas
from webapp.reference.models import Kind

NAME = "demo_catalogue"
INDEX = "catalogue_index_code"


def load_demo(session: Session) -> bool:
    """Bring demo makers and products to what the generator gives. Returns whether anything had to change.

    Products keep their ids by number, so that what people kept of them lives on. Loading twice changes nothing.
    """
    here = Path(__file__).parent
    digest = digest_of(
        here / "demo", here / "actions.py", here / "index", here.parent / "reference", Path(loading.__file__)
    )
    if data_version.is_loaded(session, NAME, digest):
        return False
    build.clear(session)
    made = demo.generate()
    makers = bring(session, Maker, "slug", [_maker(maker) for maker in made.makers], Maker.is_demo)
    bring(session, Product, "number", [_product(product, makers) for product in made.products], Product.is_demo)
    remove_gone(session, Product, "number", (product.number for product in made.products), Product.is_demo)
    remove_gone(session, Maker, "slug", (maker.slug for maker in made.makers), Maker.is_demo)
    count_products(session)
    build_index(session)
    data_version.note(session, NAME, digest)
    return True


def bring_index(session: Session) -> bool:
    """Build the index if other code built it than is here now. Returns whether it was built.

    Whoever changes products builds it themselves (`build_index`): this is for a new version of the site.
    """
    if data_version.is_loaded(session, INDEX, _index_digest()):
        return False
    build_index(session)
    return True


def build_index(session: Session) -> None:
    """Build the index of products anew, in the caller's transaction: once after any change of them."""
    build.build(session)
    data_version.note(session, INDEX, _index_digest())


def _index_digest() -> str:
    here = Path(__file__).parent
    return digest_of(here / "index", here.parent / "reference")


def count_products(session: Session) -> None:
    """Count the products of every section, kind and item anew."""
    session.execute(sa.delete(ProductCount))
    number = sa.func.count(Product.id)
    bodies = (
        sa.select(Product.item_code, number).group_by(Product.item_code),
        sa.select(Product.kind_code, number).group_by(Product.kind_code),
        sa.select(Kind.section_code, number).join(Kind, Kind.code == Product.kind_code).group_by(Kind.section_code),
    )
    for body in bodies:
        session.execute(sa.insert(ProductCount).from_select(["code", "number"], body))


def _maker(maker: demo.DemoMaker) -> dict[str, Any]:
    return {
        "slug": maker.slug,
        "name": maker.name,
        "legal_name": maker.legal_name,
        "inn": maker.inn,
        "city_id": maker.city_id,
        "phone": maker.phone,
        "email": maker.email,
        "site": maker.site,
        "about": maker.about,
        "since_year": maker.since_year,
        "checked_on": maker.checked_on,
        "checked_by": maker.checked_by,
        "checks": list(maker.checks),
        "is_demo": True,
    }


def _product(product: demo.DemoProduct, makers: dict[str, int]) -> dict[str, Any]:
    item = dataset.classification().item(product.item_code)
    return {
        "number": product.number,
        "item_code": product.item_code,
        "kind_code": product.item_code.rsplit("-", 1)[0],
        "maker_id": makers[product.maker_slug],
        "name": product.name,
        "model": product.model,
        "article": product.article,
        "summary": product.summary,
        "price_kopecks": product.price_kopecks,
        "values": product.values,
        "touch": [list(fact) for fact in product.touch],
        "hearing": list(product.hearing),
        "colours": list(product.colours),
        "accessories": list(product.accessories),
        "registration_number": product.registration_number,
        "registered_on": product.registered_on,
        "needs_fitting": product.needs_fitting,
        "listed_on": product.listed_on,
        "is_demo": True,
        "lemmas": lemmas.column(product.model, product.what, item.plain_name),
    }
