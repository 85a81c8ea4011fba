"""The register of programmes over HTTP: ask, then hear."""

import base64
import re

from webapp.gateways.programmes import extract
from webapp.gateways.programmes.port import Extract, Failure, RegisterFailed
from webapp.gateways.register import Answer, Json, Register, Unheard, json_object
from webapp.settings import ProgrammeSettings

LARGEST_ANSWER_BYTES = 2 * 1024 * 1024
_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")
_XML = frozenset({"application/xml", "text/xml"})


class HttpProgrammeRegister:
    """The register at `settings.base_url`. Settings are complete: an address and a key.

    The constructor raises ValueError, which names the setting, where `settings.tls_ca` cannot be used.
    """

    def __init__(self, settings: ProgrammeSettings) -> None:
        self._register = Register(settings, LARGEST_ANSWER_BYTES)

    def ask(self, snils: str) -> str:
        """Send a request for everything about the person; returns the request's id."""
        status, body = self._exchange("POST", "/requests", {"snils": snils, "type": "Flexible"})
        if status in (400, 401, 403):
            raise RegisterFailed(Failure.REFUSED)
        request_id = _json(body).get("requestId") if status == 202 else None
        if not isinstance(request_id, str) or not _REQUEST_ID.fullmatch(request_id):
            raise RegisterFailed(Failure.UNAVAILABLE)
        return request_id

    def answer(self, request_id: str, snils: str) -> Extract | None:
        """What the register answered; None while it is not ready. The answer must speak of this very СНИЛС."""
        if not _REQUEST_ID.fullmatch(request_id):  # no id of the register's: it would be another address
            raise RegisterFailed(Failure.UNKNOWN_REQUEST)
        status, body = self._exchange("GET", f"/requests/{request_id}")
        if status in (401, 403):
            raise RegisterFailed(Failure.REFUSED)
        if status == 404:
            raise RegisterFailed(Failure.UNKNOWN_REQUEST)
        told = _json(body) if status in (200, 202) else {}
        if (status, told.get("status")) == (202, "processing"):
            return None
        if (status, told.get("status")) != (200, "done"):
            raise RegisterFailed(Failure.UNAVAILABLE)
        return extract.read(_attachments(told), snils)

    def _exchange(self, method: str, path: str, sent: Json | None = None) -> Answer:
        """Status and body. Raises RegisterFailed."""
        answer = self._register.exchange(method, path, sent)
        if isinstance(answer, Unheard):
            raise RegisterFailed(Failure(answer))
        return answer


def _json(body: bytes) -> Json:
    """The object that a body holds. Raises RegisterFailed."""
    told = json_object(body)
    if told is None:
        raise RegisterFailed(Failure.UNAVAILABLE)
    return told


def _attachments(told: Json) -> list[bytes]:
    """Contents of the attachments. One that cannot be read is no reason to show the rest as if it were all."""
    attached = told.get("attachments")
    if not isinstance(attached, list):
        raise RegisterFailed(Failure.UNAVAILABLE)
    contents = [_content(each) for each in attached]
    read = [content for content in contents if content is not None]
    if len(read) != len(contents):
        raise RegisterFailed(Failure.UNAVAILABLE)
    return read


def _content(attachment: object) -> bytes | None:
    """The bytes of an attachment; None when it is not XML in base64."""
    told = attachment if isinstance(attachment, dict) else {}
    sort, content = told.get("contentType"), told.get("content")
    if not isinstance(sort, str) or not isinstance(content, str) or sort.partition(";")[0].strip() not in _XML:
        return None
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except ValueError:
        return None
