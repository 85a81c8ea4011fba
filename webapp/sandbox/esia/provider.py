"""The provider's own things for the present application: its clients, its keys and tokens, what checks signatures."""

from dataclasses import dataclass

from flask import Flask, current_app

from webapp.sandbox.esia.keys import Keys
from webapp.sandbox.esia.openssl import Openssl
from webapp.sandbox.esia.registrations import Clients
from webapp.sandbox.esia.signatures import Seals
from webapp.sandbox.esia.tokens import Tokens
from webapp.settings import Settings

GATEWAY = "/gateway"
_EXTENSION = "sandbox_esia"


@dataclass(frozen=True, slots=True)
class Provider:
    """Who may ask, what checks their signatures, what signs the answers. `address` is where all of it stands."""

    clients: Clients
    seals: Seals
    keys: Keys
    tokens: Tokens
    address: str


def init_app(app: Flask, settings: Settings) -> None:
    openssl = Openssl(settings.data_dir)
    keys = Keys(settings.demo_keys, openssl)
    address = settings.sandbox_url
    tokens = Tokens(keys, f"{address}/", f"{address}{GATEWAY}")
    app.extensions[_EXTENSION] = Provider(Clients(settings), Seals(openssl), keys, tokens, address)


def current() -> Provider:
    found: Provider = current_app.extensions[_EXTENSION]
    return found
