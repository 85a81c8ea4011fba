"""The site's identity, built from settings as the site builds it, against the sandbox: people by their accounts."""

from collections.abc import Iterator

import pytest

from tests.support.sandbox import running_sandbox, tell, with_free_port
from tests.support.signing_in import REFUSE, Traveller, parameter
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.gateways import registry
from webapp.gateways.identity.port import Identified, Identity, NotIdentified


@pytest.fixture(scope="module")
def traveller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traveller]:
    """Somebody who travels between a site and its sandbox."""
    settings = with_free_port(settings_in(tmp_path_factory.mktemp("site")))
    with running_sandbox(settings) as sandbox, closing(make_site(settings)) as app:
        yield Traveller(visitor(app), sandbox)


@pytest.fixture
def identity(traveller: Traveller) -> Iterator[Identity]:
    tell(traveller.sandbox, reset="yes")
    with traveller.client.application.app_context():
        yield registry.identity()


def went(identity: Identity, traveller: Traveller, slug: str) -> Identified:
    """The whole way of one person."""
    beginning = identity.begin()
    back = traveller.agree(beginning.address, slug)
    assert parameter(back, "state") == beginning.attempt.state
    return identity.finish(beginning.attempt, parameter(back, "code"))


def test_people_are_told_by_their_accounts(identity: Identity, traveller: Traveller) -> None:
    anna = went(identity, traveller, "blind-woman")
    assert (anna.oid, anna.last_name, anna.snils) == ("1000600001", "Воронцова", "000-000-601 01")
    assert (anna.region, anna.is_confirmed) == ("Нижегородская область", True)
    assert went(identity, traveller, "no-snils").snils is None
    assert not went(identity, traveller, "unconfirmed").is_confirmed


def test_who_does_not_agree_is_not_identified(identity: Identity, traveller: Traveller) -> None:
    beginning = identity.begin()
    back = traveller.agree(beginning.address, "blind-woman", REFUSE)
    told = identity.refused(parameter(back, "error"), parameter(back, "error_description"))
    assert (told.refusal.value, told.code) == ("denied", "ESIA-007004")


@pytest.mark.parametrize(
    ("failure", "meaning"),
    [
        ("500", "unavailable"),
        ("html", "unavailable"),
        ("refuse", "misconfigured"),
        ("late", "untrusted"),
        ("twice", "expired"),
    ],
)
def test_failures_on_demand(identity: Identity, traveller: Traveller, failure: str, meaning: str) -> None:
    beginning = identity.begin()
    back = traveller.agree(beginning.address, "blind-woman")
    tell(traveller.sandbox, esia=failure)
    with pytest.raises(NotIdentified) as caught:
        identity.finish(beginning.attempt, parameter(back, "code"))
    assert caught.value.refusal.value == meaning
