"""What ЕСИА tells of a person besides their record: addresses, contacts, documents, children.

Each is a collection of its own, opened by scopes of its own. None of them decides whether somebody is signed in.
"""

import re
from typing import Any

from webapp.gateways.identity import fields
from webapp.gateways.identity.port import AddressKind, Child, Contact, ContactKind, Document, PostalAddress

LONGEST_LINE = 500
"""Characters of a whole address, or of the name of who issued a document."""
MOST_CHILDREN = 20
_OID = re.compile(r"[0-9]{1,20}", re.ASCII)
_ADDRESSES = {"PRG": AddressKind.REGISTRATION, "PLV": AddressKind.LIVING}
_CONTACTS = {"EML": ContactKind.EMAIL, "MBT": ContactKind.MOBILE}
_IDENTITY = ("RF_PASSPORT", "FID_DOC")
"""Documents that tell who somebody is, the first that is there."""
_BIRTH = ("RF_BRTH_CERT", "BRTH_CERT", "FID_BRTH_CERT", "OLD_BRTH_CERT")


def addresses(told: object) -> tuple[PostalAddress, ...]:
    """Addresses of registration and of living, registration first."""
    found = [_address(kind, each) for each in fields.elements(told) if (kind := _named(_ADDRESSES, each))]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: list(AddressKind).index(each.kind)))


def region_of(found: tuple[PostalAddress, ...]) -> str | None:
    """The region of the address of registration, else of that of living; None where neither names one."""
    return next((address.region for address in found if address.region), None)


def contacts(told: object) -> tuple[Contact, ...]:
    """E-mail and mobile; what was never given is left out."""
    listed = [(kind, each) for each in fields.elements(told) if (kind := _named(_CONTACTS, each))]
    found = (Contact(kind, fields.text(each, "value"), each.get("vrfStu") == "VERIFIED") for kind, each in listed)
    return tuple(dict.fromkeys(contact for contact in found if contact.value))


def identity_document(told: object) -> Document | None:
    """The document that tells who the person is: a confirmed one before others, a passport before others."""
    return _best(told, _IDENTITY)


def birth_certificate(told: object) -> Document | None:
    return _best(told, _BIRTH)


def children(told: object) -> tuple[Child, ...]:
    """The children; certificates only where they stand there. Whoever has no number or no name is left out.

    One number is one child, who is told first: twice in a list, a child would be heard of twice.
    """
    found: dict[str, Child] = {}
    for child in map(_child, fields.elements(told)[:MOST_CHILDREN]):
        if child.oid and (child.first_name or child.last_name):
            found.setdefault(child.oid, child)
    return tuple(found.values())


def _named(kinds: dict[str, Any], told: dict[str, Any]) -> Any:
    kind = told.get("type")
    return kinds.get(kind) if isinstance(kind, str) else None


def _address(kind: AddressKind, told: dict[str, Any]) -> PostalAddress:
    return PostalAddress(
        kind=kind,
        text=fields.text(told, "addressStr", LONGEST_LINE),
        postcode=fields.text(told, "zipCode"),
        region=fields.text(told, "region"),
        fias=fields.text(told, "fiasCode"),
    )


def _best(told: object, kinds: tuple[str, ...]) -> Document | None:
    found = [_document(each) for each in fields.elements(told) if each.get("type") in kinds]
    numbered = [document for document in found if document.number]
    return min(numbered, key=lambda each: (not each.is_confirmed, kinds.index(each.kind)), default=None)


def _document(told: dict[str, Any]) -> Document:
    return Document(
        kind=fields.text(told, "type"),
        series=fields.text(told, "series"),
        number=fields.text(told, "number"),
        issued=fields.day(told.get("issueDate")),
        issued_by=fields.text(told, "issuedBy", LONGEST_LINE),
        division_code=fields.division_code(told.get("issueId")),
        is_confirmed=told.get("vrfStu") == "VERIFIED",
    )


def _child(told: dict[str, Any]) -> Child:
    number = told.get("id", told.get("oid"))
    oid = str(number) if isinstance(number, int | str) and not isinstance(number, bool) else ""
    return Child(
        oid=oid if _OID.fullmatch(oid) else "",
        last_name=fields.text(told, "lastName"),
        first_name=fields.text(told, "firstName"),
        middle_name=fields.text(told, "middleName"),
        birth_date=fields.day(told.get("birthDate")),
        snils=fields.snils(told.get("snils")),
        birth_certificate=birth_certificate(told.get("documents")),  # a gateway tells all at once
    )
