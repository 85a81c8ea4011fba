"""Sites of other kinds: by v1, by GOST, with refresh tokens. Registered as the command registers them."""

import base64
import json
import os
import subprocess
import uuid
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from flask import Flask

from tests.sandbox.esia_site import EsiaSite
from webapp import demo_keys
from webapp.sandbox.esia import registrations
from webapp.sandbox.esia.clients import Client, Profile, RefreshOrder, TokenAlgorithm
from webapp.settings import Settings

V1_ORDER = ("scope", "timestamp", "client_id", "state")
OUTSIDE_V1 = frozenset(
    {"client_certificate_hash", "scope_org", "code_challenge", "code_challenge_method", "code_verifier"}
)
RENEWAL_ORDERS = {
    RefreshOrder.ADDRESS: ("client_id", "scope", "scope_org", "timestamp", "state", "redirect_uri"),
    RefreshOrder.TOKEN: ("client_id", "scope", "timestamp", "state", "refresh_token"),
}


def registered(settings: Settings, certificate: Path, **chosen: Any) -> Client:
    """Register a site of a name of chance at its own address; returns its registration."""
    usual: dict[str, Any] = {
        "client_id": f"SITE_{uuid.uuid4().hex[:8]}",
        "name": "Другой сайт",
        "home": "http://127.0.0.1:9000",
        "certificate": certificate.read_text(encoding="ascii"),
        "return_addresses": ("http://127.0.0.1:9000/back",),
        "needs_pkce": False,
        "profiles": frozenset({Profile.V1, Profile.V2V3}),
    }
    client = Client(**(usual | chosen))
    registrations.add(settings.data_dir, client)
    return client


class OtherSite(EsiaSite):
    """A site with a key and a registration of its own."""

    def __init__(self, app: Flask, settings: Settings, **chosen: Any) -> None:
        super().__init__(app, settings)
        self.key_file, self.certificate = self.pair(settings.data_dir)
        self.settings = settings
        self.client = registered(settings, self.certificate, **chosen)
        self.client_id, [self.return_address] = self.client.client_id, self.client.return_addresses

    def pair(self, folder: Path) -> tuple[Path, Path]:
        """PEM files of the key and of its certificate: by default those of EsiaSite."""
        return demo_keys.signing_pair(folder / "demo_keys", "esia_client")

    def renewal(self, refresh_token: str, order: RefreshOrder, **chosen: str) -> dict[str, str]:
        """The parameters of a right request for new tokens."""
        usual = self._common() | {"grant_type": "refresh_token", "token_type": "Bearer", "refresh_token": refresh_token}
        if order is RefreshOrder.TOKEN:
            del usual["redirect_uri"]
        return self.signed(usual | chosen, names=RENEWAL_ORDERS[order])


class SiteOfV1(OtherSite):
    """Signs by a detached CMS."""

    authorise_path, token_path = "/aas/oauth2/ac", "/aas/oauth2/te"

    def signed(
        self, values: dict[str, str], key: rsa.RSAPrivateKey | None = None, names: tuple[str, ...] = V1_ORDER
    ) -> dict[str, str]:
        text = "".join(values.get(name, "") for name in names)
        container = self.container(text, key or self.key)
        bare = {name: value for name, value in values.items() if name not in OUTSIDE_V1}
        return bare | {"client_secret": base64.urlsafe_b64encode(container).decode()}

    def container(self, text: str, key: rsa.RSAPrivateKey) -> bytes:
        """A detached CMS over the text, with this key under the site's certificate."""
        certificate = x509.load_pem_x509_certificate(self.certificate.read_bytes())
        options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
        builder = pkcs7.PKCS7SignatureBuilder().set_data(text.encode()).add_signer(certificate, key, hashes.SHA256())
        return builder.sign(Encoding.DER, options)


class SiteOfGost(OtherSite):
    """Signs by GOST R 34.10-2012; has tokens signed so, too."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self.folder = settings.data_dir / "gost_site"
        super().__init__(app, settings, token_algorithm=TokenAlgorithm.GOST)
        der = self.openssl("x509", "-outform", "DER", "-in", str(self.certificate))
        self.certificate_hash = self.openssl("dgst", "-md_gost12_256", "-r", given=der).split()[0].decode().upper()

    def pair(self, folder: Path) -> tuple[Path, Path]:
        self.folder.mkdir(exist_ok=True)
        key, certificate = self.folder / "site.key", self.folder / "site.cer"
        kind = ("-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-subj", "/CN=gost site")
        self.openssl("req", "-x509", *kind, "-keyout", str(key), "-out", str(certificate))
        return key, certificate

    def openssl(self, *words: str, given: bytes = b"") -> bytes:
        configuration = self.folder / "openssl.cnf"
        configuration.write_text("openssl_conf=a\n[a]\nengines=b\n[b]\ngost=c\n[c]\ndefault_algorithms=ALL\n")
        environment = os.environ | {"OPENSSL_CONF": str(configuration)}
        return subprocess.run(("openssl", *words), input=given, capture_output=True, env=environment, check=True).stdout

    def signed(
        self, values: dict[str, str], key: rsa.RSAPrivateKey | None = None, names: tuple[str, ...] = ()
    ) -> dict[str, str]:
        names = names or ("client_id", "scope", "scope_org", "timestamp", "state", "redirect_uri", "code")
        text = "".join(values.get(name, "") for name in names)
        signature = self.openssl("dgst", "-md_gost12_256", "-sign", str(self.key_file), given=text.encode())
        return values | {"client_secret": base64.urlsafe_b64encode(signature).decode()}

    def verified(self, token: str, certificate: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
        """Header and claims of a token, verified by GOST with a certificate."""
        header, claims, seal = token.split(".")
        public, signature = self.folder / "esia.pub", self.folder / "signature"
        public.write_bytes(self.openssl("x509", "-pubkey", "-noout", given=certificate))
        signature.write_bytes(_decoded(seal))
        how = ("-md_gost12_256", "-verify", str(public), "-signature", str(signature))
        assert b"Verified OK" in self.openssl("dgst", *how, given=f"{header}.{claims}".encode())
        return json.loads(_decoded(header)), json.loads(_decoded(claims))


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
