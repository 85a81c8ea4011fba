"""Catalogues of words: read from the source, kept up to date, compiled. Message ids are Russian."""

import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from webapp.core.locale import LANGUAGES
from webapp.settings import PROJECT_ROOT

FOLDER = PROJECT_ROOT / "translations"
KEYWORDS = ("lazy_gettext", "lazy_ngettext:1,2")


def compile_all() -> None:
    """Make a .mo beside every .po that is newer. Fuzzy entries are left out."""
    for language in LANGUAGES:
        source = _catalogue(language)
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=language)
        temporary = target.with_suffix(".mo.new")
        with temporary.open("wb") as file:
            write_mo(file, catalogue)
        temporary.replace(target)


def extract(target: Path) -> None:
    """Read all messages of the source into a template file."""
    keywords = [part for keyword in KEYWORDS for part in ("--keyword", keyword)]
    _babel(
        "extract", "--mapping-file", "translations/babel.cfg", "--output-file", str(target), "--sort-by-file",
        "--no-location", "--omit-header", "--no-wrap", *keywords, "webapp", "templates",
    )  # fmt: skip


def update_all() -> None:
    """Bring every catalogue up to the source: new messages are empty, gone ones are dropped, nothing is guessed."""
    template = FOLDER / "messages.pot"
    extract(template)
    for language in LANGUAGES:
        path = _catalogue(language)
        verb = "update" if path.exists() else "init"
        guess = ("--no-fuzzy-matching", "--ignore-obsolete", "--omit-header") if verb == "update" else ()
        _babel(
            verb, "--input-file", str(template), "--output-file", str(path), "--locale", language, "--no-wrap", *guess
        )


def _catalogue(language: str) -> Path:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _babel(*arguments: str) -> None:
    command = (sys.executable, "-m", "babel.messages.frontend", "--quiet", *arguments)
    subprocess.run(command, cwd=PROJECT_ROOT, check=True)
