"""A note that was too long stays while the session lasts: whoever opens the page again goes on where they were (U17).

It stands in the session, sealed, beside whose product it is about: a session is in the clear.
"""

from flask import session

from webapp.core import encryption
from webapp.core.actor import Actor

_KEY = "refused_note"
MOST = 20_000
"""Characters that are kept of a note that may have far fewer."""


def keep(actor: Actor, number: str, text: str) -> None:
    """Keep what was refused; one at a time."""
    session[_KEY] = encryption.seal([actor.person_id, number, text[:MOST]])


def kept(actor: Actor, number: str) -> str | None:
    """What was refused of the note about this product; None where nothing was."""
    found = encryption.unseal(session.get(_KEY, ""))
    return str(found[2]) if found and found[:2] == [actor.person_id, number] else None


def forget() -> None:
    """A note was taken: there is nothing to mend."""
    session.pop(_KEY, None)
