"""What was heard after one deed of a person, and what of it counts as the same words."""

import re
from dataclasses import dataclass, field

BULLETS = re.compile(r"^[•◦▪‣–-]\s*")
STOPS = re.compile(r"[\s.…]+$")
GAP = re.compile(r"\s*…\s*")


def normal(words: str) -> str:
    """Single spaces, no bullet, no trailing stop: what differs between two runs of one page."""
    return STOPS.sub("", BULLETS.sub("", " ".join(words.split())))


@dataclass(frozen=True, slots=True)
class Heard:
    """Speech, piece by piece; Braille lines; seconds from the deed to its first and its last words."""

    speech: tuple[str, ...] = ()
    braille: tuple[str, ...] = ()
    first: float | None = field(default=None, compare=False)
    seconds: float = field(default=0.0, compare=False)

    def __add__(self, later: "Heard") -> "Heard":
        return Heard(
            self.speech + later.speech,
            self.braille + later.braille,
            later.first if self.first is None else self.first,
            self.seconds + later.seconds,
        )

    @property
    def words(self) -> int:
        """How many words a person had to listen to."""
        return sum(len(piece.split()) for piece in self.speech)

    def has(self, phrase: str) -> bool:
        """Whether a phrase was heard."""
        return missing((phrase,), self.speech) is None


def missing(phrases: tuple[str, ...], pieces: tuple[str, ...]) -> str | None:
    """The first phrase that is not heard after those before it; None when all are, in order.

    Whole words, whatever their capitals. A phrase may run over several pieces; `…` in it stands for anything within
    one piece.
    """
    text, start = "\n".join(pieces), 0
    for phrase in phrases:
        found = _pattern(phrase).search(text, start)
        if found is None:
            return phrase
        start = found.end()
    return None


def _pattern(phrase: str) -> re.Pattern[str]:
    """Begins and ends with whole words, unless it ends with the gap: «рубл…» is any ending."""
    plain = " ".join(phrase.split()).rstrip(".")
    parts = r"[^\n]*?".join(_in_pieces(part) for part in GAP.split(plain))
    return re.compile(r"(?<!\w)" + parts + ("" if plain.endswith("…") else r"(?!\w)"), re.IGNORECASE)


def _in_pieces(part: str) -> str:
    """Words that may run on in the next piece; the stop of a sentence is not heard where a piece ends with it."""
    return r"\.?\s+".join(re.escape(word.removesuffix(".")) for word in re.split(r"\s+", part))
