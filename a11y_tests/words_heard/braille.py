"""What the Russian Braille table makes of texts, there and back.

The table marks no capitals, so letters are compared without them. It marks the change to Latin letters only before
the first Latin word of a text, and reads the rest back as Russian: Latin words are therefore tried one by one, and
the text with a Russian word in their place.
"""

import re
import subprocess
from collections.abc import Iterable

from a11y_tests.installed import program
from a11y_tests.screen_reader.programs import BRAILLE_TABLE
from a11y_tests.words_heard.figures import Found

SECONDS = 60
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_STAND_IN = "слово"
_QUOTES = str.maketrans("“”‘’", "«»''")
_LETTER_SIGN = "\\5/"
"""How the table reads back the sign that it puts between a number and its letter: «86н» is whole under the fingers."""
_PLUS = re.compile(r"!(?=\d)")
"""Plus and exclamation mark have the same dots; before a number only plus has a meaning."""
_DASH_AND_COMMA = re.compile(r"\s*([,—–-])\s*")


class BrailleFailed(RuntimeError):
    """The translator did not answer line for line."""


def losses(texts: Iterable[str]) -> dict[str, list[Found]]:
    """Of many texts those that come back from Braille as something else, each with what came back."""
    asked = {text: [_LATIN.sub(_STAND_IN, text), *_LATIN.findall(text)] for text in texts}
    pieces = sorted({piece for parts in asked.values() for piece in parts})
    back = dict(zip(pieces, there_and_back(pieces), strict=True))
    found = {
        text: [("braille-lost", f"{part} | {back[part]}") for part in parts if plain(part) != plain(back[part])]
        for text, parts in asked.items()
    }
    return {text: wrong for text, wrong in found.items() if wrong}


def there_and_back(lines: list[str]) -> list[str]:
    """Each line in Braille, read again. Two runs of the translator, however many lines."""
    return _translated(_translated(lines, "--forward"), "--backward")


def plain(text: str) -> str:
    """A text without what Braille does not tell: capitals, kinds of quotation marks and dashes, spaces about these."""
    folded = " ".join(text.replace(_LETTER_SIGN, "").lower().translate(_QUOTES).split())
    folded = _PLUS.sub("+", folded)
    return _DASH_AND_COMMA.sub(lambda match: "," if match[1] == "," else "-", folded)


def _translated(lines: list[str], way: str) -> list[str]:
    command = [program("lou_translate"), way, BRAILLE_TABLE]
    given = "".join(f"{' '.join(line.split())}\n" for line in lines)
    ended = subprocess.run(command, input=given, capture_output=True, text=True, timeout=SECONDS, check=True)
    answer = ended.stdout.removesuffix("\n").split("\n") if lines else []
    if len(answer) != len(lines):
        raise BrailleFailed(f"{len(lines)} lines went in, {len(answer)} came out: {ended.stderr[:300]}")
    return answer
