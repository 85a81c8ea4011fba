"""Codes and refresh tokens become tokens."""

from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, Response, g, jsonify, make_response, request

from webapp.core import clock
from webapp.sandbox import world
from webapp.sandbox.doors import machine
from webapp.sandbox.esia import provider
from webapp.sandbox.esia.clients import Profile
from webapp.sandbox.esia.grants import Grant
from webapp.sandbox.esia.parameters import Exchange, Parameters, Side, client_of, exchange
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.esia.signatures import is_verifier_of
from webapp.sandbox.esia.tokens import LIFE
from webapp.sandbox.failures import Failure, Step, System

blueprint = Blueprint("esia_tokens", __name__)
OVERDUE = timedelta(hours=2)


@blueprint.post("/aas/oauth2/v3/te", defaults={"profile": Profile.V2V3})
@blueprint.post("/aas/oauth2/te", defaults={"profile": Profile.V1})
@machine(System.ESIA)
def token(profile: Profile) -> Response:
    """Exchange a code, or a refresh token, for tokens."""
    try:
        return _tokens(profile)
    except Refused as refusal:
        return told(refusal, 400)


def told(refusal: Refused, status: int) -> Response:
    """A refusal as programs hear it."""
    g.refusal = refusal.code
    return make_response(jsonify(error=refusal.error, error_description=refusal.description), status)


def begin() -> Parameters:
    """The parameters of a request for tokens. Raises Refused where the sandbox is told to refuse, or no form came."""
    here = world.current()
    demanded = here.demanded(Step.TOKEN)
    if demanded:
        raise Refused(demanded)
    if here.failure(System.ESIA) is Failure.REFUSE:
        raise Refused("007053")
    if request.mimetype != "application/x-www-form-urlencoded":
        raise Refused("007038")
    return Parameters(request.form)


def redeemed(asked: Exchange, profile: Profile) -> Grant:
    """The grant behind a code, which is used up by it: also by a wrong verifier. Raises Refused."""
    if world.current().failure(System.ESIA) is Failure.TWICE:
        raise Refused("007011")
    codes = world.current().codes
    grant = codes.get(asked.code)
    if grant is None or not _is_for(grant, asked, profile) or grant.is_over(clock.now()):
        raise Refused("007011")
    if codes.take(asked.code) is None:
        raise Refused("007011")
    challenge = grant.authorisation.challenge
    if bool(challenge) != bool(asked.verifier):
        raise Refused("007040")
    if challenge and not is_verifier_of(challenge, asked.verifier):
        raise Refused("007040")
    return grant


def issued_at() -> datetime:
    """The moment that new tokens are of: one long ago where the sandbox is told so."""
    is_late = world.current().failure(System.ESIA) is Failure.LATE
    return clock.now() - (OVERDUE if is_late else timedelta())


def _tokens(profile: Profile) -> Response:
    parameters = begin()
    if "Authorization" in request.headers:
        raise Refused("007003", "Authorization")
    own = provider.current()
    side = Side(client_of(parameters, own.clients), profile, own.seals)
    asked = exchange(parameters, side, clock.now())
    grant = _renewed(asked, profile) if asked.is_renewal else redeemed(asked, profile)
    if set(asked.scopes) != set(grant.authorisation.scopes):
        raise Refused("007006", "scope")
    person = world.current().people.named(grant.slug)
    assert person is not None
    now, algorithm = issued_at(), side.client.token_algorithm
    answer: dict[str, Any] = {
        "access_token": own.tokens.access(grant, person.oid, now, algorithm),
        "id_token": own.tokens.identity(grant, person, person.level(clock.today()), now, algorithm),
        "state": asked.state,
        "token_type": "Bearer",
        "expires_in": int(LIFE.total_seconds()),
    }
    if grant.authorisation.is_offline:
        answer["refresh_token"] = own.tokens.refresh()
        world.current().renewals.put(answer["refresh_token"], grant)
    return make_response(jsonify(answer))


def _renewed(asked: Exchange, profile: Profile) -> Grant:
    """The grant behind a refresh token, which is good once: the answer brings the next one. Raises Refused."""
    renewals = world.current().renewals
    grant = renewals.get(asked.code)
    if grant is None or not _is_for(grant, asked, profile) or renewals.take(asked.code) is None:
        raise Refused("007011")
    return grant


def _is_for(grant: Grant, asked: Exchange, profile: Profile) -> bool:
    """Whether who asks is who it was made for. A renewal that sends no address is judged without it."""
    known = grant.authorisation
    is_same_address = known.return_address == asked.return_address or (asked.is_renewal and not asked.return_address)
    return known.client_id == asked.client_id and known.profile is profile and is_same_address
