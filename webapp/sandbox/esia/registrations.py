"""Registrations of sites: files of the data folder, one a site, read anew at every question.

«Ориентир» itself is known without a file; a file under its mnemonic stands in its place.
"""

import re
import secrets
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from webapp import demo_keys
from webapp.sandbox.esia.certificates import KeyKind, kind_of
from webapp.sandbox.esia.clients import Client, Profile, TokenAlgorithm, hash_of, origin_of
from webapp.sandbox.esia.openssl import Openssl
from webapp.sandbox.esia.scopes import KNOWN, OPENID
from webapp.settings import Settings

FOLDER = "sandbox_clients"
_MNEMONIC = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_FILE = TypeAdapter(Client)


class BadRegistration(ValueError):
    """A site cannot be registered so; the message is one line that says why."""


class Clients:
    """Who may ask. `own` are the sites that are known without a file."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.data_dir / FOLDER
        self.own = {settings.esia.client_id: _own(settings)}

    def get(self, client_id: str) -> Client | None:
        """The site of this mnemonic. A file that cannot be read registers nobody."""
        if not _MNEMONIC.fullmatch(client_id):
            return None
        path = _path(self._folder, client_id)
        return _read(path) if path.exists() else self.own.get(client_id)


def _own(settings: Settings) -> Client:
    return Client(
        client_id=settings.esia.client_id,
        name="Ориентир",
        home=settings.own_url,
        certificate=demo_keys.signing_pair(settings.demo_keys, "esia_client")[1].read_text(encoding="ascii"),
        return_addresses=(f"{settings.own_url}/sign-in/return",),
        profiles=frozenset(Profile),
        gateway_secret_hash=hash_of(demo_keys.secret(settings.demo_keys / "esia_gateway_secret")),
    )


def add(data_dir: Path, client: Client) -> None:
    """Register a site. Raises BadRegistration when something of it cannot be."""
    _check_words(client)
    _check_keys(client, Openssl(data_dir))
    path = _path(data_dir / FOLDER, client.client_id)
    if path.exists():
        raise BadRegistration(f"{client.client_id} is registered already; remove it first")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_suffix(f".{secrets.token_hex(4)}")
    half.write_bytes(_FILE.dump_json(client, indent=1))
    half.replace(path)


def remove(data_dir: Path, client_id: str) -> None:
    """Forget a registered site. Raises BadRegistration where there is none of this mnemonic."""
    try:
        if not _MNEMONIC.fullmatch(client_id):
            raise FileNotFoundError
        _path(data_dir / FOLDER, client_id).unlink()
    except FileNotFoundError:
        raise BadRegistration(f"no site {client_id} was registered by this command") from None


def registered(data_dir: Path) -> list[tuple[str, Client | None]]:
    """Mnemonics of the files in their order; None where a file cannot be read."""
    return [(path.stem, _read(path)) for path in sorted((data_dir / FOLDER).glob("*.json"))]


def _read(path: Path) -> Client | None:
    try:
        return _FILE.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _check_words(client: Client) -> None:
    if not _MNEMONIC.fullmatch(client.client_id):
        raise BadRegistration("the mnemonic is up to 64 Latin letters, digits, dots, hyphens and underscores")
    if not client.name.strip() or not client.return_addresses or not client.profiles:
        raise BadRegistration("a name, an address of return and a profile are needed")
    for address in (client.home, *client.return_addresses):
        if not origin_of(address) or "#" in address or not address.isascii() or any(map(str.isspace, address)):
            raise BadRegistration(f"{address!r} is no web address")
    unknown = sorted(client.scopes - KNOWN)
    if unknown or OPENID not in client.scopes:
        raise BadRegistration(f"scopes: {', '.join(unknown)} unknown" if unknown else f"scopes: {OPENID} is needed")


def _check_keys(client: Client, openssl: Openssl) -> None:
    kind = _kind(client)
    if KeyKind.OTHER is kind:
        raise BadRegistration("the certificate's key is neither RSA nor GOST R 34.10-2012 of 256 bits")
    if (kind is KeyKind.GOST or client.token_algorithm is TokenAlgorithm.GOST) and not openssl.has_gost:
        raise BadRegistration("GOST needs OpenSSL's engine gost.so (Debian: libengine-gost-openssl), which is not here")
    if Profile.GATEWAY in client.profiles and client.token_algorithm is TokenAlgorithm.GOST:
        raise BadRegistration("the gateway signs by RS256 alone")


def _kind(client: Client) -> KeyKind | None:
    """None where no certificate is given and none is needed: at the gateway alone."""
    if not client.certificate and client.profiles == {Profile.GATEWAY}:
        return None
    try:
        return kind_of(client.certificate)
    except ValueError:
        raise BadRegistration("the certificate is no certificate in PEM") from None


def _path(folder: Path, client_id: str) -> Path:
    return folder / f"{client_id}.json"
