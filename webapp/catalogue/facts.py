"""What pages say of a product's characteristics."""

from collections.abc import Callable
from typing import Any

from webapp.catalogue.rules import Fact, facts
from webapp.reference.dataset import characteristics
from webapp.reference.queries import Row

MAIN_FACTS = 2
"""How many characteristics a list shows of each product (U40: at most three facts before a choice; price is one)."""


def product_facts(product: Row) -> list[Fact]:
    """All facts of a product in the order of its profile."""
    return list(facts(product.characteristics, characteristics().of(product.profile)))


def main_facts(profile: str) -> Callable[[dict[str, Any]], list[Fact]]:
    """A function that gives the first facts of a product's values."""
    described = characteristics().of(profile)

    def first(values: dict[str, Any]) -> list[Fact]:
        told = facts(values, described)
        return [fact for fact, _ in zip(told, range(MAIN_FACTS), strict=False)]

    return first
