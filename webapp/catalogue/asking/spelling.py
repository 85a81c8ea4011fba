"""Words near to one that was mistyped: at most one error in a word of four letters, two from seven. Never in digits."""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from webapp.reference import lemmas

SHORTEST, TWO_FROM = 4, 7
Near = Callable[[str, int], Sequence[tuple[str, int]]]
"""Words of the vocabulary within so many errors of a word, with their errors, the nearest first."""


def errors_in(word: str) -> int:
    """How many typing errors a word may have."""
    if len(word) < SHORTEST or any(sign.isdigit() for sign in word):
        return 0
    return 1 if len(word) < TWO_FROM else 2


def near(word: str, vocabulary: Near, others: Iterable[str]) -> list[str]:
    """Words that may have been meant, the likeliest first: fewest errors, the same beginning, most products.

    Endings are not errors: what the dictionary takes for the mistyped word's own first form is tried too.
    """
    most = errors_in(word)
    if not most:
        return []
    tried = tuple(dict.fromkeys((word, *lemmas.forms(word)[:2])))
    more = tuple(others)
    found: dict[str, tuple[int, bool, int, int, int]] = {}
    for form in tried:
        close = process.extract(form, more, scorer=OSA.distance, score_cutoff=most, limit=8)
        pairs = [*vocabulary(form, most), *((other, int(score)) for other, score, _ in close)]
        for place, (known, errors) in enumerate(pairs):
            if errors and (len(known) < SHORTEST or any(sign.isdigit() for sign in known)):
                continue
            key = (errors, known[0] != word[0], -_same_beginning(known, word), len(known), place)
            found[known] = min(found.get(known, key), key)
    return sorted(found, key=lambda known: (*found[known], known))


def _same_beginning(one: str, other: str) -> int:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)
