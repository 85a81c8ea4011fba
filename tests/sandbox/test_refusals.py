"""ЕСИА refuses what is wrong, by its numbers; what is wrong with the site itself it tells the person, not the site."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.sandbox.esia_site import AUTHORISE, OWN_PAGE, EsiaSite, stamp, told
from tests.sandbox.visitor import SandboxVisitor

Change = dict[str, str | None]
SHARED: list[tuple[str, Change]] = [
    ("007014", {"client_secret": None}),
    ("007053", {"client_secret": "AAAA"}),
    ("007053", {"client_secret": "не подпись"}),
    ("007053", {"client_secret": "A"}),
    ("007014", {"client_certificate_hash": None}),
    ("007002", {"client_certificate_hash": "00" * 32}),
    ("007002", {"client_certificate_hash": "ы"}),
    ("007014", {"timestamp": None}),
    ("007003", {"timestamp": "22.11.2026 10:00:00"}),
    ("007003", {"timestamp": "2026.13.45 10:00:00 +0000"}),
    ("007015", {"timestamp": "2020.01.01 10:00:00 +0000"}),
    ("007014", {"state": None}),
    ("007003", {"state": "1"}),
    ("007013", {"scope": None}),
    ("007006", {"scope": "openid everything"}),
    ("007006", {"scope": "fullname"}),
    ("007006", {"scope": "openid openid"}),
    ("007006", {"scope_org": "org_fullname"}),
]
AT_AUTHORISE: list[tuple[str, Change]] = [
    ("007014", {"response_type": None}),
    ("007009", {"response_type": "token"}),
    ("007005", {"access_type": "offline"}),
    ("007039", {"code_challenge": None}),
    ("007003", {"code_challenge": "short"}),
    ("007014", {"code_challenge_method": None}),
    ("007003", {"code_challenge_method": "plain"}),
    ("007003", {"person_filter": "everybody"}),
]
AT_TOKEN: list[tuple[str, Change]] = [
    ("007014", {"client_id": None}),
    ("007002", {"client_id": "UNKNOWN"}),
    ("007014", {"redirect_uri": None}),
    ("007023", {"redirect_uri": "https://evil.example/"}),
    ("007014", {"grant_type": None}),
    ("007012", {"grant_type": "password"}),
    ("007003", {"token_type": "MAC"}),
    ("007014", {"code": None}),
    ("007011", {"code": "forged"}),
    ("007040", {"code_verifier": None}),
    ("007040", {"code_verifier": "a" * 43}),
    ("007003", {"code_verifier": "short"}),
    ("007006", {"scope": "openid fullname"}),
]


def changed(site: EsiaSite, right: dict[str, str], change: Change) -> dict[str, str]:
    """A request that differs in one thing, and is signed as it is unless it is the signature that differs."""
    values = {name: value for name, value in (right | change).items() if value is not None}
    return values if "client_secret" in change else site.signed(values)


@pytest.mark.parametrize(("code", "change"), SHARED + AT_AUTHORISE)
def test_a_wrong_authorisation_request_is_told_to_the_site(
    site: EsiaSite, browser: SandboxVisitor, code: str, change: Change
) -> None:
    right = site.beginning()
    back = browser.get(f"{AUTHORISE}?{urlencode(changed(site, right, change))}")
    assert back.headers["Location"].startswith(site.return_address + "?error=")
    assert told(back)["error_description"].startswith(f"ESIA-{code}: ")
    assert told(back).get("state") == (change | {"state": change.get("state", right["state"])})["state"]


@pytest.mark.parametrize(("code", "change"), SHARED + AT_TOKEN)
def test_a_wrong_token_request_is_refused(site: EsiaSite, code: str, change: Change) -> None:
    answer = site.redeem(changed(site, site.exchange(site.code_for("blind-woman")), change))
    assert answer.status_code == 400
    assert answer.get_json()["error_description"].startswith(f"ESIA-{code}: ")
    assert set(answer.get_json()) == {"error", "error_description"}


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("ESIA-007014", {"client_id": None}),
        ("ESIA-007002", {"client_id": "UNKNOWN"}),
        ("ESIA-007014", {"redirect_uri": None}),
        ("ESIA-007023", {"redirect_uri": "https://evil.example/sign-in/return"}),
        ("ESIA-007023", {"redirect_uri": "http://127.0.0.1:8000/sign-in/return/"}),
    ],
)
def test_nobody_is_sent_to_an_unknown_site_or_address(
    site: EsiaSite, browser: SandboxVisitor, code: str, change: Change
) -> None:
    page = browser.page(f"{AUTHORISE}?{urlencode(changed(site, site.beginning(), change))}")
    assert (page.status, page.h1) == (400, "Сайт не может войти через эту ЕСИА")
    assert code in page.main


@pytest.mark.parametrize("name", ["client_id", "redirect_uri", "state", "scope"])
def test_a_parameter_given_twice_is_refused(site: EsiaSite, browser: SandboxVisitor, name: str) -> None:
    right = site.beginning()
    answer = browser.get(f"{AUTHORISE}?{urlencode([*right.items(), (name, right[name])])}")
    said = answer.text if answer.status_code == 400 else told(answer)["error_description"]
    assert "ESIA-007003" in said


@pytest.mark.parametrize(("seconds", "is_right"), [(-299, True), (299, True), (-302, False), (310, False)])
def test_the_time_of_a_request_may_differ_by_five_minutes(
    site: EsiaSite, browser: SandboxVisitor, seconds: int, is_right: bool
) -> None:
    moment = stamp(site.clock.now() + timedelta(seconds=seconds))
    assert ("error" not in told(site.authorise(browser, timestamp=moment))) == is_right


def test_the_time_is_that_of_the_sandbox(site: EsiaSite, browser: SandboxVisitor) -> None:
    before = stamp(site.clock.now())
    site.clock.move(timedelta(days=30))
    assert "ESIA-007015" in told(site.authorise(browser, timestamp=before))["error_description"]
    assert "error" not in told(site.authorise(browser))


def test_another_key_signs_nothing(site: EsiaSite, browser: SandboxVisitor) -> None:
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    back = browser.get(f"{AUTHORISE}?{urlencode(site.signed(site.beginning(), stranger))}")
    assert told(back)["error_description"].startswith("ESIA-007053: ")


@pytest.mark.parametrize("name", ["scope", "timestamp", "state"])
def test_what_was_signed_may_not_be_changed_afterwards(site: EsiaSite, browser: SandboxVisitor, name: str) -> None:
    other = site.beginning(scope="openid fullname", timestamp=stamp(site.clock.now() - timedelta(seconds=5)))
    back = browser.get(f"{AUTHORISE}?{urlencode(site.beginning() | {name: other[name]})}")
    assert told(back)["error_description"].startswith("ESIA-007053: ")


def test_a_signature_needs_no_padding(site: EsiaSite, browser: SandboxVisitor) -> None:
    right = site.beginning()
    bare = right | {"client_secret": right["client_secret"].rstrip("=")}
    assert bare != right
    assert "error" not in told(browser.get(f"{AUTHORISE}?{urlencode(bare)}"))


@pytest.mark.parametrize(
    ("chosen", "slug", "code"),
    [
        ("conf_acc", "unconfirmed", "007055"),
        ("conf_acc", "boy-turning-14", "007055"),
        ("acc_kid", "blind-woman", "007019"),
        ("acc_not_kid", "boy-turning-14", "007019"),
        ("conf_acc", "blind-woman", None),
        ("acc_kid", "boy-turning-14", None),
        ("acc_not_kid", "unconfirmed", None),
    ],
)
def test_accounts_that_the_site_does_not_want_are_sent_back(
    site: EsiaSite, new_browser: Callable[[], SandboxVisitor], chosen: str, slug: str, code: str | None
) -> None:
    browser = new_browser()
    location = site.authorise(browser, person_filter=chosen).headers["Location"]
    step = browser.post(location, data={"person": slug}, headers=OWN_PAGE)
    if code is None:
        assert step.headers["Location"].startswith("/consent")
    else:
        assert told(step)["error_description"].startswith(f"ESIA-{code}: ")
        again = site.authorise(browser, person_filter=chosen).headers["Location"]
        assert again.startswith("/sign-in")  # somebody else may still be chosen


def test_a_password_in_the_header_is_refused(site: EsiaSite, browser: SandboxVisitor) -> None:
    values = site.exchange(site.code_for("blind-woman"))
    answer = browser.post("/aas/oauth2/v3/te", data=values, headers={"Authorization": "Basic QTpC"})
    assert answer.get_json()["error_description"].startswith("ESIA-007003: ")
