"""The `openssl` program: what the cryptography library cannot do, CMS over given certificates and GOST R 34.10-2012.

Each call is one short process without a shell: bounded in time, with an environment of its own. GOST needs OpenSSL's
engine (`gost.so`), which a configuration in the data folder switches on; without it everything else works.
"""

import os
import secrets
import subprocess
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

TIMEOUT_SECONDS = 5
CONFIGURATION = "openssl_with_gost.cnf"
_WITH_GOST = """openssl_conf = start
[start]
engines = engines
[engines]
gost = gost
[gost]
engine_id = gost
default_algorithms = ALL
"""
_DIGEST = "-md_gost12_256"
_TEN_YEARS = "3650"


class OpensslFailed(RuntimeError):
    """The program is missing, late, or does not do what it was asked for. Tells its first argument, never contents."""


class Openssl:
    """The program, with its configuration for GOST in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._configuration = folder / CONFIGURATION

    @cached_property
    def has_gost(self) -> bool:
        """Whether the engine is there and digests."""
        try:
            return self._run("dgst", _DIGEST, "-r", with_gost=True).returncode == 0
        except OpensslFailed:
            return False

    def is_cms_over(self, text: bytes, container: bytes, certificate: str, with_gost: bool) -> bool:
        """Whether a detached CMS in DER signs the text by exactly this certificate; those inside of it do not count."""
        with TemporaryDirectory() as place:
            known, signed, content = (Path(place) / name for name in ("known.pem", "signed.der", "content"))
            known.write_text(certificate, encoding="ascii")
            signed.write_bytes(container)
            content.write_bytes(text)
            files = ("-in", str(signed), "-content", str(content), "-certfile", str(known), "-out", os.devnull)
            how = ("-verify", "-inform", "DER", "-nointern", "-noverify", "-binary")
            return self._run("cms", *how, *files, with_gost=with_gost).returncode == 0

    def is_gost_signature(self, text: bytes, signature: bytes, certificate: str) -> bool:
        """Whether `signature` (s, then r, as OpenSSL writes them) is of this certificate's key over the text."""
        public = self._output("x509", "-pubkey", "-noout", given=certificate.encode("ascii"))
        with TemporaryDirectory() as place:
            key, signed = Path(place) / "public.pem", Path(place) / "signature"
            key.write_bytes(public)
            signed.write_bytes(signature)
            how = ("-engine", "gost", _DIGEST, "-verify", str(key), "-signature", str(signed))
            return self._run("dgst", *how, given=text, with_gost=True).returncode == 0

    def gost_signature(self, text: bytes, key: Path) -> bytes:
        """Sign the text; s, then r."""
        return self._output("dgst", _DIGEST, "-sign", str(key), given=text)

    def gost_digest(self, content: bytes) -> str:
        """GOST R 34.11-2012, 256 bits, as hex in lower case."""
        return self._output("dgst", _DIGEST, "-r", given=content).split()[0].decode("ascii")

    def make_gost_pair(self, key: Path, certificate: Path, name: str) -> None:
        """Make a key and its self-signed certificate, both PEM, whole or not at all."""
        key.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with TemporaryDirectory(dir=key.parent) as place:
            new_key, new_certificate = Path(place) / "key", Path(place) / "certificate"
            kind = ("-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-days", _TEN_YEARS)
            files = ("-keyout", str(new_key), "-out", str(new_certificate))
            self._output("req", "-x509", *kind, *files, "-subj", f"/CN={name}")
            new_key.chmod(0o600)
            new_key.replace(key)
            new_certificate.replace(certificate)

    def _output(self, *words: str, given: bytes = b"") -> bytes:
        done = self._run(*words, given=given, with_gost=True)
        if done.returncode != 0:
            raise OpensslFailed(f"openssl {words[0]} does not work with GOST; is OpenSSL's engine gost.so installed?")
        return done.stdout

    def _run(self, *words: str, given: bytes = b"", with_gost: bool = False) -> "subprocess.CompletedProcess[bytes]":
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
        if with_gost:
            environment["OPENSSL_CONF"] = str(self._written())
        try:
            return subprocess.run(
                ("openssl", *words),
                input=given,
                capture_output=True,
                env=environment,
                timeout=TIMEOUT_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise OpensslFailed(f"openssl {words[0]}: {type(error).__name__}") from None

    def _written(self) -> Path:
        """The configuration, written at first need."""
        if not self._configuration.exists():
            self._configuration.parent.mkdir(parents=True, exist_ok=True)
            half = self._configuration.with_suffix(f".{secrets.token_hex(4)}")
            half.write_text(_WITH_GOST, encoding="ascii")
            half.replace(self._configuration)
        return self._configuration
