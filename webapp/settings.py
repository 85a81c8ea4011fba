"""What may be configured, with safe defaults: environment variables with the prefix ORIENTIR_."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import parse_qsl, urlsplit

from limits import parse_many
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from webapp import demo_keys

PROJECT_ROOT = Path(__file__).resolve().parent.parent
SHORTEST_KEY = 32
RESERVED_PARAMETERS = frozenset(
    "client_id client_secret redirect_uri response_type response_mode scope state nonce code_challenge"
    " code_challenge_method prompt max_age request request_uri".split()
)
"""What a request of OIDC says by itself: no setting may say it otherwise."""


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


class EsiaProfile(StrEnum):
    """Which protocol the sign-on speaks; `docs/outside-systems.md` tells each."""

    RAW = "v2v3-raw"
    PKCS7 = "v1-pkcs7"
    GATEWAY = "gateway-oidc"


class SignerKind(StrEnum):
    """Who makes the signatures: our library, OpenSSL with its ГОСТ engine, or a program of the operator."""

    RSA = "rsa"
    GOST = "gost"
    COMMAND = "command"


class TokenAlgorithm(StrEnum):
    """By which signatures a token may be believed."""

    RS256 = "RS256"
    GOST = "GOST3410_2012_256"


def _nothing_is_none(value: object) -> object:
    return None if value == "" else value


Choice = Annotated[bool | None, BeforeValidator(_nothing_is_none)]
OptionalFile = Annotated[Path | None, BeforeValidator(_nothing_is_none)]
Algorithms = Annotated[tuple[TokenAlgorithm, ...], NoDecode, BeforeValidator(_comma_separated)]
AddressPath = Annotated[str, Field(pattern=r"^(/\S*)?$")]


class EsiaSettings(BaseSettings):
    """The single sign-on of state sites. Empty values mean the sandbox, which production refuses.

    Paths stand below `base_url`; empty ones are those of the profile.
    """

    model_config = SettingsConfigDict(env_prefix="ORIENTIR_ESIA_", frozen=True, hide_input_in_errors=True)

    profile: EsiaProfile = EsiaProfile.RAW
    base_url: str = Field("", description="Scheme and host, without a slash at its end.")
    issuer: str = Field("", description="What tokens name as their issuer; ЕСИА ends it with a slash.")
    client_id: str = Field("ORIENTIR", description="The mnemonic under which the site is known.")
    client_secret: SecretStr = Field(SecretStr(""), description="The password of an OIDC gateway's client.")
    client_authentication: Literal["client_secret_basic", "client_secret_post"] = "client_secret_basic"
    redirect_uri: str = Field("", description="Where people are sent back to; empty: our own address.")
    authorise_path: AddressPath = ""
    token_path: AddressPath = ""
    person_path: AddressPath = Field("", description="The person's data; of a gateway its userinfo.")
    person_method: Literal["GET", "POST"] = Field("GET", description="How a gateway's userinfo is asked.")
    keys_path: AddressPath = Field("", description="The keys of a gateway (JWKS).")
    sign_out_path: AddressPath = ""
    authorise_parameters: str = Field("", description="More of a gateway's request, like «provider=esia_oauth».")
    scopes: str = (
        "openid fullname birthdate gender snils id_doc email mobile addresses"
        " kid_fullname kid_birthdate kid_snils kid_birth_cert_doc"
    )
    access_type: Literal["online", "offline"] = "online"
    pkce: Choice = Field(None, description="Empty: yes, but not in the profile `v1-pkcs7`.")
    person_filter: Literal["", "conf_acc", "acc_kid", "acc_not_kid"] = Field(
        "", description="«conf_acc» has ЕСИА itself refuse unconfirmed accounts."
    )
    signer: SignerKind = SignerKind.RSA
    key_file: OptionalFile = Field(None, description="PEM of the private key that signs our requests.")
    key_password: SecretStr = Field(SecretStr(""), description="Opens the key where it is locked.")
    certificate_file: OptionalFile = Field(None, description="PEM of the certificate of that key.")
    certificate_hash: str = Field("", description="Hex digest of the certificate in DER; empty: computed.")
    signer_command: str = Field("", description="The program, and what it is given, as a shell would write it.")
    signer_reversed: bool = Field(False, description="The program writes raw signatures backwards (CryptoPro).")
    signer_seconds: float = Field(3, gt=0, le=10, description="How long one signature or check may take.")
    token_algorithms: Algorithms = (TokenAlgorithm.RS256,)
    token_certificates: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_comma_separated)] = Field(
        (), description="Certificates or keys that may have signed tokens, comma separated: keys change yearly."
    )
    account_url: str = Field(
        "https://lk.gosuslugi.ru/settings/account", description="Where people mend what ЕСИА says of them."
    )
    leeway_seconds: int = Field(60, ge=0, le=600, description="How far two clocks may differ.")
    connect_seconds: float = Field(4, gt=0, le=20, description="How long a connection may take to come about.")
    timeout_seconds: float = Field(8, gt=0, le=20)
    tls_ca: OptionalFile = Field(None, description="PEM of who vouches for its host; empty: the library's list.")

    @property
    def is_gateway(self) -> bool:
        return self.profile is EsiaProfile.GATEWAY

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        said = self.authorise_parameters
        names = {part.partition("=")[0] for part in said.split("&")}
        if said and (len(parse_qsl(said)) != len(names) or names & RESERVED_PARAMETERS):
            raise ValueError("ORIENTIR_ESIA_AUTHORISE_PARAMETERS: «name=value» pairs that the protocol leaves free")
        if not self.token_algorithms:
            raise ValueError("ORIENTIR_ESIA_TOKEN_ALGORITHMS: at least one")
        if "openid" not in self.scopes.split():
            raise ValueError("ORIENTIR_ESIA_SCOPES: «openid» must be among them")
        return self

    def needed_for_real(self) -> dict[str, object]:
        """Variable → its value, for all that must be set where the real system is spoken to."""
        needed: dict[str, object] = {"ORIENTIR_ESIA_BASE_URL": self.base_url, "ORIENTIR_ESIA_ISSUER": self.issuer}
        if self.is_gateway:
            return needed | {"ORIENTIR_ESIA_CLIENT_SECRET": self.client_secret.get_secret_value()}
        needed["ORIENTIR_ESIA_TOKEN_CERTIFICATES"] = self.token_certificates
        if self.signer is SignerKind.COMMAND:
            needed["ORIENTIR_ESIA_SIGNER_COMMAND"] = self.signer_command
        else:
            needed["ORIENTIR_ESIA_KEY_FILE"] = self.key_file
        if self.profile is EsiaProfile.RAW:
            needed["ORIENTIR_ESIA_CERTIFICATE_HASH"] = self.certificate_hash or self.certificate_file
        elif self.signer is not SignerKind.COMMAND:
            needed["ORIENTIR_ESIA_CERTIFICATE_FILE"] = self.certificate_file
        return needed


class ProgrammeSettings(BaseSettings):
    """The register of programmes (ИПРА). Empty values mean the sandbox, which production refuses."""

    model_config = SettingsConfigDict(env_prefix="ORIENTIR_PROGRAMMES_", frozen=True, hide_input_in_errors=True)

    base_url: str = Field("", description="Where requests are sent, without a slash at its end.")
    key: SecretStr = Field(SecretStr(""), description="What we show the register to be let in.")
    timeout_seconds: float = Field(3, gt=0, le=10)
    tls_ca: OptionalFile = Field(None, description="PEM of who vouches for its host; empty: the library's list.")
    patience_seconds: float = Field(2, ge=0, le=10, description="How long a page waits for the register's answer.")
    fresh_hours: int = Field(24, ge=1, description="After that a received programme is asked for anew.")
    late_hours: int = Field(24, ge=1, description="After that an unanswered request counts as failed.")


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
        is_real = bool(self.esia.base_url or self.programmes.base_url)
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
