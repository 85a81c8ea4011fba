"""Keys of a gateway: fetched when needed, kept, and asked for anew no more often than promised."""

from typing import Any

import pytest

from tests.gateways.identity.conftest import Keys, private
from tests.gateways.identity.fake_gateway import FakeGateway
from webapp.gateways.identity.key_set import SECONDS_BETWEEN, SECONDS_KEPT, KeySet


class Source:
    """A set of keys that counts how often it is asked for, and a clock."""

    def __init__(self, keys: Keys) -> None:
        self.told: dict[str, Any] = {"keys": [FakeGateway.jwk(private(keys.esia), "first")]}
        self.asked = 0
        self.now = 1000.0

    def fetch(self) -> dict[str, Any]:
        self.asked += 1
        return self.told


@pytest.fixture
def source(keys: Keys) -> Source:
    return Source(keys)


@pytest.fixture
def key_set(source: Source) -> KeySet:
    return KeySet(lambda: source.now)


def test_known_keys_are_fetched_once(source: Source, key_set: KeySet) -> None:
    for kid in ("first", "", "first"):
        assert [key.kid for key in key_set.keys(kid, source.fetch)] == ["first"]
    assert source.asked == 1


def test_a_new_name_has_the_set_fetched_anew_once_a_minute(source: Source, key_set: KeySet, keys: Keys) -> None:
    key_set.keys("first", source.fetch)
    source.told["keys"].append(FakeGateway.jwk(private(keys.stranger), "second"))
    source.now += SECONDS_BETWEEN - 1
    assert key_set.keys("second", source.fetch) == [] and source.asked == 1
    source.now += 2
    assert [key.kid for key in key_set.keys("second", source.fetch)] == ["second"]
    assert key_set.keys("third", source.fetch) == [] and source.asked == 2


def test_a_key_that_was_taken_out_is_forgotten_in_a_day(source: Source, key_set: KeySet) -> None:
    key_set.keys("first", source.fetch)
    source.told = {"keys": []}
    source.now += SECONDS_KEPT - 1
    assert key_set.keys("first", source.fetch)
    source.now += 2
    assert key_set.keys("first", source.fetch) == []


def test_a_set_that_could_not_be_fetched_is_asked_for_again(source: Source, key_set: KeySet) -> None:
    def fails() -> dict[str, Any]:
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        key_set.keys("first", fails)
    assert key_set.keys("first", source.fetch) and source.asked == 1


@pytest.mark.parametrize("told", [{}, {"keys": None}, {"keys": "words"}])
def test_what_is_no_set(source: Source, key_set: KeySet, told: dict[str, Any]) -> None:
    source.told = told
    with pytest.raises(ValueError, match="set"):
        key_set.keys("first", source.fetch)


@pytest.mark.parametrize(
    "changes",
    [{"use": "enc"}, {"alg": "RS512"}, {"kty": "oct", "k": "AAAA"}, {"n": None}, {"n": "AQAB"}, {"kid": 7}, {"e": ""}],
    ids=str,
)
def test_a_key_that_cannot_be_used_is_passed_over(source: Source, key_set: KeySet, changes: dict[str, Any]) -> None:
    source.told["keys"] = [source.told["keys"][0] | changes, 7, source.told["keys"][0] | {"kid": "other"}]
    assert [key.kid for key in key_set.keys("", source.fetch)] == ["other"]


def test_a_key_without_a_name_fits_any(source: Source, key_set: KeySet) -> None:
    del source.told["keys"][0]["kid"]
    assert len(key_set.keys("first", source.fetch)) == 1
