"""The forms of a document hold the same facts: nothing is lost on paper, under the fingers, on the phone."""

import csv
import io
import subprocess

import pytest
from flask import render_template

from tests.support.html import parsed, words
from webapp.core.programs import Program
from webapp.documents import braille, pdf, read_out, table_file
from webapp.documents.tree import Document

LATIN_AS_READ_BACK = str.maketrans("abcdefghijklmnopqrstuwxz", "абцдефгхижклмнопчрстувщз")
"""Both alphabets share their cells: what was Latin comes back in Cyrillic letters."""
BACK = Program(("lou_translate", "--backward", braille.TABLES), 10, 1024 * 1024)


def plain(text: str) -> str:
    """Letters and digits alone, so that line breaks and signs do not matter."""
    return "".join(filter(str.isalnum, text.casefold()))


def on_page(document: Document) -> str:
    return words(parsed(render_template("documents/_print.html", document=document, is_large=False)))


def on_paper(document: Document, is_large: bool = False) -> str:
    command = ("pdftotext", "-layout", "-", "-")
    return subprocess.run(command, input=pdf.pdf(document, is_large), capture_output=True, check=True).stdout.decode()


def on_large_paper(document: Document) -> str:
    return on_paper(document, is_large=True)


def on_phone(document: Document) -> str:
    return read_out.read_out(document)


@pytest.mark.parametrize("form", [on_page, on_paper, on_large_paper, on_phone])
def test_every_fact_is_in_every_form(document: Document, form: object) -> None:
    said = plain(form(document))  # type: ignore[operator]
    assert [text for text in document.texts() if plain(text) not in said] == []


@pytest.mark.parametrize("width", braille.WIDTHS)
def test_braille_goes_there_and_back(document: Document, width: int) -> None:
    """Words are never cut at these widths, so what is read back is what was written."""
    cells = braille.braille(document, width).decode("ascii").replace("\f", " ")
    back = plain(BACK.answer((" ".join(cells.split()) + "\n").encode()).decode())
    read = back.translate(LATIN_AS_READ_BACK)
    missing = [text for text in document.texts() if not _is_read(text, read)]
    assert missing == []


def _is_read(text: str, read: str) -> bool:
    return plain(braille.joined(text)).translate(LATIN_AS_READ_BACK) in read


def test_a_table_is_a_file_too_and_runs_no_formula(document: Document) -> None:
    (table,) = document.tables()
    content = table_file.csv_of(table)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Изделие", "Число"], ["Трость белая", "1"], ["'=1+1", "2"]]
    assert content.startswith(b"\xef\xbb\xbf")
