"""Documents over HTTP, for the features that have some: a form of it as a file, and the templates' filters."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flask import Flask, Response, make_response
from flask_babel import lazy_gettext

from webapp.core import logging
from webapp.core.errors import NotFound, page
from webapp.core.locale import gettext
from webapp.core.spoken import number
from webapp.documents import braille, pdf, possible, read_out, table_file
from webapp.documents.errors import CannotBeMade
from webapp.documents.lines import told_line, told_rows, told_tick
from webapp.documents.tree import Block, Document


class Form(StrEnum):
    """The forms of a document that are files; the page itself is the first form."""

    PDF = "pdf"
    LARGE = "large"
    BRAILLE = "braille"
    SCRIPT = "script"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class _Kind:
    ending: str
    content_type: str
    make: Callable[[Document, int], bytes]


WORDS: Mapping[Form, object] = {
    Form.PDF: lazy_gettext("для печати"),
    Form.LARGE: lazy_gettext("крупным шрифтом"),
    Form.BRAILLE: lazy_gettext("шрифтом Брайля"),
    Form.SCRIPT: lazy_gettext("для чтения по телефону"),
    Form.TABLE: lazy_gettext("таблицей"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(block_sort=block_sort, told_tick=told_tick, told_line=told_line, told_rows=told_rows)


def block_sort(block: Block) -> str:
    """What a template asks to choose how a block is drawn: «heading», «facts» …"""
    return type(block).__name__.lower()


def forms_of(document: Document) -> list[Form]:
    """The forms that the document can be had in, here: without those whose program this machine lacks."""
    return [form for form in _all_forms(document) if possible.is_possible(form)]


def lacking(document: Document) -> list[Form]:
    """The forms that it could be had in if this machine had their programs."""
    return [form for form in _all_forms(document) if not possible.is_possible(form)]


def _all_forms(document: Document) -> list[Form]:
    return [form for form in Form if form is not Form.TABLE or any(document.tables())]


@dataclass(frozen=True, slots=True)
class Way:
    """A form as it is offered: in words, and what its address asks; `cells` of a line is None for the usual."""

    words: str
    form: Form
    cells: int | None = None

    @property
    def format(self) -> str:
        """What the file is, as `core.spoken.file_format` takes it: «PDF», «BRF» …"""
        return _KINDS[self.form].ending.upper()


def ways(forms: Iterable[Form]) -> list[Way]:
    """These forms to choose from; Braille in each width of line, the usual one first."""
    return [way for form in forms for way in (_widths() if form is Form.BRAILLE else [Way(str(WORDS[form]), form)])]


def _widths() -> Iterator[Way]:
    for cells in sorted(braille.WIDTHS, key=lambda width: width != braille.USUAL_WIDTH):
        words = gettext("по %(number)s знаков Брайля в строке", number=number(cells))
        yield Way(words, Form.BRAILLE, cells if cells != braille.USUAL_WIDTH else None)


def answer(document: Document, form: str, width: int = braille.USUAL_WIDTH) -> Response:
    """The document as a file of this form. Raises NotFound for a form or a width of line that is not offered.

    Where the form cannot be made now, the page that says so: the other forms are one link away.
    """
    if form not in set(Form) or Form(form) not in _all_forms(document) or width not in braille.WIDTHS:
        raise NotFound("form")
    kind = _KINDS[Form(form)]
    try:
        content = kind.make(document, width)
    except CannotBeMade:
        logging.event("document_not_made", form=form)
        return page(503, "document")
    response = make_response(content)
    response.headers["Content-Type"] = kind.content_type
    response.headers["Content-Disposition"] = f'attachment; filename="{document.file_name}.{kind.ending}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _table(document: Document, _: int) -> bytes:
    return table_file.csv_of(next(document.tables()))


_KINDS = {
    Form.PDF: _Kind("pdf", "application/pdf", lambda document, _: pdf.pdf(document)),
    Form.LARGE: _Kind("pdf", "application/pdf", lambda document, _: pdf.pdf(document, is_large=True)),
    Form.BRAILLE: _Kind("brf", "text/plain; charset=us-ascii", braille.braille),
    Form.SCRIPT: _Kind("txt", "text/plain; charset=utf-8", lambda document, _: read_out.read_out(document).encode()),
    Form.TABLE: _Kind("csv", "text/csv; charset=utf-8", _table),
}
