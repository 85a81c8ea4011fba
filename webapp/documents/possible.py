"""Which forms of documents this machine can make at all: one that never comes is not offered.

PDF needs the libraries of Pango, Braille needs liblouis: packages of the system, which pip does not bring. What is
there stays there; what is missing is looked for again after a while, so that installing it needs no restart.
"""

import sys
import time
from dataclasses import dataclass, field

from webapp.core.programs import Program, ProgramFailed
from webapp.documents.braille import TABLES

AGAIN_AFTER = 600.0
"""Seconds until what was missing is looked for again."""
COMMAND = (
    "apt-get install -y --no-install-recommends"
    " libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core liblouis-bin liblouis-data"
)
"""What brings everything, on Debian, as root."""


@dataclass(slots=True)
class Maker:
    """A program that makes a form, tried with a word. Two threads may try at once: both come to the same."""

    program: Program
    word: bytes = b""
    _is_there: bool = field(default=False, init=False)
    _looked_at: float | None = field(default=None, init=False)

    def is_there(self) -> bool:
        """Whether it answers; takes up to a second the first time, nothing afterwards."""
        is_over = self._looked_at is None or time.monotonic() - self._looked_at > AGAIN_AFTER
        if not self._is_there and is_over:
            self._is_there = self._answers()
            self._looked_at = time.monotonic()
        return self._is_there

    def _answers(self) -> bool:
        try:
            return bool(self.program.answer(self.word).strip())
        except ProgramFailed:
            return False


SECONDS, MOST_BYTES = 20, 1024
writer = Maker(
    Program(
        (sys.executable, "-I", "-c", "import os, pikepdf, weasyprint; print('there', flush=True); os._exit(0)"),
        SECONDS,
        MOST_BYTES,
    )
)
louis = Maker(Program(("lou_translate", TABLES), SECONDS, MOST_BYTES), "слово\n".encode())
_OURS = frozenset({"script", "table"})
"""Forms that no program is needed for."""


def is_possible(form: str) -> bool:
    """Whether this form (`answers.Form`) can be made here."""
    return form in _OURS or (louis if form == "braille" else writer).is_there()
