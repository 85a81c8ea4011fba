"""Contacts, document, addresses and children: asked for by scopes, read in one form, missing without harm."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.gateways.identity import fake_people
from tests.gateways.identity.conftest import IdentityMaker
from tests.gateways.identity.fake_esia import ADDRESSES, OID, PERSON, SCOPES, TOKEN, FakeEsia, saying
from webapp.esia_settings import EsiaSettings
from webapp.gateways.identity.port import Child, Contact, ContactKind, Document, Identified
from webapp.gateways.identity.resources import MOST_CHILDREN

CONTACTS, DOCUMENTS, KIDS = (f"{PERSON}/{name}" for name in ("ctts", "docs", "kids"))
CERTIFICATES = f"{KIDS}/{fake_people.KID}/docs"
ALL = EsiaSettings().scopes
ALL_ASKED = [TOKEN, PERSON, ADDRESSES, CONTACTS, DOCUMENTS, KIDS, CERTIFICATES]
"""Where everything is asked for, in this order."""
PASSPORT = Document(
    "RF_PASSPORT", "0000", "000006", date(2003, 2, 1), "Отделом внутренних дел города Пскова", "006-006", True
)
CERTIFICATE = Document("RF_BRTH_CERT", "I-АА", "000051", date(2015, 6, 10), "", "", True)
CHILD = Child(str(fake_people.KID), "Воронцов", "Тимофей", "Артёмович", date(2015, 6, 5), "000-000-600 51", CERTIFICATE)


@pytest.fixture
def sign_in(esia: FakeEsia, identity_with: IdentityMaker) -> Callable[..., Identified]:
    """The whole way with these scopes."""

    def go(scopes: str = ALL) -> Identified:
        esia.scopes = scopes
        try:
            identity = identity_with(scopes=scopes)
            beginning = identity.begin()
            return identity.finish(beginning.attempt, esia.agreed(beginning.address))
        finally:
            esia.scopes = SCOPES

    return go


SignIn = Callable[..., Identified]


def test_the_default_scopes_open_everything(sign_in: SignIn, esia: FakeEsia) -> None:
    found = sign_in()
    assert found.contacts == (
        Contact(ContactKind.MOBILE, "+7(000)0000006", True),
        Contact(ContactKind.EMAIL, "anna@example.test", False),
    )
    assert (found.document, found.children, found.region) == (PASSPORT, (CHILD,), "Псковская область")
    assert [request.path for request in esia.asked] == ALL_ASKED


@pytest.mark.parametrize(
    ("scopes", "asked"),
    [
        ("openid", []),
        ("openid fullname birthdate gender snils", []),
        ("openid email", [CONTACTS]),
        ("openid mobile", [CONTACTS]),
        ("openid contacts", [ADDRESSES, CONTACTS]),
        ("openid addresses", [ADDRESSES]),
        ("openid id_doc", [DOCUMENTS]),
        ("openid kid_fullname", [KIDS]),
        ("openid kid_fullname kid_birth_cert_doc", [KIDS, CERTIFICATES]),
    ],
)
def test_without_a_scope_nothing_is_asked(sign_in: SignIn, esia: FakeEsia, scopes: str, asked: list[str]) -> None:
    assert sign_in(scopes).oid == str(OID)
    assert [request.path for request in esia.asked] == [TOKEN, PERSON, *asked]


@pytest.mark.parametrize("status", [403, 404, 500])
@pytest.mark.parametrize(
    ("path", "part", "missing"),
    [
        (ADDRESSES, "addresses", {"addresses": (), "region": None}),
        (CONTACTS, "contacts", {"contacts": ()}),
        (DOCUMENTS, "documents", {"document": None}),
        (KIDS, "kids", {"children": (), "are_children_told": False}),
    ],
)
def test_a_part_that_fails_is_missing_alone(
    sign_in: SignIn, esia: FakeEsia, path: str, part: str, missing: dict[str, Any], status: int
) -> None:
    whole = sign_in()
    esia.instead[path] = saying("Воронцова", status)
    with capture_logs() as logged:
        found = sign_in()
    for name in Identified.__dataclass_fields__:
        assert getattr(found, name) == missing.get(name, getattr(whole, name)), name
    assert [(line["event"], line["part"]) for line in logged] == [("sign_on_without_part", part)]
    assert "Воронцова" not in repr(logged) and str(OID) not in repr(logged)


def test_a_certificate_that_fails_leaves_the_child(sign_in: SignIn, esia: FakeEsia) -> None:
    esia.instead[CERTIFICATES] = saying("", 403)
    with capture_logs() as logged:
        (child,) = sign_in().children
    assert (child.first_name, child.birth_certificate) == ("Тимофей", None)
    assert str(fake_people.KID) not in repr(logged) and len(logged) == 1


@pytest.mark.parametrize(
    ("documents", "number"),
    [
        ([fake_people.PASSPORT], "000006"),
        ([{"type": "FID_DOC", "number": "7", "vrfStu": "VERIFIED"}, fake_people.PASSPORT], "000006"),
        ([{"type": "FID_DOC", "number": "7", "vrfStu": "VERIFIED"}, {"type": "RF_PASSPORT", "number": "8"}], "7"),
        ([{"type": "RF_PASSPORT", "number": ""}, {"type": "FID_DOC", "number": "7"}], "7"),
        ([{"type": "MDCL_PLCY", "number": "7"}, {"type": ["RF_PASSPORT"], "number": "8"}], None),
        (["http://esia.example/docs/1"], None),
        ([], None),
    ],
)
def test_which_document_tells_who_somebody_is(
    sign_in: SignIn, esia: FakeEsia, documents: list[Any], number: str | None
) -> None:
    esia.collections[DOCUMENTS] = documents
    document = sign_in("openid id_doc").document
    assert (document and document.number) == number


@pytest.mark.parametrize(
    ("said", "code"),
    [("006006", "006-006"), ("006-006", "006-006"), ("6006", ""), (None, ""), (6006, ""), ("٠٠٦٠٠٦", "")],
)
def test_the_code_of_who_issued_has_one_form(sign_in: SignIn, esia: FakeEsia, said: object, code: str) -> None:
    esia.collections[DOCUMENTS] = [fake_people.PASSPORT | {"issueId": said}]
    document = sign_in("openid id_doc").document
    assert document is not None and document.division_code == code


def test_contacts_that_cannot_be_used_are_left_out(sign_in: SignIn, esia: FakeEsia) -> None:
    odd = [{"type": "EML"}, {"type": "EML", "value": " "}, {"type": "CEM", "value": "a@example.test"}, 7, {"type": []}]
    esia.collections[CONTACTS] = [*odd, {"type": "EML", "value": " b@example.test\n", "vrfStu": "VERIFYING"}]
    assert sign_in("openid email").contacts == (Contact(ContactKind.EMAIL, "b@example.test", False),)


@pytest.mark.parametrize(
    "child",
    [{}, {"id": "1/../2"}, {"id": True}, {"id": "7"}, {"id": 7, "firstName": " "}, {"firstName": "Тимофей"}, 7, "a"],
    ids=str,
)
def test_a_child_without_a_number_or_a_name_is_left_out(sign_in: SignIn, esia: FakeEsia, child: object) -> None:
    esia.collections[KIDS] = [child, *fake_people.KIDS]
    assert sign_in().children == (CHILD,)
    assert esia.asked[-1].path == CERTIFICATES


def test_what_is_told_twice_is_read_once(sign_in: SignIn, esia: FakeEsia) -> None:
    esia.collections[KIDS] = [*fake_people.KIDS, *fake_people.KIDS, {"id": fake_people.KID, "firstName": "Другой"}]
    esia.collections[CONTACTS] = [*fake_people.CONTACTS, *fake_people.CONTACTS]
    esia.addresses = [*fake_people.ADDRESSES, *fake_people.ADDRESSES]
    found = sign_in()
    assert found.children == (CHILD,)
    assert (len(found.contacts), len(found.addresses)) == (2, 2)
    assert [request.path for request in esia.asked].count(CERTIFICATES) == 1


def test_an_address_in_an_answer_is_never_asked(sign_in: SignIn, esia: FakeEsia) -> None:
    told = ["http://169.254.169.254/", "http://127.0.0.1:1/", "file:///etc/passwd", f"{PERSON}/secret"]
    esia.addresses = told
    esia.collections |= {CONTACTS: told, DOCUMENTS: told, KIDS: [*told, *fake_people.KIDS], CERTIFICATES: told}
    found = sign_in()
    assert [request.path for request in esia.asked] == ALL_ASKED
    assert (found.addresses, found.contacts, found.document) == ((), (), None)


def test_only_so_many_children_are_read(sign_in: SignIn, esia: FakeEsia) -> None:
    esia.collections[KIDS] = [{"id": number, "firstName": "Дитя"} for number in range(1, MOST_CHILDREN + 9)]
    assert len(sign_in("openid kid_fullname").children) == MOST_CHILDREN


def test_addresses_stand_in_order_with_all_their_parts(sign_in: SignIn, esia: FakeEsia) -> None:
    esia.addresses = [
        {"type": "PLV", "addressStr": "Тверь", "zipCode": "000001", "region": "Тверская", "fiasCode": "living"},
        {"type": "PTA", "addressStr": "Омск"},
        {"type": "PRG", "addressStr": "Псков", "zipCode": "000002", "region": "Псковская", "fiasCode": "registered"},
    ]
    found = sign_in("openid addresses")
    assert [(each.kind.value, each.text, each.postcode, each.region, each.fias) for each in found.addresses] == [
        ("registration", "Псков", "000002", "Псковская", "registered"),
        ("living", "Тверь", "000001", "Тверская", "living"),
    ]
