"""A client of ЕСИА that is not ours: written from the published protocol alone, nothing imported from the project.

It speaks by `requests`, signs and verifies by the `openssl` program, registers itself by the sandbox's command, signs a
person in and prints as JSON what it has learnt:

    python foreign_client.py <sandbox> <folder> <v1-pkcs7|v2v3-raw|gateway-oidc> <rsa|gost> <person>
"""

import base64
import hashlib
import io
import json
import os
import secrets
import subprocess
import sys
import time
import uuid
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import requests

RETURN = "http://127.0.0.1:9/login/callback"
SCOPES = "openid fullname birthdate snils id_doc kid_fullname kid_birth_cert_doc"
GOST_CONFIGURATION = """openssl_conf = a
[a]
engines = b
[b]
gost = c
[c]
engine_id = gost
default_algorithms = ALL
"""


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode("ascii")


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Keys:
    """A key pair, and what `openssl` does with it."""

    def __init__(self, folder: Path, is_gost: bool) -> None:
        self.folder, self.is_gost = folder, is_gost
        self.key, self.certificate = folder / "site.key", folder / "site.cer"
        configuration = folder / "openssl.cnf"
        configuration.write_text(GOST_CONFIGURATION, encoding="ascii")
        self.environment = os.environ | {"OPENSSL_CONF": str(configuration)}
        kind = ["gost2012_256", "-pkeyopt", "paramset:A"] if is_gost else ["rsa:2048"]
        files = ["-keyout", str(self.key), "-out", str(self.certificate)]
        self.openssl("req", "-x509", "-nodes", "-subj", "/CN=foreign site", "-newkey", *kind, *files)

    def openssl(self, *words: str, given: bytes = b"") -> bytes:
        # Without GOST the machine's own configuration serves: making a request needs its section.
        environment = self.environment if self.is_gost else os.environ
        return subprocess.run(
            ["openssl", *words], input=given, stdout=-1, stderr=-3, env=environment, check=True
        ).stdout

    def digest_name(self) -> str:
        return "-md_gost12_256" if self.is_gost else "-sha256"

    def raw(self, text: str) -> bytes:
        return self.openssl("dgst", self.digest_name(), "-sign", str(self.key), given=text.encode())

    def container(self, text: str) -> bytes:
        signer = ["-signer", str(self.certificate), "-inkey", str(self.key)]
        return self.openssl("smime", "-sign", "-binary", "-noattr", "-outform", "DER", *signer, given=text.encode())

    def certificate_hash(self) -> str:
        der = self.openssl("x509", "-outform", "DER", "-in", str(self.certificate))
        return self.openssl("dgst", self.digest_name(), "-r", given=der).split()[0].decode().upper()

    def claims(self, token: str, public: Path) -> dict[str, Any]:
        """The claims of a JWT; fails where the signature is not this public key's."""
        head, body, seal = token.split(".")
        algorithm = json.loads(decoded(head))["alg"]
        assert algorithm == ("GOST3410_2012_256" if self.is_gost else "RS256"), algorithm
        signature = self.folder / "signature"
        signature.write_bytes(decoded(seal))
        how = [self.digest_name(), "-verify", str(public), "-signature", str(signature)]
        assert b"Verified OK" in self.openssl("dgst", *how, given=f"{head}.{body}".encode())
        claims: dict[str, Any] = json.loads(decoded(body))
        return claims


class Person:
    """Somebody at a browser, who agrees to everything."""

    def __init__(self, base: str, slug: str) -> None:
        self.base, self.slug = base, slug
        self.browser = requests.Session()
        self.browser.trust_env = False

    def sent_to(self, address: str) -> dict[str, str]:
        """Goes through the pages; returns what the site is told."""
        place = self._led(self.browser.get(address, allow_redirects=False))
        for _ in range(4):
            if place.startswith(RETURN):
                return {name: values[0] for name, values in parse_qs(urlsplit(place).query).items()}
            sent = {"person": self.slug} | ({"decision": "allow"} if "/consent" in place else {})
            own_page = {"Sec-Fetch-Site": "same-origin"}
            place = self._led(self.browser.post(place, data=sent, headers=own_page, allow_redirects=False))
        raise AssertionError(f"the pages never end: {place}")

    def _led(self, answer: requests.Response) -> str:
        assert answer.status_code in {302, 303}, (answer.status_code, answer.text[:500])
        return urljoin(self.base, answer.headers["Location"])


