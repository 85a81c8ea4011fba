"""The sites that are registered with this ЕСИА. To register one more, add a `Client` to `registered`.

As at the real one a registration fixes the mnemonic, the certificate, the exact addresses of return and the scopes.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from webapp import demo_keys
from webapp.sandbox.esia.scopes import KNOWN
from webapp.settings import Settings


@dataclass(frozen=True, slots=True)
class Client:
    """A registered site. `certificate` is a PEM file; `home` is its first page, without a slash at its end."""

    client_id: str
    name: str
    home: str
    certificate: Path
    return_addresses: tuple[str, ...]
    scopes: frozenset[str] = KNOWN
    needs_pkce: bool = True

    def may_be_left_to(self, address: str) -> bool:
        """Whether people may be sent to this address after sign-out: one of a host of the site."""
        return origin_of(address) in {origin_of(known) for known in (self.home, *self.return_addresses)}


def registered(settings: Settings) -> dict[str, Client]:
    """Mnemonic → client."""
    clients = (
        Client(
            client_id=settings.esia.client_id,
            name="Ориентир",
            home=settings.own_url,
            certificate=demo_keys.signing_pair(settings.demo_keys, "esia_client")[1],
            return_addresses=(f"{settings.own_url}/sign-in/return",),
        ),
    )
    return {client.client_id: client for client in clients}


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as a content policy writes them; empty where it is no web address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or "\\" in address:
        return ""
    return f"{parts.scheme}://{parts.hostname}" + (f":{port}" if port else "")
