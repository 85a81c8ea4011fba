"""How long and how often: the whole measurement, or a quick one that shows that every piece works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """The sizes of one run."""

    rounds: int
    seconds: float
    connections: int
    asked: int
    """Requests in one round of waiting times and before memory is read."""
    trips: int
    """Sign-ins, and first looks at one's programme, in one round."""
    starts: int
    many_copies: int
    most_copies: int
    """Copies of the 1,500 demo products: 9 make 15,000, 19 make 30,000."""
    sizes: tuple[int, ...]
    """How many products the catalogue is measured with, on each database."""


WHOLE = Plan(
    rounds=5,
    seconds=1.5,
    connections=8,
    asked=200,
    trips=6,
    starts=3,
    many_copies=9,
    most_copies=19,
    sizes=(10_000, 100_000, 1_000_000),
)
QUICK = Plan(
    rounds=1, seconds=0.3, connections=4, asked=20, trips=2, starts=1, many_copies=1, most_copies=2, sizes=(1500, 3000)
)