class Site:
    """The site: `person` signs in at it."""

    def __init__(self, base: str, folder: Path, profile: str, is_gost: bool, person: Person) -> None:
        self.base, self.profile, self.person = base, profile, person
        self.keys = Keys(folder, is_gost)
        self.name = f"FOREIGN_{secrets.token_hex(4)}"
        self.web = requests.Session()
        self.web.trust_env = False
        self.secret = self._registered()

    def _registered(self) -> str:
        """Register by the command; returns the gateway's secret, if it told one."""
        words = ["sandbox-client", "add", self.name, "--name", "Чужой сайт", "--home", "http://127.0.0.1:9"]
        words += ["--return-address", RETURN, "--scopes", SCOPES, "--profile", self.profile]
        if self.profile != "gateway-oidc":
            words += ["--certificate", str(self.keys.certificate)]
        if self.keys.is_gost:
            words += ["--token-algorithm", "GOST3410_2012_256"]
        done = subprocess.run([sys.executable, "-m", "webapp", *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip().rpartition(": ")[2] if self.profile == "gateway-oidc" else ""

    def signed_in(self) -> dict[str, Any]:
        if self.profile == "gateway-oidc":
            return self._through_gateway()
        authorise, token = ("/aas/oauth2/ac", "/aas/oauth2/te")
        if self.profile == "v2v3-raw":
            authorise, token = ("/aas/oauth2/v2/ac", "/aas/oauth2/v3/te")
        asked = self._signed({"response_type": "code", "access_type": "offline"})
        told = self.person.sent_to(f"{self.base}{authorise}?{urlencode(asked)}")
        assert told["state"] == asked["state"], told
        form = self._signed({"grant_type": "authorization_code", "token_type": "Bearer", "code": told["code"]})
        answer = self._json(self.web.post(f"{self.base}{token}", data=form))
        assert answer["state"] == form["state"]
        form = {"grant_type": "refresh_token", "token_type": "Bearer", "refresh_token": answer["refresh_token"]}
        renewed = self._json(self.web.post(f"{self.base}{token}", data=self._signed(form)))
        identity = self.keys.claims(answer["id_token"], self._public_key())
        assert (identity["iss"], identity["aud"]) == (f"{self.base}/", self.name)
        return {"sub": str(identity["sub"]), **self._data(str(identity["sub"]), renewed["access_token"])}

    def _signed(self, values: dict[str, str]) -> dict[str, str]:
        moment = time.strftime("%Y.%m.%d %H:%M:%S +0000", time.gmtime())
        values |= {"client_id": self.name, "scope": SCOPES, "timestamp": moment, "state": str(uuid.uuid4())}
        values["redirect_uri"] = RETURN
        if self.profile == "v1-pkcs7":
            text = values["scope"] + values["timestamp"] + values["client_id"] + values["state"]
            return values | {"client_secret": encoded(self.keys.container(text))}
        values["client_certificate_hash"] = self.keys.certificate_hash()
        order = ("client_id", "scope", "timestamp", "state", "redirect_uri", "code")
        text = "".join(values.get(name, "") for name in order)
        return values | {"client_secret": encoded(self.keys.raw(text))}

    def _public_key(self) -> Path:
        """From the archive that ЕСИА gives out."""
        archive = zipfile.ZipFile(io.BytesIO(self.web.get(f"{self.base}/public/esia.zip").content))
        certificate = archive.read("GOST_SANDBOX.cer" if self.keys.is_gost else "RSA_SANDBOX.cer")
        return self._kept(self.keys.openssl("x509", "-pubkey", "-noout", given=certificate))

    def _kept(self, public: bytes) -> Path:
        path = self.keys.folder / "esia.pub"
        path.write_bytes(public)
        return path

    def _data(self, oid: str, token: str) -> dict[str, Any]:
        def read(path: str) -> dict[str, Any]:
            bearer = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
            return self._json(self.web.get(urljoin(f"{self.base}/rs/prns/", oid + path), headers=bearer))

        kids = read("/kids?embed=(elements)")["elements"]
        papers = [read(f"/kids/{kid['id']}/docs?embed=(elements)")["elements"] for kid in kids]
        return {
            "person": read(""),
            "documents": read("/docs?embed=(elements)")["elements"],
            "kids": kids,
            "papers": papers,
        }

    def _through_gateway(self) -> dict[str, Any]:
        known = self._json(self.web.get(f"{self.base}/gateway/.well-known/openid-configuration"))
        verifier, nonce, state = (secrets.token_urlsafe(40) for _ in range(3))
        challenge = encoded(hashlib.sha256(verifier.encode()).digest()).rstrip("=")
        asked = {
            "client_id": self.name,
            "redirect_uri": RETURN,
            "response_type": "code",
            "scope": SCOPES,
            "state": state,
        }
        asked |= {"nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256"}
        told = self.person.sent_to(f"{known['authorization_endpoint']}?{urlencode(asked)}")
        assert told["state"] == state, told
        form = {"grant_type": "authorization_code", "code": told["code"], "redirect_uri": RETURN}
        form["code_verifier"] = verifier
        answer = self._json(self.web.post(known["token_endpoint"], data=form, auth=(self.name, self.secret)))
        key = json.loads(decoded(answer["id_token"].split(".")[0]))["kid"]
        [jwk] = [each for each in self._json(self.web.get(known["jwks_uri"]))["keys"] if each["kid"] == key]
        identity = self.keys.claims(answer["id_token"], self._kept(self._pem_of(jwk)))
        assert (identity["iss"], identity["aud"], identity["nonce"]) == (known["issuer"], self.name, nonce)
        bearer = {"Authorization": f"Bearer {answer['access_token']}"}
        info = self._json(self.web.get(known["userinfo_endpoint"], headers=bearer))
        assert info["sub"] == identity["sub"]
        kids = info["info"]["kids"]["elements"]
        papers = [kid["documents"]["elements"] for kid in kids]
        documents = info["info"]["documents"]["elements"]
        return {"sub": info["sub"], "person": info["info"], "documents": documents, "kids": kids, "papers": papers}

    def _pem_of(self, jwk: dict[str, str]) -> bytes:
        """A public RSA key from its two numbers, through ASN.1 that `openssl` writes."""
        numbers = [f"{name}=INTEGER:0x{decoded(jwk[name]).hex()}" for name in ("n", "e")]
        (self.keys.folder / "key.asn").write_text("\n".join(["asn1=SEQUENCE:key", "[key]", *numbers]), encoding="ascii")
        der = self.keys.folder / "key.der"
        self.keys.openssl("asn1parse", "-genconf", str(self.keys.folder / "key.asn"), "-noout", "-out", str(der))
        return self.keys.openssl("rsa", "-RSAPublicKey_in", "-inform", "DER", "-in", str(der), "-pubout")

    @staticmethod
    def _json(answer: requests.Response) -> dict[str, Any]:
        assert answer.status_code == 200, (answer.status_code, answer.text[:500])
        read: dict[str, Any] = answer.json()
        return read


if __name__ == "__main__":
    sandbox, folder, profile, kind, slug = sys.argv[1:]
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    learnt = Site(sandbox, place, profile, kind == "gost", Person(sandbox, slug)).signed_in()
    print(json.dumps(learnt))
