"""Lists of words for the rules, kept as data in wording.toml."""

import tomllib
from functools import cache
from pathlib import Path

WORDING = Path(__file__).resolve().parent / "wording.toml"


@cache
def yo_words() -> frozenset[str]:
    """Russian words that were written with «е» for «ё»."""
    words: str = tomllib.loads(WORDING.read_text(encoding="utf-8"))["yo"]["words"]
    return frozenset(words.split())


@cache
def sight() -> dict[str, str]:
    """Patterns of the words that speak of what only an eye sees; `near` is how far apart a pair may stand."""
    rows: dict[str, str] = tomllib.loads(WORDING.read_text(encoding="utf-8"))["sight"]
    return rows
