"""Every refusal of ЕСИА is told as one of the port's, wherever it comes from; words of others go no further."""

from collections.abc import Callable

import pytest

from tests.gateways.identity.fake_esia import PERSON, TOKEN, FakeEsia, failing, saying
from webapp.gateways.identity.http import EsiaIdentity
from webapp.gateways.identity.port import Refusal
from webapp.gateways.identity.refusals import BY_NUMBER

MEANINGS = [
    ("007002", "invalid_request", "misconfigured"),
    ("007003", "invalid_request", "misconfigured"),
    ("007004", "access_denied", "denied"),
    ("007005", "unauthorized_client", "misconfigured"),
    ("007006", "invalid_scope", "misconfigured"),
    ("007007", "server_error", "busy"),
    ("007008", "temporarily_unavailable", "busy"),
    ("007009", "unsupported_response_type", "misconfigured"),
    ("007011", "invalid_grant", "expired"),
    ("007012", "unsupported_grant_type", "misconfigured"),
    ("007013", "invalid_scope", "misconfigured"),
    ("007014", "invalid_request", "misconfigured"),
    ("007015", "invalid_request", "misconfigured"),
    ("007019", "access_denied", "not_allowed"),
    ("007023", "invalid_request", "misconfigured"),
    ("007038", "invalid_request", "misconfigured"),
    ("007039", "invalid_request", "misconfigured"),
    ("007040", "invalid_grant", "expired"),
    ("007046", "access_denied", "second_step"),
    ("007053", "invalid_request", "misconfigured"),
    ("007055", "access_denied", "unconfirmed"),
    ("007060", "invalid_request", "misconfigured"),
    ("007061", "invalid_request", "misconfigured"),
    ("007062", "invalid_request", "misconfigured"),
    ("007194", "invalid_request", "misconfigured"),
    ("008010", "invalid_client", "misconfigured"),
    *((f"0367{last}", "", "misconfigured") for last in "00 01 02 03 04 05 06 07 16 26 27".split()),
]
"""Every number that ЕСИА is known to give, with the error of OAuth beside it, and the port's word."""
UNKNOWN = [
    ("999999", "invalid_request", "unavailable"),
    ("999999", "access_denied", "denied"),
    ("999999", "invalid_client", "misconfigured"),
]

Refused = Callable[[], tuple[str, str]]


def test_every_number_is_tried() -> None:
    assert {f"ESIA-{number}" for number, _, _ in MEANINGS} == set(BY_NUMBER)
    assert {Refusal(meaning) for _, _, meaning in MEANINGS} == set(Refusal) - {Refusal.UNAVAILABLE, Refusal.UNTRUSTED}


@pytest.mark.parametrize(("number", "error", "meaning"), MEANINGS + UNKNOWN)
def test_a_return_with_an_error(identity: EsiaIdentity, number: str, error: str, meaning: str) -> None:
    told = identity.refused(error, f"ESIA-{number}: Доступ запрещён")
    assert (told.refusal.value, told.code) == (meaning, f"ESIA-{number}")


@pytest.mark.parametrize(("number", "error", "meaning"), MEANINGS + UNKNOWN)
@pytest.mark.parametrize("status", [400, 200, 401, 403])
def test_a_refusal_of_the_exchange(
    esia: FakeEsia, refused: Refused, number: str, error: str, meaning: str, status: int
) -> None:
    esia.instead[TOKEN] = failing(number, error, status)
    assert refused() == (meaning, f"ESIA-{number}")


@pytest.mark.parametrize("status", [500, 502, 503])
@pytest.mark.parametrize("number", ["007007", "007004", "007053"])
def test_a_broken_service_is_unavailable_whatever_it_says(
    esia: FakeEsia, refused: Refused, number: str, status: int
) -> None:
    esia.instead[TOKEN] = failing(number, "access_denied", status)
    assert refused() == ("unavailable", f"ESIA-{number}")


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        ("access_denied", "denied"),
        ("invalid_client", "misconfigured"),
        ("invalid_grant", "expired"),
        ("server_error", "busy"),
        ("", "unavailable"),
        ("ы" * 5000, "unavailable"),
    ],
)
@pytest.mark.parametrize("description", ["", "no number", "ESIA-07004", "ESIA-0070040", "XESIA-007055", "ESIA-٠٠٧٠٠٤"])
def test_without_a_number_the_error_of_oauth_decides(
    identity: EsiaIdentity, error: str, meaning: str, description: str
) -> None:
    told = identity.refused(error, description)
    assert (told.refusal.value, told.code) == (meaning, "")


def test_nothing_of_a_description_but_the_number_is_taken_over(identity: EsiaIdentity) -> None:
    told = identity.refused("<script>", "Воронцова\r\nESIA-007055: <script>000-000-600 01</script>" * 1000)
    assert (str(told), told.code) == ("unconfirmed", "ESIA-007055")


@pytest.mark.parametrize(
    "told",
    ['{"error": null}', '{"error": [1]}', '{"error": {"a": 1}, "error_description": ["ESIA-007004"]}', '{"error": 7}'],
)
def test_an_error_of_another_shape_is_unavailable(esia: FakeEsia, refused: Refused, told: str) -> None:
    esia.instead[TOKEN] = saying(told, 400)
    assert refused() == ("unavailable", "")


@pytest.mark.parametrize(("status", "meaning"), [(403, "misconfigured"), (401, "unavailable"), (404, "unavailable")])
def test_a_refusal_to_tell_the_person(esia: FakeEsia, refused: Refused, status: int, meaning: str) -> None:
    esia.instead[PERSON] = failing("", "access_denied" if status == 403 else "invalid_token", status)
    assert refused() == (meaning, "")
