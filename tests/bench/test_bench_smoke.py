"""Every piece of the measurement works: no timing is asserted here."""

import json
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from bench import catalogue, databases, floor, growth, known_misses, pages, report, weights
from bench.load import Target, WrongAnswer, some, times
from bench.many import Stage
from bench.measures import Goal, Measure, of_rounds
from webapp.catalogue.index.build import Built
from webapp.catalogue.models import Product
from webapp.core.database import db

COPIES = 1
FLOOR_BYTES = range(19_000, 23_000)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return databases.prepare(tmp_path_factory.mktemp("bench"), COPIES)


@pytest.fixture
def port() -> Iterator[int]:
    class Answer(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(4096)
            self.request.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield int(server.server_address[1])
        server.shutdown()


def test_the_floor_renders_twenty_items() -> None:
    html = floor.app.test_client().get(floor.ADDRESS).text
    assert html.count("product-card__title") == len(floor.ITEMS)
    assert len(html.encode()) in FLOOR_BYTES


def test_pages_answer_and_their_queries_are_counted(site: Flask) -> None:
    chosen = pages.choose(site)
    counts = {name: growth.queries(site, page.address) for name, page in chosen.items()}
    assert set(counts) == {"home", "section", "list", "later", "item", "product", "search"}
    assert min(counts.values()) > 0


def test_copies_are_listed_beside_what_they_copy(site: Flask) -> None:
    copies = _numbers(site)
    assert len(copies) == len(set(copies)) == 1500 * (COPIES + 1)
    assert site.test_client().get(f"/products/{copies[-1]}").status_code == 200


def test_first_visits_are_weighed(site: Flask) -> None:
    measures = list(weights.measure(site, pages.choose(site)))
    assert {measure.name for measure in measures} >= {"home", "home: HTML and CSS", "home: requests"}
    assert all(measure.value > 0 for measure in measures)


def test_the_load_generator_ends_and_counts(port: int) -> None:
    assert len(some(Target(port, "/"), 3)) == 3
    assert times(Target(port, "/"), 0.05, 2)


def test_the_load_generator_refuses_another_status(port: int) -> None:
    with pytest.raises(WrongAnswer):
        some(Target(port, "/", status=304), 1)


def test_a_missed_goal_is_told_and_fails(tmp_path: Path) -> None:
    kept = of_rounds("speed", "fast", [1.0, 3.0, 2.0], Goal(1.5, 2.0))
    missed = Measure("weight", "heavy", 15.0, "KB", goal=Goal(14, at_least=False))
    assert (kept.value, kept.low, kept.high, kept.verdict) == (2.0, 1.0, 3.0, "best")
    assert known_misses.surprises([kept]) == []
    assert known_misses.surprises([kept, missed]) == [f"{missed.group}: {missed.name}"]
    assert "missed" in "\n".join(report.table([kept, missed]))
    report.write(tmp_path / "report" / "bench.json", [kept, missed])
    verdicts = [one["verdict"] for one in json.loads((tmp_path / "report" / "bench.json").read_text())["measures"]]
    assert verdicts == ["best", "missed"]


@pytest.mark.parametrize("group", known_misses.KNOWN)
def test_a_known_miss_is_named_until_it_is_met_and_is_a_surprise_beyond_its_bound(group: str) -> None:
    for name, miss in known_misses.KNOWN[group].items():
        database, _, page = name.rpartition(": ")
        told = f"{database or 'SQLite'}, 10500: {page}"
        better = 1.01 if group == "speed ÷ floor" else 0.99
        goal = Goal(miss.bound * better**2, at_least=better > 1)
        far, known, met = (Measure(group, told, miss.bound * better**power, goal=goal) for power in (-1, 1, 3))
        assert known_misses.surprises([far, known, met]) == [f"{group}: {told}"]
        assert known_misses.met_at_last([far, known, met]) == [f"{group}: {told}"]
        assert known_misses.surprises([known]) == []


def test_what_is_known_of_one_database_excuses_no_other() -> None:
    both = [
        Measure("speed ÷ floor", f"{name}, 10500: list", 0.06, goal=Goal(0.25)) for name in ("PostgreSQL", "SQLite")
    ]
    assert known_misses.surprises(both) == ["speed ÷ floor: SQLite, 10500: list"]


def test_the_order_by_top_up_is_measured_with_a_region(site: Flask, tmp_path: Path) -> None:
    stage = Stage("SQLite", 1500, site, databases.settings_for(tmp_path), Built(1500, 0, 0, 0, 0), 0.0)
    asked = catalogue.addresses(stage)["list, by top-up"]
    text = asked.visitor(site).get(asked.address).text
    assert "Порядок: по доплате, сначала без доплаты." in text
    assert asked.target(80).headers == (("Cookie", "orientir-region=16"),)


def _numbers(site: Flask) -> list[str]:
    with site.app_context():
        return list(db.session.scalars(sa.select(Product.number).order_by(Product.id)))
