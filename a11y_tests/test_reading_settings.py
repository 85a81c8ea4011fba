"""Every reading setting works on every kind of page: in pairs before all checks, the largest on each page."""

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks import CHECKS
from a11y_tests.checks.reflow import HEIGHT, WIDTH
from a11y_tests.engines.axe import axe
from a11y_tests.engines.ibm import ibm
from a11y_tests.evidence import Evidence
from a11y_tests.page import Page
from a11y_tests.pages import PAGES
from a11y_tests.settings_rows import READINGS
from a11y_tests.visit import Visit
from webapp.core.reading import Reading

pytestmark = pytest.mark.browser

KINDS = (
    "home",
    "section",
    "products of a kind",
    "product",
    "search results",
    "question answered wrongly",
    "entitlements",
    "programme",
    "favourites, two of them",
    "reading settings",
)
"""Ten kinds of page: links, lists, cards, facts, a search, errors at fields, a person's own pages, buttons, choices."""
BY_NAME = {page.name: page for page in PAGES}
LARGEST = Reading(size="300", letters="widest", words="widest", lines="widest", font="serif")


def visit(browser: Browser, site: str, page: Page, reading: Reading) -> Visit:
    return Visit(browser, lambda opened: page.reach(opened, site, reading.code))


@pytest.mark.parametrize("row", range(len(READINGS)), ids=lambda row: READINGS[row].code or "usual")
def test_settings_meet_and_the_page_passes_every_check(
    browser: Browser, site: str, evidence: Evidence, row: int
) -> None:
    page, reading = BY_NAME[KINDS[row % len(KINDS)]], READINGS[row]
    here = visit(browser, site, page, reading)
    found = axe(here) + ibm(here)
    for check in CHECKS.values():
        found += check(here)
    faults = evidence.judge(f"{page.name} as {reading.code}", "read", found)
    assert not faults, faults


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.full and not page.has_own_reading], ids=lambda page: page.name
)
def test_the_largest_letters_fit_the_narrowest_window(
    browser: Browser, site: str, evidence: Evidence, page: Page
) -> None:
    with browser.viewport(WIDTH, HEIGHT):
        visit(browser, site, page, LARGEST).open()
        assert browser.js("return document.documentElement.dataset.size") == LARGEST.size
        found = browser.findings("wide", "largest-wide") + browser.findings("clipped", "largest-clipped")
    faults = evidence.judge(page.name, "largest", found)
    assert not faults, faults
