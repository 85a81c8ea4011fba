"""The sign-on of state sites over HTTP: OAuth by Authlib, requests signed as ЕСИА wants them."""

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode
from uuid import uuid4

from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from requests import Response

from webapp.core import logging
from webapp.gateways.bounds import authorities_in
from webapp.gateways.deadline import Deadline, TooMany
from webapp.gateways.identity import answers
from webapp.gateways.identity.channel import channel
from webapp.gateways.identity.port import Attempt, Beginning, Identified, NotIdentified, Refusal
from webapp.gateways.identity.profile import RawSignatures, SignedExchange
from webapp.gateways.identity.refusals import refusal_of, untrusted
from webapp.gateways.identity.signing import RsaSigner
from webapp.gateways.identity.tokens import Subject, TokenReader, keys_in
from webapp.settings import EsiaSettings

MOST_AT_ONCE = 3
"""Exchanges under way in one process: an ЕСИА that hangs must not gather ever more threads."""
_CODE = re.compile(r"[!-~]{1,4096}")
_UNHEARD = (TooMany, OSError)  # the errors of requests are OSErrors, and so is TimeoutError
_UNREADABLE = (AuthlibBaseError, ValueError, TypeError, ArithmeticError)
_FAULTS = (Refusal.UNAVAILABLE, Refusal.UNTRUSTED, Refusal.MISCONFIGURED)


class EsiaIdentity:
    """The port `Identity` over ЕСИА. One serves all visitors and threads: it keeps nothing of anybody.

    `settings` must be complete. `return_address` is where ЕСИА sends people back to, as it is registered there. The
    constructor reads keys and raises OSError or ValueError, which names the setting, where they cannot be used.
    """

    def __init__(self, settings: EsiaSettings, return_address: str, now: Callable[[], datetime]) -> None:
        if settings.key_file is None:
            raise ValueError("ORIENTIR_ESIA_KEY_FILE must be set")
        self._settings = settings
        self._return_address = return_address
        self._now = now
        self._profile = RawSignatures(settings, return_address, RsaSigner.from_file(settings.key_file))
        keys = keys_in(settings.token_certificates)
        self._tokens = TokenReader(keys, settings.issuer, settings.client_id, settings.leeway_seconds)
        self._authorities = authorities_in(settings.tls_ca, "ORIENTIR_ESIA_TLS_CA")
        self._deadline: Deadline[Identified] = Deadline(settings.timeout_seconds, MOST_AT_ONCE)

    def begin(self) -> Beginning:
        attempt = Attempt(state=str(uuid4()), verifier=secrets.token_urlsafe(48))
        with channel(self._settings, self._return_address, self._authorities) as session:
            address, _ = session.create_authorization_url(
                self._settings.base_url + self._settings.authorise_path,
                state=attempt.state,
                code_verifier=attempt.verifier,
                **self._profile.authorise(attempt.state, self._now()),
            )
        return Beginning(address, attempt)

    def refused(self, error: str, description: str) -> NotIdentified:
        return refusal_of(error, description)

    def finish(self, attempt: Attempt, code: str) -> Identified:
        outcome = self._outcome(attempt, code)
        if isinstance(outcome, NotIdentified):
            raise outcome  # here, where no other error hangs on it: those quote addresses and answers
        return outcome

    def sign_out_address(self, back: str) -> str:
        query = urlencode({"client_id": self._settings.client_id, "redirect_url": back})
        return f"{self._settings.base_url}{self._settings.sign_out_path}?{query}"

    def _outcome(self, attempt: Attempt, code: str) -> Identified | NotIdentified:
        if not _CODE.fullmatch(code):
            return NotIdentified(Refusal.EXPIRED)
        told: list[Identified] = []
        try:
            return self._deadline.result(lambda: self._identified(attempt, code, told))
        except (NotIdentified, *_UNHEARD, *_UNREADABLE) as error:
            if told:  # only the region is missing, which keeps nobody from signing in
                logging.failure("sign_on_without_region", error)
                return told[0]
            return _refusal_by(error)

    def _identified(self, attempt: Attempt, code: str, told: list[Identified]) -> Identified:
        """The person, who is put into `told` before their region is asked for: nobody has to wait for that."""
        with channel(self._settings, self._return_address, self._authorities) as session:
            subject = self._exchange(session, attempt, code)
            person = answers.person(answers.resource(self._get(session, subject, "")), subject)
            told.append(person)
            addresses = answers.resource(self._get(session, subject, "/addrs?embed=(elements)"))
            return replace(person, region=answers.region(addresses))

    def _exchange(self, session: OAuth2Session, attempt: Attempt, code: str) -> Subject:
        """Tokens for the code, which the session keeps until it is closed; returns whom they name."""
        signed = SignedExchange(self._profile, self._now())
        session.register_client_auth_method(signed)
        session.token_endpoint_auth_method = signed.name
        session.register_compliance_hook("access_token_response", _refused_here)
        told = session.fetch_token(
            self._settings.base_url + self._settings.token_path, code=code, code_verifier=attempt.verifier
        )
        if told.get("state") != signed.state or str(told.get("token_type")).lower() != "bearer":
            raise untrusted()
        session.leeway = 0  # the token's own time is checked by our clock
        return self._tokens.subject(told.get("access_token"), told.get("id_token"), self._now())

    def _get(self, session: OAuth2Session, subject: Subject, resource: str) -> Response:
        address = f"{self._settings.base_url}{self._settings.person_path}/{subject.oid}{resource}"
        return session.get(address, headers={"Accept": "application/json"})


def _refused_here(response: Response) -> Response:
    """Refusals are read by us: Authlib would take an error page for a token."""
    answers.read(response)
    return response


def _refusal_by(error: Exception) -> NotIdentified:
    """What an error means for the visitor, as a refusal on which the error does not hang; faults are logged."""
    refusal, code = (error.refusal, error.code) if isinstance(error, NotIdentified) else (Refusal.UNAVAILABLE, "")
    if refusal in _FAULTS:
        logging.failure("sign_on_failed", error, refusal=refusal.value, code=code)
    return NotIdentified(refusal, code)
