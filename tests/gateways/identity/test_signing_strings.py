"""What is signed, over any values: the parts in their order with nothing between, and every part counts."""

from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta, timezone
from string import ascii_letters, digits
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity.profile import Containers, RawSignatures, SignedExchange


class Echo:
    """A signer whose signature is the message: what was signed can be read."""

    def sign(self, message: bytes) -> bytes:
        return b"raw:" + message

    def contain(self, message: bytes) -> bytes:
        return b"container:" + message

    def digest_of(self, certificate: bytes) -> str:
        raise AssertionError("the settings give the hash")


WORDS = st.text(min_size=1, max_size=20)
SCOPES = st.lists(st.text(ascii_letters + "_", min_size=1, max_size=9), max_size=5)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))
VALUES = st.fixed_dictionaries(
    {
        "client_id": WORDS,
        "scopes": SCOPES.map(lambda names: " ".join(["openid", *names])),
        "state": WORDS,
        "address": WORDS,
        "code": WORDS,
        "now": MOMENTS,
    }
)


def settings_of(values: dict[str, Any]) -> EsiaSettings:
    return EsiaSettings(client_id=values["client_id"], scopes=values["scopes"], certificate_hash="AB" * 32)


def raw(values: dict[str, Any]) -> RawSignatures:
    return RawSignatures(settings_of(values), values["address"], Echo())


def old(values: dict[str, Any]) -> Containers:
    return Containers(settings_of(values), Echo())


def signed_in(said: dict[str, str]) -> str:
    """What stands behind a `client_secret`, which must be base64url with its padding."""
    secret = said["client_secret"]
    assert set(secret.rstrip("=")) <= set(ascii_letters + digits + "-_")
    assert len(secret) % 4 == 0
    return urlsafe_b64decode(secret).decode("utf-8")


def moment(now: datetime) -> str:
    return f"{now:%Y.%m.%d %H:%M:%S} +0000"


@given(VALUES)
def test_raw_signatures_hold_the_parts_in_their_order(values: dict[str, Any]) -> None:
    parts = values["client_id"], values["scopes"], moment(values["now"]), values["state"], values["address"]
    asked = raw(values).authorise(values["state"], values["now"])
    assert signed_in(asked) == "raw:" + "".join(parts)
    exchanged = raw(values).exchange(values["code"], values["state"], values["now"])
    assert signed_in(exchanged) == "raw:" + "".join((*parts, values["code"]))
    for said in (asked, exchanged):
        assert (said["scope_org"], said["timestamp"]) == ("", moment(values["now"]))
        assert said["client_certificate_hash"] == "AB" * 32


@given(VALUES)
def test_containers_hold_the_parts_in_their_order(values: dict[str, Any]) -> None:
    parts = values["scopes"], moment(values["now"]), values["client_id"], values["state"]
    asked = old(values).authorise(values["state"], values["now"])
    exchanged = old(values).exchange(values["code"], values["state"], values["now"])
    for said in (asked, exchanged):
        assert signed_in(said) == "container:" + "".join(parts)
        assert said["timestamp"] == moment(values["now"])
        assert not {"scope_org", "client_certificate_hash"} & set(said)


NEW = st.sampled_from(("client_id", "scopes", "state", "address", "code", "now"))


@given(VALUES, VALUES, NEW)
def test_what_changes_a_signature(values: dict[str, Any], others: dict[str, Any], name: str) -> None:
    changed = values | {name: others[name]}
    assume(moment(changed["now"]) != moment(values["now"]) if name == "now" else changed[name] != values[name])

    def signs(profile: RawSignatures | Containers, said: dict[str, Any]) -> tuple[str, str]:
        begun = profile.authorise(said["state"], said["now"])
        return signed_in(begun), signed_in(profile.exchange(said["code"], said["state"], said["now"]))

    before, after = signs(raw(values), values), signs(raw(changed), changed)
    assert (before[0] != after[0]) == (name != "code")
    assert before[1] != after[1]
    before, after = signs(old(values), values), signs(old(changed), changed)
    assert (before != after) == (name not in ("code", "address"))


@given(MOMENTS, st.integers(-12 * 60, 14 * 60))
def test_the_time_is_told_in_one_zone(now: datetime, minutes: int) -> None:
    values = {"client_id": "a", "scopes": "openid", "address": "b"}
    elsewhere = now.astimezone(timezone(timedelta(minutes=minutes)))
    assert raw(values).authorise("s", elsewhere) == raw(values).authorise("s", now)


@given(st.text(ascii_letters + digits + "-._~+/=&% ", min_size=1))
def test_an_exchange_signs_the_code_as_it_was_given(code: str) -> None:
    values = {"client_id": "a", "scopes": "openid", "address": "b"}
    signed = SignedExchange(raw(values), datetime(2026, 11, 22, tzinfo=UTC))
    _, _, body = signed(None, "POST", "https://esia.example", {}, body_with(code))
    form = parsed(body)
    assert form["code"] == code and signed_in(form).endswith(form["state"] + "b" + code)
    assert UUID(form["state"]).version == 4 and form["state"] == signed.state


def body_with(code: str) -> str:
    return urlencode({"grant_type": "authorization_code", "code": code})


def parsed(body: str) -> dict[str, str]:
    return dict(parse_qsl(body, keep_blank_values=True, strict_parsing=True))


@pytest.mark.parametrize("filtered", ["", "conf_acc", "acc_kid", "acc_not_kid"])
def test_what_is_not_signed_travels_beside(filtered: str) -> None:
    settings = EsiaSettings(person_filter=filtered, access_type="offline", certificate_hash="AB")
    for profile in (RawSignatures(settings, "address", Echo()), Containers(settings, Echo())):
        said = profile.authorise("state", datetime(2026, 11, 22, tzinfo=UTC))
        assert said["access_type"] == "offline" and said.get("person_filter", "") == filtered
