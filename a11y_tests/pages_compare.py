"""Pages of the comparison, and of notes about favourites."""

from a11y_tests.browser import Browser
from a11y_tests.page import Page
from a11y_tests.steps import BLIND, KEEP, Steps, pressing

PRODUCT = "/products/6-02-02.0001"
TWO = "/compare?p=6-02-02.0001&p=6-02-02.0002"
FOUR = f"{TWO}&p=6-02-02.0003&p=6-02-02.0004"
NOTE = "/favourites/6-02-02.0001/note"
ADD = "main form[action^='/favourites/'] button"


def noting(text: str = "", leads: bool = True) -> Steps:
    """Keep the product that is open, go to its note; write a text and send it, where there is one."""

    def steps(browser: Browser, site: str) -> None:
        if not browser.driver.find_elements("css selector", "form[action$='/removal']"):
            pressing(KEEP)(browser, site)
        browser.open(site + NOTE)
        if leads:
            browser.js("document.querySelector('[name=note]').value = arguments[0]", text)
            pressing("main form button")(browser, site)

    return steps


PAGES = (
    Page("comparison", "catalogue.compare", TWO, full=True, dark=True),
    Page("comparison of four, all facts", "catalogue.compare", f"{FOUR}&as=list&equal=1"),
    Page("comparison as a table", "catalogue.compare", f"{FOUR}&as=table&equal=1", full=True, dark=True),
    Page("comparison, one removed", "catalogue.compare", f"{TWO}&removed=6-02-02.0003&as=list", full=True),
    Page("comparison of too many", "catalogue.compare", f"{FOUR}&p=6-02-02.0005&p=15-01-02.0001&p=6-02-02.999999"),
    Page("comparison of one", "catalogue.compare", "/compare?p=6-02-02.0001", full=True),
    Page("comparison of none", "catalogue.compare", "/compare", full=True),
    Page("comparison, one kept", "favourites.keep", TWO, full=True, steps=pressing(ADD)),
    Page("products of a kind, one chosen", "catalogue.kind_products", "/catalogue/6-02/products?p=6-02-02.0001",
         full=True),
    Page("note", "favourites.note", PRODUCT, full=True, dark=True, who=BLIND, is_steady=False,
         steps=noting(leads=False)),
    Page("note that is too long", "favourites.note", PRODUCT, full=True, who=BLIND, is_steady=False,
         steps=noting("слово " * 100)),
    Page("note saved", "favourites.note", PRODUCT, full=True, who=BLIND, is_steady=False,
         steps=noting("Спросить про наконечник")),
    Page("note removed", "favourites.note", PRODUCT, who=BLIND, is_steady=False, steps=noting()),
)  # fmt: skip
