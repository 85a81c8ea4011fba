"""The ways into states that no address leads to: what a person presses and types."""

from collections.abc import Callable
from urllib.parse import urlsplit

from selenium.webdriver.common.by import By

from a11y_tests import live_site, people
from a11y_tests.browser import Browser
from a11y_tests.people import press

Steps = Callable[[Browser, str], None]
"""Given the browser, in which the page is open, and the site's address."""
BLIND = "blind-woman"
WAITS, LOOKS = "ждём ответ", 5
"""What the title says while the register thinks, and how often one looks whether it still does."""
KEEP = "form[action$='/favourites/6-02-02.0001'] button, [formaction$='/favourites/6-02-02.0001']"
REMOVE = "form[action$='/removal'] button, [formaction$='/removal']"


def answer(day: str, *presses: str) -> Steps:
    """Answer the question of the example journey, then press what else is named."""

    def steps(browser: Browser, _site: str) -> None:
        browser.driver.find_element(By.ID, "bought").clear()
        browser.driver.find_element(By.ID, "bought").send_keys(day)
        for selector in ("main button", *presses):
            press(browser, selector)

    return steps


def give_back_sample(browser: Browser, _site: str) -> None:
    """The state in which nothing is kept, whatever an earlier page did in this browser."""
    button = browser.driver.find_element(By.ID, "kept-button")
    if button.get_attribute("value") == "no":
        with browser.script_disabled():
            browser.open(browser.driver.current_url)
            press(browser, "#kept-button")
        browser.open(browser.driver.current_url)


def keep_sample(browser: Browser, site: str) -> None:
    give_back_sample(browser, site)
    with browser.script_disabled():
        browser.open(browser.driver.current_url)
        press(browser, "#kept-button")


PERSONAL, WORDS = "/style-guide/personal", "words"
LATE_WRITER = "low-vision-pensioner"
"""Whose forms wait for them: nobody else's page of that form must show what an earlier page left there."""


def write_personal_form(browser: Browser, site: str) -> None:
    """Open it, and have these words in it whatever came back."""
    browser.open(site + PERSONAL)
    browser.driver.find_element(By.ID, WORDS).clear()
    browser.driver.find_element(By.ID, WORDS).send_keys("Позвоните мне завтра")


def form_of_another(browser: Browser, site: str) -> None:
    """Write a personal form; before it is sent, somebody else has signed in in this browser."""
    people.become_another(browser, site, BLIND)
    people.become_another(browser, site, LATE_WRITER)
    write_personal_form(browser, site)
    people.become_another(browser, site, BLIND)
    press(browser, "main form button")


def form_not_kept(browser: Browser, site: str) -> None:
    """Write a personal form that is too old to be kept, lose the session, send it."""
    write_personal_form(browser, site)
    browser.js("document.querySelector('[name=made_for]').value = 'old'")
    browser.cdp("Network.deleteCookies", name=people.COOKIE, url=site)
    press(browser, "main form button")


def with_programme(browser: Browser, site: str) -> None:
    """Open the page again once the register has answered: what it says must not hang on how quick that was."""
    here = browser.driver.current_url
    for _ in range(LOOKS):
        browser.open(f"{site}/my")
        if WAITS not in browser.driver.title:
            break
    browser.open(here)


def late_form(browser: Browser, site: str) -> None:
    """Write a personal form, lose the session, send it, sign in again: the form comes back."""
    write_personal_form(browser, site)
    browser.cdp("Network.deleteCookies", name=people.COOKIE, url=site)
    press(browser, "main form button")
    press(browser, "main a[href*='/sign-in/start']")
    if urlsplit(browser.driver.current_url).netloc != urlsplit(site).netloc:
        agree(browser, site, LATE_WRITER)


def agree(browser: Browser, site: str, who: str) -> None:
    """On the sandbox's pages: be this person, if it does not know them from before, and agree, if it asks."""
    for selector in (f"button[value='{who}']", "button[value='allow']"):
        is_asked = bool(browser.driver.find_elements(By.CSS_SELECTOR, selector))
        if is_asked and urlsplit(browser.driver.current_url).netloc != urlsplit(site).netloc:
            press(browser, selector)


def written_freshly(*presses: str) -> Steps:
    """Sign in just now, write a personal form, press what else is named."""

    def steps(browser: Browser, site: str) -> None:
        people.leave(browser)
        people.sign_in(browser, site, BLIND)
        write_personal_form(browser, site)
        for selector in ("main form button", *presses):
            press(browser, selector)

    return steps


