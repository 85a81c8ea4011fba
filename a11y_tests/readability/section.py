"""What the report says of readability: every page and state, and the hardest texts of the interface."""

from a11y_tests.readability.messages import messages
from a11y_tests.readability.pages import Reading, readings
from a11y_tests.readability.score import HARD, PLAIN, score, sentences, words
from a11y_tests.readability.signals import signals
from a11y_tests.section import Section

SHORTEST = 6
"""Words of the shortest text that is ranked: three long words of a term say nothing about the writer."""


def hardest(count: int = 10) -> list[tuple[float, str]]:
    """The texts of the interface that are hardest by the formula, with their score."""
    told = {message: score(sentences(message)) for message in messages() if len(words(message)) >= SHORTEST}
    return sorted((counted.ease, message) for message, counted in told.items())[:count]


def sections() -> list[Section]:
    """The two parts of the report."""
    return [_of_pages(readings()), _of_texts()]


def _of_pages(found: list[Reading]) -> Section:
    lines = (
        "Only sentences of our own are counted, from the main part of each Russian page; names of the law, makers' "
        "words and labels shorter than four words are not.",
        f"Ease is Flesch's in Oborneva's form: above {PLAIN} plain, below {HARD} hard. It is a signal: terms of law "
        "pull it down. The length of a sentence is a gate.",
    )
    columns = ("page", "ease", "sentences", "words a sentence", "longest, words", "long words, %", "signals")
    return Section("Readability of pages", lines, columns, tuple(map(_row, found)))


def _row(reading: Reading) -> tuple[str, ...]:
    counted = reading.score
    numbers = (counted.ease, counted.sentences, counted.mean_length, reading.longest_words, counted.long_share * 100)
    return (reading.page, *(f"{number:.0f}" for number in numbers), "; ".join(reading.signals))


def _of_texts() -> Section:
    rows = ((text, f"{ease:.0f}", "; ".join(signals(text))) for ease, text in hardest())
    lines = ("The texts of the interface with the lowest ease: the next to be rewritten, or a term that must stay.",)
    return Section("Hardest texts", lines, ("text", "ease", "signals"), tuple(rows))
