"""The keys that may have signed tokens, each of one algorithm: what a token's header wishes changes nothing in that."""

import json
import re
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeGuard

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_public_key
from joserfc import jws
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

from webapp.esia_settings import EsiaSettings, TokenAlgorithm
from webapp.gateways.identity.gost import Gost, is_gost_key
from webapp.gateways.identity.signing import FEWEST_BITS

_SETTING = "ORIENTIR_ESIA_TOKEN_CERTIFICATES"
_REGISTRY = JWSRegistry(algorithms=["RS256"], strict_check_header=False)  # ЕСИА has `ver` and `sbt` in its headers
_BLOCK = re.compile(rb"-----BEGIN (CERTIFICATE|PUBLIC KEY)-----.+?-----END \1-----", re.DOTALL)
_GOST_KINDS = frozenset({"1.2.643.7.1.1.1.1"})


class TokenKey(Protocol):
    """A public key. `kid` is what its owner calls it; empty where it has no name."""

    algorithm: TokenAlgorithm
    kid: str

    def has_signed(self, token: str, message: bytes, signature: bytes) -> bool:
        """Whether its owner signed the token, of which the other two are parts. Raises OSError, ValueError."""
        ...


class RsaTokenKey:
    """RS256 by joserfc."""

    algorithm = TokenAlgorithm.RS256

    def __init__(self, key: RSAKey, kid: str = "") -> None:
        self._key = key
        self.kid = kid

    def has_signed(self, token: str, message: bytes, signature: bytes) -> bool:
        del message, signature  # joserfc takes the token apart by itself
        try:
            jws.deserialize_compact(token, self._key, registry=_REGISTRY)
        except BadSignatureError:
            return False
        except (JoseError, TypeError) as error:
            raise ValueError("not a token") from error
        return True


class GostTokenKey:
    """GOST3410_2012_256 by OpenSSL's engine: the raw signature as OpenSSL writes it."""

    algorithm = TokenAlgorithm.GOST
    kid = ""

    def __init__(self, key: bytes, gost: Gost) -> None:
        self._key = key
        self._gost = gost

    def has_signed(self, token: str, message: bytes, signature: bytes) -> bool:
        del token
        return self._gost.is_signed(message, signature, self._key)


def keys_in(files: Sequence[Path], algorithms: Sequence[TokenAlgorithm], gost: Gost) -> list[TokenKey]:
    """The keys of these algorithms in files: certificates (PEM, DER), public keys (PEM), JWK or sets of them.

    Keys of other algorithms are passed over: what ЕСИА publishes holds them all. Raises OSError for a missing file,
    ValueError for one that holds no sufficient key, and where no key fits the algorithms.
    """
    keys = [key for file in files for key in _keys(file, gost)]
    fitting = [key for key in keys if key.algorithm in algorithms]
    if not fitting:
        raise ValueError(f"{_SETTING}: no key of {', '.join(algorithms)}")
    return fitting


def keys_of(settings: EsiaSettings) -> list[TokenKey]:
    """The keys that the settings pin. Raises as `keys_in`."""
    return keys_in(settings.token_certificates, settings.token_algorithms, Gost(settings.signer_seconds))


def rsa_keys_of(told: object) -> list[TokenKey]:
    """The keys of a set (JWKS) that sign by RS256; all others are passed over. Raises ValueError for what is no set."""
    listed = told.get("keys") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        raise ValueError("not a set of keys")
    return [key for each in listed if (key := _jwk(each)) is not None]


def _jwk(told: object) -> RsaTokenKey | None:
    if not isinstance(told, dict) or told.get("kty") != "RSA":
        return None
    if told.get("use", "sig") != "sig" or told.get("alg", "RS256") != "RS256":
        return None
    try:
        key = RSAKey.import_key({"kty": "RSA", "n": told["n"], "e": told["e"]})  # of a private key too only these
        kid = told.get("kid", "")
        return RsaTokenKey(key, kid) if isinstance(kid, str) and _is_long(key.public_key) else None
    except (JoseError, ValueError, TypeError, KeyError):
        return None


def _keys(file: Path, gost: Gost) -> list[TokenKey]:
    content = file.read_bytes()
    try:
        found = _keys_in_json(content) if content.lstrip()[:1] == b"{" else _keys_in_blocks(content, gost)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{_SETTING}: {file.name} is neither a certificate nor a public key") from error
    except OSError as error:
        raise ValueError(f"{_SETTING}: OpenSSL cannot read {file.name}; is its ГОСТ engine installed?") from error
    if not found:
        raise ValueError(f"{_SETTING}: {file.name} holds no sufficient key")
    return found


def _keys_in_json(content: bytes) -> list[TokenKey]:
    told = json.loads(content)
    return rsa_keys_of(told if "keys" in told else {"keys": [told]})


def _keys_in_blocks(content: bytes, gost: Gost) -> list[TokenKey]:
    blocks = list(_BLOCK.finditer(content))
    if not blocks:
        return _key_of(x509.load_der_x509_certificate(content), gost)
    found: list[TokenKey] = []
    for block in blocks:
        if block[1] == b"CERTIFICATE":
            found += _key_of(x509.load_pem_x509_certificate(block[0]), gost)
        else:
            found += _bare_key(block[0], gost)
    return found


def _key_of(certificate: x509.Certificate, gost: Gost) -> list[TokenKey]:
    if certificate.public_key_algorithm_oid.dotted_string in _GOST_KINDS:
        return [GostTokenKey(gost.key_of(certificate.public_bytes(Encoding.PEM)), gost)]
    return _rsa_key(certificate.public_key())


def _bare_key(content: bytes, gost: Gost) -> list[TokenKey]:
    try:
        return _rsa_key(load_pem_public_key(content))
    except UnsupportedAlgorithm:
        return [GostTokenKey(content, gost)] if is_gost_key(_der(content)) else []


def _rsa_key(key: object) -> list[TokenKey]:
    return [RsaTokenKey(RSAKey.import_key(key))] if _is_long(key) else []


def _is_long(key: object) -> TypeGuard[rsa.RSAPublicKey]:
    return isinstance(key, rsa.RSAPublicKey) and key.key_size >= FEWEST_BITS


def _der(block: bytes) -> bytes:
    return b64decode(b"".join(block.splitlines()[1:-1]))