def sign_in_as(who: str, consent: str = "allow") -> Steps:
    """Sign in through the sandbox; where that ends is the state."""
    return lambda browser, site: people.sign_in(browser, site, who, consent)


def pressing(*selectors: str) -> Steps:
    """Press one after the other."""

    def steps(browser: Browser, _site: str) -> None:
        for selector in selectors:
            press(browser, selector)

    return steps


def open_first(selector: str) -> Steps:
    """Follow the first link that the selector finds."""
    return lambda browser, _site: press(browser, selector)


def list_with(*presses: str) -> Steps:
    """As a guest: keep the product that is open, go to the list, press what else is named."""

    def steps(browser: Browser, site: str) -> None:
        press(browser, KEEP)
        browser.open(f"{site}/favourites")
        for selector in presses:
            press(browser, selector)

    return steps


def as_text_browsers_do(browser: Browser, site: str) -> None:
    """As a guest: keep the product, go to the list, remove it by a button whose own address is not known."""
    list_with()(browser, site)
    browser.js("document.querySelectorAll('[formaction]').forEach((e) => e.removeAttribute('formaction'))")
    press(browser, "button[name=remove]")


def list_of(other: str) -> Steps:
    """As a guest: keep the product that is open and another one, go to the list."""

    def steps(browser: Browser, site: str) -> None:
        press(browser, KEEP)
        browser.open(site + other)
        press(browser, "main form button")
        browser.open(f"{site}/favourites")

    return steps


def read_as(*choices: str, then: str = "") -> Steps:
    """Choose these answers of the reading settings, save, and press what else is named."""

    def steps(browser: Browser, _site: str) -> None:
        for choice in choices:
            browser.driver.find_element(By.ID, choice).click()
        for selector in filter(None, ("main form:not([action]) .button", then)):
            press(browser, selector)

    return steps


def taken_back(browser: Browser, site: str) -> None:
    """Choose twice and take the second choice back: only then is there something to return to."""
    read_as("size-4")(browser, site)
    read_as("scheme-3", then="[action$='/before'] button")(browser, site)


def reading(code: str, path: str) -> Steps:
    """Open a page as somebody who chose this of the reading settings."""

    def steps(browser: Browser, site: str) -> None:
        people.read_as(browser, site, code)
        browser.open(site + path)

    return steps


def leave_as(who: str) -> Steps:
    """Sign out by the button; the person's session is over for later pages, too."""

    def steps(browser: Browser, site: str) -> None:
        press(browser, "main button")
        people.forget(site, who)

    return steps


def to_consent(browser: Browser, site: str) -> None:
    """Begin sign-in and say who this is: the sandbox asks what it may tell."""
    browser.open(f"{site}/sign-in/start")
    press(browser, f"button[value='{BLIND}']")


def to_code(*presses: str) -> Steps:
    """Begin sign-in as somebody whom the sandbox asks for a code; then press."""

    def steps(browser: Browser, site: str) -> None:
        browser.open(f"{site}/sign-in/start")
        for selector in ("button[value='two-steps']", *presses):
            press(browser, selector)

    return steps


def to_sandbox(browser: Browser, site: str) -> None:
    """Begin sign-in: the sandbox asks who this is."""
    browser.open(f"{site}/sign-in/start")


def send_report(text: str = "Не слышно, сколько стоит изделие.") -> Steps:
    """Write what was in the way, leave a contact that is neither phone nor mail, send it.

    It is the same form each time, so that its number stays the same.
    """

    def steps(browser: Browser, _site: str) -> None:
        browser.js("document.getElementsByName('key')[0].value = 'one form'")
        browser.driver.find_element(By.ID, "text").send_keys(text)
        browser.driver.find_element(By.ID, "contact").send_keys("через соседку")
        press(browser, "main form button")

    return steps


def answered_report(browser: Browser, site: str) -> None:
    """Send a report, have the staff answer it, look again."""
    send_report("Не слышно, сколько изделий.")(browser, site)
    number = urlsplit(browser.driver.current_url).path.rpartition("/")[2]
    answer = ("obstacles", "answer", number, "--replace", "--text-file", "-")
    live_site.command(site, *answer, said="Число теперь слышно.\n\nСпасибо.")
    browser.open(browser.driver.current_url)
