"""Build every film: `python -m tools.film`."""

import json
import subprocess
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.film import drawing, voice
from tools.film.captions import captions, transcript
from tools.film.script import Script, Timed, scripts, timed

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "static" / "film"
TOLD = ROOT / "webapp" / "catalogue" / "data" / "films.json"
FRAMES_A_SECOND = "5"
EXACT = (
    "-threads",
    "1",
    "-map_metadata",
    "-1",
    "-fflags",
    "+bitexact",
    "-flags:v",
    "+bitexact",
    "-flags:a",
    "+bitexact",
)
"""The same input gives the same bytes."""
_TOLD = ("slug", "item_code", "ru", "en", "shows_ru", "shows_en", "seconds")
"""What the site knows of a script besides its lines."""


def build(script: Script, work: Path) -> dict[str, object]:
    """Write the files of a film. Returns what the site has to know of it."""
    samples = {line: voice.spoken(line, work) for scene in script.scenes for line in scene.lines}
    lines = timed(script, lambda line: len(samples[line]) / voice.RATE)
    voice.write(work / "sound.wav", [(each, samples[each.line]) for each in lines], script.seconds)
    (work / "pictures.txt").write_text(_shown(lines, script.seconds, work), encoding="utf-8")
    drawing.draw(lines[0].line.picture, BUILT / f"{script.slug}.png")
    _encode(script.slug, work)
    for language in ("ru", "en"):
        _write(f"{script.slug}.{language}.vtt", captions(lines, language))
        _write(f"{script.slug}.{language}.txt", transcript(script, lines, language))
    return {
        **{name: getattr(script, name) for name in _TOLD},
        "script_sha256": script.sha256,
        "lines": [asdict(each.line) | {"start": each.start, "end": each.end} for each in lines],
    }


def _shown(lines: list[Timed], seconds: float, work: Path) -> str:
    """The list of pictures for ffmpeg: each stands until the next one begins."""
    changes = [each for each in lines if each.line.picture]
    begins = [0.0, *(each.start for each in changes[1:]), seconds]
    listed = []
    for each, (begin, end) in zip(changes, pairwise(begins), strict=True):
        drawing.draw(each.line.picture, work / f"{each.line.picture}.png")
        listed.append(f"file '{each.line.picture}.png'\nduration {end - begin:.3f}\n")
    return "".join(listed) + f"file '{changes[-1].line.picture}.png'\n"  # ffmpeg takes no length of a last picture


def _encode(slug: str, work: Path) -> None:
    """WebM with VP9 and Opus, and the sound alone as MP3."""
    seen = ("-f", "concat", "-i", str(work / "pictures.txt"))
    heard = ("-i", str(work / "sound.wav"))
    run = ("ffmpeg", "-hide_banner", "-loglevel", "error", "-y")
    video = ("-c:v", "libvpx-vp9", "-crf", "40", "-b:v", "0", "-r", FRAMES_A_SECOND, "-pix_fmt", "yuv420p", "-g", "25")
    audio = ("-c:a", "libopus", "-b:a", "32k", "-ac", "1")
    webm = (*run, *seen, *heard, *video, *audio, "-shortest", *EXACT, str(BUILT / f"{slug}.webm"))
    subprocess.run(webm, check=True)
    mp3 = (*run, *heard, "-c:a", "libmp3lame", "-b:a", "32k", *EXACT, str(BUILT / f"{slug}.mp3"))
    subprocess.run(mp3, check=True)


def _write(name: str, text: str) -> None:
    (BUILT / name).write_text(text, encoding="utf-8", newline="")


def main() -> None:
    """Build all, then say what there is."""
    BUILT.mkdir(parents=True, exist_ok=True)
    TOLD.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work:
        told = [build(script, Path(work)) for script in scripts()]
    TOLD.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
