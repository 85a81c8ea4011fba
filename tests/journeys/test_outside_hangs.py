"""While an outside system keeps people waiting, everybody else reads on: the site as it is served, real processes."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from bench.traveller import COOKIE, Traveller
from tests.support.processes import Running, running
from tests.support.sandbox import tell
from tests.support.sites import copy_database

LOOKS, READS = 24, 20
SOON = 1.5
"""Seconds. The looks would hold every thread for longer than that, were they let."""


@pytest.fixture
def site(template: Path, tmp_path: Path) -> Iterator[Running]:
    copy_database(template, tmp_path)
    with running(tmp_path) as started:
        started.wait_until_said("«Ориентир»")
        yield started


def seconds_of(site: Running, address: str, cookie: str = "") -> float:
    begun = time.monotonic()
    asked = Request(f"http://127.0.0.1:{site.port}{address}", headers={"Cookie": cookie} if cookie else {})
    with urlopen(asked, timeout=60) as answer:
        assert answer.status == 200
        answer.read()
    return time.monotonic() - begun


def test_public_pages_come_soon_while_many_wait_for_the_register(site: Running) -> None:
    tell(f"http://localhost:{site.sandbox_port}", programmes="late")
    with Traveller(site.port) as traveller:
        cookie = f"{COOKIE}={traveller.sign_in('view-helper').token}"
    with ThreadPoolExecutor(LOOKS) as many:
        looks = [many.submit(seconds_of, site, "/my", cookie) for _ in range(LOOKS)]
        reads = [seconds_of(site, "/help") for _ in range(READS)]
        waited = [look.result() for look in looks]
    assert max(waited) > 1, "nobody waited for the register: this run shows nothing"
    assert max(reads) < SOON
