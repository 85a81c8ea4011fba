"""The register of accompaniment over HTTP: one question, one answer."""

import re

from webapp.gateways.accompaniment import reading
from webapp.gateways.accompaniment.fields import Fields
from webapp.gateways.accompaniment.port import Accompaniment, Failure, Organisation, RegisterFailed
from webapp.gateways.register import Json, Register, Unheard, json_object
from webapp.settings import AccompanimentSettings

LARGEST_ANSWER_BYTES = 2 * 1024 * 1024
_REGION = re.compile(r"[0-9]{2,3}")


class HttpAccompanimentRegister:
    """The register at `settings.base_url`. Settings are complete: an address and a key.

    The constructor raises ValueError, which names the setting, where `settings.tls_ca` cannot be used.
    """

    def __init__(self, settings: AccompanimentSettings) -> None:
        self._register = Register(settings, LARGEST_ANSWER_BYTES)

    def told(self, snils: str) -> Accompaniment:
        """How accompaniment of the person stands with each participant. The answer speaks of this very СНИЛС.

        The number goes in the body: addresses are written into logs.
        """
        return reading.accompaniment(self._answer("POST", "/accompaniment", {"snils": snils}), snils)

    def organisations(self, region: str) -> tuple[Organisation, ...]:
        """The rehabilitation organisations of the region with this code («52»), in the register's order.

        Raises ValueError for what is no code: two or three digits.
        """
        if not _REGION.fullmatch(region):  # it would be another address
            raise ValueError("a region is two or three digits")
        return reading.organisations(self._answer("GET", f"/regions/{region}/organisations"), region)

    def _answer(self, method: str, path: str, sent: Json | None = None) -> Fields:
        answer = self._register.exchange(method, path, sent)
        if isinstance(answer, Unheard):
            raise RegisterFailed(Failure(answer))
        status, body = answer
        if status in (400, 401, 403):
            raise RegisterFailed(Failure.REFUSED)
        told = json_object(body) if status == 200 else None
        if told is None:
            raise RegisterFailed(Failure.UNAVAILABLE)
        return Fields(told)
