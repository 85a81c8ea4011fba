"""One browser a test run (or xdist worker), and the pages with planted faults."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.serving import serve
from a11y_tests.visit import Visit

FAULTS = Path(__file__).resolve().parent / "faults"


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker, so that the tests also run with strict markers."""
    config.addinivalue_line("markers", "browser: needs Chromium and ChromeDriver (make system)")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for the whole run: starting one costs more than most checks."""
    with Browser() as started:
        yield started


@pytest.fixture(scope="session")
def faults_address() -> Iterator[str]:
    """The base address of the pages with planted faults."""
    with serve(FAULTS) as address:
        yield address


@pytest.fixture
def fault_page(browser: Browser, faults_address: str) -> Callable[[str], Visit]:
    """The visit of one page with planted faults, by its file name."""
    return lambda name: Visit.at(browser, faults_address + name)
