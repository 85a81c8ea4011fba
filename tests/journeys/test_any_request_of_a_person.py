"""Whatever a person who has signed in sends to whatever address: a whole page, and they stay who they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from hypothesis import example, given, settings
from hypothesis import strategies as some

from tests.core.test_any_request import ask, usual
from tests.support.hostile import HOSTILE, hostile_bytes, requests
from tests.support.processes import free_port
from tests.support.signing_in import (
    ANNA,
    BORIS,
    START,
    PlayedIdentity,
    begun,
    is_signed_in,
    kept_of_people,
    number_of,
    played,
    sign_in,
    signed_in_sessions,
    token_of,
)
from tests.support.sites import closing, copy_database, make_site, settings_in
from tests.support.strict_client import StrictClient, faults_of_answer, visitor

FAILED = b"/sign-in/failed/"
words = some.one_of(some.sampled_from(HOSTILE), some.text(max_size=30))


@pytest.fixture(scope="module")
def site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A site for all requests of this module; its register does not answer."""
    folder = tmp_path_factory.mktemp("any-request")
    copy_database(template, folder)
    with closing(make_site(settings_in(folder, sandbox_port=free_port(), log_level="ERROR"))) as app:
        played(app)
        yield app


@pytest.fixture(scope="module")
def anna(site: Flask) -> StrictClient:
    return sign_in(site, ANNA)


def as_person(client: StrictClient, request: dict[str, Any]) -> dict[str, Any]:
    """The request with the person's own cookie, whatever cookie it had."""
    return request | {"said": request["said"] | {"HTTP_COOKIE": f"orientir={token_of(client)}"}}


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(request=requests)
@example(request=usual(path=b"/my/items/\xff"))
@example(request=usual(path=b"/my/items/" + b"x" * 3000))
@example(request=usual(path=b"/my/programme/%00"))
@example(request=usual(path=b"/favourites", query="changed=%ff"))
@example(request=usual(path=b"/favourites", query="changed=" + "x" * 3000))
@example(request=usual(path=b"/my/request", method="POST", body=b"csrf_token=%00"))
@example(request=usual(path=b"/sign-out", method="POST", body=b"where=everywhere&csrf_token=x"))
@example(request=usual(path=b"/favourites/6-02-02.0001", method="POST", body=b"x" * 300_000))
def test_a_person_is_answered_with_pages_and_stays_in(site: Flask, anna: StrictClient, request: dict[str, Any]) -> None:
    status, headers, _ = ask(site, **as_person(anna, request))
    assert status < 500 or FAILED in request["path"]
    assert "no-store" in headers.get("Cache-Control", "") or request["path"].startswith(b"/static/")
    assert signed_in_sessions(site).count(number_of(site, ANNA)) == 1


@settings(max_examples=40, deadline=None)
@given(place=some.one_of(words, hostile_bytes.map(lambda raw: raw.decode("latin-1"))))
def test_whatever_place_is_asked_for_sign_in_ends_at_home(site: Flask, place: str) -> None:
    client = visitor(site)
    answer = client.get(f"{START}?{urlencode({'next': place}, errors='surrogatepass')}")
    assert answer.status_code in {303, 400}
    if answer.status_code == 400:
        return
    state = answer.headers["Location"].partition("state=")[2]
    identity: PlayedIdentity = site.extensions["identity"]
    back = client.get(f"/sign-in/return?{urlencode({'state': state, 'code': identity.code_for(BORIS)})}")
    assert back.status_code == 303
    assert back.headers["Location"].startswith("/")
    assert not back.headers["Location"].startswith(("//", "/\\"))


@settings(max_examples=40, deadline=None)
@given(told=some.dictionaries(some.sampled_from(["state", "code", "error", "error_description", "x"]), words))
def test_whatever_a_return_says_nobody_is_let_in(site: Flask, told: dict[str, str]) -> None:
    before, signed_in = kept_of_people(site), signed_in_sessions(site)
    client = visitor(site)
    state = begun(client)
    answer = client.get(f"/sign-in/return?{urlencode({'state': state} | told, errors='surrogatepass')}")
    assert answer.status_code in {303, 400}
    assert faults_of_answer(answer, repr(told)) == []
    assert not is_signed_in(client.page("/help"))
    assert (kept_of_people(site), signed_in_sessions(site)) == (before, signed_in)
