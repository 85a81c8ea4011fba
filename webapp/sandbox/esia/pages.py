"""ЕСИА for people: a site sends them here, they say who they are, they agree, they go back."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for

from webapp.core import clock
from webapp.core.access import Proof, public
from webapp.sandbox import visitors, world
from webapp.sandbox.esia import provider, second_step
from webapp.sandbox.esia.clients import Profile
from webapp.sandbox.esia.grants import PASSWORD, Grant
from webapp.sandbox.esia.parameters import Parameters, Side, authorisation, client_of, return_address_of
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.esia.scopes import spoken
from webapp.sandbox.esia.steps import (
    back,
    is_let_in,
    needs_code,
    number,
    pending,
    refusal_of_level,
    sent_back,
    wait_for_person,
    who,
)
from webapp.sandbox.failures import Step

blueprint = Blueprint("esia", __name__)
ALLOW, REFUSE = "allow", "refuse"


@blueprint.get("/aas/oauth2/v2/ac", defaults={"profile": Profile.V2V3})
@blueprint.get("/aas/oauth2/ac", defaults={"profile": Profile.V1})
@public()
def authorise(profile: Profile) -> Response:
    """A site sends a person. What is wrong with the site itself is told here, everything else is told to the site."""
    parameters, own = Parameters(request.args), provider.current()
    try:
        client = client_of(parameters, own.clients)
        address = return_address_of(parameters, client)
    except Refused as refusal:
        return make_response(render_template("sandbox/wrong_client.html", code=refusal.code), 400)
    try:
        demanded = world.current().demanded(Step.AUTHORISE)
        if demanded:
            raise Refused(demanded)
        asked = authorisation(parameters, Side(client, profile, own.seals), address, clock.now())
    except Refused as refusal:
        return sent_back(address, refusal, request.args.get("state", ""))
    return wait_for_person(asked)


@blueprint.get("/sign-in")
@public()
def sign_in() -> Response:
    """Choose who you are."""
    _, client = pending()
    people = world.current().people.with_accounts()
    return make_response(render_template("sandbox/sign_in.html", client=client, people=people))


@blueprint.post("/sign-in")
@public(Proof.ORIGIN)
def enter() -> Response:
    """Be this person from now on, or after one more step."""
    asked, _ = pending()
    person = world.current().people.named(request.form.get("person", ""))
    if person is None or not person.can_sign_in:
        abort(400)
    if not is_let_in(person, asked):
        world.current().pending.take(number())
        response = sent_back(asked.return_address, refusal_of_level(asked), asked.state)
    elif needs_code(person):
        return second_step.begin(person)
    else:
        response = make_response(redirect(url_for("esia.consent", request=number()), 303))
    visitors.sign_in(response, person.slug, (PASSWORD,))
    return response


@blueprint.get("/consent")
@public()
def consent() -> Response:
    """Shall the site know this of you?"""
    asked, client = pending()
    here = who(asked)
    if here is None:
        return make_response(redirect(url_for("esia.sign_in", request=number())))
    told = spoken(asked.scopes)
    return make_response(render_template("sandbox/consent.html", client=client, person=here.person, told=told))


@blueprint.post("/consent")
@public(Proof.ORIGIN)
def decide() -> Response:
    """Yes or no; then back to the site."""
    asked, _ = pending()
    here = who(asked)
    if here is None:
        return make_response(redirect(url_for("esia.sign_in", request=number()), 303))
    decision = request.form.get("decision")
    if decision not in {ALLOW, REFUSE} or request.form.get("person") != here.person.slug:
        abort(400)  # somebody else has signed in meanwhile: who agreed is not who would be told
    if world.current().pending.take(number()) is None:
        abort(404)
    if decision == REFUSE:
        return sent_back(asked.return_address, Refused("007004"), asked.state)
    code = provider.current().tokens.code(asked.client_id, clock.now())
    session = here.session
    grant = Grant(asked, session.slug, session.number, session.since, clock.now(), session.ways)
    world.current().codes.put(code, grant)
    return back(asked.return_address, code=code, state=asked.state)


@blueprint.get("/idp/ext/Logout")
@public()
def sign_out() -> Response:
    """End the session, then back to the site; only to a registered host, whatever the address says."""
    client = provider.current().clients.get(request.args.get("client_id", ""))
    address = request.args.get("redirect_url", "")
    if client is not None and client.may_be_left_to(address):
        response = make_response(redirect(address))
    else:
        status = 400 if address else 200
        response = make_response(render_template("sandbox/signed_out.html", is_refused=bool(address)), status)
    visitors.sign_out(response)
    return response
