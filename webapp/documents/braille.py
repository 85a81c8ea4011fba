"""The Braille file: literary Russian Braille of six dots in the ASCII that displays, notetakers and embossers read.

The cells come from liblouis; how they lie on lines and pages is here. Grouped numbers are joined first: a group that
begins anew is read as another number (U22).
"""

import re
from collections.abc import Iterator

from webapp.core.programs import Program, ProgramFailed
from webapp.documents.errors import CannotBeMade
from webapp.documents.lines import Sort, Written, lines
from webapp.documents.tree import Document

WIDTHS = (20, 30, 40)
"""Cells of a line that one may choose: of pocket displays, of embossers, of large displays."""
USUAL_WIDTH = 40
LINES_OF_A_PAGE = 25
TABLES = "ru-brf.dis,ru-litbrl.ctb"
SECONDS, MOST_BYTES = 10, 4 * 1024 * 1024
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)")
_PHONE = re.compile(r"\+\d[\d ()\u00a0-]{6,}\d")
_INDENTS = {Sort.TITLE: (4, 4), Sort.HEADING: (4, 4), Sort.TEXT: (2, 0), Sort.ITEM: (0, 2)}
"""Free cells before the first line and before the others."""
_louis = Program(("lou_translate", TABLES), SECONDS, MOST_BYTES)


def braille(document: Document, width: int = USUAL_WIDTH) -> bytes:
    """The document in lines of `width` cells and pages of 25 lines. Raises CannotBeMade where liblouis is not there."""
    written = list(lines(document))
    cells = _cells([joined(each.text) for each in written])
    laid = [line for each, text in zip(written, cells, strict=True) for line in _laid(each, text, width)]
    pages = [laid[start : start + LINES_OF_A_PAGE] for start in range(0, len(laid), LINES_OF_A_PAGE)]
    return "\f".join("".join(f"{line}\r\n" for line in page) for page in pages).encode("ascii")


def joined(text: str) -> str:
    """«12 400» → «12400», «+7 (831) 000-06-01» → «+78310000601». СНИЛС keeps its signs: nobody writes it without."""
    return _PHONE.sub(_without_signs, _GROUPED.sub(_without_signs, text))


def _without_signs(found: re.Match[str]) -> str:
    return "".join(sign for sign in found[0] if sign.isdigit() or sign == "+")


def _cells(texts: list[str]) -> list[str]:
    """Each text in Braille ASCII, on one line."""
    sent = "\n".join(" ".join(text.split()) for text in texts) + "\n"
    try:
        said = _louis.answer(sent.encode()).decode("ascii")
    except (ProgramFailed, UnicodeDecodeError):
        raise CannotBeMade("braille") from None
    found = said.split("\n")[: len(texts)]
    if len(found) != len(texts) or any(text and not cells.strip() for text, cells in zip(texts, found, strict=True)):
        raise CannotBeMade("braille")
    return found


def _laid(written: Written, cells: str, width: int) -> Iterator[str]:
    """The lines of one text; a heading has a free line before it. A word longer than a line is cut."""
    first, others = _INDENTS[written.sort]
    if written.sort is Sort.HEADING:
        yield ""
    line, is_begun = " " * first, False
    for word in _fitting(cells.split(), width - max(first, others)):
        if is_begun and len(line) + 1 + len(word) > width:
            yield line
            line, is_begun = " " * others, False
        line += (" " if is_begun else "") + word
        is_begun = True
    yield line


def _fitting(words: list[str], width: int) -> Iterator[str]:
    for word in words:
        yield from (word[start : start + width] for start in range(0, len(word), width))
