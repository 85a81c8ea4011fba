"""Pages of a person who has signed in: what the state owes them, and public pages beside their anonymous view."""

from collections.abc import Iterator, Mapping

from flask import Flask

from bench.growth import SAME_GOAL, queries
from bench.load import Target
from bench.measures import Goal, Measure
from bench.pages import LIST_GOAL, Page
from bench.plan import Plan
from bench.ratios import ratio, to_floor
from bench.serving import Server
from bench.traveller import Traveller, Trip, in_session, visitor
from bench.weights import on_the_wire

MANY, FEW = "forty-items", "low-vision-pensioner"
"""People of the sandbox, by the number of items in their programmes."""
ITEMS = {MANY: 40, FEW: 5}
CARD = 'class="card__title"'
PUBLIC = ("home", "section")
SIGNED_IN_GOAL = Goal(0.75, 0.85)


class OtherPeople(RuntimeError):
    """The sandbox's people are not those that are measured: their pages show another number of items."""


def sessions(port: int) -> dict[str, Trip]:
    """Sign both people in at the site of this port; each lands at their own page, which thereby has its copy of the
    register. Raises NotSignedIn, OtherPeople."""
    trips = {}
    for who in (MANY, FEW):
        with Traveller(port) as traveller:
            trips[who] = traveller.sign_in(who)
        shown = trips[who].html.count(CARD)
        if shown != ITEMS[who]:
            raise OtherPeople(f"{who}: {shown} items at {trips[who].address}, expected {ITEMS[who]}")
    return trips


def measure_costs(app: Flask, pages: Mapping[str, Page], trips: Mapping[str, Trip]) -> Iterator[Measure]:
    """Bytes of the longest page; queries of each page, and by how many they grow with the items: by none."""
    many, few = trips[MANY], trips[FEW]
    yield on_the_wire(visitor(app, many.token), name_of(MANY), many.address)
    after, before = queries(app, many.address, many.token), queries(app, few.address, few.token)
    yield Measure("queries a page", name_of(MANY), after)
    yield Measure("queries a page", name_of(FEW), before)
    note = f"{before} with {ITEMS[FEW]} items, {after} with {ITEMS[MANY]}"
    yield Measure("queries more", "entitlements", after - before, goal=SAME_GOAL, note=note)
    for name in PUBLIC:
        anonymous, known = (queries(app, pages[name].address, token) for token in ("", many.token))
        yield Measure("queries a page", f"{name}, signed in", known, note=f"{anonymous} anonymous")


def measure_speeds(
    site: Server, floor: Server, pages: Mapping[str, Page], trips: Mapping[str, Trip], plan: Plan
) -> Iterator[Measure]:
    """The page of entitlements ÷ the floor, held to a list's goal; public pages signed in ÷ anonymous."""
    for who, goal in ((MANY, LIST_GOAL), (FEW, None)):
        target = Target(site.port, trips[who].address, headers=in_session(trips[who].token))
        yield to_floor(name_of(who), target, site, floor, plan, goal)
    known = in_session(trips[MANY].token)
    for name in PUBLIC:
        address = pages[name].address
        both = (site, Target(site.port, address, headers=known)), (site, Target(site.port, address))
        yield ratio("signed in ÷ anonymous", name, *both, plan, SIGNED_IN_GOAL)


def name_of(who: str) -> str:
    """How the person's page is called in the tables."""
    return f"entitlements, {ITEMS[who]} items"
