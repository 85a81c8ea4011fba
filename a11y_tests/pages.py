"""Every page and state of the site: who has to be checked. A guard fails when an endpoint is missing here.

`full` marks one page of each kind: it gets every check. All others get axe, the markup checker and a tree snapshot.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from a11y_tests.browser import Browser
from webapp.core.errors import PAGES as ERROR_PAGES
from webapp.style_guide.components import COMPONENTS

Steps = Callable[[Browser, str], None]


@dataclass(frozen=True)
class Page:
    """One page in one state. `steps` (given the browser and the site's address) lead there from the opened page."""

    name: str
    endpoint: str
    path: str
    full: bool = False
    dark: bool = False
    steps: Steps | None = field(default=None, compare=False)

    def reach(self, browser: Browser, site: str) -> None:
        """Open the page and take its steps."""
        browser.open(site + self.path)
        if self.steps is not None:
            self.steps(browser, site)


SECONDS_TO_LOAD = 20


def _press(browser: Browser, selector: str) -> None:
    """Press a button that leads to another page, and wait until that page is there."""
    browser.js("window.isLeft = true")
    browser.driver.find_element(By.CSS_SELECTOR, selector).click()
    arrived = "return !window.isLeft && document.readyState === 'complete'"
    WebDriverWait(browser.driver, SECONDS_TO_LOAD).until(lambda _driver: browser.js(arrived))


def _answer(day: str, *presses: str) -> Steps:
    """Answer the question of the example journey, then press what else is named."""

    def steps(browser: Browser, _site: str) -> None:
        browser.driver.find_element(By.ID, "bought").clear()
        browser.driver.find_element(By.ID, "bought").send_keys(day)
        for selector in ("main button", *presses):
            _press(browser, selector)

    return steps


def _give_back(browser: Browser, _site: str) -> None:
    """The state in which nothing is kept, whatever an earlier page did in this browser."""
    button = browser.driver.find_element(By.ID, "kept-button")
    if button.get_attribute("value") == "no":
        with browser.script_disabled():
            browser.open(browser.driver.current_url)
            _press(browser, "#kept-button")
        browser.open(browser.driver.current_url)


def _keep(browser: Browser, site: str) -> None:
    _give_back(browser, site)
    with browser.script_disabled():
        browser.open(browser.driver.current_url)
        _press(browser, "#kept-button")


PRODUCT = "/products/6-02-02.0001"
JOURNEY = "/style-guide/journey/question"
SITE = (
    Page("home", "pages.home", "/", full=True, dark=True),
    Page("help", "pages.help", "/help", full=True),
    Page("abbreviations", "pages.abbreviations", "/abbreviations", full=True),
    Page("accessibility", "pages.accessibility", "/accessibility", full=True),
    Page("data", "pages.about_data", "/data"),
    Page("sign-in", "pages.sign_in", "/sign-in"),
    Page("sections", "catalogue.sections", "/catalogue", full=True),
    Page("section", "catalogue.section", "/catalogue/6", full=True),
    Page("section without codes", "catalogue.section", "/catalogue/8", full=True),
    Page("section whose code is not shown", "catalogue.section", "/catalogue/23(1)"),
    Page("kind", "catalogue.kind", "/catalogue/6-02", full=True),
    Page("kind of many items", "catalogue.kind", "/catalogue/6-01"),
    Page("products of a kind", "catalogue.kind_products", "/catalogue/6-01/products", full=True, dark=True),
    Page("products of a kind, a page between", "catalogue.kind_products", "/catalogue/6-01/products?page=3"),
    Page("item", "catalogue.item", "/catalogue/6-02-02", full=True),
    Page("item whose code is not shown", "catalogue.item", "/catalogue/23(1)-01-01"),
    Page("product", "catalogue.product", PRODUCT, full=True, dark=True),
    Page("product table", "catalogue.product_table", PRODUCT + "/table", full=True),
    Page("search", "catalogue.find", "/search", full=True),
    Page("search results", "catalogue.find", "/search?q=тонометр", full=True),
    Page("search by code", "catalogue.find", "/search?q=06-02-02"),
    Page("search without results", "catalogue.find", "/search?q=абракадабра", full=True),
)
GUIDE = (
    Page("style guide", "style_guide.index", "/style-guide"),
    Page("schemes", "style_guide.schemes", "/style-guide/schemes", full=True, dark=True),
    *(Page(f"component {name}", "style_guide.component", f"/style-guide/components/{name}", full=True)
      for name in COMPONENTS),
    Page("pages, a page between", "style_guide.component", "/style-guide/components/pages?page=5"),
    Page("fragment", "style_guide.fragment", "/style-guide/fragment", full=True, steps=_give_back),
    Page("fragment, kept", "style_guide.keep", "/style-guide/fragment", steps=_keep),
    Page("question", "style_guide.question", JOURNEY, full=True),
    Page("question answered wrongly", "style_guide.question", JOURNEY, full=True, dark=True,
         steps=_answer("31 июня 2026")),
    Page("check of the answer", "style_guide.check", JOURNEY, full=True, steps=_answer("3 июня 2026")),
    Page("confirmation", "style_guide.done", JOURNEY, full=True, steps=_answer("3 июня 2026", "main button")),
)  # fmt: skip
ERRORS = (
    Page("wrong address", "style_guide.error_page", "/no-such-page", full=True),
    Page("no such page of a list", "catalogue.kind_products", "/catalogue/6-01/products?page=999"),
    *(Page(f"error {status}", "style_guide.error_page", f"/style-guide/errors/{status}") for status in ERROR_PAGES),
)
ENGLISH = tuple(
    Page(f"{page.name}, in English", page.endpoint, "/en" + page.path)
    for page in (*SITE, *ERRORS)
    if page.path.isascii()
)
PAGES = (*SITE, *GUIDE, *ERRORS, *ENGLISH)
NO_PAGE = frozenset({"health.live", "health.ready"})
"""Endpoints that answer machines, not people."""
