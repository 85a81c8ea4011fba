"""The structure of the PDF: what a screen reader finds in it, read from the file itself."""

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from webapp.core.programs import Program
from webapp.documents import pdf
from webapp.documents.errors import CannotBeMade
from webapp.documents.tree import Document

POINTS_OF_PIXEL = 0.75
"""The writer draws in pixels and scales the whole sheet."""


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


def test_headings_begin_at_one_and_skip_no_level(made: pikepdf.Pdf) -> None:
    levels = [int(str(each.S)[2:]) for each in structure(made.Root.StructTreeRoot.K) if str(each.S)[:2] == "/H"]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(next_ <= level + 1 for level, next_ in pairwise(levels))


def test_lists_hold_items_and_items_their_bodies(made: pikepdf.Pdf) -> None:
    """An item has a body, and a label where it is numbered or has a dot."""
    for each in structure(made.Root.StructTreeRoot.K):
        inside = [str(child.S) for child in children(each)]
        if each.S == "/L":
            assert set(inside) == {"/LI"}
        if each.S == "/LI":
            assert inside in (["/LBody"], ["/Lbl", "/LBody"])


def children(element: Any) -> list[Any]:
    kept = element.get("/K", [])
    found = kept if isinstance(kept, pikepdf.Array) else [kept]
    return [each for each in found if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def test_all_that_is_drawn_is_tagged_or_said_to_be_ornament(large_or_not: pikepdf.Pdf) -> None:
    for page in large_or_not.pages:
        depth, untagged = 0, []
        for instruction in pikepdf.parse_content_stream(page):
            sign = str(instruction.operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(sign, 0)
            if depth == 0 and sign in {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "b", "sh"}:
                untagged.append(sign)
        assert untagged == [] and depth == 0


def test_every_mark_is_known_to_the_structure(large_or_not: pikepdf.Pdf) -> None:
    """What is marked on a page is reached from the tree by its number, once."""
    for page in large_or_not.pages:
        marked = [
            int(instruction.operands[1].MCID)
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
        ]
        reached = [
            number
            for each in structure(large_or_not.Root.StructTreeRoot.K)
            if each.get("/Pg") == page.obj
            for number in numbers_of(each)
        ]
        assert sorted(reached) == sorted(marked) and len(set(marked)) == len(marked) > 0


def numbers_of(element: Any) -> list[int]:
    kept = element.get("/K", [])
    found = kept if isinstance(kept, pikepdf.Array) else [kept]
    return [int(each) for each in found if not isinstance(each, pikepdf.Dictionary)]


def test_fonts_are_in_the_file_with_their_letters(large_or_not: pikepdf.Pdf) -> None:
    fonts = [font for page in large_or_not.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        (inner,) = font.DescendantFonts
        assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
        assert "/ToUnicode" in font


def test_bookmarks_are_the_headings(made: pikepdf.Pdf, document: Document) -> None:
    def titles(items: Any) -> list[str]:
        return [title for item in items for title in (item.title, *titles(item.children))]

    with made.open_outline() as outline:
        assert titles(outline.root) == [document.title, "Прошу", "Сведения о заявителе"]


@pytest.fixture(params=[False, True], ids=["usual", "large"])
def large_or_not(request: pytest.FixtureRequest, document: Document) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf.pdf(document, is_large=request.param))) as opened:
        yield opened


def test_large_print_is_large_and_has_no_columns(large_or_not: pikepdf.Pdf, request: pytest.FixtureRequest) -> None:
    """Twenty points are the smallest letters there; a table is a list of sentences."""
    tags = {str(each.S) for each in structure(large_or_not.Root.StructTreeRoot.K)}
    sizes = {
        float(instruction.operands[1]) * POINTS_OF_PIXEL
        for page in large_or_not.pages
        for instruction in pikepdf.parse_content_stream(page)
        if str(instruction.operator) == "Tf"
    }
    is_large = "large" in request.node.callspec.id
    assert ("/Table" in tags) is not is_large
    assert (min(sizes) >= 19.9) is is_large
