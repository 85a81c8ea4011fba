"""From sign-in to a kept product by keyboard alone, without script, on a screen of 320 pixels: the main job whole."""

import pytest
from selenium.webdriver.common.by import By

from a11y_tests.browser import Browser
from a11y_tests.keyboard import go
from a11y_tests.people import become_nobody, consent, make_new

pytestmark = pytest.mark.browser

NARROW, HIGH = 320, 640
SHE = "Воронцова Анна Сергеевна"


def follow(browser: Browser, words: str) -> str:
    """Go on by Tab and Enter; the text of the page that opens, which must fit the screen."""
    go(browser, words)
    assert browser.js("return document.documentElement.scrollWidth") <= NARROW, browser.driver.current_url
    return browser.driver.find_element(By.TAG_NAME, "main").text


def test_a_person_signs_in_hears_the_next_step_and_keeps_a_product(browser: Browser, site: str) -> None:
    become_nobody(browser)
    make_new(site, SHE)
    with browser.viewport(NARROW, HIGH), browser.script_disabled():
        browser.open(f"{site}/")
        follow(browser, "Войти через Госуслуги и узнать")
        follow(browser, "Войти через Госуслуги")
        assert not browser.driver.current_url.startswith(site)
        follow(browser, "Войти: Воронцова")
        follow(browser, "Разрешить")
        assert browser.driver.title == "Вы вошли. Чтобы показать программу, нужно ваше согласие — Ориентир"
        assert f"Ваши данные: {SHE}" in follow(browser, "Прочитать и дать согласие")
        entitled = follow(browser, "Даю согласие")
        assert browser.driver.title == "Согласие дано. Что мне положено — Ориентир"
        assert "Ждут вашего действия: 3" in entitled
        item = follow(browser, "Трость белая тактильная складная")
        assert item.index("Можно подать заявление") < item.index("Что дальше: подайте заявление")
        follow(browser, "Выбрать: трость белая")
        assert "Подходит к моей программе: да" in follow(browser, "Аллея 3")
        kept = follow(browser, "Добавить в избранное")
        assert kept.splitlines()[1] == "В избранном"
        assert browser.driver.title.startswith("В избранном: Аллея 3")
        assert browser.js("return document.activeElement.id") == "product"
        assert "Избранное: 1 изделие" in follow(browser, "Избранное")
        follow(browser, "Выйти")
        assert "Вы вышли" in follow(browser, "Выйти на всех устройствах")


def test_back_after_sign_out_shows_nothing_of_the_person(browser: Browser, site: str) -> None:
    become_nobody(browser)
    browser.open(f"{site}/sign-in/start?next=/my/programme")
    go(browser, "Войти: Воронцова")
    go(browser, "Разрешить")
    consent(browser, site)
    browser.open(f"{site}/my/programme")
    assert browser.driver.title.startswith("Программа реабилитации")
    go(browser, "Выйти")
    go(browser, "Выйти на всех устройствах")
    for _ in range(2):
        browser.driver.back()
        assert "Воронцова" not in browser.driver.page_source
        assert "Программа реабилитации" not in browser.driver.title
