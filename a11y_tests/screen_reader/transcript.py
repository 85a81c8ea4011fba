"""What was heard on a journey, as a text for people: each deed, the words after it, the Braille line at its end."""

from pathlib import Path

from a11y_tests.screen_reader.heard import Heard
from a11y_tests.screen_reader.journey import Journey, Step
from a11y_tests.screen_reader.walk import Attempt

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "report" / "journeys"


def write(journey: Journey, browser: str, attempts: list[Attempt], folder: Path = FOLDER) -> Path:
    """Write the transcript of all attempts, the last one at the end; returns its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{journey.name}.{browser}.txt"
    path.write_text(told(journey, attempts), encoding="utf-8")
    return path


def told(journey: Journey, attempts: list[Attempt]) -> str:
    """The transcript as a text."""
    lines = [journey.title]
    for number, attempt in enumerate(attempts, 1):
        lines += ["", _outcome(journey, number, attempt)]
        for step, heard in attempt.steps:
            lines += ["", *_step(step, heard)]
    return "\n".join(lines) + "\n"


def _outcome(journey: Journey, number: int, attempt: Attempt) -> str:
    which = f"Повторная попытка {number}" if number > 1 else "Попытка 1"
    end = f"не пройдено: {attempt.failure}" if attempt.failure else "пройдено"
    late = f" Дослушивать пришлось: {attempt.late}." if attempt.late else ""
    taken = f"Клавиш {attempt.keys} из {journey.keys}, слов {attempt.words} из {journey.words}."
    return f"{which}: {end}. {taken}{late}"


def _step(step: Step, heard: Heard) -> list[str]:
    lines = [f"{step}  ({heard.seconds:.1f} с)", *(f"    {piece}" for piece in heard.speech)]
    if not heard.speech:
        lines.append("    (тишина)")
    return lines + [f"    {line}" for line in heard.braille[-1:]]
