"""How work with ЕСИА ends: in time, with a person or with a refusal on which nothing hangs."""

import contextvars
from collections.abc import Callable
from dataclasses import dataclass

from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from requests import Timeout

from webapp.core import logging
from webapp.core.programs import ProgramFailed
from webapp.gateways.deadline import Deadline, TooMany
from webapp.gateways.identity.port import Identified, NotIdentified, Refusal

MOST_AT_ONCE = 3
"""Exchanges under way in one process: an ЕСИА that hangs must not gather ever more threads."""
UNREADABLE = (AuthlibBaseError, ValueError, TypeError, ArithmeticError)
FAILURES = (NotIdentified, TooMany, OSError, *UNREADABLE)  # errors of requests are OSErrors, and so is TimeoutError
_FAULTS = (Refusal.UNAVAILABLE, Refusal.BUSY, Refusal.UNTRUSTED, Refusal.MISCONFIGURED)


@dataclass(slots=True, repr=False)
class Heard:
    """The person as far as they are known by now. None: nobody yet."""

    person: Identified | None = None

    def add(self, part: str, put: Callable[[Identified], Identified]) -> bool:
        """Put a part in that may be missing. Whether to go on: not when the time is over."""
        assert self.person is not None
        try:
            self.person = put(self.person)
        except FAILURES as error:
            logging.failure("sign_on_without_part", error, part=part)
            return not isinstance(error, Timeout)
        return True


class Outcomes:
    """Does work within the time of one sign-in; errors become refusals, and faults are logged."""

    def __init__(self, seconds: float) -> None:
        self._deadline: Deadline[object] = Deadline(seconds, MOST_AT_ONCE)

    def person(self, read: Callable[[Heard], object]) -> Identified | NotIdentified:
        """Whom the work has put into what it was given, or why nobody is there.

        A person is in when the work ends late: only parts are missing, which keeps nobody from signing in.
        """
        heard = Heard()
        context = contextvars.copy_context()  # lines of the log are to name the visitor's request
        try:
            self._deadline.result(lambda: context.run(read, heard))
        except FAILURES as error:
            if heard.person is None:
                return refusal_by(error)
            logging.failure("sign_on_without_part", error, part="late")
        return heard.person or NotIdentified(Refusal.UNAVAILABLE)

    def signed(self, sign: Callable[[], dict[str, str]], takes_place: bool) -> dict[str, str] | NotIdentified:
        """What was signed, or why it was not. Work of another program takes a place among those who ask."""
        made: list[dict[str, str]] = []
        try:
            if takes_place:
                self._deadline.result(lambda: made.append(sign()))
                return made[0]
            return sign()
        except FAILURES as error:
            return refusal_by(error)


def refusal_by(error: Exception) -> NotIdentified:
    """What an error means for the visitor, as a refusal on which the error does not hang; faults are logged."""
    if isinstance(error, NotIdentified):
        refusal, code = error.refusal, error.code
    else:
        refusal, code = Refusal.MISCONFIGURED if isinstance(error, ProgramFailed) else Refusal.UNAVAILABLE, ""
    if refusal in _FAULTS:
        logging.failure("sign_on_failed", error, refusal=refusal.value, code=code)
    return NotIdentified(refusal, code)
