"""Which journeys there are, and in which browsers each is walked."""

from pathlib import Path

from a11y_tests.screen_reader.programs import BROWSERS

JOURNEYS = tuple(sorted((Path(__file__).resolve().parent / "journeys").glob("*.journey")))
FIREFOX, CHROMIUM = BROWSERS
COUNTED = FIREFOX
"""Budgets of keys and words are set with this browser; Orca says more in others."""
IN_CHROMIUM = ("favourite", "next_step", "tonometer")
"""Between them: forms sent, focus given to what was acted on, signing in on another's site, a field typed into."""


def expected() -> list[tuple[str, str]]:
    """Each journey, by its name, with each browser that it is to be walked in."""
    names = [path.stem for path in JOURNEYS]
    return [(name, FIREFOX) for name in names] + [(name, CHROMIUM) for name in IN_CHROMIUM]
