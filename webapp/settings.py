"""What may be configured, with safe defaults: environment variables with the prefix ORIENTIR_."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from limits import parse_many
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from webapp import demo_keys
from webapp.esia_settings import EsiaSettings, OptionalFile, comma_separated

PROJECT_ROOT = Path(__file__).resolve().parent.parent
SHORTEST_KEY = 32


class Environment(StrEnum):
    """Where the process runs: `demo` shows invented data, `test` is for tests, `production` refuses both."""

    DEMO = "demo"
    TEST = "test"
    PRODUCTION = "production"


def _limit(value: str) -> str:
    parse_many(value)  # Flask-Limiter would log a wrong limit and then not limit at all
    return value


Limit = Annotated[str, AfterValidator(_limit)]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(comma_separated)]
Keys = Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(comma_separated)]


class RegisterSettings(BaseSettings):
    """A register of the state. Empty values mean the sandbox, which production refuses."""

    model_config = SettingsConfigDict(frozen=True, hide_input_in_errors=True)

    base_url: str = Field("", description="Where requests are sent, without a slash at its end.")
    key: SecretStr = Field(SecretStr(""), description="What we show the register to be let in.")
    timeout_seconds: float = Field(3, gt=0, le=10)
    tls_ca: OptionalFile = Field(None, description="PEM of who vouches for its host; empty: the library's list.")
    fresh_hours: int = Field(24, ge=1, description="After that what was received is asked for anew.")


class ProgrammeSettings(RegisterSettings):
    """The register of programmes (ИПРА)."""

    model_config = SettingsConfigDict(env_prefix="ORIENTIR_PROGRAMMES_")

    patience_seconds: float = Field(2, ge=0, le=10, description="How long a page waits for the register's answer.")
    late_hours: int = Field(24, ge=1, description="After that an unanswered request counts as failed.")


class AccompanimentSettings(RegisterSettings):
    """The register of accompaniment (Order 363н)."""

    model_config = SettingsConfigDict(env_prefix="ORIENTIR_ACCOMPANIMENT_")


class Settings(BaseSettings):
    """Typed settings of one process. Immutable; made once at start and handed to `create_app`.

    Raises pydantic's ValidationError (a ValueError) that names the variable when a value cannot be used.
    """

    model_config = SettingsConfigDict(env_prefix="ORIENTIR_", frozen=True, hide_input_in_errors=True)

    env: Environment = Environment.DEMO
    host: str = Field("127.0.0.1", description="Address that the web server listens on.")
    port: int = Field(8000, ge=1, le=65535)
    workers: int = Field(2, ge=1, le=64)
    public_url: str = Field("", description="The site as browsers reach it, without a slash at its end.")
    sandbox_port: int = Field(8001, ge=1, le=65535, description="Where the sandbox of the state systems listens.")
    sandbox_day: date | None = Field(None, description="The day that the sandbox's people are made for; empty: today.")
    data_dir: Path = Field(PROJECT_ROOT / "var", description="Database, built styles and demo keys live here.")
    database_url: str = Field("", repr=False, description="SQLAlchemy address; empty means SQLite in data_dir.")
    secret_keys: Keys = Field((), description="Signing keys, comma separated: the first signs, all verify.")
    data_keys: Keys = Field((), description="Keys of encrypted columns: the first writes, all read.")
    esia: EsiaSettings = Field(default_factory=EsiaSettings)
    programmes: ProgrammeSettings = Field(default_factory=ProgrammeSettings)
    accompaniment: AccompanimentSettings = Field(default_factory=AccompanimentSettings)
    trusted_proxies: int = Field(0, ge=0, le=5, description="How many reverse proxies set X-Forwarded-*.")
    trusted_hosts: Names = Field((), description="Names of the site, comma separated; others get a 400.")
    session_idle_minutes: int = Field(120, ge=60, description="U37: never under an hour.")
    session_absolute_hours: int = Field(24, ge=20, description="U37: what was typed is kept at least 20 hours.")
    largest_body_bytes: int = Field(256 * 1024, ge=64 * 1024)
    longest_address: int = Field(4000, ge=500, description="Characters of path and query together.")
    search_limit: Limit = Field("60 per minute", description="Searches by one address; the syntax of `limits`.")
    form_limit: Limit = Field("60 per minute", description="Forms sent by one address.")
    sign_in_limit: Limit = Field("30 per minute", description="Beginnings and returns of sign-in by one address.")
    obstacle_limit: Limit = Field("20 per hour", description="Reports of obstacles sent by one address.")
    code_limit: Limit = Field("20 per hour", description="Codes of helpers tried by one person, and by one address.")
    obstacle_answer_days: int = Field(10, ge=1, le=30, description="By when a report of an obstacle is answered.")
    operator_name: str = Field("Демонстрация сайта «Ориентир»", description="Who answers for people's data (152-ФЗ).")
    operator_address: str = Field("данные выдуманы, адреса нет", description="Their address, for the consents.")
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
        if any(len(key.get_secret_value()) < SHORTEST_KEY for key in self.data_keys):
            raise ValueError(f"ORIENTIR_DATA_KEYS: each key needs at least {SHORTEST_KEY} characters")
        if self.is_production and not self.data_keys:
            raise ValueError("ORIENTIR_DATA_KEYS must be set in production; demo keys are refused there")
        shared = {key.get_secret_value() for key in self.secret_keys} & {
            key.get_secret_value() for key in self.data_keys
        }
        if self.is_production and shared:
            raise ValueError("ORIENTIR_DATA_KEYS and ORIENTIR_SECRET_KEYS must not share a key")
        is_real = bool(self.esia.base_url or self.programmes.base_url or self.accompaniment.base_url)
        if is_real and not (self.secret_keys and self.data_keys):
            raise ValueError("ORIENTIR_SECRET_KEYS and ORIENTIR_DATA_KEYS must be set where a real outside system is")
        if self.is_production and not self.trusted_hosts:
            raise ValueError("ORIENTIR_TRUSTED_HOSTS must be set in production: the names that the site answers to")
        return self

    @model_validator(mode="after")
    def _outside_systems_are_real_in_production(self) -> Self:
        if not self.is_production:
            return self
        needed = {
            "ORIENTIR_PUBLIC_URL": self.public_url,
            "ORIENTIR_OPERATOR_NAME": self._chosen("operator_name"),
            "ORIENTIR_OPERATOR_ADDRESS": self._chosen("operator_address"),
            **self.esia.needed_for_real(),
            "ORIENTIR_PROGRAMMES_BASE_URL": self.programmes.base_url,
            "ORIENTIR_PROGRAMMES_KEY": self.programmes.key.get_secret_value(),
            "ORIENTIR_ACCOMPANIMENT_BASE_URL": self.accompaniment.base_url,
            "ORIENTIR_ACCOMPANIMENT_KEY": self.accompaniment.key.get_secret_value(),
        }
        missing = [name for name, value in needed.items() if not value]
        if missing:
            raise ValueError(f"{', '.join(missing)} must be set in production; the sandbox is refused there")
        addresses = {name: str(value) for name, value in needed.items() if name.endswith("_URL")}
        addresses |= {"ORIENTIR_ESIA_REDIRECT_URI": self.esia.redirect_uri} if self.esia.redirect_uri else {}
        plain = [name for name, address in addresses.items() if not address.startswith("https:")]
        if plain:
            raise ValueError(f"{', '.join(plain)}: production speaks https only")
        return self

    def _chosen(self, name: str) -> str:
        """A text of the settings that was not left as it is for a demonstration; else empty."""
        return getattr(self, name) if getattr(self, name) != type(self).model_fields[name].default else ""

    @property
    def own_url(self) -> str:
        """The site as browsers reach it: what outside systems send people back to."""
        return self.public_url or f"http://127.0.0.1:{self.port}"

    def host_names(self) -> tuple[str, ...]:
        """The names that the site answers to: the chosen ones, else those of its own machine."""
        own = urlsplit(self.own_url).hostname or self.host
        return self.trusted_hosts or tuple(dict.fromkeys((own, self.host, "127.0.0.1", "localhost")))

    @property
    def sandbox_url(self) -> str:
        """The sandbox: another site for a browser than 127.0.0.1, with cookies of its own."""
        return f"http://localhost:{self.sandbox_port}"

    @property
    def demo_keys(self) -> Path:
        """The folder of keys that only a demonstration may use."""
        return self.data_dir / "demo_keys"

    def encryption_keys(self) -> list[str]:
        """Keys of encrypted columns: the first writes, all read. Outside production one is made and kept."""
        if self.data_keys:
            return [key.get_secret_value() for key in self.data_keys]
        return [demo_keys.secret(self.demo_keys / "data_key")]

    def signing_keys(self) -> list[str]:
        """Keys in order: the first signs, all verify. Outside production one is made and kept in data_dir."""
        if self.secret_keys:
            return [key.get_secret_value() for key in self.secret_keys]
        return [demo_keys.secret(self.demo_keys / "secret_key")]
