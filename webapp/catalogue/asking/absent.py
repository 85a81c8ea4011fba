"""What people ask for that the state list does not have: data of `absent.toml`, with its source there. Pure."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from webapp.catalogue.asking.everyday import LONGEST, is_said, way
from webapp.catalogue.asking.terms import Absent, Forms, Way


@dataclass(frozen=True, slots=True)
class Asked:
    """One way to ask for a thing, and the thing."""

    said: Way
    thing: Absent


@cache
def things() -> tuple[Absent, ...]:
    """All of them, in the order of the table."""
    return tuple(Absent(row["name"], row["name_en"], tuple(row["near"])) for row in _rows())


@cache
def words() -> frozenset[str]:
    """Every dictionary form of a way to ask."""
    return frozenset(form for asked in _asked() for word in asked.said for form in word)


def at(asked: Sequence[Forms]) -> Asked | None:
    """The longest way to ask with which this row of words begins, its own words in any order."""
    window = asked[:LONGEST]
    if not any(form in words() for form in window[0]):
        return None
    fitting = [one for one in _asked() if is_said(one.said, window[: len(one.said)])]
    return max(fitting, key=lambda one: len(one.said), default=None)


@cache
def _asked() -> tuple[Asked, ...]:
    rows = zip(_rows(), things(), strict=True)
    return tuple(Asked(_likeliest(way(said)), thing) for row, thing in rows for said in row["said"])


def _likeliest(said: Way) -> Way:
    """Each word in its first form alone: «весы» are not the plural of «вес», nor «часы» that of «час»."""
    return tuple(word[:1] for word in said)


@cache
def _rows() -> Sequence[Mapping[str, Any]]:
    read: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parent / "absent.toml").read_text("utf-8"))
    return read["thing"]
