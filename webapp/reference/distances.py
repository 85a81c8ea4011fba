"""How far two places lie from each other. Pure."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_METRES = 6_371_000


def metres_between(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The way of a crow between two places, each by its latitude and longitude in degrees (haversine)."""
    (lat, lon), (other_lat, other_lon) = (tuple(map(radians, place)) for place in (here, there))
    bow = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_METRES * asin(sqrt(bow))
