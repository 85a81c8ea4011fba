"""A small OIDC provider for tests: a gateway to ЕСИА, or an ordinary one whose userinfo is flat."""

import base64
import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from cryptography.hazmat.primitives.asymmetric import rsa
from joserfc.jwk import RSAKey
from werkzeug import Request, Response

from tests.gateways.identity import fake_people
from tests.gateways.identity.fake_esia import CLIENT, NOW, OID, RETURN_ADDRESS, Answer, changed, encoded, signer, token

SECRET = "a secret+of/the=gateway"
AUTHORISE, TOKEN, USERINFO, JWKS = "/auth/authorize", "/auth/token", "/auth/userinfo", "/auth/jwks"


class FakeGateway:
    """The service and what it was asked. Tests change its attributes."""

    def __init__(self, key: rsa.RSAPrivateKey) -> None:
        self.address = ""
        self.key, self.kid = key, "first"
        self.authentication = "client_secret_basic"
        self.asked: list[Request] = []
        self.codes: dict[str, dict[str, str]] = {}
        self.instead: dict[str, Answer] = {}
        self.header: dict[str, Any] = {}
        self.claims: dict[str, Any] = {}
        self.sign: Callable[[bytes], bytes] = signer(key)
        self.told: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {"sub": str(OID), "info": dict(fake_people.PERSON)}
        self.keys: list[dict[str, Any]] = [self.jwk(key, "first")]

    @staticmethod
    def jwk(key: rsa.RSAPrivateKey, kid: str) -> dict[str, Any]:
        return RSAKey.import_key(key.public_key()).as_dict(private=False) | {"kid": kid, "use": "sig", "alg": "RS256"}

    def agreed(self, address: str) -> str:
        """The person agrees; the code with which they are sent back."""
        split = urlsplit(address)
        assert f"{split.scheme}://{split.netloc}{split.path}" == self.address + AUTHORISE
        pairs = parse_qsl(split.query, keep_blank_values=True, strict_parsing=True)
        form = dict(pairs)
        assert len(pairs) == len(form)
        assert (form["response_type"], form["client_id"], form["redirect_uri"]) == ("code", CLIENT, RETURN_ADDRESS)
        assert form["code_challenge_method"] == "S256" and form["nonce"] and "openid" in form["scope"].split()
        code = f"code-{len(self.codes)}"
        self.codes[code] = form
        return code

    def answer(self, request: Request) -> Response:
        self.asked.append(request)
        if request.path in self.instead:
            return self.instead[request.path](request)
        said = {TOKEN: self._token, USERINFO: self._userinfo, JWKS: self._keys}[request.path]
        return Response(json.dumps(said(request)), content_type="application/json")

    def _keys(self, _request: Request) -> dict[str, Any]:
        return {"keys": self.keys}

    def _token(self, request: Request) -> dict[str, Any]:
        form = request.form.to_dict()
        self._check_client(request, form)
        asked = self.codes.pop(form["code"], None)
        if asked is None or (form["grant_type"], form["redirect_uri"]) != ("authorization_code", RETURN_ADDRESS):
            return {"error": "invalid_grant"}
        if asked["code_challenge"] != encoded(sha256(form["code_verifier"].encode()).digest()):
            return {"error": "invalid_grant"}
        told = {"access_token": "opaque", "id_token": self.id_token(asked["nonce"]), "token_type": "Bearer"}
        return changed(told, self.told)

    def _check_client(self, request: Request, form: dict[str, str]) -> None:
        if self.authentication == "client_secret_basic":
            expected = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            assert request.headers["Authorization"] == f"Basic {expected}" and "client_secret" not in form
        else:
            assert "Authorization" not in request.headers
            assert (form["client_id"], form["client_secret"]) == (CLIENT, SECRET)

    def id_token(self, nonce: str) -> str:
        now = int(NOW.timestamp())
        usual = {"iss": self.address, "aud": CLIENT, "sub": str(OID), "iat": now, "exp": now + 300, "nonce": nonce}
        claims = changed(usual | {"auth_time": now - 60}, self.claims)
        return token(changed({"alg": "RS256", "kid": self.kid}, self.header), claims, self.sign)

    def _userinfo(self, request: Request) -> dict[str, Any]:
        assert request.headers["Authorization"] == "Bearer opaque"
        return self.userinfo
