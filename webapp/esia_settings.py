"""What may be configured of the single sign-on: environment variables with the prefix ORIENTIR_ESIA_."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import parse_qsl

from pydantic import BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

RESERVED_PARAMETERS = frozenset(
    "client_id client_secret redirect_uri response_type response_mode scope state nonce code_challenge"
    " code_challenge_method prompt max_age request request_uri".split()
)
"""What a request of OIDC says by itself: no setting may say it otherwise."""


def comma_separated(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


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
Algorithms = Annotated[tuple[TokenAlgorithm, ...], NoDecode, BeforeValidator(comma_separated)]
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
    token_certificates: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(comma_separated)] = Field(
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
