"""Refresh tokens: for sites that may have them, each good once and for one site, signed in the registered order."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.sandbox.esia_site import EsiaSite, told
from tests.sandbox.other_sites import OtherSite, SiteOfV1
from tests.sandbox.visitor import SandboxVisitor
from webapp.sandbox.esia.clients import RefreshOrder
from webapp.settings import Settings

SiteMaker = Callable[[RefreshOrder], OtherSite]
ORDERS = [RefreshOrder.ADDRESS, RefreshOrder.TOKEN]


@pytest.fixture
def offline_site(sandbox: Flask, settings: Settings) -> SiteMaker:
    return lambda order: OtherSite(sandbox, settings, refresh_order=order)


def refusal(site: OtherSite, sent: dict[str, str]) -> str:
    return str(site.redeem(sent).get_json().get("error_description", ""))[:11]


def first(site: OtherSite, browser: SandboxVisitor | None = None) -> str:
    """The refresh token of a person who agreed to it."""
    code = site.code_for("blind-woman", browser, access_type="offline", code_challenge="", code_challenge_method="")
    return str(site.redeem(site.exchange(code, code_verifier="")).get_json()["refresh_token"])


@pytest.mark.parametrize("order", ORDERS)
def test_it_renews_once_and_brings_the_next_one(offline_site: SiteMaker, order: RefreshOrder) -> None:
    site = offline_site(order)
    token = first(site)
    asked = site.renewal(token, order)
    answer = site.redeem(asked).get_json()
    assert (answer["state"], answer["refresh_token"] != token) == (asked["state"], True)
    assert site.read("/rs/prns/1000600001", answer["access_token"]).status_code == 200
    assert refusal(site, site.renewal(token, order)) == "ESIA-007011"
    assert refusal(site, site.renewal(answer["refresh_token"], order)) == ""


@pytest.mark.parametrize("order", ORDERS)
def test_the_other_order_is_refused(offline_site: SiteMaker, order: RefreshOrder) -> None:
    site = offline_site(order)
    token = first(site)
    [other] = set(ORDERS) - {order}
    sent = site.renewal(token, other) | {"redirect_uri": site.return_address}
    assert refusal(site, sent) == "ESIA-007053"
    assert refusal(site, site.renewal(token, order)) == ""


def test_it_is_one_sites(offline_site: SiteMaker) -> None:
    site, other = offline_site(RefreshOrder.ADDRESS), offline_site(RefreshOrder.ADDRESS)
    token = first(site)
    assert refusal(other, other.renewal(token, RefreshOrder.ADDRESS)) == "ESIA-007011"
    assert refusal(site, site.renewal(token, RefreshOrder.ADDRESS)) == ""


def test_it_renews_what_was_agreed_to(offline_site: SiteMaker) -> None:
    site = offline_site(RefreshOrder.ADDRESS)
    wider = site.renewal(first(site), RefreshOrder.ADDRESS, scope="openid fullname id_doc")
    assert refusal(site, wider) == "ESIA-007006"


def test_it_ends_with_the_sign_out(offline_site: SiteMaker, browser: SandboxVisitor) -> None:
    site = offline_site(RefreshOrder.ADDRESS)
    token, elsewhere = first(site, browser), first(site)
    browser.get(f"/idp/ext/Logout?client_id={site.client_id}&redirect_url=http://127.0.0.1:9000/")
    assert refusal(site, site.renewal(token, RefreshOrder.ADDRESS)) == "ESIA-007011"
    assert refusal(site, site.renewal(elsewhere, RefreshOrder.ADDRESS)) == ""


def test_v1_signs_a_renewal_like_everything_else(sandbox: Flask, settings: Settings) -> None:
    site = SiteOfV1(sandbox, settings, refresh_order=RefreshOrder.ADDRESS)
    code = site.code_for("blind-woman", access_type="offline")
    token = site.redeem(site.exchange(code)).get_json()["refresh_token"]
    right = site.signed(site.renewal(token, RefreshOrder.ADDRESS))
    assert refusal(site, right) == ""


def test_without_being_asked_for_there_is_none(offline_site: SiteMaker) -> None:
    site = offline_site(RefreshOrder.ADDRESS)
    code = site.code_for("blind-woman", code_challenge="", code_challenge_method="")
    assert "refresh_token" not in site.redeem(site.exchange(code, code_verifier="")).get_json()


def test_a_site_without_an_order_may_have_none(
    site: EsiaSite, offline_site: SiteMaker, browser: SandboxVisitor
) -> None:
    assert told(site.authorise(browser, access_type="offline"))["error_description"].startswith("ESIA-007005: ")
    bare = offline_site(RefreshOrder.NONE)
    assert refusal(bare, bare.renewal("any", RefreshOrder.ADDRESS)) == "ESIA-007005"
