"""Catalogues of words: read from the source, kept up to date, compiled. Message ids are Russian."""

import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from secrets import token_hex

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from webapp.core.locale import LANGUAGES
from webapp.settings import PROJECT_ROOT

FOLDER = PROJECT_ROOT / "translations"
TEMPLATE = FOLDER / "messages.pot"
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = ("lazy_gettext", "lazy_ngettext:1,2")


def compile_all() -> None:
    """Make a .mo beside every .po whose words changed. Fuzzy entries are left out."""
    for language in LANGUAGES:
        source = _catalogue(language)
        target = source.with_suffix(".mo")
        made = BytesIO()
        write_mo(made, read(source, language))
        if target.exists() and target.read_bytes() == made.getvalue():
            continue
        temporary = target.with_suffix(f".{token_hex(4)}.mo")  # another may make the same at this moment
        temporary.write_bytes(made.getvalue())
        temporary.replace(target)


def extract(target: Path) -> None:
    """Read all messages of the source into a template file."""
    keywords = [part for keyword in KEYWORDS for part in ("--keyword", keyword)]
    command = (
        sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "--mapping-file",
        "translations/babel.cfg", "--output-file", str(target), "--sort-by-file", "--no-location", "--omit-header",
        "--no-wrap", *keywords, "webapp", "templates",
    )  # fmt: skip
    subprocess.run(command, cwd=PROJECT_ROOT, check=True)


def update_all() -> None:
    """Bring every catalogue up to the source: new messages are empty, gone ones are dropped, nothing is guessed."""
    extract(TEMPLATE)
    for language in LANGUAGES:
        path = _catalogue(language)
        catalogue = read(path, language)
        with TEMPLATE.open("rb") as file:
            catalogue.update(read_po(file), no_fuzzy_matching=True, update_header_comment=False)
        write(path, catalogue)


def read(path: Path, language: str) -> Catalog:
    """The catalogue of a file; an empty one where there is no file."""
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue so that only what people wrote differs between two versions: no dates, no names of tools."""
    catalogue.header_comment = "# Words of «Ориентир». Message ids are Russian."
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    catalogue.project, catalogue.version, catalogue.fuzzy = "orientir", "1", False
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = "orientir"
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, ignore_obsolete=True)


def _catalogue(language: str) -> Path:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
