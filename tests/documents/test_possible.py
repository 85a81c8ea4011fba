"""A form whose program this machine lacks is not offered; it is again once the program has come."""

from pathlib import Path

import pytest

from webapp.core.programs import Program
from webapp.documents import answers, possible
from webapp.documents.answers import Form
from webapp.documents.braille import TABLES
from webapp.documents.tree import Document

ALL = list(Form)


def test_all_forms_are_offered_where_all_programs_are_there(document: Document) -> None:
    assert answers.forms_of(document) == ALL
    assert answers.lacking(document) == []


def test_without_liblouis_there_is_no_braille(
    document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(possible, "louis", possible.Maker(Program(("lou_translate", TABLES), 5, 100), "слово".encode()))
    assert answers.lacking(document) == [Form.BRAILLE]
    assert answers.forms_of(document) == [form for form in ALL if form is not Form.BRAILLE]


def test_without_pango_nothing_is_offered_on_paper(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(possible, "writer", possible.Maker(Program(("false",), 5, 100)))
    assert answers.forms_of(document) == [Form.BRAILLE, Form.SCRIPT, Form.TABLE]


def test_who_asks_for_it_by_its_address_hears_that_it_cannot_be_made(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = Program(("no-such-program",), 1, 10)
    monkeypatch.setattr(possible, "louis", possible.Maker(nothing))
    monkeypatch.setattr("webapp.documents.braille._louis", nothing)
    assert answers.answer(document, Form.BRAILLE).status_code == 503


def test_what_is_missing_is_looked_for_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tried = tmp_path / "tried"
    script = f"echo >> {tried}; test -e {tmp_path}/installed && echo there"
    maker = possible.Maker(Program(("sh", "-c", script), 5, 100))
    assert [maker.is_there(), maker.is_there()] == [False, False]
    (tmp_path / "installed").touch()
    assert not maker.is_there() and len(tried.read_text()) == 1
    monkeypatch.setattr(possible, "AGAIN_AFTER", 0.0)
    assert [maker.is_there(), maker.is_there()] == [True, True]
    assert len(tried.read_text()) == 2
