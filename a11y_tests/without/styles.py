"""Without style sheets: the same words in the same order, and no decoration that fills the window."""

from a11y_tests.finding import Finding, from_rows
from a11y_tests.visit import Visit
from a11y_tests.without.told import lost, told

STYLES = ("*.css", "*.css?*")


class StillStyled(RuntimeError):
    """The page had rules of its style sheets although they were blocked: nothing would be proven."""


def without_styles(visit: Visit) -> list[Finding]:
    """Nothing is said by the style sheet alone, nothing is lost or moved without it, drawings stay small."""
    browser = visit.read()
    found = browser.findings("said_by_style")
    before = told(browser)
    with browser.blocking(*STYLES):
        visit.open()
        state = browser.run("unstyled")
        if state["styled"]:
            raise StillStyled(browser.driver.current_url)
        after = told(browser)
    return found + lost("style-needed", before, after) + from_rows("own", state["faults"])
