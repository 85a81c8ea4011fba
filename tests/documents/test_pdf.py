"""The structure of the PDF: what a screen reader finds in it, read from the file itself."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from webapp.core.programs import Program
from webapp.documents import pdf
from webapp.documents.errors import CannotBeMade
from webapp.documents.tree import Document


@pytest.fixture
def made(document: Document) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf.pdf(document))) as opened:
        yield opened


def structure(element: Any) -> Iterator[Any]:
    if isinstance(element, pikepdf.Array):
        for each in element:
            yield from structure(each)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield element
        if "/K" in element:
            yield from structure(element.K)


def test_it_names_its_language_and_shows_its_title(made: pikepdf.Pdf, document: Document) -> None:
    assert str(made.Root.Lang) == "ru"
    assert bool(made.Root.MarkInfo.Marked)
    assert bool(made.Root.ViewerPreferences.DisplayDocTitle)
    with made.open_metadata() as told:
        assert told["dc:title"] == document.title
        assert told["pdfuaid:part"] == "1"


def test_headings_lists_and_tables_are_tagged(made: pikepdf.Pdf) -> None:
    tags = [str(each.S) for each in structure(made.Root.StructTreeRoot.K)]
    assert [tag for tag in tags if tag in {"/H1", "/H2", "/H3"}] == ["/H1", "/H2", "/H3"]
    assert tags.count("/L") == 5 and tags.count("/LI") == 11
    assert [tags.count(tag) for tag in ("/Table", "/Caption", "/TH", "/TD")] == [1, 1, 4, 2]


def test_headers_of_a_table_have_their_scope(made: pikepdf.Pdf) -> None:
    scopes = [str(each.A.Scope) for each in structure(made.Root.StructTreeRoot.K) if each.S == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_where_the_program_is_not_there_it_is_said(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_writer", Program(("no-such-program",), 1, 10))
    with pytest.raises(CannotBeMade):
        pdf.pdf(document)
    assert pdf._AT_ONCE._value == 2
