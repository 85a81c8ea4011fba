"""The sound: a synthesizer speaks each line, the device has its own voice and signal, nothing lies under them."""

import array
import math
import subprocess
import sys
import wave
from pathlib import Path
from typing import TypeAlias

from tools.film.script import Line, Timed

Samples: TypeAlias = "array.array[int]"
RATE = 22050
VOICES = {
    "narrator": ("ru", "135", "45"),
    "describer": ("ru+f3", "140", "50"),
    "device": ("ru+m7", "120", "30"),
}
"""Who speaks → voice, words a minute, pitch."""
SIGNAL_HERTZ, SIGNAL_SECONDS, SIGNAL_LOUDNESS, FADE_SECONDS = 880, 0.6, 9000, 0.03
AFTER_SPEECH = 0.05


def spoken(line: Line, folder: Path) -> Samples:
    """The samples of a line. Raises CalledProcessError when the synthesizer fails."""
    if line.who == "sound":
        return _signal()
    voice, speed, pitch = VOICES[line.who]
    path = folder / "line.wav"
    command = ["espeak-ng", "-v", voice, "-s", speed, "-p", pitch, "-a", "110", "-w", str(path), line.ru]
    subprocess.run(command, check=True)
    with wave.open(str(path)) as read:
        samples = array.array("h", read.readframes(read.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return _trimmed(samples)


def _trimmed(samples: Samples) -> Samples:
    """Without the silence that the synthesizer adds at the end."""
    last = max((place for place, sample in enumerate(samples) if abs(sample) > 100), default=0)
    return samples[: last + int(AFTER_SPEECH * RATE)]


def _signal() -> Samples:
    count, fade = int(SIGNAL_SECONDS * RATE), int(FADE_SECONDS * RATE)
    return array.array(
        "h",
        (
            int(
                SIGNAL_LOUDNESS
                * min(1, at / fade, (count - at) / fade)
                * math.sin(2 * math.pi * SIGNAL_HERTZ * at / RATE)
            )
            for at in range(count)
        ),
    )


def write(path: Path, told: list[tuple[Timed, Samples]], seconds: float) -> None:
    """One file in which every line stands at its time, and silence between them."""
    whole = array.array("h", bytes(2 * int(seconds * RATE)))
    for timed, samples in told:
        begin = int(timed.start * RATE)
        whole[begin : begin + len(samples)] = samples
    if sys.byteorder == "big":
        whole.byteswap()
    with wave.open(str(path), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(whole.tobytes())
