"""Exchanges of JSON with a register of the state. No redirect, no proxy, no repeating; all of it bounded."""

import json
from enum import StrEnum
from typing import Any

import requests

from webapp.gateways.bounds import authorities_in, bounded
from webapp.gateways.deadline import Deadline, TooMany
from webapp.settings import RegisterSettings

MOST_AT_ONCE = 2
"""Exchanges with one register under way in one process: one that hangs must not take all threads of the site."""

Answer = tuple[int, bytes]
Json = dict[str, Any]


class Unheard(StrEnum):
    """Why there is no answer. The ports of registers call these by the same values."""

    BUSY = "busy"
    """As many exchanges as allowed are under way: the register was not asked at all."""
    UNAVAILABLE = "unavailable"
    """It does not answer, or not whole, or not in time."""


class Register:
    """The register at `settings.base_url`. Settings are complete: an address and a key.

    The constructor raises ValueError, which names the setting, where `settings.tls_ca` cannot be used.
    """

    def __init__(self, settings: RegisterSettings, largest_bytes: int) -> None:
        self._settings = settings
        self._largest_bytes = largest_bytes
        self._authorities = authorities_in(settings.tls_ca, f"{settings.model_config['env_prefix']}TLS_CA")
        self._deadline: Deadline[Answer | None] = Deadline(settings.timeout_seconds, MOST_AT_ONCE)

    def exchange(self, method: str, path: str, sent: Json | None = None) -> Answer | Unheard:
        """Status and body, of at most `largest_bytes`. What went wrong is returned and not raised: errors may quote
        what was sent, and whoever raises after one would hand it on.
        """
        try:
            answer = self._deadline.result(lambda: self._speak(method, path, sent))
        except TimeoutError:
            return Unheard.UNAVAILABLE
        except TooMany:
            return Unheard.BUSY
        return Unheard.UNAVAILABLE if answer is None else answer

    def _speak(self, method: str, path: str, sent: Json | None) -> Answer | None:
        """None when there was no whole answer."""
        headers = {
            "Authorization": f"Bearer {self._settings.key.get_secret_value()}",
            "Accept": "application/json",
        }
        try:
            with requests.Session() as session:
                bounded(session, self._settings.timeout_seconds, self._largest_bytes, self._authorities)
                response = session.request(method, self._settings.base_url + path, json=sent, headers=headers)
                return response.status_code, response.content
        except (OSError, ValueError):  # the errors of requests are OSErrors
            return None


def json_object(body: bytes) -> Json | None:
    """The object that a body holds; None where it holds something else."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
