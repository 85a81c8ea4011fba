"""The pictures: a schematic device in thick dark lines on a light ground, one picture a thing that is told about."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (1280, 720)
FINER = 2
"""Drawn larger and made smaller, so that edges are smooth."""
FOR_CAPTIONS = 50
"""The picture is raised by so much: captions lie on the foot of it."""
PAPER, INK, BODY, KEY, FRAME = "#fbf7ee", "#1a1a1a", "#dfe7ec", "#ffffff", "#a3001b"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
LINE, THICK = 6, 14
LARGE_KEY = (640, 500)
SMALL_KEYS = ((480, 500), (800, 500))
Box = tuple[int, int, int, int]


class Canvas:
    """A sheet on which everything is given in pixels of the film."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (SIZE[0] * FINER, SIZE[1] * FINER), PAPER)
        self._pen = ImageDraw.Draw(self._image)

    def rounded(self, box: Box, radius: int, fill: str | None, ink: str = INK, width: int = LINE) -> None:
        """A box with round corners."""
        self._pen.rounded_rectangle([side * FINER for side in box], radius * FINER, fill, ink, width * FINER)

    def circle(self, centre: tuple[int, int], radius: int, fill: str | None, ink: str = INK, width: int = LINE) -> None:
        """A circle round a point."""
        x, y = centre
        self._pen.ellipse(
            [side * FINER for side in (x - radius, y - radius, x + radius, y + radius)], fill, ink, width * FINER
        )

    def line(self, points: list[tuple[int, int]], ink: str = INK, width: int = LINE) -> None:
        """A line through points."""
        self._pen.line([(x * FINER, y * FINER) for x, y in points], ink, width * FINER, joint="curve")

    def shape(self, points: list[tuple[int, int]], fill: str) -> None:
        """A closed shape with an outline."""
        self._pen.polygon([(x * FINER, y * FINER) for x, y in points], fill)
        self.line([*points, points[0], points[1]])

    def words(self, centre: tuple[int, int], text: str, size: int = 48) -> None:
        """A line of text round a point."""
        font = ImageFont.truetype(FONT, size * FINER)
        self._pen.text((centre[0] * FINER, centre[1] * FINER), text, INK, font, anchor="mm")

    def save(self, path: Path) -> None:
        """As PNG of few colours."""
        raised = Image.new("RGB", self._image.size, PAPER)
        raised.paste(self._image, (0, -FOR_CAPTIONS * FINER))
        raised.resize(SIZE, Image.Resampling.LANCZOS).quantize(64).save(path, optimize=True)


def _device(canvas: Canvas, result: bool = False) -> None:
    canvas.rounded((380, 120, 900, 610), 40, BODY)
    canvas.rounded((440, 170, 840, 400), 16, KEY)
    if result:
        canvas.words((640, 245), "120 / 80", 84)
        canvas.words((640, 345), "70", 72)
    canvas.circle(LARGE_KEY, 62, KEY)
    canvas.circle(LARGE_KEY, 30, None)
    for key in SMALL_KEYS:
        canvas.circle(key, 32, KEY)


def _whole(canvas: Canvas) -> None:
    canvas.line([(380, 440), (330, 440), (290, 480), (290, 560), (250, 600), (200, 600)], INK, THICK)
    canvas.rounded((60, 500, 210, 690), 30, BODY)
    canvas.line([(160, 500), (160, 690)])
    _device(canvas)


def _wedge(canvas: Canvas) -> None:
    canvas.shape([(300, 560), (980, 560), (980, 470), (300, 220)], BODY)
    canvas.line([(300, 220), (980, 470)], FRAME, THICK + 6)
    canvas.circle((420, 430), 34, PAPER)


def _keys(canvas: Canvas) -> None:
    _device(canvas)
    canvas.circle(LARGE_KEY, 86, None, FRAME, THICK)
    for key in SMALL_KEYS:
        canvas.circle(key, 54, None, FRAME, THICK)
    canvas.words((215, 500), "Память")
    canvas.words((1085, 500), "Громкость")


def _socket(canvas: Canvas) -> None:
    canvas.shape([(560, 600), (1180, 600), (1180, 500), (560, 200)], BODY)
    canvas.circle((680, 450), 56, PAPER)
    canvas.circle((680, 450), 80, None, FRAME, THICK)
    canvas.line([(60, 640), (240, 640), (360, 560), (480, 500)], INK, 40)
    canvas.line([(470, 505), (570, 465)], INK, 24)


def _result(canvas: Canvas) -> None:
    _device(canvas, result=True)
    for reach in (60, 110, 160):
        canvas.line(
            [(920 + reach, 260 - reach // 2), (950 + reach, 300), (920 + reach, 340 + reach // 2)], FRAME, THICK
        )


PICTURES: dict[str, Callable[[Canvas], None]] = {
    "whole": _whole,
    "wedge": _wedge,
    "keys": _keys,
    "socket": _socket,
    "result": _result,
}


def draw(name: str, path: Path) -> None:
    """Write a picture as PNG. Raises KeyError for one that nobody drew."""
    canvas = Canvas()
    PICTURES[name](canvas)
    canvas.save(path)
