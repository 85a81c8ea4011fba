"""Reading a client's request: each parameter once, each as it must be. All raise Refused."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from werkzeug.datastructures import MultiDict

from webapp.sandbox.esia.clients import Client, Profile, RefreshOrder
from webapp.sandbox.esia.grants import Authorisation
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.esia.registrations import Clients
from webapp.sandbox.esia.scopes import OPENID
from webapp.sandbox.esia.signatures import SIGNED, Seals, order_of, text_of

MOST_SKEW = timedelta(seconds=300)
AUTHORISATION_CODE, REFRESH_TOKEN = "authorization_code", "refresh_token"
_TIME = "%Y.%m.%d %H:%M:%S %z"
_TIME_SHAPE = re.compile(r"\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d [+-]\d{4}")
_STATE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")
_FILTERS = frozenset({"", "conf_acc", "acc_kid", "acc_not_kid"})


@dataclass(frozen=True, slots=True)
class Side:
    """The site that asks, by which generation of the protocol, and what checks its signatures."""

    client: Client
    profile: Profile
    seals: Seals


@dataclass(frozen=True, slots=True)
class Exchange:
    """A client's right request for tokens; the code and its verifier are still to be looked at.

    `code` is a refresh token where `is_renewal`.
    """

    client_id: str
    return_address: str
    scopes: tuple[str, ...]
    state: str
    code: str
    verifier: str = ""
    is_renewal: bool = False


class Parameters:
    """The parameters of a request, none of them given twice."""

    def __init__(self, given: MultiDict[str, str]) -> None:
        self._given = given

    def optional(self, name: str) -> str:
        values = self._given.getlist(name)
        if len(values) > 1:
            raise Refused("007003", name)
        return values[0] if values else ""

    def needed(self, name: str, code: str = "007014") -> str:
        value = self.optional(name)
        if not value:
            raise Refused(code, name)
        return value

    def one_of(self, name: str, allowed: frozenset[str], code: str = "007003") -> str:
        value = self.optional(name) if "" in allowed else self.needed(name)
        if value not in allowed:
            raise Refused(code, name)
        return value

    def shaped(self, name: str, shape: re.Pattern[str]) -> str:
        value = self.needed(name)
        if not shape.fullmatch(value):
            raise Refused("007003", name)
        return value

    def verifier(self) -> str:
        """PKCE's, empty where there is none."""
        return self.shaped("code_verifier", _VERIFIER) if self.optional("code_verifier") else ""

    def challenge(self, is_needed: bool) -> str:
        """PKCE's, empty where there is none and none is needed."""
        if not self.optional("code_challenge"):
            if is_needed or self.optional("code_challenge_method"):
                raise Refused("007039", "code_challenge")
            return ""
        self.one_of("code_challenge_method", frozenset({"S256"}))
        return self.shaped("code_challenge", _CHALLENGE)

    def signed(self) -> dict[str, str]:
        """The parameters that a signature may cover."""
        return {name: self.optional(name) for name in SIGNED}


def client_of(parameters: Parameters, clients: Clients) -> Client:
    """Who asks. A mnemonic without a registration has no certificate either."""
    client = clients.get(parameters.needed("client_id"))
    if client is None:
        raise Refused("007002", "client_id")
    return client


def return_address_of(parameters: Parameters, client: Client) -> str:
    """Where the person is to be sent back to: exactly one of the registered addresses."""
    address = parameters.needed("redirect_uri")
    if address not in client.return_addresses:
        raise Refused("007023", "redirect_uri")
    return address


def scopes_of(parameters: Parameters, client: Client) -> tuple[str, ...]:
    """What the site wants to know: `openid` among it, each once, nothing that was not granted to the site."""
    scopes = tuple(parameters.needed("scope", "007013").split(" "))
    if parameters.optional("scope_org") or OPENID not in scopes or len(set(scopes)) != len(scopes):
        raise Refused("007006", "scope")
    if not client.scopes.issuperset(scopes):
        raise Refused("007006", "scope")
    return scopes


def check_profile(client: Client, profile: Profile) -> None:
    """A site uses the generations that it is registered for."""
    if profile not in client.profiles:
        raise Refused("007005", "client_id")


def authorisation(parameters: Parameters, side: Side, return_address: str, now: datetime) -> Authorisation:
    """The request for a person's agreement."""
    check_profile(side.client, side.profile)
    parameters.one_of("response_type", frozenset({"code"}), "007009")
    access = parameters.one_of("access_type", frozenset({"online", "offline"}))
    if access == "offline" and side.client.refresh_order is RefreshOrder.NONE:
        raise Refused("007005", "access_type")
    _check_organisations(parameters)
    state, scopes = _signed_facts(parameters, side, now)
    has_pkce = side.profile is not Profile.V1
    return Authorisation(
        client_id=side.client.client_id,
        return_address=return_address,
        scopes=scopes,
        state=state,
        challenge=parameters.challenge(side.client.needs_pkce) if has_pkce else "",
        person_filter=parameters.one_of("person_filter", _FILTERS),
        profile=side.profile,
        is_offline=access == "offline",
    )


def exchange(parameters: Parameters, side: Side, now: datetime) -> Exchange:
    """The request for tokens, by a code or by a refresh token."""
    check_profile(side.client, side.profile)
    grant = parameters.one_of("grant_type", frozenset({AUTHORISATION_CODE, REFRESH_TOKEN}), "007012")
    parameters.one_of("token_type", frozenset({"Bearer"}))
    is_renewal = grant == REFRESH_TOKEN
    order = side.client.refresh_order
    if is_renewal and order is RefreshOrder.NONE:
        raise Refused("007005", "grant_type")
    code = parameters.needed(REFRESH_TOKEN if is_renewal else "code")
    sends_address = not (is_renewal and order is RefreshOrder.TOKEN and side.profile is not Profile.V1)
    address = return_address_of(parameters, side.client) if sends_address else ""
    state, scopes = _signed_facts(parameters, side, now, is_renewal)
    verifier = "" if is_renewal or side.profile is Profile.V1 else parameters.verifier()
    return Exchange(side.client.client_id, address, scopes, state, code, verifier, is_renewal)


def _signed_facts(
    parameters: Parameters, side: Side, now: datetime, is_renewal: bool = False
) -> tuple[str, tuple[str, ...]]:
    """What all requests share: state, scopes, time, certificate, signature. Returns state and scopes."""
    state = parameters.shaped("state", _STATE)
    scopes = scopes_of(parameters, side.client)
    secret = parameters.needed("client_secret")
    if side.profile is Profile.V2V3:
        digest = parameters.needed("client_certificate_hash")
        if not side.seals.is_certificate_of(side.client, digest):
            raise Refused("007002", "client_certificate_hash")
    _check_time(parameters.shaped("timestamp", _TIME_SHAPE), now)
    text = text_of(parameters.signed(), order_of(side.client, side.profile, is_renewal))
    if not side.seals.is_signed(side.client, side.profile, text, secret):
        raise Refused("007053")
    return state, scopes


def _check_organisations(parameters: Parameters) -> None:
    """People sign in here as themselves: organisations and roles are what nobody has."""
    if parameters.optional("roles"):
        raise Refused("007060", "roles")
    if parameters.optional("obj_type") not in {"", "P"}:
        raise Refused("007061", "obj_type")


def _check_time(told: str, now: datetime) -> None:
    try:
        moment = datetime.strptime(told, _TIME)
    except ValueError:
        raise Refused("007003", "timestamp") from None
    if abs(now - moment) > MOST_SKEW:
        raise Refused("007015", "timestamp")
