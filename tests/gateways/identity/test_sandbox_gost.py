"""The site's identity with keys and tokens of ГОСТ against the sandbox, where it is registered under another name."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from tests.gateways.identity.openssl import gost_pair
from tests.support.sandbox import running_sandbox, with_free_port
from tests.support.signing_in import Traveller, parameter
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity.http import EsiaIdentity
from webapp.sandbox.esia import registrations
from webapp.sandbox.esia.clients import Client, Profile, TokenAlgorithm


@pytest.fixture
def traveller(tmp_path: Path) -> Iterator[Traveller]:
    settings = with_free_port(settings_in(tmp_path))
    with running_sandbox(settings) as sandbox, closing(make_site(settings)) as app:
        yield Traveller(visitor(app), sandbox)


@pytest.mark.parametrize("profile", ["v2v3-raw", "v1-pkcs7"])
def test_a_person_is_identified_by_gost_alone(traveller: Traveller, tmp_path: Path, profile: str) -> None:
    app = traveller.client.application
    own, pair = app.config["SETTINGS"].own_url, gost_pair(tmp_path, "site")
    client = Client(
        client_id="GOSTSITE",
        name="Сайт",
        home=own,
        certificate=pair.certificate.read_text(encoding="ascii"),
        return_addresses=(f"{own}/sign-in/return",),
        profiles=frozenset({Profile(profile)}),
        token_algorithm=TokenAlgorithm.GOST,
    )
    registrations.add(tmp_path, client)
    known = tmp_path / "known.cer"
    with urlopen(f"{traveller.sandbox}/public/esia.zip", timeout=10) as published:
        known.write_bytes(ZipFile(BytesIO(published.read())).read("GOST_SANDBOX.cer"))
    chosen = EsiaSettings(
        profile=profile,
        base_url=traveller.sandbox,
        issuer=f"{traveller.sandbox}/",
        client_id="GOSTSITE",
        signer="gost",
        key_file=pair.key,
        certificate_file=pair.certificate,
        token_algorithms="GOST3410_2012_256",
        token_certificates=(known,),
    )
    with app.app_context():
        identity = EsiaIdentity(chosen, f"{own}/sign-in/return", app.extensions["clock"].now)
        beginning = identity.begin()
        back = traveller.agree(beginning.address, "blind-woman")
        assert identity.finish(beginning.attempt, parameter(back, "code")).oid == "1000600001"
