"""Where the texts come from: accepted trees (each page's live tree is held equal to its own) and the interface's words.

Messages count too, because no tree shows every state; their places are filled with plain words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from a11y_tests.tree_text import accepted, walk

TRANSLATIONS = Path(__file__).resolve().parent.parent.parent / "translations"
NEVER_OPENED = frozenset({"link", "button", "RootWebArea"})
"""Roles whose words must be short, beside the heading of the first level: titles are what it says."""
_PLACE = re.compile(r"%\((\w+)\)s|%s")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://)?[\w-]+(?:\.[\w-]+)*\.(?:example|org|ru)\b\S*|(?<!\S)/\S+")


@dataclass(frozen=True)
class Heard:
    """One text as it is heard, and one place of it. `is_short`: a heading of the first level, a link, a button."""

    words: str
    where: str
    is_message: bool = False
    is_short: bool = False


@cache
def heard() -> tuple[Heard, ...]:
    """Every distinct text of the site, without addresses: those are read letter by letter on purpose."""
    distinct: dict[tuple[str, bool, bool], Heard] = {}
    for each in (*_of_trees(), *_messages()):
        distinct.setdefault((each.words, each.is_message, each.is_short), each)
    spoken = (replace(each, words=without_addresses(each.words)) for each in distinct.values())
    return tuple(each for each in spoken if each.words)


def without_addresses(text: str) -> str:
    """A text without addresses of mail, of sites, of places on a site."""
    return " ".join(_ADDRESS.sub(" ", text).split())


def _of_trees() -> Iterator[Heard]:
    for page, root in accepted().items():
        for node in walk(root):
            is_short = node.role in NEVER_OPENED or node.level == 1
            for text in (node.name, node.value, node.description):
                yield Heard(text, f"{page}: {node.role}", is_short=is_short)


def _messages() -> Iterator[Heard]:
    for file in ("messages.pot", "en/LC_MESSAGES/messages.po"):
        with (TRANSLATIONS / file).open("rb") as source:
            catalogue = read_po(source)
        for message in catalogue:
            said = (message.id, message.string)
            for text in (one for each in said for one in (each if isinstance(each, tuple | list) else (each,))):
                if message.id and text:
                    yield Heard(filled(text), f"translations/{file}", is_message=True)


def filled(message: str) -> str:
    """A message with words in its places: a number where it counts."""
    word = "образец" if re.search("[а-яё]", message, re.IGNORECASE) else "sample"
    return _PLACE.sub(lambda match: "5" if match[1] == "num" else word, message).replace("%%", "%")
