"""What the site does not answer: files of the project, the debugger, methods that mirror, parts for builders."""

import pytest
from flask import Flask

from tests.support.addresses import endpoints_taking, examples_taking
from tests.support.sites import SiteMaker
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core.access import public
from webapp.core.security_headers import HEADERS, TRANSPORT_SECURITY

FILES = (
    "/.git/config",
    "/.git/HEAD",
    "/.env",
    "/.well-known/../.git/config",
    "/static/.git/config",
    "/static/%2e%2e/demo_keys/secret_key",
    "/static/../../orientir.sqlite3",
    "/var/orientir.sqlite3",
    "/wsgi.py",
    "/webapp/settings.py",
    "/requirements.txt",
    "/console",
    "/en/.git/config",
)


@pytest.fixture
def production(site_of: SiteMaker) -> StrictClient:
    """A visitor of the site as it is in production, over HTTPS."""
    return visitor(site_of(env="production"))


def debugged(maker: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """A site with a fault in it, started by somebody who asks for the debugger."""
    monkeypatch.setenv("FLASK_DEBUG", "1")
    app = maker()
    app.add_url_rule("/broken", "broken", public()(lambda: str(1 // 0)))
    return app


@pytest.mark.parametrize("address", FILES)
def test_no_file_of_the_project_is_served(reader: StrictClient, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_the_debug_mode_shows_nothing_of_the_inside(site_of: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    app = debugged(site_of, monkeypatch)
    assert app.debug
    page = visitor(app).page("/broken?__debugger__=yes&cmd=resource&f=style.css")
    assert page.status == 500
    assert page.h1 == visitor(app).page("/style-guide/errors/500").h1
    assert not [word for word in ("division", "Traceback", "lambda", ".py") if word in page.response.text]


def test_a_missing_field_is_not_explained_by_the_debugger(site_of: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    client = visitor(debugged(site_of, monkeypatch))
    answer = client.post("/style-guide/journey/question", data={"planted": "x"})
    assert answer.status_code == 400
    assert "csrf" not in answer.text.lower()


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND", "PUT", "PATCH", "DELETE"])
def test_no_page_mirrors_a_request_or_takes_unknown_methods(reader: StrictClient, method: str) -> None:
    for address in ("/", "/catalogue", "/search", "/health/live", "/style-guide/fragment"):
        answer = reader.open(address, method=method, headers=OUR_PAGE | {"X-Planted": "Ivanova"})
        assert answer.status_code == 405
        assert "Ivanova" not in answer.text


def test_production_has_no_style_guide(site_of: SiteMaker, production: StrictClient, reading_site: Flask) -> None:
    guides = [address for address in examples_taking(reading_site, "GET") if address.startswith("/style-guide")]
    assert len(guides) >= 8
    for address in guides:
        assert production.get(address).status_code == 404
        assert production.post(address, headers=OUR_PAGE).status_code == 404
    app = site_of(env="production")
    assert [name for name in endpoints_taking(app, "GET") if name.startswith("style_guide")] == []
    assert [name for name in endpoints_taking(app, "POST") if name.startswith("style_guide")] == []


def test_in_production_only_the_beginning_of_sign_in_begins_a_session(site_of: SiteMaker) -> None:
    app = site_of(env="production", sign_in_limit="3 per minute")
    addresses = examples_taking(app, "GET")
    assert len(addresses) > 15
    begins = {address for address in addresses if "Set-Cookie" in visitor(app).get(address).headers}
    assert begins == {"/sign-in/start"}
    assert [visitor(app).get("/sign-in/start").status_code for _ in range(4)][-1] == 429


def test_in_production_every_answer_asks_for_encryption(production: StrictClient) -> None:
    page = production.get("/")
    known = {"If-None-Match": page.headers["ETag"]}
    static = [part.split('"')[0] for part in page.text.split('="/static/')[1:]]
    answers = [page, production.get("/nowhere"), production.get("/health/live"), production.get("/", headers=known)]
    answers += [production.get(f"/static/{name}") for name in static]
    assert [answer.status_code for answer in answers[:4]] == [200, 404, 200, 304]
    assert len(static) >= 2
    for answer in answers:
        assert answer.headers.getlist("Strict-Transport-Security") == [TRANSPORT_SECURITY]
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
