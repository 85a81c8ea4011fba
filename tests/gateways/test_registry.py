"""What the registry makes of settings: the client of the profile, the sandbox where no address is given."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from tests.support.sites import settings_in
from webapp.core import clock
from webapp.esia_settings import EsiaSettings
from webapp.gateways import registry
from webapp.gateways.identity.port import Identity


def identity_of(folder: Path, **esia: Any) -> Identity:
    app = Flask("site")
    app.extensions["clock"] = clock.ShiftedClock(folder / clock.SHIFT_FILE)
    registry.init_app(app, settings_in(folder, esia=EsiaSettings(**esia)))
    with app.app_context():
        return registry.identity()


@pytest.mark.parametrize(
    ("profile", "path"),
    [
        ("v2v3-raw", "/aas/oauth2/v2/ac"),
        ("v1-pkcs7", "/aas/oauth2/ac"),
        ("gateway-oidc", "/gateway/auth/authorize"),
    ],
)
def test_every_profile_begins_at_the_sandbox(tmp_path: Path, profile: str, path: str) -> None:
    address = urlsplit(identity_of(tmp_path, profile=profile).begin().address)
    assert (address.scheme, address.netloc, address.path) == ("http", "localhost:8001", path)
    asked = parse_qs(address.query, strict_parsing=True, keep_blank_values=True)
    assert asked["redirect_uri"] == ["http://127.0.0.1:8000/sign-in/return"]
    assert ("nonce" in asked, "client_secret" in asked) == (profile == "gateway-oidc", profile != "gateway-oidc")


def test_the_return_may_be_elsewhere(tmp_path: Path) -> None:
    identity = identity_of(tmp_path, redirect_uri="https://site.example/sign-in/return")
    assert parse_qs(urlsplit(identity.begin().address).query)["redirect_uri"] == ["https://site.example/sign-in/return"]
