"""ЕСИА for programs: codes become tokens, tokens open the person's data."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, Response, abort, g, jsonify, make_response, request

from webapp.core import clock
from webapp.sandbox import world
from webapp.sandbox.doors import machine
from webapp.sandbox.esia import provider, resources
from webapp.sandbox.esia.grants import Grant
from webapp.sandbox.esia.parameters import Exchange, Parameters, client_of, exchange
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.esia.scopes import OPENID, opened
from webapp.sandbox.esia.signatures import is_verifier_of
from webapp.sandbox.esia.tokens import LIFE
from webapp.sandbox.failures import Failure, System
from webapp.sandbox.people.records import Person

blueprint = Blueprint("esia_data", __name__)
OVERDUE = timedelta(hours=2)
_EMBEDDABLE = {"contacts": "ctts", "addresses": "addrs", "documents": "docs", "kids": "kids"}


@blueprint.post("/aas/oauth2/v3/te")
@machine(System.ESIA)
def token() -> Response:
    """Exchange a code for tokens."""
    try:
        return _tokens()
    except Refused as refusal:
        g.refusal = refusal.code
        return make_response(jsonify(error=refusal.error, error_description=refusal.description), 400)


def _tokens() -> Response:
    failure = world.current().failure(System.ESIA)
    if failure is Failure.REFUSE:
        raise Refused("007053")
    if "Authorization" in request.headers:
        raise Refused("007003", "Authorization")
    parameters = Parameters(request.form)
    asked = exchange(parameters, client_of(parameters, provider.current().clients), clock.now())
    if failure is Failure.TWICE:
        raise Refused("007011")
    grant = _redeemed(asked)
    person = world.current().people.named(grant.slug)
    assert person is not None
    now = clock.now() - (OVERDUE if failure is Failure.LATE else timedelta())
    tokens = provider.current().tokens
    answer = {
        "access_token": tokens.access(grant, person.oid, now),
        "id_token": tokens.identity(grant, person, person.level(clock.today()), now),
        "state": asked.state,
        "token_type": "Bearer",
        "expires_in": int(LIFE.total_seconds()),
    }
    return make_response(jsonify(answer))


def _redeemed(asked: Exchange) -> Grant:
    """The grant behind a code, which is used up by it: also by a wrong verifier. Raises Refused."""
    codes = world.current().codes
    grant = codes.get(asked.code)
    if grant is None or not _is_for(grant, asked, clock.now()) or codes.take(asked.code) is None:
        raise Refused("007011")
    authorisation = grant.authorisation
    if bool(authorisation.challenge) != bool(asked.verifier):
        raise Refused("007040")
    if authorisation.challenge and not is_verifier_of(authorisation.challenge, asked.verifier):
        raise Refused("007040")
    if set(asked.scopes) != set(authorisation.scopes):
        raise Refused("007006", "scope")
    return grant


def _is_for(grant: Grant, asked: Exchange, now: datetime) -> bool:
    known = grant.authorisation
    is_same = (known.client_id, known.return_address) == (asked.client_id, asked.return_address)
    return is_same and not grant.is_over(now)


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
    """Documents of a child of the person."""
    parent, scopes = _opened(oid, "kid_birth_cert_doc")
    child = world.current().people.numbered(number)
    if child is None or child.slug not in parent.children:
        return _problem(404, "not found")
    shown = resources.documents(child, frozenset({"birth_cert_doc"}) if "kid_birth_cert_doc" in scopes else frozenset())
    return make_response(jsonify(resources.collection(list(shown.values()))))


def _collection(oid: str, name: str, is_embedded: bool) -> dict[str, Any]:
    found = _elements(oid, name)
    base = f"{request.host_url}rs/prns/{oid}/{name}"
    return resources.collection(list(found.values()) if is_embedded else [f"{base}/{number}" for number in found])


def _elements(oid: str, name: str) -> dict[str, dict[str, Any]]:
    read: dict[str, Callable[[], dict[str, dict[str, Any]]]] = {
        "ctts": lambda: resources.contacts(*_opened(oid, "contacts", "email", "mobile")),
        "addrs": lambda: resources.addresses(_opened(oid, "addresses", "contacts")[0]),
        "docs": lambda: resources.documents(*_opened(oid, *resources.DOCUMENT_SCOPES.values())),
        "kids": lambda: _kids(*_opened(oid, "kid_fullname", "kid_birthdate", "kid_snils")),
    }
    return read[name]()


def _kids(parent: Person, scopes: frozenset[str]) -> dict[str, dict[str, Any]]:
    children = [world.current().people.named(slug) for slug in parent.children]
    return {child.oid: resources.kid(child, scopes) for child in children if child is not None}


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
