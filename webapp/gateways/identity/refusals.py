"""What ЕСИА's refusals mean for the visitor, by its own numbers and by the errors of OAuth."""

import re

from webapp.gateways.identity.port import NotIdentified, Refusal

_NUMBER = re.compile(r"\bESIA-\d{6}\b", re.ASCII)

BY_NUMBER = {
    "ESIA-007002": Refusal.MISCONFIGURED,  # the certificate is not that of our name
    "ESIA-007003": Refusal.MISCONFIGURED,
    "ESIA-007004": Refusal.DENIED,
    "ESIA-007005": Refusal.MISCONFIGURED,
    "ESIA-007006": Refusal.MISCONFIGURED,  # the scope
    "ESIA-007007": Refusal.BUSY,
    "ESIA-007008": Refusal.BUSY,
    "ESIA-007009": Refusal.MISCONFIGURED,
    "ESIA-007011": Refusal.EXPIRED,
    "ESIA-007012": Refusal.MISCONFIGURED,
    "ESIA-007013": Refusal.MISCONFIGURED,
    "ESIA-007014": Refusal.MISCONFIGURED,
    "ESIA-007015": Refusal.MISCONFIGURED,  # our clock
    "ESIA-007019": Refusal.NOT_ALLOWED,
    "ESIA-007023": Refusal.MISCONFIGURED,  # the address to return to
    "ESIA-007038": Refusal.MISCONFIGURED,
    "ESIA-007039": Refusal.MISCONFIGURED,
    "ESIA-007040": Refusal.EXPIRED,
    "ESIA-007046": Refusal.SECOND_STEP,
    "ESIA-007053": Refusal.MISCONFIGURED,  # the signature
    "ESIA-007055": Refusal.UNCONFIRMED,
    "ESIA-007060": Refusal.MISCONFIGURED,  # roles, of which we ask none
    "ESIA-007061": Refusal.MISCONFIGURED,
    "ESIA-007062": Refusal.MISCONFIGURED,
    "ESIA-007194": Refusal.MISCONFIGURED,  # an organisation's scope
    "ESIA-008010": Refusal.MISCONFIGURED,
    **{
        f"ESIA-{number}": Refusal.MISCONFIGURED  # how consents of the Digital Profile are asked for
        for number in ("036700 036701 036702 036703 036704 036705 036706 036707 036716 036726 036727".split())
    },
}
"""ЕСИА's number → its meaning for the visitor."""

_BY_ERROR = {
    "access_denied": Refusal.DENIED,
    "invalid_client": Refusal.MISCONFIGURED,
    "invalid_scope": Refusal.MISCONFIGURED,
    "unauthorized_client": Refusal.MISCONFIGURED,
    "unsupported_response_type": Refusal.MISCONFIGURED,
    "unsupported_grant_type": Refusal.MISCONFIGURED,
    "invalid_grant": Refusal.EXPIRED,
    "server_error": Refusal.BUSY,
    "temporarily_unavailable": Refusal.BUSY,
}


def refusal_of(error: object, description: object) -> NotIdentified:
    """The meaning of `error` and `error_description`, whatever they hold. What is not known is UNAVAILABLE.

    Only ЕСИА's number is taken over from the description: the rest may be anybody's words.
    """
    code = number_in(description)
    by_error = _BY_ERROR.get(error, Refusal.UNAVAILABLE) if isinstance(error, str) else Refusal.UNAVAILABLE
    return NotIdentified(BY_NUMBER.get(code, by_error), code)


def number_in(description: object) -> str:
    """ЕСИА's number in a text («ESIA-007004»); empty where there is none."""
    found = _NUMBER.search(description) if isinstance(description, str) else None
    return found.group() if found else ""


def untrusted() -> NotIdentified:
    return NotIdentified(Refusal.UNTRUSTED)


def unavailable() -> NotIdentified:
    return NotIdentified(Refusal.UNAVAILABLE)
