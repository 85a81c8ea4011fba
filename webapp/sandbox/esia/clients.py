"""What is known of a site that may sign people in: its registration.

As at the real ЕСИА it fixes the mnemonic, the certificate, the exact addresses of return and the scopes.
"""

import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from webapp.sandbox.esia.scopes import KNOWN


class Profile(StrEnum):
    """The generations of the protocol."""

    V1 = "v1-pkcs7"
    """Authorise and token by v1; what is signed travels in a detached CMS."""
    V2V3 = "v2v3-raw"
    """Authorise by v2, token by v3; raw signatures."""
    GATEWAY = "gateway-oidc"
    """Ordinary OpenID Connect; a gateway signs for the site."""


class TokenAlgorithm(StrEnum):
    """By what ЕСИА signs the tokens of a site."""

    RSA = "RS256"
    GOST = "GOST3410_2012_256"


class RefreshOrder(StrEnum):
    """Whether a site may have refresh tokens, and what it signs to use one. The sources contradict each other."""

    NONE = "none"
    ADDRESS = "address"
    """client_id, scope, scope_org, timestamp, state, redirect_uri."""
    TOKEN = "token"
    """client_id, scope, timestamp, state, refresh_token."""


@dataclass(frozen=True, slots=True)
class Client:
    """A registered site. `certificate` is PEM; `home` is its first page, without a slash at its end.

    `gateway_secret_hash` is `hash_of` its secret at the gateway, empty where it has none.
    """

    client_id: str
    name: str
    home: str
    certificate: str
    return_addresses: tuple[str, ...]
    scopes: frozenset[str] = KNOWN
    needs_pkce: bool = True
    profiles: frozenset[Profile] = frozenset({Profile.V2V3})
    token_algorithm: TokenAlgorithm = TokenAlgorithm.RSA
    gateway_secret_hash: str = ""
    refresh_order: RefreshOrder = RefreshOrder.NONE

    def may_be_left_to(self, address: str) -> bool:
        """Whether people may be sent to this address after sign-out: one of a host of the site."""
        return origin_of(address) in {origin_of(known) for known in (self.home, *self.return_addresses)}

    def is_secret(self, secret: str) -> bool:
        """Whether this is the site's secret at the gateway."""
        return bool(self.gateway_secret_hash) and hmac.compare_digest(hash_of(secret), self.gateway_secret_hash)


def hash_of(secret: str) -> str:
    """What is kept of a secret that was made by chance and is long."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as a content policy writes them; empty where it is no web address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or "\\" in address:
        return ""
    if not address.isprintable():  # `urlsplit` passes over ends of lines, a header does not
        return ""
    return f"{parts.scheme}://{parts.hostname}" + (f":{port}" if port else "")
