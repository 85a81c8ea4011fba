"""What it takes to come in: the round trip of sign-in, and the first look at what the register knows.

Both speak with the sandbox, which thinks as long as it likes: seconds show an order of magnitude, ratios compare.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median

from flask import Flask

from bench.floor import ADDRESS
from bench.inside import forget_copies, inside
from bench.load import Target, some
from bench.measures import Measure, of_rounds
from bench.plan import Plan
from bench.serving import Server
from bench.signed_in import MANY
from bench.traveller import Traveller, Trip, in_session

TRIP, LOOK = "round trip of sign-in", "exchange with the register"


def measure_costs(folder: Path) -> Iterator[Measure]:
    """Queries, and requests of the site to the sandbox: of a sign-in, of the first look, of a later one."""
    with inside(folder) as site:
        site.sign_in(MANY)
        trip, signed_in = site.sign_in(MANY)
        forget_copies(site.app)
        first, later = (site.look(trip.address, trip.token) for _look in range(2))
    note = f"and {trip.at_site} of the visitor to the site, {trip.requests - trip.at_site} to the sandbox"
    yield Measure(TRIP, "queries", signed_in.queries, note="the page where it ends included")
    yield Measure(TRIP, "writes", signed_in.writing, note="transactions that write: one at a time on SQLite")
    yield Measure(TRIP, "requests to the sandbox", len(signed_in.asked), note=note)
    for name, cost in (("first look", first), ("fresh copy", later)):
        yield Measure(LOOK, f"{name}: queries", cost.queries)
        yield Measure(LOOK, f"{name}: writes", cost.writing)
        yield Measure(LOOK, f"{name}: requests", len(cost.asked))


def measure_trips(site: Server, floor: Server, plan: Plan) -> Iterator[Measure]:
    """Sign-in from its start to the page shown ÷ one page of the floor, by one visitor with the same client."""
    seconds, ratios, shares, costs = [], [], [], []
    for _round in range(plan.rounds):
        before = site.processor_seconds()
        trips = [_trip(site) for _trip_of_round in range(plan.trips)]
        cost = (site.processor_seconds() - before) / plan.trips
        base, base_cost = _floor(floor, plan)
        seconds.append(median(trip.seconds for trip in trips))
        ratios.append(seconds[-1] / base)
        shares.append(mean(trip.seconds_at_site / trip.seconds for trip in trips))
        costs.append(cost / base_cost if base_cost else 0.0)
    note = f"{median(shares):.0%} of it at the site, which waits for the sandbox meanwhile"
    yield of_rounds(TRIP, "÷ a page of the floor", ratios, note=note)
    yield of_rounds(TRIP, "by processor time", costs, note="the site's part alone")
    yield of_rounds(TRIP, "seconds", seconds, note="an order of magnitude")


def measure_looks(site: Server, app: Flask, first_trip: Trip, plan: Plan) -> Iterator[Measure]:
    """The person's page when its copy of the register is fresh ÷ the first look, by waiting time."""
    target = Target(site.port, first_trip.address, headers=in_session(first_trip.token))
    ratios, firsts, spent = [], [], [0.0, 0.0]
    for _round in range(plan.rounds):
        looks, fresh = [], []
        for _look in range(plan.trips):
            forget_copies(app)
            looks.append(_timed(site, target, spent, 0))
            fresh.append(_timed(site, target, spent, 1))
        ratios.append(median(fresh) / median(looks))
        firsts.append(median(looks))
    by_processor = spent[1] / spent[0] if spent[0] else 0.0
    yield of_rounds(LOOK, "fresh copy ÷ first look", ratios, note=f"by processor time {by_processor:.2f}")
    yield of_rounds(LOOK, "seconds of a first look", firsts, note="the sandbox's register thinks for 0.4 s of it")


def _trip(site: Server) -> Trip:
    with Traveller(site.port) as traveller:
        return traveller.sign_in(MANY)


def _floor(floor: Server, plan: Plan) -> tuple[float, float]:
    """Seconds of one page of the floor as the traveller sees it, and of its processors."""
    with Traveller(floor.port) as traveller:
        traveller.look(ADDRESS)
        before = floor.processor_seconds()
        taken = [traveller.look(ADDRESS) for _look in range(plan.asked)]
        return median(taken), (floor.processor_seconds() - before) / plan.asked


def _timed(site: Server, target: Target, spent: list[float], place: int) -> float:
    """Seconds of one view; the processors' time is added at the place."""
    before = site.processor_seconds()
    taken = some(target, 1)[0]
    spent[place] += site.processor_seconds() - before
    return taken
