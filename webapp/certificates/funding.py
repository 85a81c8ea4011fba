"""Who pays for an item of a programme: one word that the catalogue understands, whatever programme it comes from."""

from enum import StrEnum


class Funding(StrEnum):
    """The source of money. UNKNOWN: the visitor's programme is not known; everything is said as for a federal item."""

    FEDERAL = "federal"
    REGIONAL = "regional"
    OWN = "own"
    UNKNOWN = "unknown"
