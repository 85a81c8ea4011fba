"""Rehabilitation organisations as they lie to a person: by direction of rehabilitation and by distance. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.gateways.accompaniment.port import Organisation
from webapp.gateways.programmes.port import Direction
from webapp.reference.distances import metres_between
from webapp.reference.records import City


@dataclass(frozen=True, slots=True)
class Near:
    """An organisation; `metres` is how far it lies as the crow flies, None where nobody knows from where."""

    organisation: Organisation
    metres: float | None = None


def city_in(address: str, cities: Iterable[City]) -> City | None:
    """The city of this region that an address names; the longest name counts («Нижний Новгород», not «Новгород»)."""
    told = address.casefold()
    return max((city for city in cities if city.name.casefold() in told), key=lambda city: len(city.name), default=None)


def nearest_first(
    organisations: Iterable[Organisation], here: City | None, direction: Direction | None = None
) -> list[Near]:
    """Those of the direction, of the state system first, then the nearest; by name where no place is known."""
    wanted = [one for one in organisations if direction is None or direction in one.directions]
    found = [Near(one, _metres(one, here)) for one in wanted]
    return sorted(found, key=lambda near: (not near.organisation.is_state, near.metres or 0, near.organisation.name))


def directions_of(organisations: Iterable[Organisation]) -> list[Direction]:
    """The directions in which any of them works, in the order of the law."""
    worked = {direction for one in organisations for direction in one.directions}
    return [direction for direction in Direction if direction in worked]


def _metres(organisation: Organisation, here: City | None) -> float | None:
    if here is None or organisation.latitude is None or organisation.longitude is None:
        return None
    return metres_between((here.lat, here.lon), (organisation.latitude, organisation.longitude))
