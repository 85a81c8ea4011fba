"""ЕСИА's own keys: what signs tokens, and what clients may know of it. The GOST key is made at first need."""

import base64
import binascii
import io
import json
import threading
import zipfile
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

from webapp import demo_keys
from webapp.sandbox.esia.clients import TokenAlgorithm
from webapp.sandbox.esia.openssl import Openssl

RSA_NAME, GOST_NAME = "esia_token", "esia_token_gost"
_HEADERS = JWSRegistry(algorithms=[TokenAlgorithm.RSA.value], strict_check_header=False)
"""ЕСИА puts `ver` and `sbt` into the header, which no standard knows."""
_ARCHIVED = (1980, 1, 1, 0, 0, 0)
Claims = dict[str, Any]


class Keys:
    """Signs JWT and reads them back. `folder` is that of the demo keys."""

    def __init__(self, folder: Path, openssl: Openssl) -> None:
        self._folder, self._openssl = folder, openssl
        key_file, self._certificate = demo_keys.signing_pair(folder, RSA_NAME)
        self._rsa = RSAKey.import_key(key_file.read_text(encoding="ascii"))
        self._lock = threading.Lock()

    def signed(self, header: Claims, claims: Claims, algorithm: TokenAlgorithm = TokenAlgorithm.RSA) -> str:
        """A JWT; the header is completed by `alg`."""
        full = header | {"alg": algorithm.value}
        if algorithm is TokenAlgorithm.RSA:
            return jwt.encode(full, claims, self._rsa, registry=_HEADERS)
        text = ".".join(_encoded(json.dumps(part, separators=(",", ":")).encode()) for part in (full, claims))
        return f"{text}.{_encoded(self._openssl.gost_signature(text.encode(), self._gost_pair()[0]))}"

    def read(self, token: str) -> tuple[Claims, Claims] | None:
        """Header and claims of a token that one of these keys has signed, else None. Times are not looked at."""
        try:
            if json.loads(_decoded(token.partition(".")[0]))["alg"] == TokenAlgorithm.GOST:
                return self._read_gost(token)
            found = jwt.decode(token, self._rsa, algorithms=[TokenAlgorithm.RSA.value], registry=_HEADERS)
        except (JoseError, ValueError, KeyError, TypeError):
            return None
        return dict(found.header), dict(found.claims)

    def _read_gost(self, token: str) -> tuple[Claims, Claims] | None:
        header, claims, signature = token.split(".")
        certificate = self._gost_pair()[1].read_text(encoding="ascii")
        if not self._openssl.is_gost_signature(f"{header}.{claims}".encode(), _decoded(signature), certificate):
            return None
        return json.loads(_decoded(header)), json.loads(_decoded(claims))

    def key_id(self) -> str:
        """The name of the RSA key among keys."""
        return self._rsa.thumbprint()

    def public_jwk(self) -> Claims:
        return {**self._rsa.as_dict(private=False), "kid": self.key_id(), "use": "sig", "alg": TokenAlgorithm.RSA.value}

    def archive(self) -> bytes:
        """The certificates and the JWK as a zip, as the real ЕСИА gives them out."""
        files = {
            "RSA_SANDBOX.cer": self._certificate.read_bytes(),
            "RSA_SANDBOX.jwk": json.dumps(self.public_jwk()).encode(),
        }
        if self._openssl.has_gost:
            files["GOST_SANDBOX.cer"] = self._gost_pair()[1].read_bytes()
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(zipfile.ZipInfo(name, _ARCHIVED), content)
        return held.getvalue()

    def _gost_pair(self) -> tuple[Path, Path]:
        key, certificate = self._folder / f"{GOST_NAME}.key", self._folder / f"{GOST_NAME}.cer"
        with self._lock:
            if not (key.exists() and certificate.exists()):
                self._openssl.make_gost_pair(key, certificate, f"orientir demo {GOST_NAME}")
        return key, certificate


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("no base64url") from error
