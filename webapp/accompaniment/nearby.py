"""Rehabilitation organisations as they lie to a person: by direction of rehabilitation and by distance. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from webapp.gateways.accompaniment.port import Organisation
from webapp.gateways.programmes.port import Direction
from webapp.reference.distances import metres_between
from webapp.reference.records import City

_CITY = re.compile(r"^(г\.|гор\.|г |гор |город )\s*|\s+(г|город)\.?$")


@dataclass(frozen=True, slots=True)
class Near:
    """An organisation; `metres` is how far it lies as the crow flies, None where nobody knows from where."""

    organisation: Organisation
    metres: float | None = None


def city_in(address: str, cities: Iterable[City]) -> City | None:
    """The city of these that an address names, the most exact of several. None where it names none.

    Only a whole part between commas names a city: a street may be called after another one.
    """
    by_name = {_plain(city.name): city for city in cities}
    named = (by_name.get(_CITY.sub("", _plain(part))) for part in reversed(address.split(",")))
    return next((city for city in named if city is not None), None)


def nearest_first(
    organisations: Iterable[Organisation], here: City | None, direction: Direction | None = None
) -> list[Near]:
    """Those of the direction, of the state system first, then the nearest; unknown places last, by name."""
    wanted = [one for one in organisations if direction is None or direction in one.directions]
    found = [Near(one, _metres(one, here)) for one in wanted]
    return sorted(found, key=lambda near: (not near.organisation.is_state, *_far(near), near.organisation.name))


def directions_of(organisations: Iterable[Organisation]) -> list[Direction]:
    """The directions in which any of them works, in the order of the law."""
    worked = {direction for one in organisations for direction in one.directions}
    return [direction for direction in Direction if direction in worked]


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())


def _far(near: Near) -> tuple[bool, float]:
    return near.metres is None, near.metres or 0


def _metres(organisation: Organisation, here: City | None) -> float | None:
    if here is None or organisation.latitude is None or organisation.longitude is None:
        return None
    return metres_between((here.lat, here.lon), (organisation.latitude, organisation.longitude))
