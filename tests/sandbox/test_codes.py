"""A code is good once, for a minute, for the site that it was made for."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from tests.sandbox.conftest import world_of
from tests.sandbox.esia_site import EsiaSite
from webapp.sandbox.esia.clients import Client
from webapp.sandbox.esia.provider import Provider


def refusal(site: EsiaSite, code: str, **chosen: str) -> str:
    """What the token request is refused with; empty where it is not."""
    answer = site.redeem(site.exchange(code, **chosen))
    return str(answer.get_json().get("error_description", ""))[:11]


def test_a_second_use_is_refused(site: EsiaSite) -> None:
    code = site.code_for("blind-woman")
    assert [refusal(site, code), refusal(site, code)] == ["", "ESIA-007011"]


def test_of_two_at_once_one_receives_tokens(site: EsiaSite) -> None:
    code = site.code_for("blind-woman")
    with ThreadPoolExecutor(8) as together:
        said = list(together.map(lambda _: refusal(site, code), range(8)))
    assert sorted(said) == ["", *["ESIA-007011"] * 7]


@pytest.mark.parametrize(("seconds", "said"), [(58, ""), (62, "ESIA-007011")])
def test_a_code_lives_a_minute(site: EsiaSite, seconds: int, said: str) -> None:
    code = site.code_for("blind-woman")
    site.clock.move(timedelta(seconds=seconds))
    assert refusal(site, code) == said


def test_a_wrong_verifier_uses_the_code_up(site: EsiaSite) -> None:
    code = site.code_for("blind-woman")
    assert refusal(site, code, code_verifier="a" * 43) == "ESIA-007040"
    assert refusal(site, code) == "ESIA-007011"


def test_a_bad_request_does_not_use_the_code_up(site: EsiaSite) -> None:
    code = site.code_for("blind-woman")
    assert refusal(site, code, client_certificate_hash="00") == "ESIA-007002"
    assert refusal(site, code) == ""


def test_a_code_of_another_site_is_refused_and_stays_good(
    sandbox: Flask, site: EsiaSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider: Provider = sandbox.extensions["sandbox_esia"]
    known = provider.clients.own["ORIENTIR"]
    other = Client("OTHER", "Другой", "https://other.example", known.certificate, (site.return_address,))
    monkeypatch.setitem(provider.clients.own, "OTHER", other)
    code = site.code_for("blind-woman")
    assert refusal(site, code, client_id="OTHER") == "ESIA-007011"
    assert refusal(site, code) == ""


def test_a_code_is_long_and_tells_nobody_who_it_is_for(site: EsiaSite) -> None:
    first, second = site.code_for("blind-woman"), site.code_for("blind-woman")
    assert first != second
    assert len(first) > 300
    claims = site.decoded(first)[1]
    assert set(claims) == {"iss", "iat", "nbf", "exp", "client_id", "jti"}
    assert site.read("/rs/prns/1000600001", first).status_code == 401


def test_a_site_without_pkce_may_be_registered(sandbox: Flask, site: EsiaSite, monkeypatch: pytest.MonkeyPatch) -> None:
    provider: Provider = sandbox.extensions["sandbox_esia"]
    monkeypatch.setitem(provider.clients.own, "ORIENTIR", replace(provider.clients.own["ORIENTIR"], needs_pkce=False))
    code = site.code_for("blind-woman", code_challenge="", code_challenge_method="")
    assert refusal(site, code) == "ESIA-007040"  # a verifier without a challenge
    code = site.code_for("blind-woman", code_challenge="", code_challenge_method="")
    assert refusal(site, code, code_verifier="") == ""


def test_after_a_reset_no_code_is_known(sandbox: Flask, site: EsiaSite) -> None:
    code = site.code_for("blind-woman")
    world_of(sandbox).reset()
    assert refusal(site, code) == "ESIA-007011"
