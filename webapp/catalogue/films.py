"""Films of our own: what the site knows of each. `tools/film` writes it together with the files."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from webapp.core.errors import NotFound
from webapp.core.static_files import SOURCE

FILE = Path(__file__).with_name("data") / "films.json"


@dataclass(frozen=True)
class Line:
    """A line as it sounds: who speaks (narrator, describer, device or sound), the words in both languages.

    `start` and `end` are seconds from the beginning; `picture` names what is shown from here on, empty for the same.
    """

    who: str
    ru: str
    en: str
    picture: str
    start: float
    end: float


@dataclass(frozen=True)
class Film:
    """A film about an item of the classification, `seconds` long; `script_sha256` is of its script.

    What is filmed was invented for it (`shows_…`): to every product of the item it is similar at most.
    """

    slug: str
    item_code: str
    ru: str
    en: str
    shows_ru: str
    shows_en: str
    seconds: float
    script_sha256: str
    lines: tuple[Line, ...]

    def file(self, ending: str) -> str:
        """The name of a file of the film among the static ones: «webm», «ru.vtt»."""
        return f"{self.slug}.{ending}"

    def size(self, ending: str) -> int:
        """The bytes of a file of the film."""
        return (SOURCE / "film" / self.file(ending)).stat().st_size


@cache
def films() -> tuple[Film, ...]:
    """Every film that was built."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Film(**row | {"lines": tuple(Line(**line) for line in row["lines"])}) for row in rows)


def film(slug: str) -> Film:
    """The film at this address. Raises NotFound."""
    for one in films():
        if one.slug == slug:
            return one
    raise NotFound("film")


def films_of(item_code: str) -> list[Film]:
    """Films about an item."""
    return [one for one in films() if one.item_code == item_code]
