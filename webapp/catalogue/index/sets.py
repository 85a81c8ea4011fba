"""Reading sets of places by their keys: one query for those that are not at hand."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import sqlalchemy as sa
from flask import current_app, g
from pyroaring import FrozenBitMap

from webapp.catalogue.index.cache import Cache
from webapp.catalogue.index.models import Posting
from webapp.core import data_version
from webapp.core.database import read

Places: TypeAlias = FrozenBitMap
"""A set of places. It is shared: operations make new ones."""

EMPTY: Places = FrozenBitMap()
_NAME = "catalogue_sets"
OVERHEAD = 100
"""Bytes that a kept set takes besides its own."""

_SETS = sa.select(Posting.key, Posting.places).where(Posting.key.in_(sa.bindparam("keys", expanding=True)))
_NUMBERS = sa.select(Posting.key, Posting.number).where(Posting.key.in_(sa.bindparam("keys", expanding=True)))
_NUMBERS_OF_KIND = sa.select(Posting.key, Posting.number).where(Posting.kind_code == sa.bindparam("kind_code"))


def cache() -> Cache:
    """What this application has read lately."""
    extensions = current_app.extensions
    kept: Cache = extensions.setdefault(_NAME, Cache())
    return kept


def version() -> str:
    """The version of the data by which everything here is kept; asked once a request."""
    if "catalogue_version" not in g:
        g.catalogue_version = data_version.current()
    return str(g.catalogue_version)


def of(keys: Iterable[str]) -> Mapping[str, Places]:
    """The set of every key; nothing has an unknown key. One query at most."""
    asked = dict.fromkeys(keys, EMPTY)
    if not asked:
        return asked
    current, kept = version(), cache()
    missing = []
    for key in asked:
        found = kept.get(current, key)
        if found is None:
            missing.append(key)
        else:
            asked[key] = found
    if missing:
        for row in read(_SETS, {"keys": missing}):
            asked[row.key] = FrozenBitMap.deserialize(row.places)
            kept.put(current, row.key, asked[row.key], len(row.places) + OVERHEAD)
    return asked


def counts(keys: Iterable[str]) -> Mapping[str, int]:
    """How many places each key has, without reading the sets; an unknown key has none."""
    asked = dict.fromkeys(keys, 0)
    if asked:
        asked |= {row.key: row.number for row in read(_NUMBERS, {"keys": list(asked)})}
    return asked


def counts_of_kind(kind_code: str) -> Mapping[str, int]:
    """How many products each value of a kind's filters has: keys of `value`, `yes`, `maker_in`."""
    return {row.key: row.number for row in read(_NUMBERS_OF_KIND, {"kind_code": kind_code})}
