"""A document as lines one below the other: what Braille and a text to read out are made of."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum, auto

from webapp.core.locale import SOURCE_LANGUAGE, gettext, ngettext, source_language
from webapp.documents.tree import (
    LINE_ABOVE_EDGE_CM,
    Block,
    Document,
    Facts,
    Heading,
    Items,
    Line,
    Table,
    Text,
    Ticks,
)


class Sort(StrEnum):
    """What a line is: each form sets them off in its own way."""

    TITLE = auto()
    HEADING = auto()
    TEXT = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """One line, however long."""

    sort: Sort
    text: str


def lines(document: Document) -> Iterator[Written]:
    """All lines of the document in their order, the title first."""
    yield Written(Sort.TITLE, document.title)
    for block in (*document.above, *document.blocks):
        yield from _of(block, document.language)


def _of(block: Block, language: str) -> Iterator[Written]:
    match block:
        case Heading(text=text):
            yield Written(Sort.HEADING, text)
        case Text(text=text):
            yield Written(Sort.TEXT, text)
        case Facts(pairs=pairs):
            yield from (Written(Sort.ITEM, f"{name}: {value}") for name, value in pairs)
        case Items(texts=texts, is_ordered=is_ordered):
            for place, text in enumerate(texts, 1):
                yield Written(Sort.ITEM, f"{place}. {text}" if is_ordered else text)
        case Ticks(boxes=boxes):
            yield from (Written(Sort.ITEM, told_tick(text, is_ticked, language)) for text, is_ticked in boxes)
        case Table(rows=()):
            return
        case Table(caption=caption):
            yield Written(Sort.HEADING, caption)
            yield from (Written(Sort.ITEM, row) for row in told_rows(block))
        case Line(label=label, under=under):
            yield Written(Sort.TEXT, told_line(label, language))
            yield from (Written(Sort.ITEM, f"{name}: {value}") for name, value in under)


def told_rows(table: Table) -> Iterator[str]:
    """A row is a sentence in which every cell is named by its column: «Изделие: трость. Число: 1»."""
    for row in table.rows:
        yield ". ".join(f"{name}: {cell}" for name, cell in zip(table.header, row, strict=True))


def told_line(label: str, language: str = SOURCE_LANGUAGE) -> str:
    """Where to sign, in words, for who does not see the sheet: true of the file for print, said in every form."""
    with source_language() if language == SOURCE_LANGUAGE else nullcontext():
        where = ngettext(
            "В файлах для печати черта для подписи лежит на последнем листе. Под ней до нижнего края %(num)s сантиметр."
            " Она идёт от левого поля до правого.",
            "В файлах для печати черта для подписи лежит на последнем листе. Под ней до нижнего края %(num)s"
            " сантиметров. Она идёт от левого поля до правого.",
            LINE_ABOVE_EDGE_CM,
        )
    return f"{label}. {where}"


def told_tick(text: str, is_ticked: bool, language: str = SOURCE_LANGUAGE) -> str:
    """A box in words of the document's language, whatever the page's is."""
    with source_language() if language == SOURCE_LANGUAGE else nullcontext():
        return gettext("Отмечено: %(text)s", text=text) if is_ticked else gettext("Не отмечено: %(text)s", text=text)
