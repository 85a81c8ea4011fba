"""How our requests to ЕСИА are signed: by our library, by OpenSSL's ГОСТ engine, or by a program of the operator."""

import hashlib
import shlex
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key, pkcs7

from webapp.core.programs import Program, ProgramFailed
from webapp.esia_settings import EsiaSettings, SignerKind
from webapp.gateways.identity.gost import Gost

FEWEST_BITS = 2048
MOST_SIGNATURE_BYTES = 64 * 1024
_KEY, _CERTIFICATE, _COMMAND = (f"ORIENTIR_ESIA_{name}" for name in ("KEY_FILE", "CERTIFICATE_FILE", "SIGNER_COMMAND"))
_PROBE = b"orientir"


class Signer(Protocol):
    """Signs with the site's key. Methods raise OSError where a program that signs fails."""

    def sign(self, message: bytes) -> bytes:
        """The raw signature: no container, no certificate."""
        ...

    def contain(self, message: bytes) -> bytes:
        """A detached CMS in DER that holds signature and certificate, not the message."""
        ...

    def digest_of(self, certificate: bytes) -> str:
        """The hex digest by which ЕСИА knows the certificate (DER) of such a key."""
        ...


class RsaSigner:
    """RSASSA-PKCS1-v1_5 with SHA-256. Containers need the certificate."""

    def __init__(self, key: rsa.RSAPrivateKey, certificate: x509.Certificate | None = None) -> None:
        self._key = key
        self._certificate = certificate

    @classmethod
    def from_files(cls, key_file: Path, certificate_file: Path | None, password: str) -> "RsaSigner":
        """Read the files once. Raises OSError where one is missing, ValueError where it is not what it should be."""
        try:
            key = load_pem_private_key(key_file.read_bytes(), password.encode() or None)
        except (ValueError, TypeError) as error:
            raise ValueError(f"{_KEY}: not a PEM of a private key, or its password is another") from error
        if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < FEWEST_BITS:
            raise ValueError(f"{_KEY}: not an RSA key of at least {FEWEST_BITS} bits")
        certificate = _certificate(certificate_file) if certificate_file else None
        if certificate is not None and certificate.public_key() != key.public_key():
            raise ValueError(f"{_CERTIFICATE}: not the certificate of the key in {_KEY}")
        return cls(key, certificate)

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message, padding.PKCS1v15(), hashes.SHA256())

    def contain(self, message: bytes) -> bytes:
        if self._certificate is None:
            raise ValueError(f"{_CERTIFICATE} must be set")
        builder = pkcs7.PKCS7SignatureBuilder().set_data(message)
        builder = builder.add_signer(self._certificate, self._key, hashes.SHA256())
        options = (pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary, pkcs7.PKCS7Options.NoAttributes)
        return builder.sign(Encoding.DER, options)

    def digest_of(self, certificate: bytes) -> str:
        return hashlib.sha256(certificate).hexdigest().upper()


class GostSigner:
    """ГОСТ R 34.10-2012 with 256 bits. The key stays in its file: OpenSSL reads it for each signature."""

    def __init__(self, key_file: Path, certificate_file: Path | None, gost: Gost) -> None:
        self._key_file = key_file
        self._certificate_file = certificate_file
        self._gost = gost

    @classmethod
    def from_files(cls, key_file: Path, certificate_file: Path | None, gost: Gost) -> "GostSigner":
        """A signer that has signed once. Raises OSError for a missing file, ValueError where nothing can be signed."""
        for file in filter(None, (key_file, certificate_file)):
            file.open("rb").close()
        signer = cls(key_file, certificate_file, gost)
        try:
            signature = signer.sign(_PROBE)
        except ProgramFailed as error:
            raise ValueError(f"{_KEY}: OpenSSL cannot sign with it; is its ГОСТ engine installed?") from error
        if certificate_file and not gost.is_signed(_PROBE, signature, _gost_key(certificate_file, gost)):
            raise ValueError(f"{_CERTIFICATE}: not the certificate of the key in {_KEY}")
        return signer

    def sign(self, message: bytes) -> bytes:
        return self._gost.sign(message, self._key_file)

    def contain(self, message: bytes) -> bytes:
        if self._certificate_file is None:
            raise ValueError(f"{_CERTIFICATE} must be set")
        return self._gost.contain(message, self._key_file, self._certificate_file)

    def digest_of(self, certificate: bytes) -> str:
        return self._gost.digest(certificate)


class CommandSigner:
    """A program of the operator: it is given the message and writes what the profile wants, signature or container.

    Some write a raw signature from its last byte to its first; `is_reversed` turns those round.
    """

    def __init__(self, program: Program, is_reversed: bool) -> None:
        self._program = program
        self._is_reversed = is_reversed

    def sign(self, message: bytes) -> bytes:
        signature = self.contain(message)
        return signature[::-1] if self._is_reversed else signature

    def contain(self, message: bytes) -> bytes:
        signature = self._program.answer(message)
        if not signature:
            raise ProgramFailed("a program says nothing")
        return signature

    def digest_of(self, certificate: bytes) -> str:
        raise ValueError("ORIENTIR_ESIA_CERTIFICATE_HASH must be set: the algorithm of a program's key is not known")


def signer_of(settings: EsiaSettings) -> Signer:
    """The signer that the settings choose. Raises OSError or ValueError, which names the setting."""
    password = settings.key_password.get_secret_value()
    if settings.signer is SignerKind.COMMAND:
        secret = {"ORIENTIR_ESIA_KEY_PASSWORD": password} if password else {}
        return CommandSigner(
            Program(_words(settings.signer_command), settings.signer_seconds, MOST_SIGNATURE_BYTES, secret),
            settings.signer_reversed,
        )
    if settings.key_file is None:
        raise ValueError(f"{_KEY} must be set")
    if settings.signer is SignerKind.GOST:
        gost = Gost(settings.signer_seconds, password)
        return GostSigner.from_files(settings.key_file, settings.certificate_file, gost)
    return RsaSigner.from_files(settings.key_file, settings.certificate_file, password)


def certificate_hash_of(settings: EsiaSettings, signer: Signer) -> str:
    """The certificate's digest as ЕСИА knows it: the chosen one, else computed. Raises OSError or ValueError."""
    if settings.certificate_hash:
        return settings.certificate_hash
    if settings.certificate_file is None:
        raise ValueError(f"ORIENTIR_ESIA_CERTIFICATE_HASH or {_CERTIFICATE} must be set")
    return signer.digest_of(_certificate(settings.certificate_file).public_bytes(Encoding.DER))


def _words(command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ValueError(f"{_COMMAND}: a quotation is not closed") from error
    if not words:
        raise ValueError(f"{_COMMAND} must be set")
    return words


def _certificate(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except ValueError as error:
        raise ValueError(f"{_CERTIFICATE}: {file.name} is not a certificate in PEM") from error


def _gost_key(file: Path, gost: Gost) -> bytes:
    try:
        return gost.key_of(file.read_bytes())
    except ProgramFailed as error:
        raise ValueError(f"{_CERTIFICATE}: {file.name} is not a certificate in PEM") from error
