"""Products by words, as sets: every word in one of its forms."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from pyroaring import FrozenBitMap

from webapp.catalogue.index import keys, sets
from webapp.catalogue.index.models import PlacedProduct
from webapp.catalogue.index.sets import EMPTY, Places
from webapp.catalogue.models import Product
from webapp.core.database import read

_WRITTEN = (
    sa.select(PlacedProduct.place)
    .join(Product, Product.id == PlacedProduct.product_id)
    .where(
        sa.or_(
            Product.article.in_(sa.bindparam("spellings", expanding=True)),
            Product.number.in_(sa.bindparam("spellings", expanding=True)),
        )
    )
)


def with_words(words: Sequence[Iterable[str]]) -> Places:
    """Products whose names hold, for every word asked, one of its dictionary forms. Nothing asked finds nothing."""
    asked = [list(forms) for forms in words]
    found = sets.of(keys.lemma(form) for forms in asked for form in forms)
    return every(any_of(found[keys.lemma(form)] for form in forms) for forms in asked)


def with_article(written: Iterable[str]) -> Places:
    """Products whose maker's article or number is exactly one of these texts, capitals aside."""
    # The spellings are made here: SQLite's own lower() knows Latin letters only.
    spellings = sorted({spelling for text in written for spelling in (text, text.upper(), text.lower()) if text})
    return FrozenBitMap(row.place for row in read(_WRITTEN, {"spellings": spellings})) if spellings else EMPTY


def any_of(some: Iterable[Places]) -> Places:
    """The union; of nothing it is empty."""
    found = list(some)
    return FrozenBitMap.union(*found) if found else EMPTY


def every(some: Iterable[Places]) -> Places:
    """The intersection, the smallest first; of nothing it is empty."""
    found = sorted(some, key=len)
    return FrozenBitMap.intersection(*found) if found else EMPTY
