"""Names as bags of dictionary words, in any order: what is left of a name when its writer moves or drops words.

Service words count as any other. A noun that «с» or «без» governs is marked by it, so that «с ручкой, без устройства»
and «без ручки, с устройством» are different bags. The dictionary is loaded when the first bag is made.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.reference import lemmas

SHORTEST_CUT_WORD = 3
_WITH, _WITHOUT = "с", "без"
_ADJECTIVES = ("ый", "ий", "ой", "ать", "ять", "еть", "ить", "уть", "ться")
"""Ends of dictionary forms that are no nouns: the dictionary gives participles as infinitives."""
_NO_CONTENT = frozenset("с без в во на для и или под от до по при к из неменее неболее свыше г кг мл см шт х".split())

_COUNTED = "пара"
"""«Пара кожаных перчаток» is about gloves."""

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a bag: the dictionary words that it may be, and «с» or «без» if one governs it."""

    words: Words
    governed: str = ""

    @property
    def is_content(self) -> bool:
        return not self.words <= _NO_CONTENT


Bag = tuple[Term, ...]
Key = tuple[tuple[str, str], ...]


class Vocabulary:
    """The words of all names. Forms of one word are one entry, named by a form."""

    def __init__(self, words: Iterable[str]) -> None:
        self._entries: dict[str, str] = {}
        self._written = sorted(set(words))
        for word in self._written:
            self._add(word)

    def _add(self, word: str) -> None:
        forms = lemmas.forms(word)
        known = {self._entries[form] for form in forms if form in self._entries}
        entry = min(known) if known else forms[0]
        if len(known) > 1:  # a word that joins two that were apart
            self._entries = {form: entry if other in known else other for form, other in self._entries.items()}
        self._entries.update(dict.fromkeys(forms, entry))

    def meant(self, word: str) -> Words:
        """The entries that a word may be; none for a stranger. «противоскольж.» is every word that begins so."""
        plain = word.rstrip(".")
        for form in lemmas.forms(plain):
            if form in self._entries:
                return frozenset((self._entries[form],))
        if plain == word or len(plain) < SHORTEST_CUT_WORD:
            return frozenset()
        return frozenset(self._entries[known] for known in self._written if known.startswith(plain))

    def bag(self, words: Sequence[str]) -> Bag | None:
        """The bag of a name; None when a word is a stranger."""
        found, governor = [], ""
        for word in words:
            meant = self.meant(word)
            if not meant:
                return None
            if word in (_WITH, _WITHOUT):
                found.append(Term(meant))
                governor = word
            elif governor and any(is_noun(entry) for entry in meant):
                found.append(Term(meant, governor))
                governor = ""
            else:
                found.append(Term(meant))
        return tuple(found)


def is_noun(entry: str) -> bool:
    """Whether a dictionary form is a noun's, as far as its end tells and as far as these names need."""
    return not entry.endswith(_ADJECTIVES) and entry not in _NO_CONTENT


def key(bag: Bag) -> Key | None:
    """Equal for bags of equal words; None for a bag with a word that may be several."""
    if any(len(term.words) > 1 for term in bag):
        return None
    return tuple(sorted((word, term.governed) for term in bag for word in term.words))


def holds(name: Bag, asked: Bag) -> bool:
    """Whether each asked word is in the name. A word asked without «с» or «без» may stand in the name with either."""
    left = Counter(name)
    for term in sorted(asked, key=lambda each: (not each.governed, len(each.words))):
        fitting = [own for own in left if own.words <= term.words and term.governed in ("", own.governed)]
        if not fitting:
            return False
        left[fitting[0]] -= 1
        left += Counter()  # drops what is used up
    return True


def share(name: Bag, asked: Bag) -> float:
    """How much of the name's content was asked for, from 0 to 1."""
    whole = sum(term.is_content for term in name)
    return sum(term.is_content for term in asked) / whole if whole else 0.0


def heads(bag: Bag) -> Words:
    """What a name is about: its first noun, and the next word where that is a noun too («кресло-коляска»)."""
    entries = [min(term.words) for term in bag]
    for place, entry in enumerate(entries):
        if is_noun(entry) and entry != _COUNTED:
            following = entries[place + 1 : place + 2]
            return frozenset((entry, *(each for each in following if is_noun(each))))
    return frozenset()
