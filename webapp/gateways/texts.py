"""Texts and days as outside systems write them. No error quotes them: they are a person's own."""

import re
import unicodedata
from datetime import date

LONGEST_TEXT = 2000
"""Characters. A longer text is refused, not cut: a name without its end («без устройства…») is another thing's name."""
_DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")


def cleaned(written: str) -> str | None:
    """A text with single spaces and without invisible signs, which a synthesizer may stumble over.

    None where it is too long, or holds signs that control a machine.
    """
    if len(written) > LONGEST_TEXT:
        return None
    composed = unicodedata.normalize("NFC", written)
    kinds = {sign: unicodedata.category(sign) for sign in set(composed)}
    if any(kind in {"Cc", "Cs"} and sign not in "\t\n\r" for sign, kind in kinds.items()):
        return None
    return " ".join("".join(sign for sign in composed if kinds[sign] != "Cf").split())


def day(written: str) -> date | None:
    """The day that `YYYY-MM-DD` means, from 1900 to 2199; None for anything else."""
    try:
        return date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        return None
