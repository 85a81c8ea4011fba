"""ЕСИА's refusals: its numbers, what OAuth calls them, its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """OAuth's name of an error and the words that go with the number."""

    error: str
    words: str


_CONSENT = Meaning("invalid_request", "The consent that is asked for is wrong")
"""Of the Digital Profile. The sources do not say what OAuth calls these; the sandbox says it so."""
MEANINGS = {
    "007002": Meaning("invalid_request", "The certificate does not match the mnemonic of the system"),
    "007003": Meaning("invalid_request", "A parameter is wrong or given more than once"),
    "007004": Meaning("access_denied", "The owner of the resource has denied the request"),
    "007005": Meaning("unauthorized_client", "The client may not use this way of authorisation"),
    "007006": Meaning("invalid_scope", "The requested scope is wrong, unknown or not granted to the system"),
    "007007": Meaning("server_error", "An internal error of the service"),
    "007008": Meaning("temporarily_unavailable", "The service is overloaded or under maintenance"),
    "007009": Meaning("unsupported_response_type", "The response type is not supported"),
    "007011": Meaning("invalid_grant", "The authorisation code is invalid, used, expired or issued to another client"),
    "007012": Meaning("unsupported_grant_type", "The grant type is not supported"),
    "007013": Meaning("invalid_scope", "The request does not contain the scope"),
    "007014": Meaning("invalid_request", "The request does not contain the mandatory parameter"),
    "007015": Meaning("invalid_request", "The time of the request is wrong"),
    "007019": Meaning("access_denied", "There is no permission for the access"),
    "007023": Meaning("invalid_request", "The redirect address is not among the allowed ones"),
    "007038": Meaning("invalid_request", "The parameters cannot be read"),
    "007039": Meaning("invalid_request", "The code challenge is missing"),
    "007040": Meaning("invalid_grant", "The code verifier does not match the code challenge"),
    "007046": Meaning("access_denied", "A one-time code is not possible though the scope demands it"),
    "007053": Meaning("invalid_request", "OAuthErrorEnum.clientSecretWrong"),
    "007055": Meaning("access_denied", "Sign-in with an unconfirmed account is not allowed"),
    "007060": Meaning("invalid_request", "The roles are wrong"),
    "007061": Meaning("invalid_request", "The kind of object is wrong"),
    "007062": Meaning("invalid_request", "The kind of object or the role is wrong"),
    "007194": Meaning("invalid_request", "An organisation's scope, and the person is not its employee"),
    "008010": Meaning("invalid_client", "The client could not prove who it is"),
    **{f"0367{number:02}": _CONSENT for number in (*range(8), 16, 26, 27)},
}


class Refused(Exception):
    """ЕСИА refuses. `detail` names the parameter that is at fault, where there is one; never its value."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = f"ESIA-{code}"
        self.error = MEANINGS[code].error
        self.description = f"{self.code}: {MEANINGS[code].words}" + (f": {detail}" if detail else "")


class Unmet(Refused):
    """A refusal of the gateway that ЕСИА has no number for: OAuth's name alone."""

    def __init__(self, error: str, words: str) -> None:
        Exception.__init__(self, error)
        self.code, self.error, self.description = error, error, words
