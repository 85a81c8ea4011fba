"""The sign-on of state sites over HTTP: OAuth by Authlib, requests signed as ЕСИА wants them."""

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from requests import Response

from webapp.esia_settings import EsiaSettings, SignerKind
from webapp.gateways.bounds import authorities_in
from webapp.gateways.identity import answers, parts, resources
from webapp.gateways.identity.channel import channel
from webapp.gateways.identity.outcomes import Heard, Outcomes
from webapp.gateways.identity.paths import addresses_of
from webapp.gateways.identity.port import Attempt, Beginning, Child, Identified, NotIdentified, Refusal
from webapp.gateways.identity.profile import SignedExchange, profile_of
from webapp.gateways.identity.refusals import refusal_of, untrusted
from webapp.gateways.identity.token_keys import keys_of
from webapp.gateways.identity.tokens import SignedTokens, Subject, TokenReader

CODE = re.compile(r"[!-~]{1,4096}")
_EMBEDDED = "?embed=(elements)"


class EsiaIdentity:
    """The port `Identity` over ЕСИА. One serves all visitors and threads: it keeps nothing of anybody.

    `settings` must be complete. `return_address` is where ЕСИА sends people back to, as it is registered there. The
    constructor reads keys and raises OSError or ValueError, which names the setting, where they cannot be used.
    """

    def __init__(self, settings: EsiaSettings, return_address: str, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._return_address = return_address
        self._now = now
        self._paths = addresses_of(settings)
        self._profile = profile_of(settings, return_address)
        keys = keys_of(settings)
        tokens = SignedTokens(lambda _kid: keys, settings.issuer, settings.leeway_seconds)
        self._tokens = TokenReader(tokens, settings.client_id)
        self._authorities = authorities_in(settings.tls_ca, "ORIENTIR_ESIA_TLS_CA")
        self._outcomes = Outcomes(settings.timeout_seconds)

    def begin(self, is_fresh: bool = False) -> Beginning:
        del is_fresh  # ЕСИА cannot be asked: see `fresh_address`
        attempt = Attempt(state=str(uuid4()), verifier=secrets.token_urlsafe(48))
        is_ours = self._settings.signer is SignerKind.RSA
        signed = self._outcomes.signed(lambda: self._profile.authorise(attempt.state, self._now()), not is_ours)
        if isinstance(signed, NotIdentified):
            raise signed
        with channel(self._settings, self._return_address, self._authorities) as session:
            address, _ = session.create_authorization_url(
                self._paths.authorise_path, state=attempt.state, code_verifier=attempt.verifier, **signed
            )
        return Beginning(address, attempt)

    def fresh_address(self, back: str) -> str | None:
        return self.sign_out_address(back)  # with no session left there, the person has to prove themselves

    def refused(self, error: str, description: str) -> NotIdentified:
        return refusal_of(error, description)

    def finish(self, attempt: Attempt, code: str) -> Identified:
        outcome = self._outcome(attempt, code)
        if isinstance(outcome, NotIdentified):
            raise outcome  # here, where no other error hangs on it: those quote addresses and answers
        return outcome

    def sign_out_address(self, back: str) -> str:
        query = urlencode({"client_id": self._settings.client_id, "redirect_url": back})
        return f"{self._paths.sign_out_path}?{query}"

    def _outcome(self, attempt: Attempt, code: str) -> Identified | NotIdentified:
        if not CODE.fullmatch(code):
            return NotIdentified(Refusal.EXPIRED)
        return self._outcomes.person(lambda heard: self._read(attempt, code, heard))

    def _read(self, attempt: Attempt, code: str, heard: Heard) -> None:
        """The person, then each part: nobody has to wait for those."""
        with channel(self._settings, self._return_address, self._authorities) as session:
            subject = self._exchange(session, attempt, code)
            heard.person = answers.person(self._told(session, f"/{subject.oid}"), subject)
            for part in parts.wanted(self._settings.scopes):
                if not heard.add(part.name, partial(self._with, session, part)):
                    return
            self._read_certificates(session, heard)

    def _with(self, session: OAuth2Session, part: parts.Part, person: Identified) -> Identified:
        return part.put(self._told(session, f"/{person.oid}{part.path}{_EMBEDDED}"), person)

    def _read_certificates(self, session: OAuth2Session, heard: Heard) -> None:
        """Birth certificates of the children, each asked for by itself."""
        if heard.person is None or parts.CERTIFICATES_SCOPE not in self._settings.scopes.split():
            return
        for child in heard.person.children:
            if not heard.add("kids", partial(self._with_certificate, session, child)):
                return

    def _with_certificate(self, session: OAuth2Session, child: Child, person: Identified) -> Identified:
        told = self._told(session, f"/{person.oid}/kids/{child.oid}/docs{_EMBEDDED}")
        known = replace(child, birth_certificate=resources.birth_certificate(told))
        return replace(person, children=tuple(known if each is child else each for each in person.children))

    def _exchange(self, session: OAuth2Session, attempt: Attempt, code: str) -> Subject:
        """Tokens for the code, which the session keeps until it is closed; returns whom they name."""
        signed = SignedExchange(self._profile, self._now())
        session.register_client_auth_method(signed)
        session.token_endpoint_auth_method = signed.name
        told = tokens_for(session, self._paths.token_path, attempt, code)
        if told.get("state") != signed.state:
            raise untrusted()
        return self._tokens.subject(told.get("access_token"), told.get("id_token"), self._now())

    def _told(self, session: OAuth2Session, resource: str) -> dict[str, Any]:
        address = self._paths.person_path + resource
        return answers.resource(session.get(address, headers={"Accept": "application/json"}))


def tokens_for(session: OAuth2Session, address: str, attempt: Attempt, code: str) -> dict[str, Any]:
    """The answer to the exchange of a code; its token stays in the session. Raises NotIdentified, besides others."""
    session.register_compliance_hook("access_token_response", _refused_here)
    verifier = {"code_verifier": attempt.verifier} if session.code_challenge_method else {}
    told: dict[str, Any] = session.fetch_token(address, code=code, **verifier)
    if str(told.get("token_type")).lower() != "bearer":
        raise untrusted()
    session.leeway = 0  # the token's own time is checked by our clock
    return told


def _refused_here(response: Response) -> Response:
    """Refusals are read by us: Authlib would take an error page for a token."""
    answers.read(response)
    return response
