"""The ways into pages of claims and codes: what a representative and a person type and press."""

from selenium.webdriver.common.by import By

from a11y_tests.browser import Browser
from a11y_tests.people import press

CLAIMER = "guide-dog-owner"
"""Of the sandbox; no other page of the list is hers."""
CLAIMS, PEOPLE, CODES = "/my/claims", "/my/people", "/my/representatives/codes"
Answers = dict[str, str]
"""Id of a control → what is typed; nothing for one to choose."""
WHOM: tuple[Answers, ...] = (
    {"kind": ""},
    {"last_name": "Белов", "first_name": "Тимофей"},
    {"birth_date": "27 марта 2014 года"},
    {"snils": "112-233-445 95"},
)
CERTIFICATE: tuple[Answers, ...] = (
    {"paper": ""},
    {"certificate": "II-АН 123456", "issued_by": "ЗАГС Приокского района"},
    {"issued": "3 марта 2014 года"},
)


class Claiming:
    """Begin a claim with nothing left of earlier ones, answer these pages, follow these links.

    `is_forgetting`: from the list of drafts ask to delete this one.
    """

    def __init__(self, *pages: Answers, then: tuple[str, ...] = (), is_forgetting: bool = False) -> None:
        self._pages = pages
        self._then = then
        self._is_forgetting = is_forgetting

    def __call__(self, browser: Browser, site: str) -> None:
        browser.open(site + PEOPLE)
        while browser.driver.find_elements(By.CSS_SELECTOR, "a[href$='/forget']"):
            press(browser, "a[href$='/forget']")
            press(browser, "main form button")
        browser.open(site + CLAIMS)
        for answers in self._pages:
            answer(browser, answers)
        if self._is_forgetting:
            browser.open(site + PEOPLE)
            press(browser, "a[href$='/forget']")
        for selector in self._then:
            press(browser, selector)


def answer(browser: Browser, answers: Answers) -> None:
    """Fill in the page that is open and press its button."""
    for name, text in answers.items():
        control = browser.driver.find_element(By.ID, name)
        if text:
            control.clear()
            control.send_keys(text)
        else:
            control.click()
    press(browser, "main form button")


def type_wrong_code(browser: Browser, _site: str) -> None:
    """Too short to be a code: it is not counted as a try."""
    answer(browser, {"code": "12-34"})


def make_code(browser: Browser, site: str) -> None:
    """Make a code, none of earlier ones left."""
    cancel_codes(browser, site)
    browser.open(f"{site}/my/representatives/code")
    press(browser, "main form button")


def cancel_codes(browser: Browser, site: str) -> None:
    """The state in which no code waits."""
    browser.open(site + CODES)
    if browser.driver.find_elements(By.CSS_SELECTOR, "main form button"):
        press(browser, "main form button")


def to_cancel(browser: Browser, site: str) -> None:
    """A code waits, and is asked about."""
    make_code(browser, site)
    browser.open(site + CODES)
