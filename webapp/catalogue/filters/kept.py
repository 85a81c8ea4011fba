"""What is the same for all who look at a kind: counts of answers, ends of numbers, makers. Kept while it holds."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from webapp.catalogue.index import numbers, sets
from webapp.catalogue.models import Maker
from webapp.core.database import read
from webapp.reference import queries as reference

_KEY = "kind "
_BYTES_OF_ONE = 150
"""About so much takes a key with its number."""
_MAKERS = sa.select(Maker.slug, Maker.name).where(Maker.slug.in_(sa.bindparam("slugs", expanding=True)))


@dataclass(frozen=True, slots=True)
class OfKind:
    """Counts by keys of answers, ends by keys of number lines, makers' names by slug in order, codes of items."""

    counts: Mapping[str, int]
    ends: Mapping[str, tuple[int, int]]
    makers: Mapping[str, str]
    items: tuple[str, ...]


def of_kind(kind_code: str) -> OfKind:
    """Four queries when it is asked first, then none until the data change."""
    version, kept = sets.version(), sets.cache()
    found: OfKind | None = kept.get(version, _KEY + kind_code)
    if found is None:
        counts = sets.counts_of_kind(kind_code)
        start = f"m:{kind_code}:"
        slugs = [key.removeprefix(start) for key in counts if key.startswith(start)]
        rows = read(_MAKERS, {"slugs": slugs}).all() if slugs else []
        makers = {row.slug: row.name for row in sorted(rows, key=lambda row: (row.name.casefold(), row.slug))}
        items = tuple(item.code for item in reference.items_of(kind_code))
        found = OfKind(counts, numbers.ends(kind_code), makers, items)
        size = (len(counts) + len(found.ends) + len(makers) + len(items)) * _BYTES_OF_ONE
        kept.put(version, _KEY + kind_code, found, size)
    return found
