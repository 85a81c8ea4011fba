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
    code = _code_in(said)
    if code:
        return _coded(code)
    words = typed.words(said)
    named = matching.match(words).item_code
    if named is not None:
        return _coded(named, is_shown=True)
    asked = lemmas.asked(words)
    return tuple(reference.items_with(asked)[:MOST]) if asked else ()


def with_name(said: str) -> str:
    """The text with the name behind it where it is the code of one item: «Код 6-02-02. Белая трость …».

    This is how the item is chosen from a list; `meant` understands it. Any other text comes back unchanged.
    """
    code = _code_in(said)
    found = _coded(code) if code else ()
    return f"Код {found[0].code}. {found[0].plain_name}" if found else said


def _code_in(said: str) -> str:
    return canonical(typed.code(said).replace(" ", "-"))


def _coded(code: str, is_shown: bool = False) -> tuple[Row, ...]:
    """The item with a code; by a code that is not verified nobody finds it, it is never shown."""
    try:
        found = reference.item(code)
    except NotFound:
        return ()
    return (found,) if found.is_official or is_shown else ()
