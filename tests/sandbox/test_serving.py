"""The sandbox as others meet it: another site at its own address, one process for many; refused by production."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.support.sandbox import demand, running_sandbox, tell, with_free_port
from tests.support.sites import settings_in
from webapp import demo_keys
from webapp.sandbox import RefusedInProduction, create_sandbox
from webapp.settings import Settings

PRODUCTION = {
    "env": "production",
    "data_keys": "k" * 40,
    "public_url": "https://site.example",
    "esia": {
        "base_url": "https://esia.example",
        "issuer": "http://esia.example/",
        "key_file": "key",
        "certificate_hash": "00",
        "token_certificates": ("cer",),
    },
    "programmes": {"base_url": "https://register.example", "key": "key"},
}


def test_production_refuses_the_sandbox(tmp_path: Path) -> None:
    with pytest.raises(RefusedInProduction, match="ORIENTIR_ENV"):
        create_sandbox(settings_in(tmp_path, **PRODUCTION))
    assert list(tmp_path.iterdir()) == []


def test_it_is_served_at_its_own_address_to_many_at_once(settings: Settings) -> None:
    chosen = with_free_port(settings)
    key = demo_keys.secret(chosen.demo_keys / "programmes_key")
    with running_sandbox(chosen) as address:
        assert address == f"http://localhost:{chosen.sandbox_port}"
        with urlopen(f"{address}/", timeout=10) as page:
            assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        asked = Request(
            f"{address}/registers/programmes/requests",
            data=json.dumps({"snils": "000-000-601 01", "type": "Flexible"}).encode(),
            headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )

        def ask(_: int) -> int:
            with urlopen(asked, timeout=10) as answer:
                return int(answer.status)

        with ThreadPoolExecutor(4) as together:
            assert list(together.map(ask, range(8))) == [202] * 8


def test_it_does_over_http_what_it_is_told(settings: Settings) -> None:
    with running_sandbox(with_free_port(settings)) as address:
        tell(address, programmes="500")
        with pytest.raises(HTTPError, match="500"):
            urlopen(f"{address}/registers/programmes/requests/1", timeout=10)
        with pytest.raises(HTTPError, match="400"):
            tell(address, programmes="explode")
        tell(address, reset="yes")
        with pytest.raises(HTTPError, match="401"):
            urlopen(f"{address}/registers/programmes/requests/1", timeout=10)


def test_a_new_start_knows_the_same_people_and_nothing_else(settings: Settings) -> None:
    first, second = create_sandbox(settings), create_sandbox(settings)
    worlds = [app.extensions["sandbox_world"] for app in (first, second)]
    assert worlds[0] is not worlds[1]
    assert [person.oid for person in worlds[0].people.all] == [person.oid for person in worlds[1].people.all]


def test_a_refusal_is_demanded_over_http(settings: Settings) -> None:
    with running_sandbox(with_free_port(settings)) as address:
        demand(address, "token", "007008")
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}/aas/oauth2/te", b"code=x", timeout=10)
        assert b"ESIA-007008" in refused.value.read()
        with pytest.raises(HTTPError, match="400"):
            demand(address, "token", "999999")
