"""The words that some checks look for, kept as data in wording.toml."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).resolve().parent / "wording.toml").read_text(encoding="utf-8"))


def wording(name: str) -> list[str]:
    """All words of one list, whatever their language."""
    return [word for words in _lists()[name].values() for word in words]
