"""The `openssl` program as tests use it: other calls than the site's, to make keys and to check what the site signs."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from webapp.gateways.identity import gost

CONFIGURATION = Path(gost.__file__).with_name("gost.cnf")
SUBJECT = "/C=RU/CN=Demo"


@dataclass(frozen=True)
class Pair:
    """Files of a key and of its certificate."""

    key: Path
    certificate: Path


def openssl(*arguments: str | Path, given: bytes = b"") -> bytes:
    """What the program writes. Raises CalledProcessError."""
    environment = os.environ | {"OPENSSL_CONF": str(CONFIGURATION)}
    done = subprocess.run(("openssl", *arguments), input=given, capture_output=True, check=True, env=environment)
    return done.stdout


def is_right(*arguments: str | Path, given: bytes = b"") -> bool:
    """Whether the program succeeds."""
    try:
        openssl(*arguments, given=given)
    except subprocess.CalledProcessError:
        return False
    return True


def gost_pair(folder: Path, name: str, kind: str = "gost2012_256") -> Pair:
    """A new key of ГОСТ and its certificate. The curve is CryptoPro-A."""
    pair = Pair(folder / f"{name}.key", folder / f"{name}.cer")
    made = ("-newkey", kind, "-pkeyopt", "paramset:A", "-nodes", "-keyout", pair.key, "-out", pair.certificate)
    openssl("req", "-x509", *made, "-subj", SUBJECT, "-days", "3")
    return pair


def public_key(certificate: Path) -> bytes:
    return openssl("x509", "-in", certificate, "-pubkey", "-noout")


def holds_for(container: bytes, message: bytes, certificate: Path, folder: Path) -> bool:
    """Whether a detached CMS holds for the message, by exactly this certificate."""
    signed, content = folder / "container.der", folder / "content"
    signed.write_bytes(container)
    content.write_bytes(message)
    files = ("-inform", "DER", "-in", signed, "-content", content, "-certfile", certificate)
    return is_right("cms", "-verify", "-binary", "-nointern", "-noverify", *files)
