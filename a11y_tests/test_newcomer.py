"""A newcomer comes from the home page to a product by keyboard alone, with script off, in both languages."""

import pytest
from selenium.webdriver.common.keys import Keys

from a11y_tests.browser import Browser
from a11y_tests.keyboard import focused, go, press, tab_to

pytestmark = pytest.mark.browser


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
