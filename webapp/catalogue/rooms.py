"""Where a product can be touched before it is chosen: demonstration rooms and samples, from `data/rooms.toml`.

Rooms say which sorts of things they show, not which products: whether this very one is there is asked by phone.
All rooms of the file are invented; their cities are real. Cards of demo products alone name them. How far a room is
is reckoned as the crow flies from the seat of power of the visitor's region: where they live in it nobody asks.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

from webapp.reference.dataset import cities, regions
from webapp.reference.distances import metres_between
from webapp.reference.records import City

_FILE = Path(__file__).with_name("data") / "rooms.toml"


@dataclass(frozen=True, slots=True)
class Room:
    """A place with things to touch, open on working days. `is_official`: a room of the учреждение МСЭ.

    What nobody told of the way in is empty: the nearest stop and how far it is (metres), the entrance, whether one is
    met (`meets`). `guide_dog`: it is told that one may come with a dog; that one may not is nowhere told.
    """

    city: City
    region: str
    address: str
    phone: str
    opens: time
    closes: time
    is_official: bool
    profiles: frozenset[str]
    stop: str = ""
    stop_metres: int | None = None
    entrance: str = ""
    meets: bool | None = None
    guide_dog: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A room as it lies to a visitor. `metres`: to one that is not in their region, from its centre.

    `is_own`: in their region. `is_nearest`: that region has none, and this one is the nearest.
    """

    room: Room
    is_own: bool = False
    is_nearest: bool = False
    metres: float | None = None


def rooms_showing(profile: str) -> tuple[Room, ...]:
    """Places that show things of this profile, by city; those of the учреждение МСЭ first."""
    return tuple(room for room in _rooms() if profile in room.profiles)


def seen_from(rooms: tuple[Room, ...], region_code: str | None) -> tuple[Seen, ...]:
    """The rooms of this region first, then the nearest; in their own order while no region is known."""
    if region_code is None:
        return tuple(Seen(room) for room in rooms)
    centre = next(region for region in regions() if region.code == region_code)
    here = (centre.admin_centre_lat, centre.admin_centre_lon)
    own = tuple(Seen(room, is_own=True) for room in rooms if room.city.region_code == region_code)
    others = [
        (room, metres_between(here, (room.city.lat, room.city.lon)))
        for room in rooms
        if room.city.region_code != region_code
    ]
    others.sort(key=lambda known: known[1])
    return own + tuple(
        Seen(room, is_nearest=not own and place == 0, metres=metres) for place, (room, metres) in enumerate(others)
    )


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
        **{key: told[key] for key in ("stop", "stop_metres", "entrance", "meets", "guide_dog") if key in told},
    )
