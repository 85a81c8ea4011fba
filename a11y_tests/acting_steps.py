"""The ways into pages of acting for another: whom to choose, what somebody has claimed of whom."""

from selenium.webdriver.common.by import By

from a11y_tests.browser import Browser
from a11y_tests.people import press
from a11y_tests.steps import Steps
from a11y_tests.words_heard.numbers import without_marks

ASKED = "thigh-amputation"
"""Of the sandbox: somebody claims a power of attorney of him (`demo_authorities.json`)."""
BUTTON = "main form button"


def act_for(surname: str, then: str = "") -> Steps:
    """Choose the person of this surname; then open this page. Steps raise LookupError where nobody has it."""

    def steps(browser: Browser, site: str) -> None:
        labels = browser.driver.find_elements(By.CSS_SELECTOR, "main label")
        chosen = next((label for label in labels if without_marks(label.text).startswith(surname)), None)
        if chosen is None:
            raise LookupError(f"nobody to act for is called {surname}")
        chosen.click()
        press(browser, BUTTON)
        if then:
            browser.open(site + then)

    return steps


def as_oneself(then: str, *selectors: str) -> Steps:
    """Act for nobody else any more, whatever was chosen before; then open this page and follow these links."""

    def steps(browser: Browser, site: str) -> None:
        act_for("От своего имени", then)(browser, site)
        open_first(*selectors)(browser, site)

    return steps


def open_first(*selectors: str) -> Steps:
    """Follow the first link of each of these in turn."""

    def steps(browser: Browser, _site: str) -> None:
        for selector in selectors:
            press(browser, selector)

    return steps


def press_without_choice(*selectors: str) -> Steps:
    """Follow these links, untick everything, press the button."""

    def steps(browser: Browser, site: str) -> None:
        open_first(*selectors)(browser, site)
        browser.js("for (const each of document.querySelectorAll('main [type=checkbox]')) each.checked = false")
        press(browser, BUTTON)

    return steps
