"""A newcomer comes from the home page to a product by keyboard alone, with script off, in both languages."""

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from a11y_tests.browser import Browser

pytestmark = pytest.mark.browser

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


@pytest.mark.parametrize(
    ("start", "way", "title"),
    [
        ("/", ("Каталог", "Трости", "Белые тактильные", "Код 6-02-02", "Аллея 3"), "Аллея 3: тактильная трость"),
        ("/en/", ("Catalogue", "Canes", "White tactile", "Код 6-02-02", "Аллея 3"), "Аллея 3: тактильная трость"),
    ],
)
def test_a_product_is_reached_by_tab_and_enter_without_script(
    browser: Browser, site: str, start: str, way: tuple[str, ...], title: str
) -> None:
    with browser.script_disabled():
        browser.open(site + start)
        for words in way:
            go(browser, words)
        assert browser.driver.title.startswith(title)


def test_a_search_is_typed_and_sent_by_keyboard_without_script(browser: Browser, site: str) -> None:
    with browser.script_disabled():
        browser.open(f"{site}/")
        tab_to(browser, "q")
        press(browser, "складная трость")
        go(browser, "Найти")
        assert browser.driver.title.startswith("«складная трость»: найдено ")


def test_the_skip_link_leads_past_the_menu(browser: Browser, site: str) -> None:
    with browser.script_disabled():
        browser.open(f"{site}/catalogue")
        assert tab_to(browser, "Перейти к содержанию") == 1
        press(browser, Keys.ENTER)
        browser.press_tab()
        assert focused(browser) == "q"
