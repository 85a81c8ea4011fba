"""Words of a question that are answers of filters: «складная» is what folds, whatever its name says. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from webapp.catalogue.asking.terms import Term
from webapp.catalogue.filters.described import YES, Choice, Choices, of_kind
from webapp.reference import lemmas
from webapp.reference.dataset import classification

SAID_OF = {"складной": "folding", "регулируемый": "height_adjustable", "светоотражающий": "reflective"}
"""Adjectives that say «да» to a characteristic, by its key."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a filter of a kind."""

    kind_code: str
    filter: str
    choice: Choice


def of_term(term: Term) -> Sequence[Answer]:
    """Answers that a term of one word is, in all kinds."""
    if len(term.own) != 1:
        return ()
    found = (answer for form in term.own[0] for answer in _by_form().get(form, ()))
    return tuple(dict.fromkeys(found))


@cache
def _by_form() -> Mapping[str, Sequence[Answer]]:
    """Answers by the dictionary form of their adjective; of two words none is one."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for kind in classification().kinds:
        for one in of_kind(kind.code, kind.profile, {}):
            if isinstance(one, Choices) and one.about is not None:
                for choice in one.choices:
                    for form in _forms(one.name, choice):
                        found[form].append(Answer(kind.code, one.name, choice))
    return found


def _forms(name: str, choice: Choice) -> list[str]:
    if choice.words is None:
        return [form for form, key in SAID_OF.items() if key == name and choice.slug == YES]
    word = choice.words.value.lower().replace("ё", "е")
    return [lemmas.forms(word)[0]] if " " not in word and lemmas.describes(word) else []
