"""The site's pages and states before the engines, our own checks, and a reader of accessibility trees."""

import os
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks import CHECKS
from a11y_tests.engines.axe import axe
from a11y_tests.engines.ibm import ibm
from a11y_tests.engines.nu import nu
from a11y_tests.evidence import Evidence
from a11y_tests.pages import PAGES, Page
from a11y_tests.tree import accessibility_tree
from a11y_tests.visit import Visit

TREES = Path(__file__).resolve().parent / "trees"
ACCEPT = "ORIENTIR_ACCEPT_TREES"
IN_THE_DARK = ("states", "focus_ring", "field_borders")

pytestmark = pytest.mark.browser


def visit(browser: Browser, site: str, page: Page) -> Visit:
    return Visit(browser, lambda opened: page.reach(opened, site))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_state_is_clean_for_axe_and_is_heard_as_accepted(
    browser: Browser, site: str, evidence: Evidence, page: Page
) -> None:
    here = visit(browser, site, page)
    faults = evidence.judge(page.name, "axe", axe(here))
    if not page.is_steady:
        assert not faults, faults
        return
    heard = accessibility_tree(here.read()) + "\n"
    kept = TREES / f"{page.name}.txt"
    if os.environ.get(ACCEPT):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(heard, encoding="utf-8")
    assert not faults, faults
    assert kept.exists(), f"no accepted tree: look at the page, then run `make a11y-accept` ({page.name})"
    assert heard == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if page.full], ids=lambda page: page.name)
def test_each_kind_of_page_passes_every_check(browser: Browser, site: str, evidence: Evidence, page: Page) -> None:
    here = visit(browser, site, page)
    found = list(evidence.keep(page.name, "ibm", ibm(here)))
    for name, check in CHECKS.items():
        found += evidence.keep(page.name, f"check {name}", check(here))
    faults = evidence.judge(page.name, "full", found)
    assert not faults, faults


@pytest.mark.parametrize("page", [page for page in PAGES if page.dark], ids=lambda page: page.name)
def test_the_dark_scheme_is_as_clear(browser: Browser, site: str, evidence: Evidence, page: Page) -> None:
    with browser.media(prefers_color_scheme="dark"):
        here = visit(browser, site, page)
        found = axe(here)
        for name in IN_THE_DARK:
            found += CHECKS[name](here)
    faults = evidence.judge(page.name, "dark", found)
    assert not faults, faults


def test_the_html_of_every_state_is_valid(browser: Browser, site: str, evidence: Evidence) -> None:
    sources = {page.name: visit(browser, site, page).open().source() for page in PAGES}
    faults = [evidence.judge(name, "nu", findings) for name, findings in nu(sources).items()]
    assert not any(faults), "\n".join(filter(None, faults))


def test_no_accepted_tree_is_left_over() -> None:
    assert {path.stem for path in TREES.glob("*.txt")} == {page.name for page in PAGES if page.is_steady}
