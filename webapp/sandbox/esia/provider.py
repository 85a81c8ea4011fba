"""The provider's own things for the present application: its clients and its tokens."""

from dataclasses import dataclass

from flask import Flask, current_app

from webapp import demo_keys
from webapp.sandbox.esia.clients import Client, registered
from webapp.sandbox.esia.tokens import Tokens
from webapp.settings import Settings

_EXTENSION = "sandbox_esia"


@dataclass(frozen=True, slots=True)
class Provider:
    """Who may ask (mnemonic → client), and what signs the answers."""

    clients: dict[str, Client]
    tokens: Tokens


def init_app(app: Flask, settings: Settings) -> None:
    key = demo_keys.signing_pair(settings.demo_keys, "esia_token")[0]
    app.extensions[_EXTENSION] = Provider(registered(settings), Tokens(key, f"{settings.sandbox_url}/"))


def current() -> Provider:
    found: Provider = current_app.extensions[_EXTENSION]
    return found
