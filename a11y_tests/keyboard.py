"""What a person does who has a keyboard alone."""

from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from a11y_tests.browser import Browser

MOST_STOPS = 80
SECONDS_TO_LOAD = 20


def focused(browser: Browser) -> str:
    """The words of what has focus."""
    return str(browser.js("return (document.activeElement.innerText || document.activeElement.name || '').trim()"))


def press(browser: Browser, *keys: str) -> None:
    ActionChains(browser.driver).send_keys(*keys).perform()


def tab_to(browser: Browser, words: str) -> int:
    """Press Tab until something that begins with these words has focus; returns how many presses it took."""
    for stops in range(1, MOST_STOPS):
        browser.press_tab()
        if focused(browser).startswith(words):
            return stops
    raise AssertionError(f"no Tab stop begins with «{words}» on {browser.driver.title}")


def go(browser: Browser, words: str) -> None:
    """Tab to a link and follow it with Enter."""
    tab_to(browser, words)
    before = browser.driver.current_url
    press(browser, Keys.ENTER)
    WebDriverWait(browser.driver, SECONDS_TO_LOAD).until(lambda driver: driver.current_url != before)
