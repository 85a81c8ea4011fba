"""When two names of a programme mean one thing, though officials spell them otherwise. Pure."""

from functools import lru_cache

from webapp.reference.matching import match


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """What two spellings of one thing share: its code, slug or service where the name has one, else its words."""
    found = match(name)
    known = found.item_code or found.uncoded_slug or found.service
    return known or " ".join(name.casefold().replace("ё", "е").rstrip(". ").split())
