"""Being somebody on the site: a guest with nothing, or a person of the sandbox who has signed in through it.

Signing in takes a second, so each person's session is kept for the run and put back by its cookie.
"""

import urllib.request
from urllib.parse import urlsplit

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from a11y_tests import live_site
from a11y_tests.browser import Browser
from tests.support.sandbox import tell
from webapp.core import reading
from webapp.sandbox.people.loading import load

COOKIE = "orientir"
CONSENT, AGREE = "/my/consents/programme", "main form button"
NOBODY = "no person has this number"
PEOPLE = load(live_site.DAY.date()).all
READING_COOKIE = reading.COOKIES[False]
SECONDS_TO_LOAD = 20
_SESSIONS: dict[tuple[str, str], str] = {}
_SANDBOXES: dict[str, str] = {}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The way to the sandbox is read, not gone."""

    def http_error_303(self, _request: object, answer: object, *_rest: object) -> object:
        return answer


def sandbox_of(site: str) -> str:
    """The address of the sandbox that a site works with, by where it sends people to sign in."""
    if site not in _SANDBOXES:
        with urllib.request.build_opener(_NoRedirect()).open(f"{site}/sign-in/start") as answer:
            there = urlsplit(answer.headers["Location"])
        _SANDBOXES[site] = f"{there.scheme}://{there.netloc}"
    return _SANDBOXES[site]


def fail(site: str, **systems: str) -> None:
    """Have the sandbox's systems fail as named (`esia="500"`); all others are as usual."""
    tell(sandbox_of(site), **({"esia": "usual", "programmes": "usual", "accompaniment": "usual"} | systems))


def become_nobody(browser: Browser) -> None:
    """A browser that was never here: on no site."""
    browser.cdp("Network.clearBrowserCookies")


def leave(browser: Browser) -> None:
    """Nobody is signed in any more, on no site; how the device shows pages stays."""
    for cookie in browser.cdp("Network.getAllCookies")["cookies"]:
        if cookie["name"] != READING_COOKIE:
            browser.cdp("Network.deleteCookies", name=cookie["name"], domain=cookie["domain"], path=cookie["path"])


def become(browser: Browser, site: str, who: str, consents: bool = True) -> None:
    """Sign in as the person of this slug, or take up their session again. A session that was ended is begun anew.

    Who signs in agrees to what pages need, unless `consents` says otherwise.
    """
    become_nobody(browser)
    _enter(browser, site, who, consents)


def become_another(browser: Browser, site: str, who: str) -> None:
    """The same on a device that goes on showing pages as it does."""
    leave(browser)
    _enter(browser, site, who, consents=True)


def _enter(browser: Browser, site: str, who: str, consents: bool) -> None:
    token = _SESSIONS.get((site, who))
    if token is not None:
        browser.cdp("Network.setCookie", name=COOKIE, value=token, url=site, httpOnly=True, sameSite="Lax")
        return
    sign_in(browser, site, who)
    if consents:
        consent(browser, site)
    cookies = browser.cdp("Network.getCookies", urls=[site])["cookies"]
    _SESSIONS[site, who] = next(cookie["value"] for cookie in cookies if cookie["name"] == COOKIE)


def read_as(browser: Browser, site: str, code: str) -> None:
    """This device keeps these reading settings."""
    if code:
        browser.cdp("Network.setCookie", name=READING_COOKIE, value=code, url=site, httpOnly=True, sameSite="Lax")


def forget(site: str, who: str) -> None:
    """This person's session is over; the next `become` signs in again."""
    _SESSIONS.pop((site, who), None)


def end_all(site: str) -> None:
    """Every session of the site is over; whoever was signed in signs in again."""
    live_site.command(site, "end-sessions")
    for known in [known for known in _SESSIONS if known[0] == site]:
        del _SESSIONS[known]


def make_new(site: str, full_name: str) -> None:
    """The site knows nothing of this person of the sandbox but what others have entrusted to them before anybody came.

    Raises LookupError for a name that nobody in the sandbox has.
    """
    who = next((each for each in PEOPLE if each.full_name == full_name), None)
    if who is None:
        raise LookupError(f"nobody in the sandbox is called {full_name}")
    live_site.command(site, "forget-person", "--yes", said=f"{who.oid}\n", refusal=NOBODY)
    live_site.command(site, "demo-authorities")
    forget(site, who.slug)


def sign_in(browser: Browser, site: str, who: str, consent: str = "allow") -> None:
    """Go through the sandbox's pages as a person does."""
    browser.open(f"{site}/sign-in/start")
    press(browser, f"button[value='{who}']")
    if urlsplit(browser.driver.current_url).netloc != urlsplit(site).netloc:
        press(browser, f"button[value='{consent}']")


def consent(browser: Browser, site: str) -> None:
    """Agree to what the pages of the programme need, where that has not been done yet."""
    browser.open(f"{site}{CONSENT}")
    if browser.driver.find_elements(By.CSS_SELECTOR, AGREE):
        press(browser, AGREE)


def press(browser: Browser, selector: str) -> None:
    """Press a button that leads to another page, and wait until that page is there."""
    browser.js("window.isLeft = true")
    browser.driver.find_element(By.CSS_SELECTOR, selector).click()
    arrived = "return !window.isLeft && document.readyState === 'complete'"
    WebDriverWait(browser.driver, SECONDS_TO_LOAD).until(lambda _driver: browser.js(arrived))
