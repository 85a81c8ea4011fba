"""What was shown in a text browser, kept for people to read: report/text_browser/<way>.txt."""

from pathlib import Path

from a11y_tests.text_browser.lynx import Lynx

FOLDER = Path(__file__).resolve().parent.parent.parent / "report" / "text_browser"


def write(way: str, walked: Lynx, folder: Path = FOLDER) -> Path:
    """Keep the screens of one way, with what it took."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{way}.txt"
    took = f"путь: {way}\nклавиш: {walked.keys}\nэкранов: {len(walked.screens)}\n"
    target.write_text("\n\n".join([took, *walked.screens]) + "\n", encoding="utf-8")
    return target
