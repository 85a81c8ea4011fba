"""What consents there are and who may decide about them: pure.

152-ФЗ: a document of its own with its purpose, list of data and of actions, term, way to withdraw (art. 9); of health
data in so many words (art. 10). Who acts for somebody shows that the power covers it (art. 9, part 1).
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from webapp.core.entrusted import Function

KEPT_FOR = timedelta(days=3 * 365 + 1)
"""How long the row of a withdrawn consent is kept: three years, the general limitation period."""


class Purpose(StrEnum):
    """What a consent is for; each has a text."""

    PROGRAMME = "programme"
    """Ask the register for the programme, keep a copy of its answer: health data."""


TEXTS: Mapping[Purpose, tuple[str, ...]] = {Purpose.PROGRAMME: ("1", "2")}
"""Versions of each text, the one in force last; a text that anybody agreed to is never changed or removed.

A later text names all that the earlier ones name: whoever agreed to it has agreed to them.
"""
ACCOMPANIMENT_SINCE = "2"
"""The first text for the programme that names the register of accompaniment, and applications made of what is known."""


class Hindrance(StrEnum):
    """Why who acts for somebody cannot decide about the person's consents."""

    NOT_ENTRUSTED = "not_entrusted"
    POWER_SILENT = "power_silent"
    """The power of attorney does not say that it covers consents: the person decides alone."""


def newest(purpose: Purpose) -> str:
    """The version in force."""
    return TEXTS[purpose][-1]


def versions(purpose: Purpose, since: str = "") -> tuple[str, ...]:
    """The texts that name what is to be done: those from `since` on; any of them without it."""
    known = TEXTS[purpose]
    return known[known.index(since) :] if since else known


def hindrance(functions: frozenset[Function], is_legal: bool, covers_consent: bool | None) -> Hindrance | None:
    """Why a representative who has these functions cannot decide; None where they can.

    A legal representative decides in the person's place by law; anybody else as far as the document says so.
    """
    if Function.CONSENT not in functions:
        return Hindrance.NOT_ENTRUSTED
    return None if is_legal or covers_consent is True else Hindrance.POWER_SILENT
