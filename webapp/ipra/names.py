"""When two names of a programme mean one thing, though officials spell them otherwise. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from webapp.reference.matching import LONGEST_NAME, match
from webapp.reference.wording import written

_COMMA = re.compile(r",\s+")


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """What two spellings of one thing share: its code, slug or service where the name has one, else its words."""
    return _known(name) or " ".join(name.casefold().replace("ё", "е").rstrip(". ").split())


def key_meant(name: str, among: Iterable[str]) -> str:
    """Which of some names another name means, as a key: of the same thing, else the one that says more or less of it.

    An executor writes «Трость белая тактильная складная» where the programme goes on with «, с ремешком». Between two
    names that say more nobody guesses: then it is the key of the name itself, which none of them has.
    """
    own, keys = key_of(name), {each: key_of(each) for each in among}
    if own in keys.values():
        return own
    longer = {key for each, key in keys.items() if _says_more(each, name) or _says_more(name, each)}
    return longer.pop() if len(longer) == 1 else own


def _says_more(name: str, bare: str) -> bool:
    """Whether a name is a bare one with demands after it: size, qualities. Of two known things none is the other."""
    if max(len(name), len(bare)) > LONGEST_NAME:
        return False
    known, bare_known = _known(name), _known(bare)
    if known is not None and bare_known is not None:
        return False
    if bare_known is not None and _known_beginning(name) == bare_known:
        return True
    code, words = _words(name)
    bare_code, bare_words = _words(bare)
    if code is not None or (bare_code is not None and bare_known is None):
        return False  # a code that the words do not bear out is not believed, nor the words
    return bool(bare_words) and words.startswith(bare_words + " ")


@lru_cache(maxsize=4096)
def _known_beginning(name: str) -> str | None:
    """What the longest beginning of a name that means something means; a beginning ends at a comma."""
    clauses = _COMMA.split(name)
    beginnings = (", ".join(clauses[:cut]) for cut in range(len(clauses) - 1, 0, -1))
    return next(filter(None, map(_known, beginnings)), None)


def _known(name: str) -> str | None:
    """Code, slug or service of a name that means one thing."""
    found = match(name)
    return found.item_code or found.uncoded_slug or found.service


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str | None, str]:
    taken_apart = written(name)
    return taken_apart.code, taken_apart.normal
