"""What may be configured, with safe defaults: environment variables with the prefix ORIENTIR_."""

import contextlib
import os
import secrets
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from limits import parse_many
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PROJECT_ROOT = Path(__file__).resolve().parent.parent
SHORTEST_KEY = 32


class Environment(StrEnum):
    """Where the process runs: `demo` shows invented data, `test` is for tests, `production` refuses both."""

    DEMO = "demo"
    TEST = "test"
    PRODUCTION = "production"


def _comma_separated(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _limit(value: str) -> str:
    parse_many(value)  # Flask-Limiter would log a wrong limit and then not limit at all
    return value


Limit = Annotated[str, AfterValidator(_limit)]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_comma_separated)]
Keys = Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(_comma_separated)]


class Settings(BaseSettings):
    """Typed settings of one process. Immutable; made once at start and handed to `create_app`.

    Raises pydantic's ValidationError (a ValueError) that names the variable when a value cannot be used.
    """

    model_config = SettingsConfigDict(env_prefix="ORIENTIR_", frozen=True, hide_input_in_errors=True)

    env: Environment = Environment.DEMO
    host: str = Field("127.0.0.1", description="Address that the web server listens on.")
    port: int = Field(8000, ge=1, le=65535)
    workers: int = Field(2, ge=1, le=64)
    data_dir: Path = Field(PROJECT_ROOT / "var", description="Database, built styles and demo keys live here.")
    database_url: str = Field("", repr=False, description="SQLAlchemy address; empty means SQLite in data_dir.")
    secret_keys: Keys = Field((), description="Signing keys, comma separated: the first signs, all verify.")
    trusted_proxies: int = Field(0, ge=0, le=5, description="How many reverse proxies set X-Forwarded-*.")
    trusted_hosts: Names = Field((), description="Names of the site, comma separated; others get a 400.")
    session_idle_minutes: int = Field(120, ge=60, description="U37: never under an hour.")
    session_absolute_hours: int = Field(24, ge=20, description="U37: what was typed is kept at least 20 hours.")
    largest_body_bytes: int = Field(256 * 1024, ge=64 * 1024)
    longest_address: int = Field(4000, ge=500, description="Characters of path and query together.")
    search_limit: Limit = Field("60 per minute", description="Searches by one address; the syntax of `limits`.")
    form_limit: Limit = Field("60 per minute", description="Forms sent by one address.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def is_production(self) -> bool:
        return self.env is Environment.PRODUCTION

    @property
    def database(self) -> str:
        """The SQLAlchemy address in force."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'orientir.sqlite3'}"

    @model_validator(mode="after")
    def _keys_are_fit_for_production(self) -> Self:
        if any(len(key.get_secret_value()) < SHORTEST_KEY for key in self.secret_keys):
            raise ValueError(f"ORIENTIR_SECRET_KEYS: each key needs at least {SHORTEST_KEY} characters")
        if self.is_production and not self.secret_keys:
            raise ValueError("ORIENTIR_SECRET_KEYS must be set in production; demo keys are refused there")
        if self.is_production and not self.trusted_hosts:
            raise ValueError("ORIENTIR_TRUSTED_HOSTS must be set in production: the names that the site answers to")
        return self

    def signing_keys(self) -> list[str]:
        """Keys in order: the first signs, all verify. Outside production one is made and kept in data_dir."""
        if self.secret_keys:
            return [key.get_secret_value() for key in self.secret_keys]
        return [_demo_key(self.data_dir / "demo_keys" / "secret_key")]


def _demo_key(path: Path) -> str:
    """Read the demo key, or make it: a whole file is linked into place, so that two starting workers agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        made = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        with open(made, "x", encoding="ascii", opener=_private) as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
        made.unlink()
    return path.read_text(encoding="ascii")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
