"""A gateway before this ЕСИА: ordinary OpenID Connect, for sites that do not sign by themselves.

Sign-in and consent are the same pages. Refusals carry OAuth's names, and ЕСИА's number where there is one.
"""

import re
from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from webapp.core import clock
from webapp.core.access import public
from webapp.sandbox import world
from webapp.sandbox.doors import machine
from webapp.sandbox.esia import exchanges, provider, resources
from webapp.sandbox.esia.clients import Client, Profile
from webapp.sandbox.esia.grants import Authorisation
from webapp.sandbox.esia.parameters import (
    AUTHORISATION_CODE,
    Exchange,
    Parameters,
    check_profile,
    client_of,
    return_address_of,
    scopes_of,
)
from webapp.sandbox.esia.refusals import Refused, Unmet
from webapp.sandbox.esia.scopes import KNOWN, opened
from webapp.sandbox.esia.steps import sent_back, wait_for_person, who
from webapp.sandbox.esia.tokens import GATEWAY_ACCESS, LIFE
from webapp.sandbox.failures import Failure, Step, System

blueprint = Blueprint("gateway", __name__, url_prefix=provider.GATEWAY)
_PROMPTS = frozenset({"login", "consent", "select_account", "none"})
_AGAIN = frozenset({"login", "select_account"})
_AGE = re.compile(r"[0-9]{1,9}")


@blueprint.get("/.well-known/openid-configuration")
@public()
def configuration() -> Response:
    """What a client reads first."""
    issuer = provider.current().tokens.gateway
    return make_response(
        jsonify(
            issuer=issuer,
            authorization_endpoint=f"{issuer}/auth/authorize",
            token_endpoint=f"{issuer}/auth/token",
            userinfo_endpoint=f"{issuer}/auth/userinfo",
            jwks_uri=f"{issuer}/auth/jwks",
            scopes_supported=sorted(KNOWN),
            response_types_supported=["code"],
            grant_types_supported=[AUTHORISATION_CODE],
            subject_types_supported=["public"],
            id_token_signing_alg_values_supported=["RS256"],
            token_endpoint_auth_methods_supported=["client_secret_basic", "client_secret_post"],
            code_challenge_methods_supported=["S256"],
            prompt_values_supported=sorted(_PROMPTS),
            claims_supported=["sub", "auth_time", "amr", "nonce", "info"],
        )
    )


@blueprint.get("/auth/jwks")
@public()
def jwks() -> Response:
    """The keys that id tokens are verified by."""
    return make_response(jsonify(keys=[provider.current().keys.public_jwk()]))


@blueprint.get("/auth/authorize")
@public()
def authorise() -> Response:
    """A site sends a person."""
    parameters = Parameters(request.args)
    try:
        client = client_of(parameters, provider.current().clients)
        address = return_address_of(parameters, client)
    except Refused as refusal:
        return make_response(render_template("sandbox/wrong_client.html", code=refusal.code), 400)
    try:
        asked, prompts = _asked(parameters, client, address)
        if "none" in prompts:
            raise Unmet(*_UNMET[who(asked) is not None])
    except Refused as refusal:
        return sent_back(address, refusal, request.args.get("state", ""))
    return wait_for_person(asked)


_UNMET = {
    False: ("login_required", "Nobody has signed in, and the request allows no page"),
    True: ("consent_required", "Consent is asked for every time, and the request allows no page"),
}
"""Whether somebody is signed in → why nothing can be told without a page."""


def _asked(parameters: Parameters, client: Client, address: str) -> tuple[Authorisation, set[str]]:
    demanded = world.current().demanded(Step.AUTHORISE)
    if demanded:
        raise Refused(demanded)
    check_profile(client, Profile.GATEWAY)
    parameters.one_of("response_type", frozenset({"code"}), "007009")
    prompts = set(parameters.optional("prompt").split())
    if not prompts <= _PROMPTS or ("none" in prompts and len(prompts) > 1):
        raise Refused("007003", "prompt")
    asked = Authorisation(
        client_id=client.client_id,
        return_address=address,
        scopes=scopes_of(parameters, client),
        state=parameters.optional("state"),
        challenge=parameters.challenge(client.needs_pkce),
        profile=Profile.GATEWAY,
        nonce=parameters.optional("nonce"),
        signed_in_since=_since(prompts, parameters.optional("max_age")),
    )
    return asked, prompts


def _since(prompts: set[str], most_age: str) -> datetime | None:
    """When the person must have signed in at the earliest."""
    if prompts & _AGAIN:
        return clock.now()
    if not most_age:
        return None
    if not _AGE.fullmatch(most_age):
        raise Refused("007003", "max_age")
    return clock.now() - timedelta(seconds=int(most_age))


@blueprint.post("/auth/token")
@machine(System.ESIA)
def gateway_token() -> Response:
    """Exchange a code for tokens; the site proves who it is by its secret, in the header or in the form."""
    try:
        return _tokens()
    except Refused as refusal:
        answer = exchanges.told(refusal, 401 if refusal.error == "invalid_client" else 400)
        if answer.status_code == 401:
            answer.headers["WWW-Authenticate"] = 'Basic realm="gateway"'
        return answer


def _tokens() -> Response:
    parameters, own = exchanges.begin(), provider.current()
    client = _proved(parameters)
    check_profile(client, Profile.GATEWAY)
    parameters.one_of("grant_type", frozenset({AUTHORISATION_CODE}), "007012")
    address = return_address_of(parameters, client)
    asked = Exchange(client.client_id, address, (), "", parameters.needed("code"), parameters.verifier())
    grant = exchanges.redeemed(asked, Profile.GATEWAY)
    person = world.current().people.named(grant.slug)
    assert person is not None
    now = exchanges.issued_at()
    return make_response(
        jsonify(
            access_token=own.tokens.gateway_access(grant, person.oid, now),
            id_token=own.tokens.gateway_identity(grant, person, now),
            token_type="Bearer",
            expires_in=int(LIFE.total_seconds()),
            scope=" ".join(grant.authorisation.scopes),
        )
    )


def _proved(parameters: Parameters) -> Client:
    """The site, by its secret, shown in one place only. Raises Refused: 008010."""
    shown = request.authorization
    posted = parameters.optional("client_id"), parameters.optional("client_secret")
    if shown is not None and (shown.type != "basic" or posted[1]):
        raise Refused("008010")
    client_id, secret = posted if shown is None else (shown.username or "", shown.password or "")
    client = provider.current().clients.get(client_id)
    if client is None or not client.is_secret(secret) or posted[0] not in {"", client_id}:
        raise Refused("008010")
    return client


@blueprint.route("/auth/userinfo", methods=["GET", "POST"])
@machine(System.ESIA)
def gateway_person() -> Response:
    """Everything that the scopes open, at once."""
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    access = provider.current().tokens.opened_by(shown, clock.now(), GATEWAY_ACCESS) if kind == "Bearer" else None
    person = world.current().people.numbered(access.oid) if access is not None else None
    is_refused = world.current().failure(System.ESIA) is Failure.REFUSE
    if access is None or person is None or is_refused:
        answer = make_response(jsonify(error="invalid_token"), 403 if is_refused else 401)
        answer.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
        return answer
    scopes = opened(access.scope, person.oid)
    info: dict[str, Any] = resources.person(person, scopes, person.level(clock.today()))
    info |= resources.all_collections(person, scopes, world.current().people.children_of(person))
    return make_response(jsonify(sub=person.oid, info=info))
