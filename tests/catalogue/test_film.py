"""Our films as files: built from the script that stands here, whole, described, with captions in time, calm."""

import re
import struct
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from tools.film import captions, drawing
from tools.film.script import DoesNotFit, Line, Scene, Script, Timed, scripts, timed
from webapp.catalogue.films import Film, films
from webapp.core.static_files import SOURCE

CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(.+)\n")
MOST_BYTES = 1_500_000
FLASH_SECONDS = 1.0
"""Pictures that stand longer than this change less than three times a second, by far (WCAG 2.3.1)."""


@pytest.fixture(params=films(), ids=lambda film: film.slug)
def film(request: pytest.FixtureRequest) -> Film:
    assert isinstance(request.param, Film)
    return request.param


@pytest.fixture
def script(film: Film) -> Script:
    return next(one for one in scripts() if one.slug == film.slug)


def content(film: Film, ending: str) -> bytes:
    return (SOURCE / "film" / film.file(ending)).read_bytes()


def webm_seconds(content: bytes) -> float:
    """The length that a WebM file says of itself: element Duration (44 89), in units of a millisecond."""
    at = content.index(b"\x44\x89")
    form = {0x88: ">d", 0x84: ">f"}[content[at + 2]]
    return float(struct.unpack_from(form, content, at + 3)[0]) / 1000


def cues(text: str) -> list[tuple[float, float, str]]:
    """Begin, end and words of every cue of a WebVTT file."""
    found = CUE.findall(text)
    return [(_seconds(cue[:3]), _seconds(cue[3:6]), cue[6]) for cue in found]


def _seconds(clock: tuple[str, ...]) -> float:
    return int(clock[0]) * 3600 + int(clock[1]) * 60 + float(clock[2])


def test_every_script_is_built_as_it_stands() -> None:
    assert [(one.slug, one.script_sha256) for one in films()] == [(one.slug, one.sha256) for one in scripts()], (
        "run: python -m tools.film"
    )


def test_the_site_knows_what_the_script_says(film: Film, script: Script) -> None:
    written = [(line.who, line.ru, line.en, line.picture) for scene in script.scenes for line in scene.lines]
    assert [(line.who, line.ru, line.en, line.picture) for line in film.lines] == written
    told = ("item_code", "ru", "en", "shows_ru", "shows_en", "seconds")
    assert [getattr(film, name) for name in told] == [getattr(script, name) for name in told]


def test_the_film_is_as_long_as_its_script_and_small(film: Film, script: Script) -> None:
    assert webm_seconds(content(film, "webm")) == pytest.approx(script.seconds, abs=0.5)
    files = list((SOURCE / "film").glob(f"{film.slug}.*"))
    assert len(files) == 7
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


def test_the_voice_says_first_what_it_is(film: Film) -> None:
    assert "синтезатор речи" in film.lines[0].ru and "synthesizer" in film.lines[0].en


@pytest.mark.parametrize("language", ["ru", "en"])
def test_captions_hold_every_word_at_its_time(film: Film, language: str) -> None:
    text = content(film, f"{language}.vtt").decode()
    said = [(line.start, line.end, getattr(line, language)) for line in film.lines]
    assert text.startswith("WEBVTT\n\n")
    assert [(start, end, words.partition(": ")[2]) for start, end, words in cues(text)] == said
    assert all(0 <= start < end <= film.seconds for start, end, _ in cues(text))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_text_file_says_what_captions_say(film: Film, language: str) -> None:
    lines = content(film, f"{language}.txt").decode().splitlines()
    assert lines[2:] == [words for _, _, words in cues(content(film, f"{language}.vtt").decode())]
    assert getattr(film, language) in lines[0]


def test_every_picture_is_described_before_it_changes(film: Film) -> None:
    shown: dict[int, set[str]] = {}
    for line in film.lines:
        if line.picture:
            shown[len(shown)] = set()
        shown[len(shown) - 1].add(line.who)
    assert len(shown) > 1
    assert [place for place, voices in shown.items() if "describer" not in voices] == []


def test_one_voice_at_a_time_and_nothing_under_it(film: Film) -> None:
    assert all(line.end < following.start for line, following in pairwise(film.lines))
    assert all(line.end - line.start > 0 for line in film.lines)


def test_pictures_never_flash(film: Film) -> None:
    changes = [line.start for line in film.lines if line.picture]
    assert min(after - before for before, after in pairwise([*changes, film.seconds])) > FLASH_SECONDS


def test_a_line_that_does_not_fit_its_scene_is_refused() -> None:
    line = Line("narrator", "Слово.", "Word.")
    script = Script(
        "planted", "6-02-02", "Фильм", "Film", "трость", "a cane", (Scene(2.0, (line, line)),), sha256().hexdigest()
    )
    assert timed(script, lambda _line: 0.5)[1] == Timed(line, 1.4, 1.9)
    with pytest.raises(DoesNotFit, match="Слово"):
        timed(script, lambda _line: 0.6)


def test_captions_say_hours_minutes_and_thousandths() -> None:
    line = Timed(Line("sound", "Сигнал.", "A signal."), 3725.5, 3726.001)
    assert captions.captions([line], "en") == "WEBVTT\n\n01:02:05.500 --> 01:02:06.001\nSound: A signal.\n"


def test_every_picture_of_a_script_is_drawn(script: Script, tmp_path: Path) -> None:
    for name in {line.picture for scene in script.scenes for line in scene.lines if line.picture}:
        drawing.draw(name, tmp_path / "picture.png")
        with Image.open(tmp_path / "picture.png") as drawn:
            assert drawn.size == drawing.SIZE
