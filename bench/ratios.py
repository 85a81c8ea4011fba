"""Requests a second of each page ÷ those of the floor, loaded in turn: site, floor, site, floor …"""

import http.client
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.floor import ADDRESS
from bench.load import AS_BROWSERS_ASK, HOST, Target, some, times
from bench.measures import Goal, Measure, of_rounds
from bench.pages import REPEAT_GOAL, Page
from bench.plan import Plan
from bench.serving import Server

WARM_UP = 20
TURN_SECONDS = 0.5
"""How long one side is loaded before the other has its turn: what else the machine does then falls on both."""


def measure(site: Server, floor: Server, pages: Mapping[str, Page], plan: Plan) -> Iterator[Measure]:
    """Every page and the repeat view of a product."""
    for page in pages.values():
        target = Target(site.port, page.address)
        yield to_floor(page.name, target, site, floor, plan, page.goal)
    product = pages["product"]
    known = (("If-None-Match", tag_of(site.port, product.address)),)
    repeat = Target(site.port, product.address, 304, known)
    yield to_floor("repeat (304)", repeat, site, floor, plan, REPEAT_GOAL)


def tag_of(port: int, address: str) -> str:
    """The ETag that the site gives a page."""
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", address, headers=AS_BROWSERS_ASK)
        return connection.getresponse().headers["ETag"] or ""
    finally:
        connection.close()


def to_floor(name: str, target: Target, site: Server, floor: Server, plan: Plan, goal: Goal | None) -> Measure:
    """A page of the site ÷ the floor."""
    return ratio("speed ÷ floor", name, (site, target), (floor, Target(floor.port, ADDRESS)), plan, goal)


def ratio(
    group: str, name: str, measured: tuple[Server, Target], base: tuple[Server, Target], plan: Plan, goal: Goal | None
) -> Measure:
    """Requests a second of what is measured ÷ those of the base, loaded in turn, several times a round."""
    for _server, target in (measured, base):
        some(target, WARM_UP)
    speeds, costs = [], []
    for _round in range(plan.rounds):
        own, other = _round_of(measured, base, plan)
        speeds.append(own.speed / other.speed)
        costs.append(other.cost / own.cost if own.cost else 0.0)
    by_processor = of_rounds("", name, costs).value
    return of_rounds(group, name, speeds, goal, note=f"by processor time {by_processor:.2f}")


def _round_of(measured: tuple[Server, Target], base: tuple[Server, Target], plan: Plan) -> tuple["Load", "Load"]:
    turns = max(1, round(plan.seconds / TURN_SECONDS))
    own, other = Load(), Load()
    for _turn in range(turns):
        own += _load(*measured, plan.seconds / turns, plan.connections)
        other += _load(*base, plan.seconds / turns, plan.connections)
    return own, other


@dataclass(frozen=True, slots=True)
class Load:
    """What came of loading: answers, the seconds until the last of them, the server's processors' seconds."""

    answered: int = 0
    seconds: float = 0
    processor: float = 0

    def __add__(self, other: "Load") -> "Load":
        return Load(self.answered + other.answered, self.seconds + other.seconds, self.processor + other.processor)

    @property
    def speed(self) -> float:
        """Requests a second."""
        return max(1, self.answered) / self.seconds

    @property
    def cost(self) -> float:
        """Seconds of the server's processors a request."""
        return self.processor / max(1, self.answered)


def _load(server: Server, target: Target, seconds: float, connections: int) -> Load:
    before, started = server.processor_seconds(), time.perf_counter()
    answered = len(times(target, seconds, connections))
    return Load(answered, time.perf_counter() - started, server.processor_seconds() - before)
