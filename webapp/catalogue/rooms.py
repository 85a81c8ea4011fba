"""Where a product can be touched before it is chosen: demonstration rooms and samples, from `data/rooms.toml`.

Rooms say which sorts of things they show, not which products: whether this very one is there is asked by phone.
All rooms of the file are invented; their cities are real. Cards of demo products alone name them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

from webapp.reference.dataset import cities, regions
from webapp.reference.records import City

_FILE = Path(__file__).with_name("data") / "rooms.toml"


@dataclass(frozen=True, slots=True)
class Room:
    """A place with things to touch, open on working days. `is_official`: a room of the учреждение МСЭ."""

    city: City
    region: str
    address: str
    phone: str
    opens: time
    closes: time
    is_official: bool
    profiles: frozenset[str]


def rooms_showing(profile: str) -> tuple[Room, ...]:
    """Places that show things of this profile, by city; those of the учреждение МСЭ first."""
    return tuple(room for room in _rooms() if profile in room.profiles)


@cache
def _rooms() -> tuple[Room, ...]:
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    known = {city.id: city for city in cities()}
    names = {region.code: region.name for region in regions()}
    found = [_room(each, known[each["city"]], names, told["families"]) for each in told["room"]]
    return tuple(sorted(found, key=lambda room: (room.city.name, not room.is_official, room.address)))


def _room(told: Mapping[str, Any], city: City, regions_named: Mapping[str, str], families: Mapping[str, Any]) -> Room:
    return Room(
        city=city,
        region=regions_named[city.region_code].removeprefix("г. "),
        address=told["address"],
        phone=told["phone"],
        opens=told["opens"],
        closes=told["closes"],
        is_official=told["is_official"],
        profiles=frozenset(profile for family in told["shows"] for profile in families[family]),
    )
