"""Columns that a thief of the database file cannot read: Fernet (AES-128-CBC, HMAC-SHA-256) under keys of their own.

Names in addresses that tell a stranger nothing come of the same keys (HMAC-SHA-256). The first key of
ORIENTIR_DATA_KEYS writes, all of them read. `rewrite` brings every row under the first.
"""

import base64
import hmac
import json
from typing import Any

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import Flask, current_app
from sqlalchemy.orm import DeclarativeBase, Session

from webapp.settings import Settings

NAME_BYTES = 10
WHY = "a value was written with a key that ORIENTIR_DATA_KEYS does not hold, or was changed"


class Unreadable(RuntimeError):
    """A stored value was written with a key that is not among the present ones, or was changed by somebody."""


class EncryptedJson(sa.types.TypeDecorator[Any]):
    """Anything that JSON can hold, kept as one token of encrypted text. Cannot be searched, sorted or compared.

    Reading raises Unreadable.
    """

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        if value is None:
            return None
        return _keys().encrypt(json.dumps(value, ensure_ascii=False).encode()).decode("ascii")

    def process_result_value(self, value: str | None, dialect: Any) -> Any:
        if value is None:
            return None
        try:
            return json.loads(_keys().decrypt(value))
        except (InvalidToken, ValueError):
            raise Unreadable(WHY) from None


def seal(value: Any) -> str:
    """A value that JSON can hold, as text that only this site can read or make: for a page to carry it."""
    return _keys().encrypt(json.dumps(value).encode()).decode("ascii")


def unseal(text: str) -> Any:
    """What was sealed; None where the text is forged, changed, or of a key that is no more."""
    try:
        return json.loads(_keys().decrypt(text.encode("utf-8", "replace")))
    except (InvalidToken, ValueError):
        return None


def fingerprint(text: str) -> str:
    """Names a text (a СНИЛС) without telling it: 64 hexadecimal digits, under the first key.

    Two rows about one text can be found by it; a thief of the file cannot try all numbers without the key.
    """
    return fingerprints(text)[0]


def fingerprints(text: str) -> list[str]:
    """Under each of the keys, the first one first: a row may have been written before the keys were changed."""
    secrets: list[bytes] = current_app.extensions["fingerprints"]
    return [hmac.digest(secret, text.encode(), "sha256").hex() for secret in secrets]


def name_of(fact: str) -> str:
    """A name of a fact for an address: of it nobody else can tell, or try out, what it stands for.

    It changes with the first key.
    """
    return _names_of(fact)[0]


def is_name_of(fact: str, name: str) -> bool:
    """Whether an address names this fact, by any of the keys: one that was kept before a change of keys still leads."""
    return any(hmac.compare_digest(known.encode(), name.encode("utf-8", "replace")) for known in _names_of(fact))


def _names_of(fact: str) -> list[str]:
    keys: list[bytes] = current_app.extensions["address_keys"]
    return [hmac.digest(key, fact.encode(), "sha256")[:NAME_BYTES].hex() for key in keys]


def init_app(app: Flask, settings: Settings) -> None:
    secrets = settings.encryption_keys()
    app.extensions["encryption"] = MultiFernet([Fernet(_fernet_key(secret)) for secret in secrets])
    app.extensions["address_keys"] = [_address_key(secret) for secret in secrets]
    app.extensions["fingerprints"] = [_fingerprint_key(secret) for secret in secrets]


def rewrite(database: Session, base: type[DeclarativeBase]) -> int:
    """Encrypt every value anew with the first key, in the caller's transaction; returns how many there were.

    Raises Unreadable when one of them cannot be read; then nothing is changed.
    """
    count = 0
    for table in base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, EncryptedJson):
                count += _rewrite(database, table, column)
    return count


def _rewrite(database: Session, table: sa.Table, column: sa.Column[Any]) -> int:
    token = sa.type_coerce(column, sa.Text)
    key = list(table.primary_key.columns)
    rows = database.execute(sa.select(token, *key).where(column.is_not(None)).with_for_update()).all()
    for written, *values in rows:
        here = sa.and_(*(part == value for part, value in zip(key, values, strict=True)))
        renewed = _renewed(written)
        database.execute(sa.update(table).where(here).values({column.name: sa.literal(renewed, sa.Text)}))
    return len(rows)


def _renewed(written: str) -> str:
    try:
        return _keys().rotate(written.encode()).decode("ascii")
    except (InvalidToken, ValueError):
        raise Unreadable(WHY) from None


def _fernet_key(secret: str) -> bytes:
    """Any secret of the settings as the 32 bytes that Fernet wants; the label keeps other uses of a secret apart."""
    return base64.urlsafe_b64encode(hmac.digest(b"orientir: encrypted columns", secret.encode(), "sha256"))


def _fingerprint_key(secret: str) -> bytes:
    return hmac.digest(b"orientir: fingerprints", secret.encode(), "sha256")


def _address_key(secret: str) -> bytes:
    return hmac.digest(b"orientir: names in addresses", secret.encode(), "sha256")


def _keys() -> MultiFernet:
    keys: MultiFernet = current_app.extensions["encryption"]
    return keys
