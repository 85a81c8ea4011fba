"""Measuring a focus indicator from two pictures of the same place, with focus and without."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from PIL import Image, ImageChops

from a11y_tests.contrast import ratio
from a11y_tests.schemes import Rgb

# Differences below this are antialiasing, not an indicator.
NOTICED = 30
# Two tones hold against any background only when they hold against each other.
TONES = 3.0


@dataclass(frozen=True)
class Ring:
    """What changed when the focus came: how many pixels, how thick around the element, in how many tones."""

    changed: int
    thickness: float
    two_tone: bool


def _changed_mask(focused: Image.Image, plain: Image.Image) -> Image.Image:
    red, green, blue = ImageChops.difference(focused, plain).split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return strongest.point(lambda value: 255 if value > NOTICED else 0)


def _tones(focused: Image.Image, mask: Image.Image, least: float) -> list[Rgb]:
    counted = Counter(pixel for pixel, inside in zip(_pixels(focused), mask.tobytes(), strict=True) if inside)
    return [tone for tone, count in counted.items() if count >= least]


def _pixels(image: Image.Image) -> list[Rgb]:
    flat = image.tobytes()
    return list(zip(flat[0::3], flat[1::3], flat[2::3], strict=True))


def measure(focused: Image.Image, plain: Image.Image, perimeter: float) -> Ring:
    """Compare the pictures of an element whose visible edges are `perimeter` pixels long."""
    mask = _changed_mask(focused, plain)
    changed = mask.histogram()[255]
    # A tone counts from a line one pixel thick all around; an inner ring is a little shorter than the edge.
    tones = _tones(focused, mask, 0.9 * perimeter)
    two_tone = any(ratio(a, b) >= TONES for a, b in combinations(tones, 2))
    return Ring(changed, changed / perimeter if perimeter else 0.0, two_tone)
