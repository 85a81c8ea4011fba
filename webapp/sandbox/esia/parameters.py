"""Reading a client's request: each parameter once, each as it must be. All raise Refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from werkzeug.datastructures import MultiDict

from webapp.sandbox.esia.clients import Client
from webapp.sandbox.esia.grants import Authorisation
from webapp.sandbox.esia.refusals import Refused
from webapp.sandbox.esia.scopes import OPENID
from webapp.sandbox.esia.signatures import SIGNED, is_certificate_of, is_signed, text_of

MOST_SKEW = timedelta(seconds=300)
_TIME = "%Y.%m.%d %H:%M:%S %z"
_TIME_SHAPE = re.compile(r"\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d [+-]\d{4}")
_STATE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")
_FILTERS = frozenset({"", "conf_acc", "acc_kid", "acc_not_kid"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """A client's right request for tokens; the code and its verifier are still to be looked at."""

    client_id: str
    return_address: str
    scopes: tuple[str, ...]
    state: str
    code: str
    verifier: str


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

    def signed(self) -> dict[str, str]:
        """The parameters that a signature covers."""
        return {name: self.optional(name) for name in SIGNED}


def client_of(parameters: Parameters, clients: Mapping[str, Client]) -> Client:
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


def authorisation(parameters: Parameters, client: Client, return_address: str, now: datetime) -> Authorisation:
    """The request for a person's agreement."""
    parameters.one_of("response_type", frozenset({"code"}), "007009")
    parameters.one_of("access_type", frozenset({"online"}), "007005")
    state, scopes = _signed_facts(parameters, client, now)
    return Authorisation(
        client_id=client.client_id,
        return_address=return_address,
        scopes=scopes,
        state=state,
        challenge=_challenge(parameters, client),
        person_filter=parameters.one_of("person_filter", _FILTERS),
    )


def exchange(parameters: Parameters, client: Client, now: datetime) -> Exchange:
    """The request for tokens."""
    parameters.one_of("grant_type", frozenset({"authorization_code"}), "007012")
    parameters.one_of("token_type", frozenset({"Bearer"}))
    code = parameters.needed("code")
    return_address = return_address_of(parameters, client)
    state, scopes = _signed_facts(parameters, client, now)
    verifier = parameters.shaped("code_verifier", _VERIFIER) if parameters.optional("code_verifier") else ""
    return Exchange(client.client_id, return_address, scopes, state, code, verifier)


def _signed_facts(parameters: Parameters, client: Client, now: datetime) -> tuple[str, tuple[str, ...]]:
    """What both requests share: state, scopes, time, certificate, signature. Returns state and scopes."""
    state = parameters.shaped("state", _STATE)
    scopes = _scopes(parameters, client)
    secret = parameters.needed("client_secret")
    if not is_certificate_of(client, parameters.needed("client_certificate_hash")):
        raise Refused("007002", "client_certificate_hash")
    _check_time(parameters.shaped("timestamp", _TIME_SHAPE), now)
    if not is_signed(client, text_of(parameters.signed()), secret):
        raise Refused("007053")
    return state, scopes


def _scopes(parameters: Parameters, client: Client) -> tuple[str, ...]:
    scopes = tuple(parameters.needed("scope", "007013").split(" "))
    if parameters.optional("scope_org") or OPENID not in scopes or len(set(scopes)) != len(scopes):
        raise Refused("007006", "scope")
    if not client.scopes.issuperset(scopes):
        raise Refused("007006", "scope")
    return scopes


def _check_time(told: str, now: datetime) -> None:
    try:
        moment = datetime.strptime(told, _TIME)
    except ValueError:
        raise Refused("007003", "timestamp") from None
    if abs(now - moment) > MOST_SKEW:
        raise Refused("007015", "timestamp")


def _challenge(parameters: Parameters, client: Client) -> str:
    if not parameters.optional("code_challenge"):
        if client.needs_pkce or parameters.optional("code_challenge_method"):
            raise Refused("007039", "code_challenge")
        return ""
    parameters.one_of("code_challenge_method", frozenset({"S256"}))
    return parameters.shaped("code_challenge", _CHALLENGE)
