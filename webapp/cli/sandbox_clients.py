"""Registering other sites at the sandbox's ЕСИА."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from webapp.sandbox.esia import registrations
from webapp.sandbox.esia.clients import Client, Profile, RefreshOrder, TokenAlgorithm, hash_of
from webapp.sandbox.esia.registrations import BadRegistration
from webapp.sandbox.esia.scopes import KNOWN
from webapp.settings import Settings

SECRET_BYTES = 32
_LARGEST_CERTIFICATE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Description:
    """What the command is told of a site."""

    name: str
    home: str
    return_address: tuple[str, ...]
    certificate: Path | None
    profile: tuple[str, ...]
    scopes: str
    pkce: bool
    token_algorithm: str
    refresh_order: str


def described(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that describes a site."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _one_of(names: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([each.value for each in names])


_OPTIONS = (
    click.option("--name", required=True, help="The name that people hear on the pages."),
    click.option("--home", required=True, help="The site's first page."),
    click.option("--return-address", multiple=True, required=True, help="Exact address of return; may be repeated."),
    click.option("--certificate", type=click.Path(path_type=Path), help="PEM, RSA or GOST; the gateway needs none."),
    click.option("--profile", type=_one_of(Profile), multiple=True, default=(Profile.V2V3.value,), show_default=True),
    click.option("--scopes", default="", help="Separated by spaces; all known ones when left out."),
    click.option("--pkce/--no-pkce", default=False, help="Whether PKCE is demanded.", show_default=True),
    click.option(
        "--token-algorithm",
        type=_one_of(TokenAlgorithm),
        default=TokenAlgorithm.RSA.value,
        show_default=True,
        help="What tokens for the site are signed by.",
    ),
    click.option(
        "--refresh-order",
        type=_one_of(RefreshOrder),
        default=RefreshOrder.ADDRESS.value,
        show_default=True,
        help="What is signed with a refresh token; none: the site may have no such tokens.",
    ),
)


def added(settings: Settings, mnemonic: str, told: Description) -> Iterator[str]:
    """Register a site; says what only now can be said. Raises BadRegistration."""
    if settings.is_production:
        raise BadRegistration("production has no sandbox")
    profiles = frozenset(map(Profile, told.profile))
    secret = secrets.token_urlsafe(SECRET_BYTES) if Profile.GATEWAY in profiles else ""
    client = Client(
        client_id=mnemonic,
        name=told.name,
        home=told.home.rstrip("/"),
        certificate=_text(told.certificate),
        return_addresses=told.return_address,
        scopes=frozenset(told.scopes.split()) or KNOWN,
        needs_pkce=told.pkce,
        profiles=profiles,
        token_algorithm=TokenAlgorithm(told.token_algorithm),
        gateway_secret_hash=hash_of(secret) if secret else "",
        refresh_order=RefreshOrder(told.refresh_order),
    )
    registrations.add(settings.data_dir, client)
    yield f"{_line(client)}: registered"
    if secret:
        yield f"secret of the gateway, shown only now: {secret}"


def listed(settings: Settings) -> Iterator[str]:
    """A line about each site that was registered by command, and how many there are."""
    found = registrations.registered(settings.data_dir)
    for mnemonic, client in found:
        yield _line(client) if client is not None else f"{mnemonic}  its file cannot be read: remove it"
    yield f"sites: {len(found)}, and {settings.esia.client_id} itself"


def removed(settings: Settings, mnemonic: str) -> str:
    """Forget a site. Raises BadRegistration where there is none."""
    registrations.remove(settings.data_dir, mnemonic)
    return f"{mnemonic}: removed"


def _line(client: Client) -> str:
    return f"{client.client_id}  {client.name}  {', '.join(sorted(client.profiles))}  {client.token_algorithm.value}"


def _text(certificate: Path | None) -> str:
    if certificate is None:
        return ""
    try:
        with certificate.open("rb") as file:
            return file.read(_LARGEST_CERTIFICATE).decode("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRegistration(f"{certificate}: cannot be read ({type(error).__name__})") from None
