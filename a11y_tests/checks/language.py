"""Each part is spoken by a voice of its own language: `lang` marks sentences and phrases, not brands and models."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit
from a11y_tests.wording import wording

# Four words in a row; in English two of them function words, so that a brand or a model is let pass.
LEAST_WORDS = 4
LEAST_FUNCTION_WORDS = 2


def language(visit: Visit) -> list[Finding]:
    """No English phrase in a Russian part and no Russian phrase in an English part without `lang`."""
    return visit.read().findings("language", LEAST_WORDS, LEAST_FUNCTION_WORDS, wording("function_words"))
