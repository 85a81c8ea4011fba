"""Building the index anew from the products: streamed, in the caller's transaction."""

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from pyroaring import BitMap
from sqlalchemy.orm import Session

from webapp.catalogue.index import keys
from webapp.catalogue.index.models import KnownWord, NumberLine, PlacedProduct, Posting
from webapp.catalogue.index.numbers import PLACES, VALUES
from webapp.catalogue.models import Maker, Product
from webapp.core import data_version
from webapp.reference.models import Item

NAME = "catalogue_index"
BATCH = 2000
LONGEST_WORD = 40

_NAMES = sa.select(Product.id, Product.number, Product.name)
_INDEXED = (
    sa.select(
        PlacedProduct.place,
        Product.kind_code,
        Product.item_code,
        Product.price_kopecks,
        Product.values.label("characteristics"),
        Product.lemmas,
        Maker.slug.label("maker"),
    )
    .join(Product, Product.id == PlacedProduct.product_id)
    .join(Maker, Maker.id == Product.maker_id)
    .order_by(Product.kind_code, PlacedProduct.place)
)


@dataclass(frozen=True, slots=True)
class Built:
    """How large the index is."""

    products: int
    sets: int
    lines: int
    words: int
    bytes: int


class _Writer:
    """Writes rows and sums up what was written, for the version of the data and the report."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.digest = hashlib.sha256()
        self.sets = self.lines = self.bytes = 0

    def postings(self, found: dict[str, BitMap], kind_code: str | None) -> None:
        for part in _batches(sorted(found.items())):
            self._session.execute(sa.insert(Posting), [self._posting(key, places, kind_code) for key, places in part])
        self.sets += len(found)

    def numbers(self, found: dict[str, list[tuple[int, int]]], kind_code: str) -> None:
        for part in _batches(sorted(found.items())):
            self._session.execute(sa.insert(NumberLine), [self._line(key, pairs, kind_code) for key, pairs in part])
        self.lines += len(found)

    def _posting(self, key: str, places: BitMap, kind_code: str | None) -> dict[str, Any]:
        places.run_optimize()
        stored = places.serialize()
        self._sum(key, stored)
        return {"key": key, "kind_code": kind_code, "number": len(places), "places": stored}

    def _line(self, key: str, pairs: list[tuple[int, int]], kind_code: str) -> dict[str, Any]:
        pairs.sort()
        values, places = array(VALUES, (pair[0] for pair in pairs)), array(PLACES, (pair[1] for pair in pairs))
        ends = {"low": values[0], "high": values[-1], "number": len(pairs)}
        stored = {"values": values.tobytes(), "places": places.tobytes()}
        self._sum(key, stored["values"], stored["places"])
        return {"key": key, "kind_code": kind_code} | ends | stored

    def _sum(self, key: str, *stored: bytes) -> None:
        self.digest.update(key.encode())
        for each in stored:
            self.digest.update(each)
            self.bytes += len(each)


def clear(session: Session) -> None:
    """Remove the index: before products are removed, which it would otherwise hold."""
    for model in (KnownWord, NumberLine, Posting, PlacedProduct):
        session.execute(sa.delete(model))


def build(session: Session) -> Built:
    """Build the index anew and give the public data a new version. The caller commits."""
    session.flush()
    clear(session)
    products = _place(session)
    writer = _Writer(session)
    everywhere: dict[str, BitMap] = defaultdict(BitMap)
    words: dict[str, BitMap] = defaultdict(BitMap)
    rows = session.execute(_INDEXED, execution_options={"yield_per": BATCH})
    for kind_code, of_kind in groupby(rows, key=lambda row: str(row.kind_code)):
        within: dict[str, BitMap] = defaultdict(BitMap)
        lines: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in of_kind:
            for key in (keys.kind(kind_code), keys.item(row.item_code), keys.maker(row.maker)):
                everywhere[key].add(row.place)
            for form in row.lemmas.split():
                words[form[:LONGEST_WORD]].add(row.place)
            within[keys.maker_in(kind_code, row.maker)].add(row.place)
            lines[keys.price(kind_code)].append((row.price_kopecks, row.place))
            lines[keys.price(row.item_code)].append((row.price_kopecks, row.place))
            for name, value in row.characteristics.items():
                if isinstance(value, bool):
                    within[keys.yes(kind_code, name, value)].add(row.place)
                elif isinstance(value, int):
                    lines[keys.number(kind_code, name)].append((value, row.place))
                else:
                    for chosen in value if isinstance(value, list) else (value,):
                        within[keys.value(kind_code, name, chosen)].add(row.place)
        writer.postings(within, kind_code)
        writer.numbers(lines, kind_code)
    writer.postings(everywhere, None)
    writer.postings({keys.lemma(form): places for form, places in words.items()}, None)
    known = _note_words(session, words)
    for each in _shown(session):
        writer.digest.update(each)
    data_version.note(session, NAME, writer.digest.hexdigest())
    return Built(products, writer.sets, writer.lines, known, writer.bytes)


def _shown(session: Session) -> Iterator[bytes]:
    """All that pages may show of products and makers, in the index or not: any change of it is a new version.

    Ids, which differ from database to database, aside: whose a product is, the index says.
    """
    for table, key in ((Product.__table__, Product.number), (Maker.__table__, Maker.slug)):
        columns = [one for one in table.columns if one.name not in {"id", "maker_id"}]
        texts = [sa.cast(one, sa.Text) if isinstance(one.type, sa.JSON) else one for one in columns]
        rows = session.execute(sa.select(*texts).order_by(key), execution_options={"yield_per": BATCH})
        yield from (repr(tuple(row)).encode() for row in rows)


def _place(session: Session) -> int:
    """Give every product its place: by name without regard to capitals, ё as е; namesakes by number."""
    rows = session.execute(_NAMES, execution_options={"yield_per": BATCH})
    ordered = sorted((folded(row.name), row.number, row.id) for row in rows)
    for part in _batches(enumerate(ordered)):
        session.execute(sa.insert(PlacedProduct), [{"place": place, "product_id": one[2]} for place, one in part])
    return len(ordered)


def folded(name: str) -> bytes:
    """What names are ordered by, the same whatever the database: code points of small letters."""
    return name.casefold().replace("ё", "е").encode()


def _note_words(session: Session, words: dict[str, BitMap]) -> int:
    """Note every dictionary form of products and of items."""
    numbers = {form: len(places) for form, places in words.items()}
    for (lemmas,) in session.execute(sa.select(Item.lemmas)):
        for form in lemmas.split():
            numbers.setdefault(form[:LONGEST_WORD], 0)
    for part in _batches(sorted(numbers.items())):
        session.execute(sa.insert(KnownWord), [{"word": word, "number": number} for word, number in part])
    return len(numbers)


def _batches(some: Iterable[Any]) -> Iterator[list[Any]]:
    """Parts of so many, none empty."""
    part: list[Any] = []
    for each in some:
        part.append(each)
        if len(part) == BATCH:
            yield part
            part = []
    if part:
        yield part
