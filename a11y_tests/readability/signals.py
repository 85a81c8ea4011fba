"""What makes a sentence official: nouns made of verbs in a row, participles in a row, words of offices."""

from functools import cache
from itertools import pairwise
from typing import Any

import pymorphy3

from a11y_tests.readability.score import words

VERBAL_ENDINGS = ("ание", "ение", "яние", "ытие", "ация", "яция")
# Names of things and bodies, not of what somebody does; and the terms of the field.
NAMES = frozenset(
    "реабилитация абилитация классификация заявление отделение учреждение изделие приложение содержание "
    "название управление значение постановление организация решение".split()
)
OFFICIAL = frozenset(
    "являться осуществлять осуществляться производиться обеспечиваться предоставляться данный вышеуказанный "
    "надлежащий посредством вследствие согласно ввиду касательно".split()
)
NEAR = 2
"""Two such words no farther apart than this make a chain."""


@cache
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _kinds(word: str) -> frozenset[str]:
    """What a word is of «verbal», «participle», «office»."""
    parse = _analyzer().parse(word)[0]
    lemma, tag = parse.normal_form, parse.tag
    told = {
        "office": lemma in OFFICIAL or word.lower() in OFFICIAL,
        "verbal": "NOUN" in tag and lemma.endswith(VERBAL_ENDINGS) and lemma not in NAMES,
        "participle": "PRTF" in tag or "GRND" in tag,
    }
    return frozenset(kind for kind, is_so in told.items() if is_so)


def _is_chained(kinds: list[frozenset[str]], kind: str) -> bool:
    places = [place for place, found in enumerate(kinds) if kind in found]
    return any(second - first <= NEAR for first, second in pairwise(places))


def signals(sentence: str) -> list[str]:
    """What is official about one sentence, in words for the report."""
    said = words(sentence)
    kinds = [_kinds(word) for word in said]
    found = [f"office word: {word}" for word, kind in zip(said, kinds, strict=True) if "office" in kind]
    if _is_chained(kinds, "verbal"):
        found.append("verbal nouns in a row")
    if sum("participle" in kind for kind in kinds) > 1:
        found.append("several participles")
    return found
