"""What is taken over of a person's record and addresses: in one form, or not at all."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.gateways.identity.fake_esia import ADDRESSES, OID, FakeEsia, saying
from webapp.gateways.identity.port import Identified

Refused = Callable[[], tuple[str, str]]
SignIn = Callable[[], Identified]


def about(**changes: Any) -> dict[str, Any]:
    usual = {"oid": OID, "typ": "P", "is_tru": True, "lvl": "PR"} | changes
    return {"urn:esia:sbj": {f"urn:esia:sbj:{name}": value for name, value in usual.items() if value is not None}}


@pytest.mark.parametrize("status", ["", None, True, ["REGISTERED"], "MERGED"])
def test_only_a_registered_person_signs_in(esia: FakeEsia, refused: Refused, status: object) -> None:
    esia.person["status"] = status
    assert refused() == ("untrusted", "")


@pytest.mark.parametrize("status", ["DELETED", "Deleted"])
def test_an_account_that_is_deleted_is_not_let_in_and_nobody_is_suspected(
    esia: FakeEsia, refused: Refused, status: str
) -> None:
    esia.person["status"] = status
    assert refused() == ("not_allowed", "")


def test_the_status_may_be_written_otherwise(esia: FakeEsia, sign_in: SignIn) -> None:
    esia.person["status"] = "Registered"
    assert sign_in().oid == str(OID)


@pytest.mark.parametrize(
    ("said", "snils"),
    [
        ("000-000-600 01", "000-000-600 01"),
        ("00000060001", "000-000-600 01"),
        ("000 000 600 01", "000-000-600 01"),
        (" 000-000-600-01 ", "000-000-600 01"),
        (None, None),
        ("", None),
        ("000-000-600", None),
        ("000-000-600 011", None),
        ("000-000-6OO 01", None),
        ("٠٠٠-٠٠٠-٦٠٠ ٠١", None),
        (60001, None),
    ],
)
def test_a_snils_has_one_form(esia: FakeEsia, sign_in: SignIn, said: object, snils: str | None) -> None:
    esia.person["snils"] = said
    assert sign_in().snils == snils


def test_a_record_may_have_names_alone(esia: FakeEsia, sign_in: SignIn) -> None:
    esia.person = {"status": "REGISTERED", "lastName": "Воронцова"}
    found = sign_in()
    assert (found.last_name, found.first_name, found.middle_name) == ("Воронцова", "", "")
    assert (found.birth_date, found.gender, found.snils, found.is_confirmed) == (None, "", None, False)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("29.02.2000", date(2000, 2, 29)),
        ("29.02.2001", None),
        ("1961-03-09", None),
        ("9.3.1961", None),
        ("00.00.0000", None),
        (1961, None),
        (None, None),
    ],
)
def test_a_day_that_is_none_is_not_told(esia: FakeEsia, sign_in: SignIn, said: object, day: date | None) -> None:
    esia.person["birthDate"] = said
    assert sign_in().birth_date == day


@pytest.mark.parametrize(("said", "gender"), [("M", "M"), ("F", "F"), ("m", ""), ("", ""), (None, ""), (["M"], "")])
def test_gender(esia: FakeEsia, sign_in: SignIn, said: object, gender: str) -> None:
    esia.person["gender"] = said
    assert sign_in().gender == gender


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("  Воронцова \n\t Мельник ", "Воронцова Мельник"),
        ("Ворон\x00цова\ud800\u202e", "Воронцова"),
        ("<b>&amp;", "<b>&amp;"),
        ("Я" * 200, "Я" * 200),
    ],
)
def test_names_are_one_line_that_can_be_written(esia: FakeEsia, sign_in: SignIn, said: str, name: str) -> None:
    esia.person["lastName"] = said
    assert sign_in().last_name == name


@pytest.mark.parametrize(
    "names",
    [
        {"lastName": None, "firstName": None},
        {"lastName": " ", "firstName": "\x00"},
        {"lastName": "Я" * 201},
        {"firstName": ["Анна"]},
        {"middleName": {"a": 1}},
        {"lastName": 7},
    ],
    ids=str,
)
def test_a_record_without_a_readable_name_is_unavailable(
    esia: FakeEsia, refused: Refused, names: dict[str, Any]
) -> None:
    esia.person |= names
    assert refused() == ("unavailable", "")


@pytest.mark.parametrize("trusted", [True, "true"])
@pytest.mark.parametrize("is_tru", [True, "true"])
def test_who_is_confirmed(esia: FakeEsia, sign_in: SignIn, trusted: object, is_tru: object) -> None:
    esia.person["trusted"] = trusted
    esia.identity.claims = about(is_tru=is_tru)
    assert sign_in().is_confirmed


@pytest.mark.parametrize(
    ("trusted", "is_tru", "level"),
    [
        (False, True, "PR"),
        (None, True, "PR"),
        (1, True, "PR"),
        ("yes", True, "PR"),
        (True, None, "PR"),
        (True, False, "PR"),
        (True, 1, "PR"),
        (True, True, "P"),
        (True, True, "KD"),
        (True, True, None),
        (True, None, "P"),
        (False, None, "P"),
    ],
)
def test_any_doubt_is_not_confirmed(
    esia: FakeEsia, sign_in: SignIn, trusted: object, is_tru: object, level: str | None
) -> None:
    esia.person["trusted"] = trusted
    esia.identity.claims = about(is_tru=is_tru, lvl=level)
    assert not sign_in().is_confirmed


PSKOV, TVER = {"type": "PRG", "region": "Псковская"}, {"type": "PLV", "region": "Тверская"}


@pytest.mark.parametrize(
    ("addresses", "region"),
    [
        ([TVER, PSKOV], "Псковская"),
        ([TVER], "Тверская"),
        ([{"type": "PRG"}, TVER], "Тверская"),
        ([{"type": "PRG", "region": " "}, PSKOV], "Псковская"),
        ([{"type": "PTA", "region": "Омская"}], None),
        ([{"region": "Омская"}], None),
        (["http://esia/rs/prns/1/addrs/1"], None),
        ([None, 7, [PSKOV], TVER], "Тверская"),
        ([{"type": "PRG", "region": "Я" * 201}, TVER], None),
        ([{"type": ["PRG"], "region": "Омская"}], None),
        ([], None),
    ],
)
def test_the_region_is_that_of_registration(
    esia: FakeEsia, sign_in: SignIn, addresses: list[Any], region: str | None
) -> None:
    esia.addresses = addresses
    assert sign_in().region == region


@pytest.mark.parametrize("elements", [None, {}, "PRG", 7, {"type": "PRG", "region": "Омская"}], ids=str)
def test_addresses_of_another_shape_tell_no_region(esia: FakeEsia, sign_in: SignIn, elements: object) -> None:
    esia.instead[ADDRESSES] = saying(json.dumps({"size": 1, "elements": elements}))
    assert sign_in().region is None
