"""A person's data as `/rs/prns` shows them: only what the scopes of the token open."""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from webapp.sandbox.people.records import Address, Contact, Document, Person

Opened = frozenset[str]
_BY_SCOPE = {
    "fullname": ("firstName", "lastName", "middleName"),
    "birthdate": ("birthDate",),
    "birthplace": ("birthPlace",),
    "gender": ("gender",),
    "snils": ("snils",),
}
_CONTACTS = {"EML": "email", "MBT": "mobile"}
KID_SCOPES = frozenset({"kid_fullname", "kid_birthdate", "kid_gender", "kid_snils", "kid_birth_cert_doc"})
DOCUMENT_SCOPES = {"RF_PASSPORT": "id_doc", "RF_BRTH_CERT": "birth_cert_doc"}
DOCUMENTS_OPENED_BY = frozenset(
    {*DOCUMENT_SCOPES.values(), "medical_doc", "foreign_passport_doc", "drivers_licence_doc", "military_doc"}
    | {"residence_doc", "temporary_residence_doc"}
)
"""Each opens the collection, though nobody has a document of the last six kinds."""


def person(shown: Person, opened: Opened, level: str) -> dict[str, Any]:
    """The person; what no scope opens is not there, what they do not have is not there either."""
    facts = {"trusted": level == "PR", "verifying": False, "citizenship": "RUS", "status": "REGISTERED"}
    return _entity({**facts, **_personal(shown, opened)}, "EntityRoot")


def kid(child: Person, opened: Opened) -> dict[str, Any]:
    """A child of the person: the same shape, opened by the scopes that begin with `kid_`."""
    own = frozenset(scope.removeprefix("kid_") for scope in opened if scope.startswith("kid_"))
    return _entity({"id": int(child.oid), "trusted": True, "citizenship": "RUS", **_personal(child, own)})


def contacts(shown: Person, opened: Opened) -> dict[str, dict[str, Any]]:
    """Number → contact, of the kinds that the scopes open."""
    allowed = [each for each in shown.contacts if {"contacts", _CONTACTS[each.kind]} & opened]
    return _numbered(shown, "ctts", map(_contact, allowed))


def addresses(shown: Person) -> dict[str, dict[str, Any]]:
    """Number → address."""
    return _numbered(shown, "addrs", map(_address, shown.addresses))


def documents(shown: Person, opened: Opened) -> dict[str, dict[str, Any]]:
    """Number → document, of the kinds that the scopes open."""
    allowed = [each for each in shown.documents if DOCUMENT_SCOPES[each.kind] in opened]
    return _numbered(shown, "docs", (_document(each, shown) for each in allowed))


def kid_documents(child: Person, opened: Opened) -> dict[str, dict[str, Any]]:
    """Number → document of a child, where the parent's scopes open them."""
    return documents(child, frozenset({"birth_cert_doc"}) if "kid_birth_cert_doc" in opened else frozenset())


def all_collections(shown: Person, opened: Opened, children: list[Person]) -> dict[str, Any]:
    """Name → collection of objects, of all that the scopes open: those that the gateway tells at once.

    A child brings its own documents.
    """
    kids = [kid(child, opened) | _documents_of_kid(child, opened) for child in children]
    found = {
        "contacts": (contacts(shown, opened).values(), {"contacts", *_CONTACTS.values()}),
        "addresses": (addresses(shown).values(), {"addresses", "contacts"}),
        "documents": (documents(shown, opened).values(), DOCUMENTS_OPENED_BY),
        "kids": (kids, KID_SCOPES),
    }
    return {name: collection(list(things)) for name, (things, any_of) in found.items() if opened & any_of}


def _documents_of_kid(child: Person, opened: Opened) -> dict[str, Any]:
    found = list(kid_documents(child, opened).values())
    return {"documents": collection(found)} if "kid_birth_cert_doc" in opened else {}


def collection(elements: list[Any]) -> dict[str, Any]:
    """A collection of objects, or of addresses where they were not asked to be embedded."""
    return {"stateFacts": ["hasSize"], "size": len(elements), "eTag": _tag(elements), "elements": elements}


def _personal(shown: Person, opened: Opened) -> dict[str, Any]:
    facts = {
        "firstName": shown.first_name,
        "lastName": shown.last_name,
        "middleName": shown.middle_name,
        "birthDate": _day(shown.birth_date),
        "birthPlace": shown.birth_place,
        "gender": shown.gender,
        "snils": shown.snils,
    }
    names = [name for scope, names in _BY_SCOPE.items() if scope in opened for name in names]
    return {name: facts[name] for name in names if facts[name]}


def _contact(contact: Contact) -> dict[str, Any]:
    return {"type": contact.kind, "vrfStu": "VERIFIED", "value": contact.value, "isCfmCodeExpired": False}


def _address(address: Address) -> dict[str, Any]:
    line = f"{address.region}, {address.city}, {address.street}, дом {address.house}"
    facts = {
        "type": address.kind,
        "countryId": "RUS",
        "zipCode": address.zip_code,
        "region": address.region,
        "city": address.city,
        "street": address.street,
        "house": address.house,
        "addressStr": line,
    }
    return facts | ({"flat": address.flat} if address.flat else {})


def _document(document: Document, owner: Person) -> dict[str, Any]:
    facts = {
        "type": document.kind,
        "vrfStu": "VERIFIED",
        "series": document.series,
        "number": document.number,
        "issueDate": _day(document.issued),
        "issuedBy": document.issued_by,
        "lastName": owner.last_name,
        "firstName": owner.first_name,
    }
    return facts | ({"issueId": document.issue_id} if document.issue_id else {})


def _numbered(owner: Person, collection_name: str, things: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Numbers are stable: they follow from the owner, the collection and the place in it."""
    base = {"ctts": 1, "addrs": 4, "docs": 7}[collection_name]
    numbers = (int(owner.oid) * 100 + base * 10 + place for place in range(10))
    return {str(number): _entity({"id": number, **thing}) for number, thing in zip(numbers, things, strict=False)}


def _entity(facts: dict[str, Any], state: str = "Identifiable") -> dict[str, Any]:
    return {"stateFacts": [state], **facts, "eTag": _tag(facts)}


def _tag(facts: object) -> str:
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:40].upper()


def _day(value: date) -> str:
    return value.strftime("%d.%m.%Y")
