"""Which journeys there are, and in which browsers each is walked."""

from pathlib import Path

from a11y_tests.screen_reader.programs import BROWSERS

JOURNEYS = tuple(sorted((Path(__file__).resolve().parent / "journeys").glob("*.journey")))
FIREFOX, CHROMIUM, NARROW, WITHOUT_SCRIPT = BROWSERS
COUNTED = FIREFOX
"""Budgets of keys and words are set with this browser; Orca says more in others."""
IN_CHROMIUM = ("favourite", "next_step", "tonometer")
"""Between them: forms sent, focus given to what was acted on, signing in on another's site, a field typed into."""
OTHERWISE = {NARROW: ("talking_tonometer",), WITHOUT_SCRIPT: ("talking_tonometer",)}
"""Journeys that are walked at 320 pixels of width, and without script."""


def expected() -> list[tuple[str, str]]:
    """Each journey, by its name, with each browser that it is to be walked in."""
    names = [path.stem for path in JOURNEYS]
    others = [(name, CHROMIUM) for name in IN_CHROMIUM] + [(name, way) for way in OTHERWISE for name in OTHERWISE[way]]
    return [(name, FIREFOX) for name in names] + others
