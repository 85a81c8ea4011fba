"""In a real browser: controls that htmx quickens speak once; Back, reload and expiry lose nothing and send nothing."""

from collections.abc import Iterator, Mapping
from operator import attrgetter

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from a11y_tests.browser import Browser
from a11y_tests.counted_site import CountedSite, counted_site
from a11y_tests.htmx_controls import CONTROLS, Control, faults_of_press
from a11y_tests.people import become_nobody, press
from tests.support.forms import IN_AGAIN, OF_SITE, Deed, Press
from tests.support.page import CHOICES
from tests.support.registers import end_sessions
from tests.support.tables import contents

pytestmark = pytest.mark.browser

FORMS = tuple({(deed.endpoint, deed.press.at, deed.press.button): deed for deed in reversed(OF_SITE)}.values())
"""One deed of each button: what differs between people was pressed without a browser."""
TYPED = [deed for deed in OF_SITE if deed.press.answers]
REFUSED = [deed for deed in OF_SITE if deed.refused]
MARK = """
const said = [...document.querySelectorAll("button")].find((each) => each.innerText.trim().startsWith(arguments[0]));
said.dataset.pressed = "now";
"""
BY_NAME = attrgetter("name")


@pytest.fixture(scope="module")
def here(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CountedSite]:
    assert pytestconfig.cache is not None
    cache = pytestconfig.cache.mkdir("orientir-database")
    with counted_site(cache, tmp_path_factory.mktemp("counted")) as site:
        yield site


def field_of(browser: Browser, label: str) -> WebElement:
    """The field whose label begins so; who looks for it has opened what is closed."""
    browser.js("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    for each in browser.driver.find_elements(By.TAG_NAME, "label"):
        if each.text.startswith(label):
            return browser.driver.find_element(By.ID, each.get_attribute("for") or "")
    raise AssertionError(f"no label begins with {label!r} on {browser.driver.title}")


def fill_in(field: WebElement, text: str) -> None:
    """Type into a field, or choose an answer."""
    if field.get_attribute("type") in CHOICES:
        field.click()
    else:
        field.clear()
        field.send_keys(text)


def value_of(field: WebElement) -> str:
    """What stands in a field; of an answer to choose, that it is chosen."""
    if field.get_attribute("type") in CHOICES:
        return "chosen" if field.is_selected() else ""
    return field.get_attribute("value") or ""


def values(browser: Browser, answers: Mapping[str, str]) -> dict[str, str]:
    return {label: value_of(field_of(browser, label)) for label in answers}


def do(browser: Browser, site: CountedSite, step: Press, answers: Mapping[str, str] | None = None) -> None:
    """Open the page of the step where it has one, fill in, press."""
    if step.at:
        browser.open(site.address + step.at)
    for label, text in (step.answers if answers is None else answers).items():
        fill_in(field_of(browser, label), text)
    browser.js(MARK, step.button)
    press(browser, "[data-pressed]")


def done(browser: Browser, site: CountedSite, deed: Deed) -> str:
    """Do the deed and all before it; returns the title of the page on which it was done."""
    site.become(browser, deed)
    for step in deed.before:
        do(browser, site, step)
    if deed.press.at:
        browser.open(site.address + deed.press.at)
    title = browser.driver.title
    do(browser, site, Press("", deed.press.button, deed.press.answers))
    return title


@pytest.mark.parametrize("deed", FORMS, ids=BY_NAME)
def test_after_a_form_reload_and_back_send_nothing_again(browser: Browser, here: CountedSite, deed: Deed) -> None:
    with browser.script_disabled():
        done(browser, here, deed)
        title, sent, kept = browser.driver.title, list(here.posts), contents(here.stage.app)
        browser.driver.refresh()
        assert browser.driver.title == title
        browser.driver.back()
    assert (here.posts, contents(here.stage.app)) == (sent, kept)
    assert "Ошибка" not in browser.driver.title and browser.driver.find_element(By.TAG_NAME, "h1").text


@pytest.mark.parametrize("deed", TYPED, ids=BY_NAME)
def test_back_returns_what_was_typed(browser: Browser, here: CountedSite, deed: Deed) -> None:
    asked = done(browser, here, deed)
    browser.driver.back()
    assert browser.driver.title == asked
    assert all(values(browser, deed.press.answers).values())


@pytest.mark.parametrize("deed", REFUSED, ids=BY_NAME)
def test_a_refused_form_keeps_what_was_typed_by_reload_and_back(
    browser: Browser, here: CountedSite, deed: Deed
) -> None:
    here.become(browser, deed)
    for step in deed.before:
        do(browser, here, step)
    do(browser, here, deed.press, deed.refused)
    kept = contents(here.stage.app)
    assert browser.driver.title.startswith("Ошибка: ")
    assert browser.js("return document.activeElement.getAttribute('role')") == "group"
    browser.driver.refresh()
    assert browser.driver.title.startswith("Ошибка: ")
    assert values(browser, deed.refused) == dict(deed.refused)
    browser.driver.back()
    assert values(browser, deed.refused) == dict(deed.refused)
    assert contents(here.stage.app) == kept


def test_a_session_that_ended_between_page_and_press_is_told(browser: Browser, here: CountedSite) -> None:
    deed = next(deed for deed in OF_SITE if deed.endpoint == "ipra.request_anew")
    here.become(browser, deed)
    browser.open(here.address + deed.press.at)
    end_sessions(here.stage.app)
    do(browser, here, Press("", deed.press.button))
    assert browser.driver.title.startswith(IN_AGAIN)
    way = browser.driver.find_element(By.PARTIAL_LINK_TEXT, "Войти через Госуслуги").get_attribute("href") or ""
    assert way.endswith("?next=/my")


@pytest.mark.parametrize("control", CONTROLS, ids=attrgetter("template"))
def test_a_control_speaks_once_and_leaves_the_focus(browser: Browser, here: CountedSite, control: Control) -> None:
    become_nobody(browser)
    browser.open(here.address + control.path)
    assert faults_of_press(browser, control.selector) == []
    assert browser.driver.find_element(By.ID, "status").text.startswith(control.said)
    browser.js("document.getElementById('status').textContent = ''")
    assert faults_of_press(browser, control.selector) == []  # the other way


@pytest.mark.parametrize("control", CONTROLS, ids=attrgetter("template"))
def test_without_script_the_same_is_told_by_a_page(browser: Browser, here: CountedSite, control: Control) -> None:
    become_nobody(browser)
    with browser.script_disabled():
        browser.open(here.address + control.path)
        before = browser.driver.title
        press(browser, control.selector)
        assert browser.driver.title != before
        assert browser.js("return document.activeElement.id") == control.landing


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("", []),
        ("moved", []),
        ("twice", ["the status speaks 2 times: ['Отложена', 'Трость отложена']"]),
        ("silent", ["the status speaks 0 times: []"]),
        ("both", ["the focus moved to #thing and the status spoke: ['Отложена']"]),
        ("lost", ["the focus is lost"]),
        ("full", ["the status region is full at the start"]),
        ("missing", ["the status region is missing at the start", "the status speaks 0 times: []"]),
    ],
)
def test_a_control_that_speaks_wrongly_is_found(
    browser: Browser, faults_address: str, fault: str, found: list[str]
) -> None:
    browser.open(f"{faults_address}speaks.html?{fault}")
    assert faults_of_press(browser, "#press") == found
