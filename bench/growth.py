"""What grows with the number of products: queries a page must not, waiting times hardly."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from statistics import quantiles

import sqlalchemy as sa
from flask import Flask

from bench.load import Target, some
from bench.measures import Goal, Measure, of_rounds
from bench.pages import Page
from bench.plan import Plan
from bench.serving import Server
from bench.traveller import visitor
from webapp.core.database import db

GOALS = {"product": Goal(1.1, at_least=False), "list": Goal(1.5, at_least=False)}
SAME_GOAL = Goal(0, at_least=False)


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Every statement that the site sends to its database, as it is sent."""
    sent: list[str] = []
    with app.app_context():
        engine = db.engine

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


def queries(app: Flask, address: str, token: str = "") -> int:
    """How many queries one view of a page costs, in the session of the token; BEGIN and the like are not queries."""
    client = visitor(app, token)
    client.get(address)
    with counted(app) as sent:
        response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status}")
    return number_of_queries(sent)


def number_of_queries(sent: Sequence[str]) -> int:
    """How many of the statements ask or change something."""
    return sum(not statement.upper().startswith(("BEGIN", "PRAGMA")) for statement in sent)


def measure_queries(few: Flask, many: Flask, pages: Mapping[str, Page], copies: int) -> Iterator[Measure]:
    """Queries of each page, and by how many they grow with the products: by none."""
    for page in pages.values():
        before, after = queries(few, page.address), queries(many, page.address)
        note = f"{before} with the demo products, {after} with {copies + 1} times as many"
        yield Measure("queries a page", page.name, before, note=note)
        yield Measure("queries more", page.name, after - before, goal=SAME_GOAL)


def measure_waits(few: Server, most: Server, pages: Mapping[str, Page], plan: Plan) -> Iterator[Measure]:
    """The 95th percentile of waiting times with many products ÷ with few, asked in turn by one visitor."""
    for name, goal in GOALS.items():
        address = pages[name].address
        ratios = []
        for server in (few, most):
            some(Target(server.port, address), plan.asked // 10)
        for _round in range(plan.rounds):
            small, large = (slowest(some(Target(server.port, address), plan.asked)) for server in (few, most))
            ratios.append(large / small)
        yield of_rounds("p95, many products ÷ few", name, ratios, goal, note=f"{plan.most_copies + 1} times as many")


def slowest(taken: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(taken, n=20)[-1]
