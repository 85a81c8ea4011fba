"""The site's pages and states before the engines, our own checks, and a reader of accessibility trees."""

import os
from pathlib import Path

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks import CHECKS, HANDLING, READING
from a11y_tests.engines.axe import axe
from a11y_tests.engines.ibm import ibm
from a11y_tests.engines.nu import nu
from a11y_tests.evidence import Evidence
from a11y_tests.page import Page
from a11y_tests.pages import PAGES
from a11y_tests.tree import accessibility_tree
from a11y_tests.tree_text import heard_at_noon
from a11y_tests.visit import Visit
from a11y_tests.words_heard.allowed import load
from a11y_tests.words_heard.numbers import numbers, without_marks
from webapp.core.number_marks import BEGIN

TREES = Path(__file__).resolve().parent / "trees"
ACCEPT = "ORIENTIR_ACCEPT_TREES"
IN_THE_DARK = ("states", "focus_ring", "field_borders")

pytestmark = pytest.mark.browser


def visit(browser: Browser, site: str, page: Page) -> Visit:
    return Visit(browser, lambda opened: page.reach(opened, site))


def assert_is_where_it_should_be(here: Visit, site: str, page: Page) -> None:
    """The lint trusts what is said of an address to which steps lead."""
    if page.ends_at:
        assert here.read().driver.current_url == site + page.ends_at


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_state_is_clean_for_axe_and_is_heard_as_accepted(
    browser: Browser, site: str, evidence: Evidence, page: Page
) -> None:
    here = visit(browser, site, page)
    found = axe(here)
    for name, check in READING.items():
        found += evidence.keep(page.name, f"check {name}", check(here))
    faults = evidence.judge(page.name, "axe", found)
    assert_is_where_it_should_be(here, site, page)
    if not page.is_steady:
        assert not faults, faults
        return
    heard = heard_at_noon(accessibility_tree(here.read())) + "\n"
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
    for name, check in HANDLING.items():
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


def test_the_html_of_every_state_is_valid_and_its_numbers_are_formatted(
    browser: Browser, site: str, evidence: Evidence
) -> None:
    """One visit for both: the marks round numbers are judged, taken out, and the rest goes to the HTML checker."""
    sources, ours = {}, set()
    with browser.marking_numbers():
        for page in PAGES:
            opened = visit(browser, site, page).open()
            sources[page.name] = opened.source()
            ours |= {page.name} if opened.driver.current_url.startswith(f"{site}/") else set()
    assert sum(BEGIN in sources[name] for name in ours) > len(PAGES) / 4, "the site marked nothing"
    faults = [evidence.judge(name, "numbers", numbers(sources[name], load())) for name in sources if name in ours]
    validity = nu({name: without_marks(source) for name, source in sources.items()})
    faults += [evidence.judge(name, "nu", findings) for name, findings in validity.items()]
    assert not any(faults), "\n".join(filter(None, faults))


def test_no_accepted_tree_is_left_over() -> None:
    assert {path.stem for path in TREES.glob("*.txt")} == {page.name for page in PAGES if page.is_steady}
