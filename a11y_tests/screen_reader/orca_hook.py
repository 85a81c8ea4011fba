"""Runs inside Orca, on the system's Python: a speech server and a Braille display that write to a file.

Orca loads it at its start as `orca-customizations.py`, its own place for what a user adds. Each line of the file is
[time in seconds, words, kind]; the kind is `speech`, `braille`, or `rest`, a beat that comes only while Orca has
nothing to do: silence is counted in beats, so a busy machine cannot be mistaken for silence.
"""

import json
import os
import sys
import time
from typing import Any

from gi.repository import GLib  # type: ignore[import-not-found]
from orca import braille, brlmon, settings, speechserver  # type: ignore[import-not-found]
from orca.speechserver import SayAllContext  # type: ignore[import-not-found]

BEAT_MILLISECONDS = 25
CELLS = 40
LOG = open(os.environ["ORIENTIR_HEARD"], "a", buffering=1, encoding="utf-8")  # noqa: SIM115 - open as long as Orca is


def note(words: str | None, kind: str = "speech") -> None:
    """Write down what is said or shown."""
    if kind == "rest" or (words and words.strip()):
        LOG.write(json.dumps([time.time(), words, kind], ensure_ascii=False) + "\n")


def beat() -> bool:
    """Say that there is nothing to do; True keeps the beats coming."""
    note("", "rest")
    return True


class Display:
    """In place of Orca's window that shows a Braille line."""

    def __init__(self, *_size: Any) -> None:
        pass

    def show_all(self) -> None:
        """There is no window to show."""

    def destroy(self) -> None:
        """There is no window to close."""

    def writeText(self, _cursor: int, cells: str, *_mask: Any) -> None:
        """One line of cells, as the display would show it."""
        note(cells, "braille")


class SpeechServer(speechserver.SpeechServer):  # type: ignore[misc]
    """A speech server in the shape that Orca asks for: the names are Orca's."""

    @staticmethod
    def getFactoryName() -> str:
        return "writing"

    @staticmethod
    def getSpeechServers() -> list[Any]:
        return [SERVER]

    @staticmethod
    def getSpeechServer(*_info: Any) -> Any:
        return SERVER

    @staticmethod
    def shutdownActiveServers() -> None:
        pass

    def getInfo(self) -> list[str]:
        return ["writing", "writing"]

    def getVoiceFamilies(self) -> list[Any]:
        return []

    def speak(self, text: str | None = None, *_rest: Any, **_named: Any) -> None:
        note(text)

    def speakCharacter(self, character: str, *_rest: Any, **_named: Any) -> None:
        note(character)

    def speakKeyEvent(self, event: Any, *_rest: Any, **_named: Any) -> None:
        note(event.getKeyName())

    def sayAll(self, contexts: Any, callback: Any) -> None:
        GLib.idle_add(self._say_next, iter(contexts), callback)

    def _say_next(self, contexts: Any, callback: Any) -> bool:
        """One piece a turn of the main loop, so that a key can stop the reading."""
        for context, _ in contexts:
            note(context.utterance)
            for offset, kind in (
                (context.startOffset, SayAllContext.PROGRESS),
                (context.endOffset, SayAllContext.COMPLETED),
            ):
                context.currentOffset = offset
                callback(context.copy(), kind)
            return True
        return False


SERVER = SpeechServer()
sys.modules["writing_speech"] = sys.modules[__name__]
settings.speechServerFactory = "writing_speech"
settings.speechFactoryModules = ["writing_speech"]
settings.enableSound = settings.enableKeyEcho = settings.enableBraille = settings.sayAllOnLoad = False
brlmon.BrlMon = Display
braille.DEFAULT_DISPLAY_SIZE = CELLS
braille._displaySize = [CELLS, 1]
settings.enableBrailleMonitor = settings.enableContractedBraille = True
settings.brailleContractionTable = os.environ["ORIENTIR_BRAILLE_TABLE"]
GLib.timeout_add(BEAT_MILLISECONDS, beat, priority=GLib.PRIORITY_LOW)
