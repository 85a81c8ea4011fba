"""What espeak-ng makes of words and signs: a synthesizer on which most free screen readers speak.

Its library is asked for phonemes alone, which is forty times faster than the program: that makes sound even when it
is told to be quiet.
"""

import ctypes
import re
from collections.abc import Iterable
from functools import cache

from a11y_tests.installed import CURE, MissingTool
from a11y_tests.words_heard.figures import Found

LIBRARY = "libespeak-ng.so.1"
PAUSES = frozenset(".,:;!?()«»“”\"'-—…")
"""What may be silent: it is heard as a pause, or only joins."""
_SYNCHRONOUS, _UTF_8, _IPA = 2, 1, 2
_NO_DATA = -1
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|_")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER_VOICE = re.compile(r"\((?!ru\)|en\))\w+\)")
_LETTER_BY_NUMBER = "ɭˈetə"
"""How the Russian voice begins a letter that it does not know: «letter», then its number."""


@cache
def _espeak() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError as error:
        raise MissingTool(f"the words of pages are read to espeak-ng, which is not here; {CURE}") from error
    if library.espeak_Initialize(_SYNCHRONOUS, 0, None, 0) == _NO_DATA:
        raise MissingTool(f"espeak-ng has no data; {CURE}")
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    return library


def voice_of(word: str) -> str:
    """The voice that a screen reader takes for a word: Latin words have the English one."""
    return "en" if _LATIN.search(word) else "ru"


def phonemes(words: Iterable[str], voice: str) -> dict[str, str]:
    """How words and signs are said, in IPA; empty for what is not. Raises MissingTool."""
    library = _espeak()
    if library.espeak_SetVoiceByName(voice.encode()) != 0:  # as slow as a thousand words
        raise MissingTool(f"espeak-ng has no voice {voice!r}; {CURE}")
    return {word: _said(library, word) for word in words}


def _said(library: ctypes.CDLL, word: str) -> str:
    text = ctypes.create_string_buffer(word.encode())
    rest = ctypes.c_void_p(ctypes.addressof(text))
    said = []
    while rest.value:
        said.append(library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF_8, _IPA).decode())
    return " ".join(said).strip()


def losses(texts: Iterable[str]) -> dict[str, list[Found]]:
    """Of many texts those with words or signs that are not said, or are said as a number or in a third language."""
    asked = {text: [word for word in _WORD.findall(text) if word not in PAUSES] for text in texts}
    every = {word for words in asked.values() for word in words}
    faults: dict[str, str] = {}
    for voice in ("ru", "en"):
        said = phonemes(sorted(word for word in every if voice_of(word) == voice), voice)
        faults |= {word: fault for word in said if (fault := _fault(word, said[word]))}
    found = {text: [(faults[word], word) for word in words if word in faults] for text, words in asked.items()}
    return {text: wrong for text, wrong in found.items() if wrong}


def _fault(word: str, said: str) -> str:
    if not said:
        return "speech-silent"
    is_foreign = word.isalpha() and (_OTHER_VOICE.search(said) or _LETTER_BY_NUMBER in said)
    return "speech-foreign" if is_foreign else ""
