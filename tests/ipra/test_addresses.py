"""What stands in the addresses of personal pages: nothing that somebody who knows a number could try out."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support.registers import TODAY, Stage, days, line, programme
from tests.support.sites import DATA_KEY, SiteMaker
from webapp.core.encryption import is_name_of, name_of
from webapp.ipra.entitlements import entitlements, programme_id

NEWER = "a-newer-data-key-that-only-tests-know-01"
NUMBER = "601.1.52/2025"


@pytest.fixture
def named_by(site_of: SiteMaker) -> Callable[..., str]:
    """The name that a site with these data keys gives a fact."""

    def name(fact: str, *keys: str) -> str:
        with site_of(data_keys=",".join(keys)).app_context():
            return name_of(fact)

    return name


def addresses(stage: Stage) -> list[str]:
    """Of the personal pages that the person's own pages lead to."""
    old = programme(line(), number="old")
    told = (replace(programme(line(), number=NUMBER, replaces="old"), ends=days(300)), old)
    client = stage.entitled(*told)
    links = [link.address for link in client.page("/my").links]
    links += [link.address for link in client.page("/my/programme").links]
    return [address for address in links if "/my/items/" in address or "/my/programme/" in address]


def test_no_address_holds_a_digest_that_a_stranger_could_make(stage: Stage) -> None:
    found = addresses(stage)
    assert any("/my/items/" in address for address in found) and any("/my/programme/" in address for address in found)
    one = programme(line(), number=NUMBER)
    facts = [NUMBER, "old", *(each.id for each in entitlements([one], TODAY)), programme_id(one)]
    guessed = [*facts, *(f(fact.encode()).hexdigest() for f in (hashlib.sha256, hashlib.blake2s) for fact in facts)]
    guessed += [hashlib.blake2s(fact.encode(), digest_size=size).hexdigest() for fact in facts for size in (8, 10, 16)]
    assert not [address for address in found for guess in guessed if guess[:16] in address]


def test_every_such_address_opens_its_page_and_its_owners_alone(stage: Stage) -> None:
    client = stage.entitled(programme(line(), number=NUMBER))
    [item] = {link.address for link in client.page("/my").links if "/my/items/" in link.address}
    document = next(link.address for link in client.page(item).links if "/my/programme/" in link.address)
    assert (client.page(item).status, client.page(document).status) == (200, 200)
    other = stage.entitled(programme(line(), number="another"))
    assert (other.page(item).status, other.page(document).status) == (404, 404)


@pytest.mark.parametrize("place", ["/my/items/", "/my/programme/"])
@pytest.mark.parametrize("name", ["0", "00" * 10, "ы", "x" * 500])
def test_a_name_that_is_none_opens_nothing(stage: Stage, place: str, name: str) -> None:
    assert stage.entitled(programme(line())).page(place + name).status == 404


def test_a_name_follows_from_the_key_and_holds_through_its_change(
    site_of: SiteMaker, named_by: Callable[..., str]
) -> None:
    before = named_by(NUMBER, DATA_KEY)
    assert before == named_by(NUMBER, DATA_KEY) != named_by(NUMBER, NEWER)
    assert before != named_by("another", DATA_KEY)
    with site_of(data_keys=f"{NEWER},{DATA_KEY}").app_context():
        assert is_name_of(NUMBER, before) and name_of(NUMBER) != before
    with site_of(data_keys=NEWER).app_context():
        assert not is_name_of(NUMBER, before)
