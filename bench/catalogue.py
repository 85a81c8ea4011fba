"""Lists, search, a product and a repeat view over many products, on both databases, against the floor."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from bench.growth import SAME_GOAL, counted, number_of_queries, slowest
from bench.load import Target, some
from bench.many import DATABASES, Stage, stages
from bench.measures import Goal, Measure, of_rounds
from bench.pages import LIST_GOAL, PRODUCT_GOAL, REPEAT_GOAL, SEARCH_GOAL, fullest
from bench.plan import Plan
from bench.ratios import tag_of, to_floor
from bench.serving import SITE, Server, serving
from bench.traveller import visitor
from webapp.catalogue.index import vocabulary
from webapp.catalogue.models import Product
from webapp.core.database import db
from webapp.core.region_cookie import COOKIES

INDEX_SECONDS_A_MILLION, INDEX_BYTES_A_MILLION = 22, 40_000_000
"""What roaring postings took in the measurement that the goals come from; printed beside ours, no goal."""
MILLION = 1_000_000
REGION, REGION_COOKIE = "16", COOKIES[False]
LARGE_LIST_GOAL, LARGE_SEARCH_GOAL = Goal(0.18, 0.25), Goal(0.10, 0.15)
GROWTH = {"product": Goal(1.1, at_least=False), "list, filtered": Goal(1.5, at_least=False)}
ERRORS = {
    "канляска": "коляска", "коляска": "коляска", "тростъ": "трость", "трсоть": "трость", "тонометор": "тонометр",
    "танометр": "тонометр", "хадунки": "ходунки", "ходунгки": "ходунки", "слухавой": "слуховой", "апарат": "аппарат",
    "аппорат": "аппарат", "потгузники": "подгузник", "подгузнеки": "подгузник", "катетр": "катетер",
    "пртез": "протез", "протэз": "протез", "бандож": "бандаж", "корсэт": "корсет", "костили": "костыль",
    "кресо": "кресло",
}  # fmt: skip
"""Words as they were typed and the word that must be offered; one is right and must stay."""
ERRORS_GOAL = Goal(len(ERRORS))


@dataclass(frozen=True, slots=True)
class Asked:
    """An address and its goal; None where the goal says nothing of this size. `region` is one that a visitor named."""

    address: str
    goal: Goal | None
    region: str = ""

    def target(self, port: int) -> Target:
        """This address of the site on this port, with the cookie of the region."""
        cookie = (("Cookie", f"{REGION_COOKIE}={self.region}"),) if self.region else ()
        return Target(port, self.address, headers=cookie)

    def visitor(self, app: Flask) -> FlaskClient:
        """Who asks for it within this process."""
        client = visitor(app)
        if self.region:
            client.set_cookie(REGION_COOKIE, self.region)
        return client


def measure(folder: Path, floor: Server, plan: Plan) -> Iterator[Measure]:
    """Every size on every database; then how waiting grew from the smallest to the largest."""
    for database in DATABASES:
        waits: dict[str, list[float]] = {}
        costs: dict[str, int] = {}
        with stages(folder, database, plan.sizes) as made:
            for stage in made:
                yield from _index(stage)
                asked = addresses(stage)
                yield from _queries(stage, asked, costs)
                yield from _errors(stage, plan)
                with serving(SITE, stage.settings.data_dir, told=stage.told()) as site:
                    yield from _speeds(stage, site, floor, asked, plan)
                with serving(SITE, stage.settings.data_dir, workers=1, told=stage.told()) as site:
                    for name in GROWTH:
                        target = asked[name].target(site.port)
                        some(target, plan.asked // 10)
                        rounds = [slowest(some(target, plan.asked)) for _round in range(plan.rounds)]
                        waits.setdefault(name, []).append(median(rounds))
        for name, goal in GROWTH.items():
            note = f"{plan.sizes[-1]} products ÷ {plan.sizes[0]}"
            yield Measure(
                "p95, most ÷ few", f"{database}: {name}", waits[name][-1] / waits[name][0], goal=goal, note=note
            )


def addresses(stage: Stage) -> Mapping[str, Asked]:
    """What is measured: the fullest kind, half of it by price and with a certificate, the word most asked for."""
    with stage.app.app_context():
        kind, item = fullest(Product.kind_code), fullest(Product.item_code)
        of_kind = sa.select(Product.price_kopecks).where(Product.kind_code == kind)
        half = sorted(db.session.scalars(of_kind))[::2]
        number = db.session.scalar(sa.select(sa.func.min(Product.number)).where(Product.item_code == item))
        db.engine.dispose()
    is_large = stage.products >= MILLION
    lists, search = (LARGE_LIST_GOAL, LARGE_SEARCH_GOAL) if is_large else (LIST_GOAL, SEARCH_GOAL)
    products = f"/catalogue/{kind}/products"
    return {
        "list": Asked(products, lists),
        "list, filtered": Asked(f"{products}?price=-{half[len(half) // 2] // 100}&reg_certificate=yes", lists),
        "list, by price": Asked(f"{products}?reg_certificate=yes&sort=price", lists),
        "list, by top-up": Asked(f"{products}?sort=topup", lists, REGION),
        "search": Asked(f"/search?q={quote('трость')}", search),
        "search, two words": Asked(f"/search?q={quote('складная трость')}", search),
        "search, mistyped": Asked(f"/search?q={quote('трсоть')}", None),
        "product": Asked(f"/products/{number}", PRODUCT_GOAL),
    }


def _index(stage: Stage) -> Iterator[Measure]:
    per_million = MILLION / stage.products
    note = f"reference {INDEX_SECONDS_A_MILLION} s a million; ours {stage.seconds * per_million:.0f}"
    yield Measure("index, time", stage.name, stage.seconds, "s", note=note)
    size = stage.built.bytes / 1e6
    note = f"{stage.built.sets} sets, {stage.built.lines} lines, {stage.built.words} words; reference 40 MB a million"
    yield Measure("index, size", stage.name, size, "MB", note=note)


def _queries(stage: Stage, asked: Mapping[str, Asked], before: dict[str, int]) -> Iterator[Measure]:
    for name, page in asked.items():
        client = page.visitor(stage.app)
        client.get(page.address)
        with counted(stage.app) as sent:
            client.get(page.address)
        number = number_of_queries(sent)
        yield Measure("queries a page", f"{stage.name}: {name}", number)
        first = before.setdefault(name, number)
        yield Measure("queries more", f"{stage.name}: {name}", number - first, goal=SAME_GOAL)


def _errors(stage: Stage, plan: Plan) -> Iterator[Measure]:
    """How many typing errors are seen through, how long one takes, and what the words that they need take at hand."""
    with stage.app.test_request_context():
        right, taken = 0, []
        for written, meant in ERRORS.items():
            started = time.perf_counter()
            near = [word for word, _errors in vocabulary.near(written, 2)]
            taken.append(time.perf_counter() - started)
            right += meant in near
        size = vocabulary.size() / 1e6
        db.session.rollback()
    yield Measure(
        "vocabulary, size", stage.name, size, "MB", note="in the memory of a process that was asked a mistyped word"
    )
    yield Measure("typing errors", f"{stage.name}: seen through", right, goal=ERRORS_GOAL, note=f"of {len(ERRORS)}")
    yield of_rounds("typing errors", f"{stage.name}: ms", [seconds * 1000 for seconds in taken[1:]])


def _speeds(stage: Stage, site: Server, floor: Server, asked: Mapping[str, Asked], plan: Plan) -> Iterator[Measure]:
    for name, page in asked.items():
        yield to_floor(f"{stage.name}: {name}", page.target(site.port), site, floor, plan, page.goal)
    product = asked["product"].address
    known = (("If-None-Match", tag_of(site.port, product)),)
    repeat = Target(site.port, product, 304, known)
    yield to_floor(f"{stage.name}: repeat (304)", repeat, site, floor, plan, REPEAT_GOAL)
