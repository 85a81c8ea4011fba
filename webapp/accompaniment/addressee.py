"""To whom an application may be addressed by the name that was typed (paragraphs 4, 9, 12). Pure.

A name is free text, so what is known not to be an addressee is refused; whatever else is typed is taken.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from webapp.accompaniment.rules import Participant

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_DEFENDERS = re.compile("защитник(и|ов|ам)отечества")
_AUTHORITY = re.compile("(министерств|департамент|правительств|администраци)")
_MSE = re.compile("медикосоциальн[а-я]*экспертиз")
_FUND = re.compile("(социальн(ый|ого|ому)фонд|фонд[ау]?пенсионногоисоциального|фонд[ау]?социальногострахования)")
_SHORT = {"мсэ": Participant.MSE, "сфр": Participant.FUND}


class Unfit(StrEnum):
    """Why an application may not be addressed so."""

    PRIVATE = "private"
    """A private organisation: participants may attract it, nobody applies to it (paragraph 4)."""
    DEFENDERS = "defenders"
    """The fund «Защитники Отечества» is no participant."""
    OTHER = "other"
    """Another participant than the application is about."""


def unfit(name: str, participant: Participant, private: Iterable[str]) -> Unfit | None:
    """Why this name cannot be that of the participant's institution; `private` are names of private organisations."""
    meant = plain(name)
    if _DEFENDERS.search(meant):
        return Unfit.DEFENDERS
    if meant in map(plain, private):
        return Unfit.PRIVATE
    found = _kind_of(name)
    return Unfit.OTHER if found is not None and found is not participant else None


def plain(name: str) -> str:
    """A name by which it is compared: letters and digits alone, without a remark in brackets at its end."""
    return "".join(sign for sign in _REMARK.sub("", name).casefold().replace("ё", "е") if sign.isalnum())


def _kind_of(name: str) -> Participant | None:
    """Which participant's institution a name speaks of; None where it does not say.

    A centre of rehabilitation may have the assessment, or a ministry, in its name, too.
    """
    meant = plain(name)
    if "реабилит" in meant:
        return None
    if _AUTHORITY.match(meant):
        return Participant.AUTHORITY
    if _MSE.search(meant):
        return Participant.MSE
    if _FUND.search(meant):
        return Participant.FUND
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return next((found for word, found in _SHORT.items() if word in words), None)
