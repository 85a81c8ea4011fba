"""A script as it is written, and its lines with their times once the voice has spoken them."""

import hashlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
BEFORE, BETWEEN = 0.4, 0.5
"""Seconds of silence before the first line of a scene and between two lines."""


class DoesNotFit(ValueError):
    """A scene whose lines take longer than the scene."""


@dataclass(frozen=True)
class Line:
    """What is said: by whom, in both languages. `picture` is what is shown from here on, empty for the same."""

    who: str
    ru: str
    en: str
    picture: str = ""


@dataclass(frozen=True)
class Scene:
    """Lines in order; `seconds` is how long the scene lasts."""

    seconds: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Script:
    """A film on paper; `shows_…` says what is filmed.

    `sha256` is of the file, so that a film built from another one is found.
    """

    slug: str
    item_code: str
    ru: str
    en: str
    shows_ru: str
    shows_en: str
    scenes: tuple[Scene, ...]
    sha256: str

    @property
    def seconds(self) -> float:
        """How long the film lasts."""
        return sum(scene.seconds for scene in self.scenes)


@dataclass(frozen=True)
class Timed:
    """A line and the seconds from the film's beginning at which it begins and ends."""

    line: Line
    start: float
    end: float


def scripts() -> list[Script]:
    """Every script of this folder, by name."""
    return [_script(path) for path in sorted(FOLDER.glob("*.toml"))]


def _script(path: Path) -> Script:
    content = path.read_bytes()
    told = tomllib.loads(content.decode())
    scenes = tuple(Scene(row["seconds"], tuple(Line(**line) for line in row["line"])) for row in told.pop("scene"))
    return Script(scenes=scenes, sha256=hashlib.sha256(content).hexdigest(), **told)


def timed(script: Script, length: Callable[[Line], float]) -> list[Timed]:
    """Every line at its time. `length` says how many seconds a line takes. Raises DoesNotFit."""
    found, scene_start = [], 0.0
    for scene in script.scenes:
        at, scene_end = scene_start + BEFORE, scene_start + scene.seconds
        for line in scene.lines:
            end = at + length(line)
            if end > scene_end:
                raise DoesNotFit(f"{line.ru} ends {end - scene_end:.2f} seconds after its scene")
            found.append(Timed(line, round(at, 3), round(end, 3)))
            at = end + BETWEEN
        scene_start = scene_end
    return found
