"""What a walk costs a person: keys, words, seconds of speech at two rates, lines of a Braille display."""

import subprocess
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from a11y_tests.screen_reader.programs import BRAILLE_TABLE, PATH

USUAL_RATE = 175
"""How fast a synthesizer speaks when nobody has changed it: the default of espeak-ng, in its words a minute."""
PRACTISED_RATE = 300
"""A rate for a practised listener: an assumption, many listen faster. It has not been asked of people yet."""
VOICE = "ru"
CELLS = 40
BLANK_CELL = "⠀"
BYTES_A_SECOND = 22050 * 2
"""What espeak-ng writes: one channel of 16-bit samples."""
HEADER_BYTES = 44
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Measures:
    """The cost of one walk. Seconds and Braille lines are of all that was said, listened to or read to its end."""

    keys: int
    words: int
    seconds: int
    practised_seconds: int
    braille_lines: int


def measure(keys: int, pieces: Sequence[str]) -> Measures:
    """The cost of so many keys and of these pieces of speech, in this order."""
    return Measures(
        keys=keys,
        words=sum(len(piece.split()) for piece in pieces),
        seconds=round(spoken_seconds(pieces, USUAL_RATE)),
        practised_seconds=round(spoken_seconds(pieces, PRACTISED_RATE)),
        braille_lines=braille_lines(pieces),
    )


def spoken_seconds(pieces: Iterable[str], rate: int) -> float:
    """How long espeak-ng really speaks, each piece a paragraph. Nothing is said in no time."""
    text = "\n\n".join(pieces)
    if not text:
        return 0.0
    sound = _answer(("espeak-ng", "-v", VOICE, "-s", str(rate), "--stdin", "--stdout"), f"{text}\n")
    return (len(sound) - HEADER_BYTES) / BYTES_A_SECOND


def braille_lines(pieces: Iterable[str]) -> int:
    """How many lines of 40 cells hold the pieces, each on a line of its own, words kept whole."""
    text = "\n".join(pieces)
    if not text:
        return 0
    command = ("lou_translate", "--forward", f"unicode.dis,{BRAILLE_TABLE}")
    cells = _answer(command, f"{text}\n").decode().replace(BLANK_CELL, " ")
    return sum(max(1, len(textwrap.wrap(line, CELLS))) for line in cells.splitlines())


def _answer(command: tuple[str, ...], words: str) -> bytes:
    """What a program writes when it is given words. Raises CalledProcessError, TimeoutExpired."""
    done = subprocess.run(
        command, input=words.encode(), capture_output=True, check=True, timeout=SECONDS, env={"PATH": PATH}
    )
    return done.stdout
