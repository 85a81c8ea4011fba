"""The forms of the sandbox say what they did, too: title or state, and reading goes on at the thing acted on."""

from operator import attrgetter
from urllib.parse import urlsplit

import pytest

from tests.sandbox.esia_site import EsiaSite
from tests.sandbox.visitor import SandboxVisitor
from tests.support.form_rules import faults_of_deed
from tests.support.forms import OF_SANDBOX, Deed, Who, opened
from tests.support.page import Page
from tests.support.strict_client import OUR_PAGE
from webapp.sandbox.world import World


def opened_here(deed: Deed, browser: SandboxVisitor, site: EsiaSite) -> Page:
    """The page of the deed; the site has sent the visitor here where it must have."""
    way = site.authorise(browser).headers["Location"] if deed.who is Who.AT_SANDBOX else "/control"
    return opened(deed, browser, browser.page(way))


@pytest.mark.parametrize("deed", [deed for deed in OF_SANDBOX if not deed.leads_away], ids=attrgetter("name"))
def test_a_form_says_what_it_did_where_it_did_it(site: EsiaSite, browser: SandboxVisitor, deed: Deed) -> None:
    assert faults_of_deed(deed, opened_here(deed, browser, site)) == []


@pytest.mark.parametrize("deed", [deed for deed in OF_SANDBOX if deed.leads_away], ids=attrgetter("name"))
def test_a_form_that_leads_away_leads_to_the_site_once(site: EsiaSite, browser: SandboxVisitor, deed: Deed) -> None:
    page = opened_here(deed, browser, site)
    _, address, sent = page.asks(button=page.button(deed.press.button))
    answer = browser.post(address, data=sent, headers=OUR_PAGE)
    assert answer.headers["Location"].startswith(site.return_address)
    again = deed.press.on(page)
    assert (again.status, again.h1, len(again.links) > 2) == (404, deed.twice, True)


@pytest.mark.parametrize("deed", [deed for deed in OF_SANDBOX if deed.late], ids=attrgetter("name"))
def test_a_form_of_a_sign_in_that_is_forgotten_says_so(
    site: EsiaSite, browser: SandboxVisitor, here: World, deed: Deed
) -> None:
    page = opened_here(deed, browser, site)
    here.reset()
    late = deed.press.on(page)
    assert (late.status, late.h1) == (404, deed.late)
    assert late.title.startswith(deed.late)
    assert urlsplit(late.link("На сайт «Ориентир»").address).netloc
