"""Near words are exactly those that comparing with every word would give, and a large vocabulary costs little."""

from random import Random
from time import process_time

from hypothesis import given
from hypothesis import strategies as some
from rapidfuzz.distance import OSA

from webapp.catalogue.asking import spelling
from webapp.catalogue.index.near import NearWords

LETTERS = "абвгдежзиклмнопрстуфхчшя"
MOST_SECONDS = 0.005
MOST_BYTES_A_WORD = 200
WORDS = some.text("абвг", min_size=4, max_size=9)


@given(words=some.sets(WORDS, max_size=40), typed=WORDS)
def test_near_is_what_comparing_with_every_word_gives(words: set[str], typed: str) -> None:
    most = spelling.errors_in(typed)
    found = NearWords((word, 0) for word in words).near(typed, most, 100)
    marks = {f"^{typed}$"[place : place + 2] for place in range(len(typed) + 1)}
    every = [
        (word, OSA.distance(typed, word))
        for word in words
        if OSA.distance(typed, word) <= most and any(pair in f"^{word}$" for pair in marks)
    ]
    assert sorted(found) == sorted(every)
    assert [errors for _, errors in found] == sorted(errors for _, errors in found)


def test_words_of_more_products_come_first() -> None:
    near = NearWords([("костыль", 3), ("костель", 9), ("пастель", 50)]).near("костоль", 1, 8)
    assert near == [("костель", 1), ("костыль", 1)]


def test_an_unknown_word_costs_little_among_a_hundred_thousand() -> None:
    random = Random(7)
    lengths = (4, 5, 6, 7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 14)
    words = ["".join(random.choices(LETTERS, k=random.choice(lengths))) for _ in range(100_000)]
    vocabulary = NearWords((word, 1) for word in words)
    typed = [word[:3] + word[4:] for word in words[:40] if len(word) > 7]
    began = process_time()
    for word in typed:
        assert vocabulary.near(word, 2, 8)
    assert (process_time() - began) / len(typed) < MOST_SECONDS


def test_the_size_grows_with_the_different_words() -> None:
    few, many = (NearWords((f"слово{number}", 1) for number in range(most)) for most in (100, 10_000))
    assert 0 < few.size < many.size < 10_000 * MOST_BYTES_A_WORD
