"""Whose form it is: a sealed mark in every form that was made for a person who has signed in.

Only this site can make a mark, and only pages of that person hold it. So it proves two things when the session that
the form's token belonged to is over: that the form came from our own page, and for whom it was made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp.core import clock, encryption

MARK = "made_for"
GOOD_FOR = timedelta(days=7)
"""A page may lie open over a weekend. What a mark opens is never more than the person's own form."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who had signed in when the form was made, and the authority by which they acted; empty: for themselves."""

    user_id: int
    authority: str = ""


def mark(owner: Owner) -> str:
    """The mark of a form that is made now for this person."""
    return encryption.seal({"form_of": owner.user_id, "acting": owner.authority, "at": clock.now().isoformat()})


def owner_of(form: Mapping[str, str]) -> Owner | None:
    """The person for whom the form was made; None without a mark, or where it is forged, cut or too old."""
    told = encryption.unseal(form.get(MARK, ""))
    if not isinstance(told, dict) or "form_of" not in told:
        return None
    age = clock.now() - datetime.fromisoformat(told["at"])
    return Owner(int(told["form_of"]), str(told.get("acting", ""))) if age <= GOOD_FOR else None
