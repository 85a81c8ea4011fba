"""Requests a second of each page ÷ those of the floor, loaded in turn: site, floor, site, floor …"""

import http.client
from collections.abc import Iterator, Mapping

from bench.floor import ADDRESS
from bench.load import AS_BROWSERS_ASK, HOST, Target, some, times
from bench.measures import Measure, of_rounds
from bench.pages import REPEAT_GOAL, Page
from bench.plan import Plan
from bench.serving import Server

WARM_UP = 20


def measure(site: Server, floor: Server, pages: Mapping[str, Page], plan: Plan) -> Iterator[Measure]:
    """Every page and the repeat view of a product."""
    for page in pages.values():
        target = Target(site.port, page.address)
        yield _ratio(page.name, target, site, floor, plan, page)
    product = pages["product"]
    known = (("If-None-Match", tag_of(site.port, product.address)),)
    repeat = Page("repeat (304)", product.address, REPEAT_GOAL)
    yield _ratio(repeat.name, Target(site.port, product.address, 304, known), site, floor, plan, repeat)


def tag_of(port: int, address: str) -> str:
    """The ETag that the site gives a page."""
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", address, headers=AS_BROWSERS_ASK)
        return connection.getresponse().headers["ETag"] or ""
    finally:
        connection.close()


def _ratio(name: str, target: Target, site: Server, floor: Server, plan: Plan, page: Page) -> Measure:
    base = Target(floor.port, ADDRESS)
    some(target, WARM_UP)
    some(base, WARM_UP)
    speeds, costs = [], []
    for _round in range(plan.rounds):
        site_speed, site_cost = _load(site, target, plan)
        floor_speed, floor_cost = _load(floor, base, plan)
        speeds.append(site_speed / floor_speed)
        costs.append(floor_cost / site_cost if site_cost else 0.0)
    by_processor = of_rounds("", name, costs).value
    return of_rounds("speed ÷ floor", name, speeds, page.goal, note=f"by processor time {by_processor:.2f}")


def _load(server: Server, target: Target, plan: Plan) -> tuple[float, float]:
    """Requests a second, and seconds of the server's processors a request."""
    before = server.processor_seconds()
    answered = len(times(target, plan.seconds, plan.connections))
    return answered / plan.seconds, (server.processor_seconds() - before) / max(1, answered)
