"""WCAG contrast of the colour tokens, computed from the stylesheet in every scheme it can show."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from a11y_tests.finding import Finding
from a11y_tests.schemes import Rgb, schemes


@dataclass(frozen=True)
class Pair:
    """Two tokens that meet on the page, and the ratio they must have."""

    front: str
    back: str
    ratio: float


def luminance(colour: Rgb) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [value / 255 for value in colour]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Rgb, other: Rgb) -> float:
    """Contrast from 1 to 21; the order of the two does not matter."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def load_pairs(path: Path) -> list[Pair]:
    """The pairs of a file such as contrast_pairs.toml."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return [Pair(row["front"], row["back"], float(row["ratio"])) for row in rows]


def weak_pairs(css: str, pairs: list[Pair]) -> list[Finding]:
    """Every declared pair that misses its ratio, or whose token is not defined, in any scheme of the stylesheet."""
    found = []
    for scheme, tokens in schemes(css).items():
        for pair in pairs:
            target = f"{scheme}: {pair.front} on {pair.back}"
            absent = [name for name in (pair.front, pair.back) if name not in tokens]
            if absent:
                found.append(Finding("contrast", "token-missing", target, f"{', '.join(absent)} is not defined"))
                continue
            # Not rounded: 6.997 is not 7.
            measured = ratio(tokens[pair.front], tokens[pair.back])
            if measured < pair.ratio:
                message = f"{measured:.3f}:1, needs {pair.ratio:g}:1"
                found.append(Finding("contrast", "token-contrast", target, message))
    return found
