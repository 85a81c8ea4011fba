"""The fake ЕСИА in its other profiles: an older protocol, other keys, other signatures of tokens."""

from base64 import urlsafe_b64decode
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509 import Certificate

from tests.gateways.identity.fake_esia import FakeEsia, Refused

Verifier = Callable[[bytes, bytes], bool]
"""Whether these bytes are the site's signature, or its container, of this message."""


class SignedOtherwise(FakeEsia):
    """Profile `v2v3-raw` with a key that is not RSA."""

    def __init__(self, client: Certificate, key: rsa.RSAPrivateKey, verifier: Verifier, certificate_hash: str) -> None:
        super().__init__(client, key)
        self.certificate_hash = certificate_hash
        self.verifier = verifier

    def is_signed(self, signature: bytes, message: bytes) -> bool:
        return self.verifier(signature, message)


class OldEsia(FakeEsia):
    """Profile `v1-pkcs7`: other addresses, fewer parameters, a container over fewer parts."""

    authorise_path, token_path = "/aas/oauth2/ac", "/aas/oauth2/te"
    has_pkce = False

    def __init__(self, client: Certificate, key: rsa.RSAPrivateKey, verifier: Verifier) -> None:
        super().__init__(client, key)
        self.verifier = verifier

    def check(self, form: dict[str, str], code: str = "") -> None:
        assert not {"client_certificate_hash", "scope_org"} & set(form)
        assert form.get("code", "") == code
        self.check_parts(form)
        message = "".join(form[part] for part in ("scope", "timestamp", "client_id", "state"))
        if not self.verifier(urlsafe_b64decode(form["client_secret"]), message.encode()):
            raise Refused("007053")
