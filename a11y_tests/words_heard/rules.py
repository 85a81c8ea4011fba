"""All rules of words, by the name of what they find, and their run over many texts."""

from collections.abc import Callable, Iterable, Iterator

from a11y_tests.finding import Finding
from a11y_tests.words_heard import braille, speech
from a11y_tests.words_heard.allowed import Allowed, covers
from a11y_tests.words_heard.alphabets import alphabets
from a11y_tests.words_heard.capitals import capitals, opened
from a11y_tests.words_heard.figures import Found, figures
from a11y_tests.words_heard.heard import Heard
from a11y_tests.words_heard.sight import sight
from a11y_tests.words_heard.signs import signs
from a11y_tests.words_heard.yo import yo

ANY_TEXT: tuple[Callable[[str], Iterator[Found]], ...] = (figures, signs, alphabets, yo, capitals)
NAMES = frozenset({
    "number-spaced", "number-comma", "number-dash", "number-glued", "date-in-digits", "unit-shortened",
    "words-shortened", "sign-lost", "sign-unseen", "sign-stress", "sign-emoji", "sign-private",
    "alphabets-mixed", "alphabet-foreign", "alphabet-doubtful", "yo-missing", "capitals-unexplained",
    "abbreviation-opened", "sight-place", "sight-colour", "sight-picture", "speech-silent", "speech-foreign",
    "braille-lost",
})  # fmt: skip
"""Everything that can be found; a test demands a planted fault for each."""


def found_in(one: Heard) -> Iterator[Found]:
    """What the rules that look at one text find in it."""
    for rule in ANY_TEXT:
        yield from rule(one.words)
    if one.is_message:
        yield from sight(one.words)
    if one.is_short:
        yield from opened(one.words)


def all_found(texts: Iterable[Heard]) -> list[tuple[Heard, Found]]:
    """What every rule finds, the synthesizer and the Braille table included: they are asked once for all texts."""
    texts = list(texts)
    distinct = {each.words for each in texts}
    asked = [speech.losses(distinct), braille.losses(distinct)]
    return [
        (each, found)
        for each in texts
        for found in (*found_in(each), *(lost for losses in asked for lost in losses.get(each.words, ())))
    ]


def findings(found: Iterable[tuple[Heard, Found]], entries: Iterable[Allowed]) -> list[Finding]:
    """What no decision covers, as all checks report it."""
    known = list(entries)
    return sorted(
        {
            Finding("words", rule, each.where, f"{fragment} in «{each.words}»")
            for each, (rule, fragment) in found
            if not covers(rule, fragment, known)
        }
    )
