"""ГОСТ R 34.10-2012 (256 bits) and ГОСТ R 34.11-2012 by OpenSSL and its engine, as a program of the machine.

Keys reach the program by the path of their file, signatures and public keys by open files, the password by the
environment of the child alone. Raw signatures are s and r, most significant byte first, as OpenSSL writes them.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from webapp.core.programs import Program, ProgramFailed

SIGNATURE_BYTES = 64
_CONFIGURATION = Path(__file__).with_name("gost.cnf")
_DIGEST = "md_gost12_256"
_PASSWORD = "ORIENTIR_ESIA_KEY_PASSWORD"
_LARGEST_BYTES = 64 * 1024
_NOT_VERIFIED = 1
_KEY_KIND = bytes.fromhex("06082a85030701010101")
"""The object identifier 1.2.643.7.1.1.1.1 in DER, which begins every public key of this kind."""


class Gost:
    """OpenSSL with its engine; `seconds` bound each call. Calls raise ProgramFailed."""

    def __init__(self, seconds: float, password: str = "") -> None:
        secret = {_PASSWORD: password} if password else {}
        self._secret = ("-passin", f"env:{_PASSWORD}") if password else ()
        environment = {"OPENSSL_CONF": str(_CONFIGURATION), **secret}
        self._openssl = Program(("openssl",), seconds, _LARGEST_BYTES, environment)

    def sign(self, message: bytes, key: Path) -> bytes:
        """The raw signature."""
        signature = self._openssl.answer(message, "dgst", f"-{_DIGEST}", "-sign", str(key), *self._secret)
        if len(signature) != SIGNATURE_BYTES:  # a key of another algorithm or length
            raise ProgramFailed("not a signature of 256 bits")
        return signature

    def contain(self, message: bytes, key: Path, certificate: Path) -> bytes:
        """A detached CMS in DER: signature and certificate, without signed attributes."""
        files = ("-signer", str(certificate), "-inkey", str(key), *self._secret)
        options = ("-binary", "-noattr", "-outform", "DER", "-md", _DIGEST)
        return self._openssl.answer(message, "cms", "-sign", *options, *files)

    def is_signed(self, message: bytes, signature: bytes, key: bytes) -> bool:
        """Whether the holder of this public key (PEM) made the raw signature."""
        if len(signature) != SIGNATURE_BYTES:
            return False
        with _open(key, signature) as (public, signed):
            names = ("-verify", _name(public), "-signature", _name(signed))
            status, _ = self._openssl.run(message, "dgst", f"-{_DIGEST}", *names, files=(public, signed))
        if status not in (0, _NOT_VERIFIED):
            raise ProgramFailed("a program reports a failure")
        return status == 0

    def digest(self, content: bytes) -> str:
        """ГОСТ R 34.11-2012-256 in upper-case hex."""
        return self._openssl.answer(content, "dgst", f"-{_DIGEST}", "-binary").hex().upper()

    def key_of(self, certificate: bytes) -> bytes:
        """The public key (PEM) of a certificate (PEM)."""
        return self._openssl.answer(certificate, "x509", "-pubkey", "-noout")


def is_gost_key(der: bytes) -> bool:
    """Whether a public key in DER is of ГОСТ R 34.10-2012 with 256 bits."""
    return _KEY_KIND in der[:24]


@contextmanager
def _open(*contents: bytes) -> Iterator[tuple[int, ...]]:
    """Open files without a name that hold the contents, for a child to read."""
    with ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in contents]
        for file, content in zip(files, contents, strict=True):
            file.write(content)
            file.seek(0)
        yield tuple(file.fileno() for file in files)


def _name(number: int) -> str:
    return f"/dev/fd/{number}"
