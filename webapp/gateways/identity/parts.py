"""The parts of what is read of a person besides their record: which scopes open each, where it is, where it is put.

A part that no configured scope opens is not asked for. One that fails stays empty: nobody has to wait for it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from webapp.gateways.identity import resources
from webapp.gateways.identity.port import Identified

CERTIFICATES_SCOPE = "kid_birth_cert_doc"


@dataclass(frozen=True, slots=True)
class Part:
    """`name` is how a gateway calls it, `path` where ЕСИА has it below the person."""

    name: str
    path: str
    scopes: frozenset[str]
    put: Callable[[object, Identified], Identified]


def wanted(scopes: str) -> tuple[Part, ...]:
    """The parts that these scopes open."""
    asked = frozenset(scopes.split())
    return tuple(part for part in PARTS if part.scopes & asked)


def _with_addresses(told: object, person: Identified) -> Identified:
    found = resources.addresses(told)
    return replace(person, addresses=found, region=resources.region_of(found))


def _with_contacts(told: object, person: Identified) -> Identified:
    return replace(person, contacts=resources.contacts(told))


def _with_document(told: object, person: Identified) -> Identified:
    return replace(person, document=resources.identity_document(told))


def _with_children(told: object, person: Identified) -> Identified:
    return replace(person, children=resources.children(told), are_children_told=True)


PARTS = (
    Part("addresses", "/addrs", frozenset({"addresses", "contacts"}), _with_addresses),
    Part("contacts", "/ctts", frozenset({"email", "mobile", "contacts"}), _with_contacts),
    Part("documents", "/docs", frozenset({"id_doc"}), _with_document),
    Part(
        "kids",
        "/kids",
        frozenset({"kid_fullname", "kid_birthdate", "kid_snils", "kid_gender", CERTIFICATES_SCOPE}),
        _with_children,
    ),
)
"""In the order of asking: the region decides what a person is shown, so it comes first."""
