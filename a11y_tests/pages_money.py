"""Pages about certificates and what is paid on top."""

from selenium.webdriver.common.by import By

from a11y_tests.browser import Browser
from a11y_tests.page import Page
from a11y_tests.people import press
from a11y_tests.steps import Steps

CALCULATOR = "/certificates/calculator"


def name(region: str) -> Steps:
    """Type a region and send it."""

    def act(browser: Browser, _site: str) -> None:
        browser.driver.find_element(By.ID, "region").send_keys(region)
        press(browser, "main form button")

    return act


PAGES = (
    Page("certificate", "certificates.about", "/certificates", full=True),
    Page("region", "certificates.region_page", "/region", full=True, dark=True),
    Page("region forgotten", "certificates.region_page", "/region?done=forgotten&page=/products/6-02-02.0001"),
    Page("region that nobody knows", "certificates.name_region", "/region", full=True, steps=name("абракадабра")),
    Page("region that may be two", "certificates.name_region", "/region", steps=name("Ростов")),
    Page("region that is a guess", "certificates.name_region", "/region", steps=name("тотарстан")),
    Page("all regions", "certificates.regions", "/region/list", full=True),
    Page("calculator", "certificates.calculator", CALCULATOR, full=True),
    Page("calculator, top-up", "certificates.calculator", f"{CALCULATOR}?item=6-02-02&region=16&price=31000", full=True,
         dark=True),
    Page("calculator, of a product", "certificates.calculator", f"{CALCULATOR}?item=6-02-02&product=6-02-02.0001",
         full=True),
    Page("calculator, nothing on top", "certificates.calculator", f"{CALCULATOR}?item=6-02-02&region=77&price=1"),
    Page("calculator, all wrong", "certificates.calculator", f"{CALCULATOR}?item=&region=&price=31+%D0%BA", full=True),
    Page("calculator, several", "certificates.calculator",
         f"{CALCULATOR}?item=%D1%82%D1%80%D0%BE%D1%81%D1%82%D1%8C&region=%D0%A0%D0%BE%D1%81%D1%82%D0%BE%D0%B2&price=5",
         full=True),
    Page("calculator, a guess", "certificates.calculator",
         f"{CALCULATOR}?item=6-02-02&region=%D1%82%D0%BE%D1%82%D0%B0%D1%80%D1%81%D1%82%D0%B0%D0%BD&price=31000"),
)  # fmt: skip
