"""Every plain page is light (U§9): bytes and requests, which are the same on every machine; never seconds."""

import pytest
from flask import Flask

from bench.weights import Weight, weigh
from tests.support.addresses import examples_taking

EXEMPT = ("/style-guide", "/health/")


def plain_addresses(app: Flask) -> list[str]:
    """Pages that a guest gets without being sent elsewhere, in both languages."""
    listed = [address for address in examples_taking(app, "GET") if not address.startswith(EXEMPT)]
    both = [prefix + address for address in dict.fromkeys(listed) for prefix in ("", "/en")]
    client = app.test_client()
    return [address for address in both if client.get(address).status_code == 200]


def test_every_plain_page_is_within_its_budget(reading_site: Flask) -> None:
    addresses = plain_addresses(reading_site)
    client = reading_site.test_client()
    assert len(addresses) > 35
    assert {address: found for address in addresses if (found := weigh(client, address).misses())} == {}


@pytest.mark.parametrize(
    ("weight", "missed"),
    [
        (Weight(14 * 1024, 35 * 1024, 4), []),
        (Weight(14 * 1024 + 60, 20 * 1024, 3), ["HTML and CSS, KB: 14.06"]),
        (Weight(9 * 1024, 36 * 1024, 5), ["everything, KB: 36", "requests: 5"]),
    ],
)
def test_a_heavy_page_is_found(weight: Weight, missed: list[str]) -> None:
    assert weight.misses() == missed
