"""The site's identity against the sandbox in each profile, built from settings as the site builds it."""

from collections.abc import Iterator

import pytest

from tests.support.sandbox import running_sandbox, tell, with_free_port
from tests.support.signing_in import REFUSE, Traveller, parameter
from tests.support.sites import closing, make_site, settings_in
from tests.support.strict_client import visitor
from webapp.core import clock
from webapp.esia_settings import EsiaProfile, EsiaSettings
from webapp.gateways import registry
from webapp.gateways.identity.port import Identified, Identity


@pytest.fixture(scope="module", params=EsiaProfile)
def traveller(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traveller]:
    """Somebody who travels between a site of this profile and its sandbox."""
    chosen = settings_in(tmp_path_factory.mktemp("site"), esia=EsiaSettings(profile=request.param))
    settings = with_free_port(chosen)
    with running_sandbox(settings) as sandbox, closing(make_site(settings)) as app:
        yield Traveller(visitor(app), sandbox)


@pytest.fixture
def identity(traveller: Traveller) -> Iterator[Identity]:
    tell(traveller.sandbox, reset="yes")
    with traveller.client.application.app_context():
        yield registry.identity()


def went(identity: Identity, traveller: Traveller, slug: str, is_fresh: bool = False) -> Identified:
    """The whole way of one person."""
    beginning = identity.begin(is_fresh)
    back = traveller.agree(beginning.address, slug)
    assert parameter(back, "state") == beginning.attempt.state
    return identity.finish(beginning.attempt, parameter(back, "code"))


def test_every_profile_tells_the_same_of_a_person(identity: Identity, traveller: Traveller) -> None:
    anna = went(identity, traveller, "blind-woman")
    assert (anna.oid, anna.last_name, anna.snils) == ("1000600001", "Воронцова", "000-000-601 01")
    assert (anna.region, anna.is_confirmed) == ("Нижегородская область", True)
    assert anna.contacts and anna.addresses and anna.document is not None
    assert not went(identity, traveller, "unconfirmed").is_confirmed


def test_every_profile_tells_children_with_their_certificates(identity: Identity, traveller: Traveller) -> None:
    (child,) = went(identity, traveller, "mother").children
    assert (child.oid, child.first_name) == ("1000600051", "Тимофей")
    assert child.snils and child.birth_certificate is not None


def test_who_does_not_agree_is_not_identified(identity: Identity, traveller: Traveller) -> None:
    back = traveller.agree(identity.begin().address, "blind-woman", REFUSE)
    told = identity.refused(parameter(back, "error"), parameter(back, "error_description"))
    assert told.refusal.value == "denied"


def test_a_fresh_proof_is_one(identity: Identity, traveller: Traveller) -> None:
    went(identity, traveller, "blind-woman")
    tell(traveller.sandbox, clock="day")
    own = traveller.client.application.config["SETTINGS"].own_url
    address = identity.fresh_address(f"{own}/sign-in/start")
    if address is not None:
        assert traveller.at_sandbox(address) == f"{own}/sign-in/start"
    assert went(identity, traveller, "blind-woman", True).is_fresh(clock.now())
