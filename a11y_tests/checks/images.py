"""Images have their text, or are declared to need none."""

from a11y_tests.finding import Finding
from a11y_tests.visit import Visit


def images(visit: Visit) -> list[Finding]:
    """An alt on every image, in words; a link or button made of an image alone has a name."""
    return visit.read().findings("images")
