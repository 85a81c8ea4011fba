"""Which items of the classification a visitor means by a code or by words."""

from webapp.core import typed
from webapp.core.errors import NotFound
from webapp.reference import lemmas, matching
from webapp.reference import queries as reference
from webapp.reference.codes import canonical
from webapp.reference.queries import Row

MOST = 20


def meant(said: str) -> tuple[Row, ...]:
    """Items that the text may mean, at most 20: one where it is a code or a name, none where nothing fits."""
    code = canonical(typed.code(said).replace(" ", "-"))
    if code:
        return _coded(code)
    words = typed.words(said)
    named = matching.match(words).item_code
    if named is not None:
        return _coded(named, is_shown=True)
    asked = lemmas.asked(words)
    return tuple(reference.items_with(asked)[:MOST]) if asked else ()


def _coded(code: str, is_shown: bool = False) -> tuple[Row, ...]:
    """The item with a code; by a code that is not verified nobody finds it, it is never shown."""
    try:
        found = reference.item(code)
    except NotFound:
        return ()
    return (found,) if found.is_official or is_shown else ()
