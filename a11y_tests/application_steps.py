"""The ways into pages of an application: what a person of the sandbox types and presses."""

from selenium.webdriver.common.by import By

from a11y_tests.acting_steps import act_for
from a11y_tests.browser import Browser
from a11y_tests.claim_steps import Answers, answer
from a11y_tests.people import consent, press
from a11y_tests.steps import Steps

APPLICANT = "wheelchair"
"""Of the sandbox; no other page of the list is theirs."""
LIST = "/my/accompaniment/applications"
BEGIN, FORGET = "main form[action$='/begin'] button", "main a[href$='/forget']"
TO_STOP: tuple[Answers, ...] = ({"request-2": ""}, {"participant": ""}, {})
"""«Прекратить», учреждение МСЭ, its name as it was suggested."""
PERSON: tuple[Answers, ...] = ({"address": ""}, {"place": "Нижний Новгород"}, {})
REST: tuple[Answers, ...] = ({"consent": ""},)
"""Who stops the help is not asked how to help."""
OF_WARD: tuple[Answers, ...] = (
    {"residence": "", "postcode": "644000", "region": "Омская область", "town": "Омск", "house": "5"},
    {"paper": "", "number": "0000 000652", "issued": "1 марта 2020", "issued_by": "Отдел внутренних дел"},
    {"place": "Омск"},
    {},
    {"own_address": ""},
    {"own_place": "Омск"},
    {},
    {"consent": "", "consent-2": ""},
)
"""What is not known of the guardian's ward, then of herself."""


class Applying:
    """Begin an application with nothing left of earlier ones, answer these pages, follow these links."""

    def __init__(self, *pages: Answers, then: tuple[str, ...] = ()) -> None:
        self._pages = pages
        self._then = then

    def __call__(self, browser: Browser, site: str) -> None:
        browser.open(site + LIST)
        while browser.driver.find_elements(By.CSS_SELECTOR, FORGET):
            press(browser, FORGET)
            press(browser, "main form button")
        press(browser, BEGIN)
        for answers in self._pages:
            answer(browser, answers)
        for selector in self._then:
            press(browser, selector)


def answered_elsewhere(browser: Browser, site: str) -> None:
    """The first question is answered in another window while this page is open."""
    Applying()(browser, site)
    here = browser.driver.current_window_handle
    address = browser.driver.current_url
    browser.driver.switch_to.new_window("tab")
    browser.open(address)
    answer(browser, {"request": ""})
    browser.driver.close()
    browser.driver.switch_to.window(here)
    answer(browser, {"request-2": ""})


def for_ward(then: str) -> Steps:
    """The guardian acts for her ward, agrees to what pages need, opens this page."""

    def steps(browser: Browser, site: str) -> None:
        act_for("Фомин ")(browser, site)
        consent(browser, site)
        browser.open(site + then)

    return steps


def apply_for_ward(browser: Browser, site: str) -> None:
    """Her application for the ward up to the check: «прекратить», учреждение МСЭ."""
    for_ward(LIST)(browser, site)
    Applying(*TO_STOP, *OF_WARD)(browser, site)
