"""Schematic drawings from data: each shape is a short line of text, a drawing is one path of an SVG.

Pure. A drawing lies in a field of 240 by 160 units. It has lines only and no fill: it takes the colour of the text
around it in every scheme.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

WIDTH, HEIGHT = 240, 160


class BadShape(ValueError):
    """A shape that cannot be drawn; the message is the shape."""


def path(shapes: Iterable[str]) -> str:
    """The `d` of a path that draws the shapes, in their order.

    A shape is a name and whole numbers: `line x y x y …` (a broken line), `loop` (the same, closed), `circle x y r`,
    `oval x y rx ry`, `box x y width height`, `round x y width height r`, `curve x y cx cy x y` (one bend).
    Raises BadShape for anything else.
    """
    return "".join(_drawn(shape) for shape in shapes)


def _drawn(shape: str) -> str:
    name, *written = shape.split()
    try:
        return _WAYS[name]([int(each) for each in written])
    except (KeyError, ValueError) as error:
        raise BadShape(shape) from error


def _line(numbers: list[int]) -> str:
    if len(numbers) < 4 or len(numbers) % 2:
        raise ValueError
    points = [f"{x} {y}" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    return f"M{'L'.join(points)}"


def _loop(numbers: list[int]) -> str:
    return f"{_line(numbers)}z"


def _circle(numbers: list[int]) -> str:
    x, y, radius = numbers
    return _oval([x, y, radius, radius])


def _oval(numbers: list[int]) -> str:
    x, y, wide, high = numbers
    return f"M{x - wide} {y}a{wide} {high} 0 1 0 {2 * wide} 0a{wide} {high} 0 1 0 {-2 * wide} 0"


def _box(numbers: list[int]) -> str:
    x, y, width, height = numbers
    return f"M{x} {y}h{width}v{height}h{-width}z"


def _round(numbers: list[int]) -> str:
    x, y, width, height, r = numbers
    across, down = width - 2 * r, height - 2 * r
    return (
        f"M{x + r} {y}h{across}a{r} {r} 0 0 1 {r} {r}v{down}a{r} {r} 0 0 1 {-r} {r}"
        f"h{-across}a{r} {r} 0 0 1 {-r} {-r}v{-down}a{r} {r} 0 0 1 {r} {-r}z"
    )


def _curve(numbers: list[int]) -> str:
    x, y, bend_x, bend_y, to_x, to_y = numbers
    return f"M{x} {y}Q{bend_x} {bend_y} {to_x} {to_y}"


_WAYS: Mapping[str, Callable[[list[int]], str]] = MappingProxyType(
    {"line": _line, "loop": _loop, "circle": _circle, "oval": _oval, "box": _box, "round": _round, "curve": _curve}
)
