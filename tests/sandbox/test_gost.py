"""GOST R 34.10-2012, for real: sites that sign by it, tokens that are signed by it, and a machine without it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask

from tests.sandbox.esia_site import AUTHORISE, EsiaSite, told
from tests.sandbox.other_sites import SiteOfGost, registered
from tests.sandbox.visitor import SandboxVisitor, visitor_of
from webapp import demo_keys
from webapp.sandbox import create_sandbox
from webapp.sandbox.esia.clients import TokenAlgorithm
from webapp.sandbox.esia.openssl import Openssl
from webapp.sandbox.esia.registrations import BadRegistration
from webapp.settings import Settings


@pytest.fixture(scope="module")
def gost_of(built: Flask, settings: Settings) -> Callable[[], SiteOfGost]:
    """One site with a GOST key for all these tests."""
    made = SiteOfGost(built, settings)
    return lambda: made


@pytest.fixture
def gost(sandbox: Flask, gost_of: Callable[[], SiteOfGost]) -> SiteOfGost:
    return gost_of()


def refusal(site: SiteOfGost, browser: SandboxVisitor, sent: dict[str, str]) -> str:
    back = browser.get(f"{AUTHORISE}?{urlencode(sent)}")
    return told(back).get("error_description", "")[:11]


def test_a_person_signs_in_and_tokens_are_signed_by_gost(gost: SiteOfGost, site: EsiaSite) -> None:
    answer = gost.tokens("blind-woman")
    archive = zipfile.ZipFile(io.BytesIO(site.read("/public/esia.zip", "").data))
    certificate = archive.read("GOST_SANDBOX.cer")
    header, access = gost.verified(answer["access_token"], certificate)
    assert header == {"ver": 1, "typ": "JWT", "sbt": "access", "alg": "GOST3410_2012_256"}
    assert (access["client_id"], access["urn:esia:sbj_id"]) == (gost.client_id, 1000600001)
    header, identity = gost.verified(answer["id_token"], certificate)
    assert (header["sbt"], identity["aud"], identity["iss"]) == ("id", gost.client_id, site.issuer)
    assert gost.read("/rs/prns/1000600001", answer["access_token"]).get_json()["lastName"] == "Воронцова"


def test_a_forged_gost_token_opens_nothing(gost: SiteOfGost) -> None:
    header, claims, seal = gost.tokens("blind-woman")["access_token"].split(".")
    other = gost.tokens("moscow")["access_token"].split(".")
    for token in (
        f"{header}.{other[1]}.{seal}",
        f"{header}.{claims}.",
        f"{header}.{claims}",
        f"{header}.{claims}.AAAA",
    ):
        assert gost.read("/rs/prns/1000600001", token).status_code == 401
        assert gost.read("/rs/prns/1000600019", token).status_code == 401


def test_the_signature_covers_the_exact_order(gost: SiteOfGost, browser: SandboxVisitor) -> None:
    right = gost.beginning()
    swapped = gost.signed(right, names=("scope", "client_id", "timestamp", "state", "redirect_uri"))
    assert [refusal(gost, browser, sent) for sent in (right, swapped)] == ["", "ESIA-007053"]


def test_the_hash_is_of_gost_and_of_the_bytes_of_the_certificate(gost: SiteOfGost, browser: SandboxVisitor) -> None:
    der = gost.openssl("x509", "-outform", "DER", "-in", str(gost.certificate))
    sha = gost.openssl("dgst", "-sha256", "-r", given=der).split()[0].decode().upper()
    of_pem = gost.openssl("dgst", "-md_gost12_256", "-r", str(gost.certificate)).split()[0].decode().upper()
    for wrong in (sha, of_pem, gost.certificate_hash.lower()):
        sent = gost.signed(gost.beginning(client_certificate_hash=wrong))
        assert refusal(gost, browser, sent) == "ESIA-007002"


def test_an_rsa_signature_is_none_of_gost(gost: SiteOfGost, browser: SandboxVisitor) -> None:
    assert refusal(gost, browser, EsiaSite.signed(gost, gost.beginning())) == "ESIA-007053"


def test_a_site_by_rsa_has_tokens_by_rsa(gost: SiteOfGost, site: EsiaSite) -> None:
    gost.tokens("blind-woman")
    assert site.decoded(site.tokens("blind-woman")["access_token"])[0]["alg"] == "RS256"


def test_without_the_engine_such_a_site_is_refused_in_one_sentence(
    settings: Settings, gost: SiteOfGost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Openssl, "has_gost", False)
    rsa_certificate = demo_keys.signing_pair(settings.demo_keys, "esia_client")[1]
    with pytest.raises(BadRegistration, match=r"needs OpenSSL's engine gost\.so"):
        registered(settings, gost.certificate)
    with pytest.raises(BadRegistration, match=r"needs OpenSSL's engine gost\.so"):
        registered(settings, rsa_certificate, token_algorithm=TokenAlgorithm.GOST)
    assert registered(settings, rsa_certificate).token_algorithm is TokenAlgorithm.RSA


def test_without_the_engine_everything_else_works(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Openssl, "has_gost", False)
    bare = create_sandbox(settings)
    site = EsiaSite(bare, settings)
    archive = zipfile.ZipFile(io.BytesIO(visitor_of(bare).get("/public/esia.zip").data))
    assert archive.namelist() == ["RSA_SANDBOX.cer", "RSA_SANDBOX.jwk"]
    assert site.tokens("blind-woman")["token_type"] == "Bearer"


def test_a_machine_without_openssl_has_no_gost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Openssl(tmp_path).has_gost is True
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Openssl(tmp_path).has_gost is False
