"""Writes the report: tables, the same as lists, the same as plain text, and a page for each journey's transcript."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from a11y_tests.report import journeys
from a11y_tests.report.moments import told
from a11y_tests.screen_reader import record
from a11y_tests.screen_reader.record import Record
from a11y_tests.section import Section

HERE = Path(__file__).resolve().parent
LATIN, CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
TITLE = "Доступность: последний прогон"


def write(report: Path, sections: Sequence[Section]) -> Path:
    """Write everything into the folder of the last run; returns the page to begin with."""
    report.mkdir(parents=True, exist_ok=True)
    pages = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    pages.filters |= {"language": language, "moment": told}
    at = told(datetime.now(UTC).isoformat())
    for name, as_lists in (("index.html", False), ("lists.html", True)):
        title = f"{TITLE}, списками" if as_lists else TITLE
        page = pages.get_template("index.html").render(title=title, at=at, sections=sections, as_lists=as_lists)
        (report / name).write_text(page, encoding="utf-8")
    (report / "index.txt").write_text("\n".join(text(sections, at)) + "\n", encoding="utf-8")
    for key, walk in record.read(report / journeys.FOLDER).items():
        page = pages.get_template("transcript.html").render(title=_title(walk), record=walk)
        (report / journeys.page(key)).write_text(page, encoding="utf-8")
    return report / "index.html"


def text(sections: Sequence[Section], at: str) -> Iterator[str]:
    """The report line by line, for a terminal and for a Braille display."""
    yield from (TITLE, f"Записано: {at}.")
    for section in sections:
        yield from ("", *section.text())


def language(words: str) -> Markup:
    """The attribute for words that are not Russian, as the page is: those with Latin letters alone."""
    is_english = LATIN.search(words) and not CYRILLIC.search(words)
    return Markup(' lang="en"') if is_english else Markup("")


def _title(walk: Record) -> str:
    return f"Путь: {journeys.name(walk.title, walk.browser)}"
