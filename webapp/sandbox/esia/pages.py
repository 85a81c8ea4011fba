"""ЕСИА for people: a site sends them here, they say who they are, they agree, they go back."""

import secrets
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request, url_for

from webapp.core import clock
from webapp.core.access import Proof, public
from webapp.sandbox import visitors, world
from webapp.sandbox.esia import provider
from webapp.sandbox.esia.clients import Client, origin_of
from webapp.sandbox.esia.grants import Authorisation, Grant
from webapp.sandbox.esia.parameters import Parameters, authorisation, client_of, return_address_of
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.esia.scopes import spoken
from webapp.sandbox.people.records import Person

blueprint = Blueprint("esia", __name__)
REQUEST_BYTES = 24
ALLOW, REFUSE = "allow", "refuse"
_LEVELS = {"conf_acc": frozenset({"PR"}), "acc_kid": frozenset({"KD"}), "acc_not_kid": frozenset({"PR", "P"})}
_WRONG_LEVEL = {"conf_acc": "007055", "acc_kid": "007019", "acc_not_kid": "007019"}


@blueprint.get("/aas/oauth2/v2/ac")
@public()
def authorise() -> Response:
    """A site sends a person. What is wrong with the site itself is told here, everything else is told to the site."""
    parameters = Parameters(request.args)
    try:
        client = client_of(parameters, provider.current().clients)
        address = return_address_of(parameters, client)
    except Refused as refusal:
        return make_response(render_template("sandbox/wrong_client.html", code=refusal.code), 400)
    try:
        asked = authorisation(parameters, client, address, clock.now())
    except Refused as refusal:
        return _sent_back(address, refusal, request.args.get("state", ""))
    number = secrets.token_urlsafe(REQUEST_BYTES)
    world.current().pending.put(number, asked)
    person = visitors.person()
    step = "consent" if person is not None and _may_enter(person, asked) else "sign_in"
    return make_response(redirect(url_for(f"esia.{step}", request=number)))


@blueprint.get("/sign-in")
@public()
def sign_in() -> Response:
    """Choose who you are."""
    _, client = _pending()
    people = world.current().people.with_accounts()
    return make_response(render_template("sandbox/sign_in.html", client=client, people=people))


@blueprint.post("/sign-in")
@public(Proof.ORIGIN)
def enter() -> Response:
    """Be this person from now on."""
    asked, _ = _pending()
    person = world.current().people.named(request.form.get("person", ""))
    if person is None or not person.can_sign_in:
        abort(400)
    if _may_enter(person, asked):
        response = make_response(redirect(url_for("esia.consent", request=_number()), 303))
    else:
        world.current().pending.take(_number())
        response = _sent_back(asked.return_address, Refused(_WRONG_LEVEL[asked.person_filter]), asked.state)
    visitors.sign_in(response, person.slug)
    return response


@blueprint.get("/consent")
@public()
def consent() -> Response:
    """Shall the site know this of you?"""
    asked, client = _pending()
    person = visitors.person()
    if person is None or not _may_enter(person, asked):
        return make_response(redirect(url_for("esia.sign_in", request=_number())))
    told = spoken(asked.scopes)
    return make_response(render_template("sandbox/consent.html", client=client, person=person, told=told))


@blueprint.post("/consent")
@public(Proof.ORIGIN)
def decide() -> Response:
    """Yes or no; then back to the site."""
    asked, _ = _pending()
    person, session = visitors.person(), visitors.session()
    if person is None or session is None or not _may_enter(person, asked):
        return make_response(redirect(url_for("esia.sign_in", request=_number()), 303))
    decision = request.form.get("decision")
    if decision not in {ALLOW, REFUSE} or request.form.get("person") != person.slug:
        abort(400)  # somebody else has signed in meanwhile: who agreed is not who would be told
    if world.current().pending.take(_number()) is None:
        abort(404)
    if decision == REFUSE:
        return _sent_back(asked.return_address, Refused("007004"), asked.state)
    code = provider.current().tokens.code(asked.client_id, clock.now())
    grant = Grant(asked, person.slug, session.number, session.since, clock.now())
    world.current().codes.put(code, grant)
    return _redirect(asked.return_address, code=code, state=asked.state)


@blueprint.get("/idp/ext/Logout")
@public()
def sign_out() -> Response:
    """End the session, then back to the site; only to a registered host, whatever the address says."""
    client = provider.current().clients.get(request.args.get("client_id", ""))
    back = request.args.get("redirect_url", "")
    if client is not None and client.may_be_left_to(back):
        response = make_response(redirect(back))
    else:
        status = 400 if back else 200
        response = make_response(render_template("sandbox/signed_out.html", is_refused=bool(back)), status)
    visitors.sign_out(response)
    return response


def _number() -> str:
    return request.args.get("request", "")


def _pending() -> tuple[Authorisation, Client]:
    """What the site asked for, and the site, to which the page may lead on. Answers 404 when it is over or unknown."""
    asked = world.current().pending.get(_number())
    if asked is None:
        abort(404, "request")
    g.leads_to = origin_of(asked.return_address)
    return asked, provider.current().clients[asked.client_id]


def _may_enter(person: Person, asked: Authorisation) -> bool:
    """Whether the site lets accounts of this level in."""
    return person.level(clock.today()) in _LEVELS.get(asked.person_filter, {"PR", "P", "KD"})


def _sent_back(address: str, refusal: Refused, state: str) -> Response:
    told = {"error": refusal.error, "error_description": refusal.description}
    return _redirect(address, **told, **({"state": state} if state else {}))


def _redirect(address: str, **told: str) -> Response:
    return make_response(redirect(f"{address}{'&' if '?' in address else '?'}{urlencode(told)}"))
