"""Builds the gateways from settings and hands them out. What settings leave empty points at the sandbox."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from flask import Flask, current_app
from pydantic import SecretStr

from webapp import demo_keys
from webapp.core import clock
from webapp.esia_settings import EsiaSettings
from webapp.gateways.accompaniment.http import HttpAccompanimentRegister
from webapp.gateways.accompaniment.port import AccompanimentRegister
from webapp.gateways.identity.gateway import GatewayIdentity
from webapp.gateways.identity.http import EsiaIdentity
from webapp.gateways.identity.port import Identity
from webapp.gateways.programmes.http import HttpProgrammeRegister
from webapp.gateways.programmes.port import ProgrammeRegister
from webapp.settings import RegisterSettings, Settings

Chosen = TypeVar("Chosen", bound=RegisterSettings)
RETURN_PATH = "/sign-in/return"
"""Where ЕСИА sends people back to; registered there, so it never changes and has no language."""


def init_app(app: Flask, settings: Settings) -> None:
    def now() -> datetime:
        found: clock.Clock = app.extensions["clock"]
        return found.now()

    app.extensions["identity"] = _identity(settings, now)
    app.extensions["programme_register"] = HttpProgrammeRegister(_register(settings, settings.programmes, "programmes"))
    accompaniment = _register(settings, settings.accompaniment, "accompaniment")
    app.extensions["accompaniment_register"] = HttpAccompanimentRegister(accompaniment)


def identity() -> Identity:
    """The sign-on of state sites."""
    found: Identity = current_app.extensions["identity"]
    return found


def account_address() -> str:
    """Where people mend what the sign-on says of them: at the sandbox its first page."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.esia.account_url if settings.esia.base_url else f"{settings.sandbox_url}/"


def programme_register() -> ProgrammeRegister:
    """The register of programmes."""
    found: ProgrammeRegister = current_app.extensions["programme_register"]
    return found


def accompaniment_register() -> AccompanimentRegister:
    """The register of accompaniment."""
    found: AccompanimentRegister = current_app.extensions["accompaniment_register"]
    return found


def _identity(settings: Settings, now: Callable[[], datetime]) -> Identity:
    esia = _esia(settings)
    client = GatewayIdentity if esia.is_gateway else EsiaIdentity
    return client(esia, esia.redirect_uri or settings.own_url + RETURN_PATH, now)


def _esia(settings: Settings) -> EsiaSettings:
    if settings.esia.base_url:
        return settings.esia
    gateway = f"{settings.sandbox_url}/gateway"
    if settings.esia.is_gateway:
        secret = SecretStr(demo_keys.secret(settings.demo_keys / "esia_gateway_secret"))
        return settings.esia.model_copy(update={"base_url": gateway, "issuer": gateway, "client_secret": secret})
    key, certificate = demo_keys.signing_pair(settings.demo_keys, "esia_client")
    sandbox = {
        "base_url": settings.sandbox_url,
        "issuer": f"{settings.sandbox_url}/",
        "key_file": key,
        "certificate_file": certificate,
        "token_certificates": (demo_keys.signing_pair(settings.demo_keys, "esia_token")[1],),
    }
    return settings.esia.model_copy(update=sandbox)


def _register(settings: Settings, register: Chosen, name: str) -> Chosen:
    """The register's settings, complete: those of the sandbox's register of this name where no address is given."""
    if register.base_url:
        return register
    key = demo_keys.secret(settings.demo_keys / f"{name}_key")
    sandbox = {"base_url": f"{settings.sandbox_url}/registers/{name}", "key": SecretStr(key)}
    return register.model_copy(update=sandbox)
