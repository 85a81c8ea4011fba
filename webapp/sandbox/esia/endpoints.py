"""ЕСИА for programs: access tokens open the person's data; the public part of its keys."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, jsonify, make_response, request

from webapp.core import clock
from webapp.core.access import public
from webapp.sandbox import world
from webapp.sandbox.doors import machine
from webapp.sandbox.esia import provider, resources
from webapp.sandbox.esia.scopes import OPENID, opened
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.people.records import Person

blueprint = Blueprint("esia_data", __name__)
_EMBEDDABLE = {"contacts": "ctts", "addresses": "addrs", "documents": "docs", "kids": "kids"}


@blueprint.get("/public/esia.zip")
@public()
def keys() -> Response:
    """The certificates that tokens are verified by, and the RSA key as a JWK."""
    response = make_response(provider.current().keys.archive())
    response.mimetype = "application/zip"
    return response


@blueprint.get("/rs/prns/<oid>")
@machine(System.ESIA)
def person(oid: str) -> Response:
    """The person; `embed=(contacts.elements,addresses.elements,…)` puts collections into the answer."""
    shown, scopes = _opened(oid, OPENID)
    answer = resources.person(shown, scopes, shown.level(clock.today()))
    for name in request.args.get("embed", "").strip("()").split(","):
        plain = _EMBEDDABLE.get(name.partition(".")[0])
        if plain is not None:
            answer[name.partition(".")[0]] = _collection(oid, plain, name.endswith(".elements"))
    return make_response(jsonify(answer))


@blueprint.get("/rs/prns/<oid>/<any(ctts, addrs, docs, kids):name>")
@machine(System.ESIA)
def collection(oid: str, name: str) -> Response:
    """A collection: of addresses of its elements, with `embed=(elements)` of the elements themselves."""
    return make_response(jsonify(_collection(oid, name, request.args.get("embed") == "(elements)")))


@blueprint.get("/rs/prns/<oid>/<any(ctts, addrs, docs, kids):name>/<number>")
@machine(System.ESIA)
def element(oid: str, name: str, number: str) -> Response:
    """One element of a collection."""
    found = _elements(oid, name).get(number)
    return make_response(jsonify(found)) if found is not None else _problem(404, "not found")


@blueprint.get("/rs/prns/<oid>/kids/<number>/docs")
@machine(System.ESIA)
def kid_documents(oid: str, number: str) -> Response:
    """Documents of a child of the person, as `collection` tells them."""
    found = _kid_documents(oid, number)
    return make_response(jsonify(_told(found, f"{oid}/kids/{number}/docs", request.args.get("embed") == "(elements)")))


@blueprint.get("/rs/prns/<oid>/kids/<number>/docs/<document>")
@machine(System.ESIA)
def kid_document(oid: str, number: str, document: str) -> Response:
    """One of them."""
    found = _kid_documents(oid, number).get(document)
    return make_response(jsonify(found)) if found is not None else _problem(404, "not found")


def _kid_documents(oid: str, number: str) -> dict[str, dict[str, Any]]:
    parent, scopes = _opened(oid, "kid_birth_cert_doc")
    child = world.current().people.numbered(number)
    if child is None or child.slug not in parent.children:
        abort(_problem(404, "not found"))
    return resources.kid_documents(child, scopes)


def _collection(oid: str, name: str, is_embedded: bool) -> dict[str, Any]:
    return _told(_elements(oid, name), f"{oid}/{name}", is_embedded)


def _told(found: dict[str, dict[str, Any]], path: str, is_embedded: bool) -> dict[str, Any]:
    base = f"{request.host_url}rs/prns/{path}"
    return resources.collection(list(found.values()) if is_embedded else [f"{base}/{number}" for number in found])


def _elements(oid: str, name: str) -> dict[str, dict[str, Any]]:
    read: dict[str, Callable[[], dict[str, dict[str, Any]]]] = {
        "ctts": lambda: resources.contacts(*_opened(oid, "contacts", "email", "mobile")),
        "addrs": lambda: resources.addresses(_opened(oid, "addresses", "contacts")[0]),
        "docs": lambda: resources.documents(*_opened(oid, *resources.DOCUMENTS_OPENED_BY)),
        "kids": lambda: _kids(*_opened(oid, *resources.KID_SCOPES)),
    }
    return read[name]()


def _kids(parent: Person, scopes: frozenset[str]) -> dict[str, dict[str, Any]]:
    return {child.oid: resources.kid(child, scopes) for child in world.current().people.children_of(parent)}


def _opened(oid: str, *any_of: str) -> tuple[Person, frozenset[str]]:
    """The person and what the shown token opens of them. Answers 401 without a token, 403 without a fitting scope."""
    if world.current().failure(System.ESIA) is Failure.REFUSE:
        abort(_problem(403, "access denied"))
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    access = provider.current().tokens.opened_by(shown, clock.now()) if kind == "Bearer" else None
    if access is None:
        answer = _problem(401, "a valid access token is needed")
        answer.headers["WWW-Authenticate"] = "Bearer"
        abort(answer)
    person_shown = world.current().people.numbered(oid)
    scopes = opened(access.scope, oid)
    if access.oid != oid or person_shown is None or not scopes.intersection(any_of):
        abort(_problem(403, "the scope does not open this"))
    return person_shown, scopes


def _problem(status: int, words: str) -> Response:
    return make_response(jsonify(code=f"ESIA-{status}", message=words), status)
