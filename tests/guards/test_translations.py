"""The catalogues hold exactly the words of the source, whole and sure, in both languages."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from webapp.cli.translations import FOLDER, extract

FORMS = {"ru": 3, "en": 2}
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")


def catalogue(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def texts(said: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [said] if isinstance(said, str) else list(said or ())


def ids(found: Catalog) -> set[tuple[str, ...]]:
    return {tuple(texts(message.id)) for message in found if message.id}


def faults(message: Message, language: str) -> list[str]:
    """What is wrong with one translation. Russian may leave a single text empty: the id is the text."""
    ours, theirs = texts(message.id), texts(message.string)
    found = ["fuzzy"] if message.fuzzy else []
    if len(ours) > 1 and (len(theirs) != FORMS[language] or not all(theirs)):
        found.append("plural forms are missing")
    if language != "ru" and not all(theirs):
        found.append("not translated")
    placeholders = {frozenset(_PLACEHOLDER.findall(text)) for text in (*ours, *theirs) if text}
    return found + (["placeholders differ"] if len(placeholders) > 1 else [])


def test_the_template_holds_the_words_of_the_source(tmp_path: Path) -> None:
    extract(tmp_path / "now.pot")
    assert ids(catalogue(tmp_path / "now.pot")) == ids(catalogue(FOLDER / "messages.pot")), (
        "make i18n, then fill what is empty in translations/en/LC_MESSAGES/messages.po"
    )


@pytest.mark.parametrize("language", list(FORMS))
def test_catalogue_is_whole(language: str) -> None:
    found = catalogue(FOLDER / language / "LC_MESSAGES" / "messages.po", language)
    assert ids(found) == ids(catalogue(FOLDER / "messages.pot"))
    assert not found.obsolete
    assert {str(message.id): wrong for message in found if message.id and (wrong := faults(message, language))} == {}


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('#, fuzzy\nmsgid "да"\nmsgstr "yes"', "fuzzy"),
        ('msgid "да"\nmsgstr ""', "not translated"),
        (
            'msgid "%(num)s раз"\nmsgid_plural "%(num)s раз"\nmsgstr[0] "%(num)s time"\nmsgstr[1] ""',
            "plural forms are missing",
        ),
        ('msgid "всего %(num)s"\nmsgstr "%(number)s in all"', "placeholders differ"),
    ],
)
def test_a_bad_translation_is_found(entry: str, fault: str) -> None:
    found = read_po(BytesIO(entry.encode()), locale="en")
    assert [fault in faults(message, "en") for message in found if message.id] == [True]
