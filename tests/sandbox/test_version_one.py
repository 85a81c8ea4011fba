"""The first version of the protocol: what is signed travels in a detached CMS, in an order of its own."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from flask import Flask

from tests.sandbox.esia_site import EsiaSite, told
from tests.sandbox.other_sites import OtherSite, SiteOfV1
from tests.sandbox.visitor import SandboxVisitor
from webapp import demo_keys
from webapp.sandbox.esia.clients import Profile
from webapp.settings import Settings

Change = dict[str, str | None]


@pytest.fixture
def old_site(sandbox: Flask, settings: Settings) -> SiteOfV1:
    """A site that signs by v1."""
    return SiteOfV1(sandbox, settings)


def refusal_at_authorise(site: OtherSite, browser: SandboxVisitor, sent: dict[str, str]) -> str:
    back = browser.get(f"{site.authorise_path}?{urlencode(sent)}")
    return told(back).get("error_description", "")[:11]


def test_a_person_signs_in(old_site: SiteOfV1) -> None:
    asked = old_site.exchange(old_site.code_for("blind-woman"))
    assert not {"client_certificate_hash", "code_verifier", "scope_org"} & set(asked)
    answer = old_site.redeem(asked).get_json()
    assert answer["state"] == asked["state"]
    assert old_site.decoded(answer["id_token"])[1]["aud"] == old_site.client_id
    assert old_site.read("/rs/prns/1000600001", answer["access_token"]).get_json()["lastName"] == "Воронцова"


@pytest.mark.parametrize(
    "order",
    [
        ("client_id", "scope", "timestamp", "state", "redirect_uri"),
        ("client_id", "scope", "timestamp", "state"),
        ("scope", "timestamp", "state", "client_id"),
        ("scope", "timestamp", "client_id"),
    ],
)
def test_another_order_is_refused(old_site: SiteOfV1, browser: SandboxVisitor, order: tuple[str, ...]) -> None:
    sent = old_site.signed(old_site.beginning(), names=order)
    assert refusal_at_authorise(old_site, browser, sent) == "ESIA-007053"
    code = old_site.code_for("blind-woman")
    answer = old_site.redeem(old_site.signed(old_site.exchange(code), names=order))
    assert answer.get_json()["error_description"].startswith("ESIA-007053: ")


def test_another_key_under_the_sites_certificate_is_refused(old_site: SiteOfV1, browser: SandboxVisitor) -> None:
    stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert refusal_at_authorise(old_site, browser, old_site.signed(old_site.beginning(), stranger)) == "ESIA-007053"


def test_a_certificate_that_the_container_brings_along_does_not_count(
    old_site: SiteOfV1, browser: SandboxVisitor, tmp_path: Path
) -> None:
    key_file, old_site.certificate = demo_keys.signing_pair(tmp_path, "stranger")
    old_site.key = rsa_key(key_file)
    assert refusal_at_authorise(old_site, browser, old_site.beginning()) == "ESIA-007053"


def rsa_key(path: Path) -> rsa.RSAPrivateKey:
    key = load_pem_private_key(path.read_bytes(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return key


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("007053", {"client_secret": "AAAA"}),
        ("007053", {"client_secret": "не подпись"}),
        ("007014", {"client_secret": None}),
        ("007015", {"timestamp": "2020.01.01 10:00:00 +0000"}),
        ("007006", {"scope": "openid everything"}),
        ("007013", {"scope": None}),
        ("007014", {"state": None}),
        ("007009", {"response_type": "token"}),
        ("007060", {"roles": "chief"}),
        ("007061", {"obj_type": "L"}),
    ],
)
def test_what_is_wrong_is_refused_by_its_number(
    old_site: SiteOfV1, browser: SandboxVisitor, code: str, change: Change
) -> None:
    values = {name: value for name, value in (old_site.beginning() | change).items() if value is not None}
    sent = values if "client_secret" in change else old_site.signed(values)
    assert refusal_at_authorise(old_site, browser, sent) == f"ESIA-{code}"


def test_pkce_is_not_demanded(sandbox: Flask, settings: Settings) -> None:
    site = SiteOfV1(sandbox, settings, needs_pkce=True)
    assert site.redeem(site.exchange(site.code_for("blind-woman"))).status_code == 200


def test_a_code_is_good_in_its_own_version_only(sandbox: Flask, settings: Settings, old_site: SiteOfV1) -> None:
    code = old_site.code_for("blind-woman")
    newer = OtherSite(sandbox, settings)
    newer.client_id = old_site.client_id
    asked = newer.exchange(code, code_verifier="")
    assert newer.redeem(asked).get_json()["error_description"].startswith("ESIA-007011: ")
    assert old_site.redeem(old_site.exchange(code)).status_code == 200


@pytest.mark.parametrize("kind", [OtherSite, SiteOfV1])
def test_a_site_uses_the_versions_that_it_is_registered_for(
    sandbox: Flask, settings: Settings, browser: SandboxVisitor, kind: type[OtherSite]
) -> None:
    site = kind(sandbox, settings, profiles=frozenset({Profile.GATEWAY}))
    assert refusal_at_authorise(site, browser, site.beginning()) == "ESIA-007005"
    assert site.redeem(site.exchange("any")).get_json()["error_description"].startswith("ESIA-007005: ")


def test_the_raw_signature_of_v2_is_no_container(site: EsiaSite, old_site: SiteOfV1, browser: SandboxVisitor) -> None:
    values = old_site.beginning()
    raw = EsiaSite.signed(old_site, values, names=("scope", "timestamp", "client_id", "state"))
    assert refusal_at_authorise(old_site, browser, raw) == "ESIA-007053"
    container = old_site.container("".join(site.beginning().values()), old_site.key)
    assert len(container) > 500
