"""What a word that nobody knows may have been: another keyboard, two words without a space. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.catalogue.asking import keyboard, question
from webapp.catalogue.asking.everyday import forms
from webapp.catalogue.asking.question import Word
from webapp.catalogue.asking.terms import Forms
from webapp.reference import lemmas

SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that were meant, each with its forms."""

    words: tuple[str, ...]
    forms: tuple[Forms, ...]
    is_sure: bool
    """Whether words of the dictionary are enough, though the catalogue lacks them: nobody types «jxrb» on purpose."""


def of(word: Word) -> Iterator[Reading]:
    """Readings of one unknown word, the likeliest first. Digits are never read otherwise."""
    if word.text.isdigit():
        return
    turned = keyboard.in_russian(word.raw)
    if turned:
        written = question.taken_apart(turned).words
        if written:
            yield _reading([one.text for one in written], is_sure=True)
    for text in (keyboard.look_alike(word.text), keyboard.in_latin(word.text)):
        if text:
            yield _reading([text])
    if "-" in word.text:
        yield _reading([part for part in word.text.split("-") if part])
    if word.before:
        yield _reading([word.before + word.text])
    yield from _apart(word.text)


def joined(first: Word, second: Word) -> Reading:
    """Two words as one: «теле фон». Digits are never read otherwise."""
    return _reading([first.text + second.text] if (first.text + second.text).isalpha() else [])


def _apart(text: str) -> Iterator[Reading]:
    """Two words of the dictionary that stand without a space between them."""
    for place in range(SHORTEST_PART, len(text) - SHORTEST_PART + 1):
        parts = (text[:place], text[place:])
        if all(lemmas.is_word(part) for part in parts):
            yield _reading(parts)


def _reading(words: "list[str] | tuple[str, ...]", is_sure: bool = False) -> Reading:
    kept = tuple(word[: lemmas.LONGEST_WORD] for word in words if word and word not in question.SERVICE)
    return Reading(kept, tuple(forms(word) for word in kept), is_sure)
