"""The sign-on through an ordinary OIDC gateway, which speaks to ЕСИА in our place: the code flow, by Authlib."""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]

from webapp.esia_settings import EsiaSettings, TokenAlgorithm
from webapp.gateways.bounds import authorities_in
from webapp.gateways.identity import answers, claims, parts
from webapp.gateways.identity.channel import channel
from webapp.gateways.identity.http import CODE, tokens_for
from webapp.gateways.identity.key_set import KeySet
from webapp.gateways.identity.outcomes import Heard, Outcomes
from webapp.gateways.identity.paths import addresses_of
from webapp.gateways.identity.port import Attempt, Beginning, Identified, NotIdentified, Refusal
from webapp.gateways.identity.refusals import refusal_of, untrusted
from webapp.gateways.identity.tokens import SignedTokens, Subject, is_trusted

_SUBJECT = re.compile(r"[!-~]{1,255}", re.ASCII)
_ESIA_NUMBER = re.compile(r"[0-9]{1,20}", re.ASCII)
_FRESH = {"prompt": "login", "max_age": "0"}


class GatewayIdentity:
    """The port `Identity` over OIDC. One serves all visitors and threads: it keeps nothing of anybody but public keys.

    As with `EsiaIdentity` the settings must be complete; raises ValueError, which names the setting.
    """

    def __init__(self, settings: EsiaSettings, return_address: str, now: Callable[[], datetime]) -> None:
        if not settings.client_secret.get_secret_value():
            raise ValueError("ORIENTIR_ESIA_CLIENT_SECRET must be set")
        if TokenAlgorithm.RS256 not in settings.token_algorithms:
            raise ValueError("ORIENTIR_ESIA_TOKEN_ALGORITHMS: a gateway's tokens are read by RS256")
        self._settings = settings
        self._return_address = return_address
        self._now = now
        self._paths = addresses_of(settings)
        self._keys = KeySet()
        self._authorities = authorities_in(settings.tls_ca, "ORIENTIR_ESIA_TLS_CA")
        self._outcomes = Outcomes(settings.timeout_seconds)

    def begin(self, is_fresh: bool = False) -> Beginning:
        attempt = Attempt(state=str(uuid4()), verifier=secrets.token_urlsafe(48))
        said = dict(parse_qsl(self._settings.authorise_parameters)) | (_FRESH if is_fresh else {})
        with channel(self._settings, self._return_address, self._authorities) as session:
            address, _ = session.create_authorization_url(
                self._paths.authorise_path,
                state=attempt.state,
                code_verifier=attempt.verifier,
                nonce=nonce_of(attempt),
                **said,
            )
        return Beginning(address, attempt)

    def fresh_address(self, back: str) -> str | None:
        del back  # the request itself asks for it
        return None

    def refused(self, error: str, description: str) -> NotIdentified:
        return refusal_of(error, description)

    def finish(self, attempt: Attempt, code: str) -> Identified:
        outcome = self._outcome(attempt, code)
        if isinstance(outcome, NotIdentified):
            raise outcome  # here, where no other error hangs on it: those quote addresses and answers
        return outcome

    def sign_out_address(self, back: str) -> str:
        query = urlencode({"client_id": self._settings.client_id, "post_logout_redirect_uri": back})
        return f"{self._paths.sign_out_path}?{query}"

    def _outcome(self, attempt: Attempt, code: str) -> Identified | NotIdentified:
        if not CODE.fullmatch(code):
            return NotIdentified(Refusal.EXPIRED)
        return self._outcomes.person(lambda heard: self._read(attempt, code, heard))

    def _read(self, attempt: Attempt, code: str, heard: Heard) -> None:
        with channel(self._settings, self._return_address, self._authorities) as session:
            answer = tokens_for(session, self._paths.token_path, attempt, code)
            said = self._claims(session, answer.get("id_token"), attempt)
            told = self._userinfo(session, said)
            heard.person = answers.person(claims.record(told), self._subject(said))
            listed = claims.collections(told)
            for part in (each for each in parts.PARTS if each.name in listed):
                heard.add(part.name, partial(part.put, listed[part.name]))

    def _claims(self, session: OAuth2Session, id_token: object, attempt: Attempt) -> dict[str, Any]:
        """What the id token says, once it is one for us, for this attempt and for one person."""
        tokens = SignedTokens(
            lambda kid: self._keys.keys(kid, lambda: self._fetched(session)),
            self._settings.issuer,
            self._settings.leeway_seconds,
        )
        said = tokens.opened(id_token, self._now()).claims
        if "auth_time" in said:
            tokens.past(said["auth_time"], self._now())
        nonce, subject = said.get("nonce"), said.get("sub")
        if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode(), nonce_of(attempt).encode()):
            raise untrusted()
        if not self._is_for_us(said) or not isinstance(subject, str) or not _SUBJECT.fullmatch(subject):
            raise untrusted()
        return said

    def _is_for_us(self, said: dict[str, Any]) -> bool:
        """Whether the site is the audience; among several it must be the one that asked, too."""
        us, audience = self._settings.client_id, said.get("aud")
        if said.get("azp", us) != us:
            return False
        return audience in (us, [us]) or (isinstance(audience, list) and us in audience and "azp" in said)

    def _fetched(self, session: OAuth2Session) -> dict[str, Any]:
        headers = {"Accept": "application/json"}
        return answers.read(session.get(self._paths.keys_path, headers=headers, withhold_token=True))

    def _userinfo(self, session: OAuth2Session, said: dict[str, Any]) -> dict[str, Any]:
        """What the gateway tells of the person of the token, and of nobody else."""
        headers = {"Accept": "application/json"}
        answer = session.request(self._settings.person_method, self._paths.person_path, headers=headers)
        told = answers.resource(answer)
        if told.get("sub") != said["sub"]:
            raise untrusted()
        return told

    def _subject(self, said: dict[str, Any]) -> Subject:
        about = said.get("urn:esia:sbj")
        issued_at = datetime.fromtimestamp(said["iat"], self._now().tzinfo)
        proved_at = datetime.fromtimestamp(said["auth_time"], self._now().tzinfo) if "auth_time" in said else None
        return Subject(
            oid=number_of(said["sub"]),
            is_trusted=is_trusted(about) if isinstance(about, dict) else True,  # then the record alone decides
            issued_at=issued_at,
            proved_at=proved_at,
        )


def nonce_of(attempt: Attempt) -> str:
    """What the gateway must give back in the token. It follows from the verifier, so that nothing more is kept.

    Nobody can go back from it: the verifier has 384 random bits, and the code challenge is another digest of it.
    """
    digest = hmac.digest(attempt.verifier.encode(), b"nonce", hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def number_of(subject: str) -> str:
    """The person's number: ЕСИА's own where the gateway gives it, else a digest as long, which begins with «x»."""
    if _ESIA_NUMBER.fullmatch(subject):
        return subject
    digest = base64.b32encode(hashlib.sha256(subject.encode()).digest()).decode("ascii").lower()
    return f"x{digest[:19]}"
