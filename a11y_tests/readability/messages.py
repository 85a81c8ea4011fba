"""Our own texts: the messages of the catalogue of words, and how to know them again on a page."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from a11y_tests.readability.score import sentences, words

TRANSLATIONS = Path(__file__).resolve().parent.parent.parent / "translations"
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")


def messages(folder: Path = TRANSLATIONS) -> Iterator[str]:
    """Every Russian text of the interface; of those that count things, each form."""
    with (folder / "messages.pot").open("rb") as file:
        single = [message.id for message in read_po(file) if message.id and isinstance(message.id, str)]
    with (folder / "ru" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        counted = [message for message in read_po(file, locale="ru") if message.id and not isinstance(message.id, str)]
    yield from single
    for message in counted:
        yield from message.string or message.id


@cache
def _known() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    said = {sentence for message in messages() for sentence in sentences(message)}
    filled = {sentence for sentence in said if _PLACEHOLDER.search(sentence) and _says_something(sentence)}
    patterns = (".+".join(map(re.escape, _PLACEHOLDER.split(sentence))) for sentence in sorted(filled))
    return frozenset(said - filled), tuple(re.compile(pattern) for pattern in patterns)


def _says_something(sentence: str) -> bool:
    """Whether a text says more round its places than «и»: by that alone nothing is known again."""
    return any(len(word) > 1 for word in words(_PLACEHOLDER.sub("", sentence)))


@cache
def is_ours(sentence: str) -> bool:
    """Whether a sentence of a page is a message of ours. What is not are data: names of the law, makers' words."""
    whole, filled = _known()
    return sentence in whole or any(pattern.fullmatch(sentence) for pattern in filled)
