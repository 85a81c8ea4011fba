"""The whole way by the contract: the fake checks every signature, the site gets the person."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.gateways.identity.conftest import IdentityMaker, Keys
from tests.gateways.identity.fake_esia import ADDRESSES, CLIENT, NOW, OID, PERSON, TOKEN, FakeEsia, Refused
from webapp.gateways.identity.http import EsiaIdentity
from webapp.gateways.identity.port import (
    AddressKind,
    Attempt,
    Identified,
    Identity,
    NotIdentified,
    PostalAddress,
    Refusal,
)

REGISTRATION, LIVING = AddressKind.REGISTRATION, AddressKind.LIVING

SignIn = Callable[[], Identified]


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query, keep_blank_values=True, strict_parsing=True)


def test_a_person_is_identified(sign_in: SignIn, esia: FakeEsia) -> None:
    assert sign_in() == Identified(
        oid=str(OID),
        last_name="Воронцова",
        first_name="Анна",
        middle_name="Сергеевна",
        birth_date=date(1961, 3, 9),
        gender="F",
        snils="000-000-600 01",
        region="Псковская область",
        is_confirmed=True,
        signed_in_at=NOW - timedelta(minutes=10),
        proved_at=NOW - timedelta(minutes=10),
        addresses=(
            PostalAddress(REGISTRATION, "Псковская область, город Псков", "", "Псковская область", ""),
            PostalAddress(LIVING, "", "", "Тверская область", ""),
        ),
    )
    assert [request.path for request in esia.asked] == [TOKEN, PERSON, ADDRESSES]


def test_it_is_the_port(identity: EsiaIdentity) -> None:
    port: Identity = identity
    assert port.begin().attempt.state


def test_the_beginning_names_each_parameter_once(identity: EsiaIdentity) -> None:
    beginning = identity.begin()
    asked = query_of(beginning.address)
    assert set(asked) == set(
        "client_id client_secret scope scope_org timestamp state redirect_uri client_certificate_hash response_type"
        " access_type code_challenge code_challenge_method".split()
    )
    assert all(len(values) == 1 for values in asked.values())
    assert asked["state"] == [beginning.attempt.state]
    assert asked["timestamp"] == ["2026.11.22 17:47:23 +0000"]
    assert uuid.UUID(beginning.attempt.state).version == 4
    assert 43 <= len(beginning.attempt.verifier) <= 128
    assert beginning.attempt.verifier not in beginning.address


def test_only_confirmed_accounts_may_be_asked_for(identity_with: IdentityMaker) -> None:
    address = identity_with(person_filter="conf_acc").begin().address
    assert query_of(address)["person_filter"] == ["conf_acc"]


def test_the_exchange_names_each_parameter_once(sign_in: SignIn, esia: FakeEsia) -> None:
    sign_in()
    form = esia.asked[0].form
    assert set(form) == set(
        "client_id client_secret scope scope_org timestamp state redirect_uri client_certificate_hash code grant_type"
        " token_type code_verifier".split()
    )
    assert all(len(form.getlist(name)) == 1 for name in form)
    assert uuid.UUID(form["state"]).version == 4


def test_every_request_has_a_state_and_a_signature_of_its_own(sign_in: SignIn, esia: FakeEsia) -> None:
    sign_in(), sign_in()
    forms = [request.form for request in esia.asked if request.path == TOKEN]
    assert len({form["state"] for form in forms}) == 2
    assert len({form["client_secret"] for form in forms}) == 2


def test_another_verifier_opens_nothing(identity: EsiaIdentity, esia: FakeEsia) -> None:
    beginning = identity.begin()
    code = esia.agreed(beginning.address)
    with pytest.raises(NotIdentified) as caught:
        identity.finish(Attempt(beginning.attempt.state, "z" * 64), code)
    assert (caught.value.refusal, caught.value.code) == (Refusal.EXPIRED, "ESIA-007040")


def test_a_code_opens_once(identity: EsiaIdentity, esia: FakeEsia) -> None:
    beginning = identity.begin()
    code = esia.agreed(beginning.address)
    assert identity.finish(beginning.attempt, code).oid == str(OID)
    with pytest.raises(NotIdentified) as caught:
        identity.finish(beginning.attempt, code)
    assert (caught.value.refusal, caught.value.code) == (Refusal.EXPIRED, "ESIA-007011")


@pytest.mark.parametrize("code", ["", " ", "ы", "a b", "a\r\nb", "a\x00", "a" * 4097, "\ud800"])
def test_what_cannot_be_a_code_is_not_even_sent(identity: EsiaIdentity, esia: FakeEsia, code: str) -> None:
    with pytest.raises(NotIdentified) as caught:
        identity.finish(identity.begin().attempt, code)
    assert caught.value.refusal is Refusal.EXPIRED
    assert esia.asked == []


def test_a_long_code_is_sent(identity: EsiaIdentity, esia: FakeEsia) -> None:
    beginning = identity.begin()
    code = "%20+&=" * 680
    esia.codes[code] = esia.codes.pop(esia.agreed(beginning.address))
    assert identity.finish(beginning.attempt, code).oid == str(OID)


@pytest.mark.parametrize(
    ("settings", "number"),
    [
        ({"certificate_hash": "00" * 32}, "007002"),
        ({"client_id": "STRANGER"}, "007006"),
        ({"scopes": "openid"}, "007006"),
    ],
)
def test_what_esia_does_not_know_us_by_is_our_own_fault(
    identity_with: IdentityMaker, esia: FakeEsia, settings: dict[str, str], number: str
) -> None:
    esia.codes["known"] = ""
    with pytest.raises(NotIdentified) as caught:
        identity_with(**settings).finish(Attempt("state", "z" * 64), "known")
    assert (caught.value.refusal, caught.value.code) == (Refusal.MISCONFIGURED, f"ESIA-{number}")


def test_a_key_that_esia_does_not_know_is_our_own_fault(
    identity_with: IdentityMaker, esia: FakeEsia, keys: Keys
) -> None:
    identity = identity_with(key_file=keys.stranger[0])
    with pytest.raises(Refused, match="007053"):
        esia.agreed(identity.begin().address)
    esia.codes["known"] = ""
    with pytest.raises(NotIdentified) as caught:
        identity.finish(Attempt("state", "z" * 64), "known")
    assert (caught.value.refusal, caught.value.code) == (Refusal.MISCONFIGURED, "ESIA-007053")


def test_two_identities_share_nothing(identity_with: IdentityMaker, esia: FakeEsia) -> None:
    first, second = identity_with(), identity_with()
    begun = [first.begin(), second.begin(), first.begin()]
    assert len({each.attempt for each in begun}) == 3
    codes = [esia.agreed(each.address) for each in begun]
    for each, identity in zip(range(3), (second, first, second), strict=True):
        assert identity.finish(begun[each].attempt, codes[each]).oid == str(OID)
    assert all("Cookie" not in request.headers for request in esia.asked)


def test_many_people_at_once(sign_in: SignIn) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: sign_in().oid, range(12)))
    assert found == [str(OID)] * 12


@pytest.mark.parametrize(("seconds", "is_fresh"), [(-30, True), (0, True), (600, True), (601, False), (36000, False)])
def test_a_proof_is_fresh_for_ten_minutes(sign_in: SignIn, esia: FakeEsia, seconds: int, is_fresh: bool) -> None:
    esia.identity.claims = {"auth_time": int(NOW.timestamp()) - seconds}
    assert sign_in().is_fresh(NOW) is is_fresh


def test_the_way_out(identity: EsiaIdentity, esia: FakeEsia) -> None:
    back = "http://127.0.0.1:8000/?a=1&b=выход"
    address = identity.sign_out_address(back)
    assert address.startswith(f"{esia.address}/idp/ext/Logout?")
    assert query_of(address) == {"client_id": [CLIENT], "redirect_url": [back]}
