"""The focus indicator is measured from pictures: these are drawn by hand, so that the answer is known."""

import pytest
from PIL import Image, ImageDraw

from a11y_tests.ring import measure

INK, YELLOW, WHITE = (18, 22, 28), (255, 194, 26), (255, 255, 255)
# An element of 200 × 48 in the middle of a picture.
LEFT, TOP, RIGHT, BOTTOM = 20, 20, 220, 68
PERIMETER = 2 * (RIGHT - LEFT + BOTTOM - TOP)


def _picture(*rings: tuple[int, tuple[int, int, int]]) -> Image.Image:
    image = Image.new("RGB", (240, 88), WHITE)
    draw = ImageDraw.Draw(image)
    for reach, colour in sorted(rings, reverse=True):
        draw.rectangle((LEFT - reach, TOP - reach, RIGHT + reach - 1, BOTTOM + reach - 1), fill=colour)
    draw.rectangle((LEFT, TOP, RIGHT - 1, BOTTOM - 1), fill=WHITE)
    return image


@pytest.mark.parametrize(("pixels", "thick"), [(1, False), (2, False), (3, True), (6, True)])
def test_thickness(pixels: int, thick: bool) -> None:
    ring = measure(_picture((pixels, INK)), _picture(), PERIMETER)
    assert (ring.thickness >= 2.7) is thick
    assert not ring.two_tone


def test_two_tones_need_contrast_between_them() -> None:
    assert measure(_picture((3, INK), (6, YELLOW)), _picture(), PERIMETER).two_tone
    assert not measure(_picture((3, INK), (6, (40, 44, 50))), _picture(), PERIMETER).two_tone


def test_nothing_changed() -> None:
    ring = measure(_picture(), _picture(), PERIMETER)
    assert (ring.changed, ring.thickness, ring.two_tone) == (0, 0, False)
