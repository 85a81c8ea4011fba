"""Terms are data: whoever edits the file changes what is said; a file that cannot be used is refused."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.support.registers import TODAY, days, event, line, programme
from webapp.gateways.programmes.port import Event, Execution, Source
from webapp.ipra import terms as module
from webapp.ipra.entitlements import entitlements
from webapp.ipra.rules import State
from webapp.ipra.telling import Told, tell
from webapp.ipra.terms import Counted, replacement_days, terms

KEYS = {"decision", "clarification", "procurement", "replacement"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of terms, to be edited."""
    edited = tmp_path / "terms.json"
    edited.write_bytes(module._FILE.read_bytes())
    monkeypatch.setattr(module, "_FILE", edited)
    terms.cache_clear()
    yield edited
    terms.cache_clear()


def edit(file: Path, which: str, **changes: Any) -> None:
    """Change one term; None takes a value out."""
    data = json.loads(file.read_text(encoding="utf-8"))
    record = next(record for record in data["terms"] if record["key"] == which)
    for name, value in changes.items():
        record[name] = value
        if value is None:
            del record[name]
    file.write_text(json.dumps(data), encoding="utf-8")
    terms.cache_clear()


def told(done: Execution, source: Source = Source.FEDERAL) -> Told:
    return tell(entitlements([programme(line(source=source), executions=(done,))], TODAY)[0])


def test_every_term_names_its_source_and_its_year() -> None:
    assert set(terms()) == KEYS
    for key, term in terms().items():
        assert term.key == key
        assert 0 < term.days <= 366
        assert term.source and term.source_en and term.source != term.source_en
        assert 2008 <= int(term.as_of) <= date.today().year


@pytest.mark.parametrize(("key", "number"), [("decision", 15), ("procurement", 40), ("replacement", 60)])
def test_the_values_are_those_of_the_reference_material(key: str, number: int) -> None:
    assert (terms()[key].days, terms()[key].counted) == (number, Counted.CALENDAR)
    assert terms()["clarification"].ends(TODAY) is None


@pytest.mark.parametrize(
    ("key", "kind", "words"),
    [("decision", Event.APPLIED, "17 марта 2026 года"), ("procurement", Event.PURCHASE, "17 марта 2026 года")],
)
def test_an_edited_term_is_told_at_once(speaking: Flask, file: Path, key: str, kind: Event, words: str) -> None:
    assert words not in told(event(kind)).by_when
    edit(file, key, days=25, source="новые правила", as_of="2027")
    assert words in told(event(kind)).by_when
    assert told(event(kind)).by_whom == "новые правила, 2027 год"


def test_an_edited_term_decides_when_a_replacement_opens(speaking: Flask, file: Path) -> None:
    received = event(Event.RECEIVED, until=70)
    assert told(received).entitlement.judged.state is State.IN_USE
    edit(file, "replacement", days=90)
    assert replacement_days() == 90
    assert told(received).entitlement.judged.state is State.CAN_REPLACE
    assert "90 дней" in told(received).by_when


def test_working_days_are_told_as_such(speaking: Flask, file: Path) -> None:
    edit(file, "decision", counted="working", days=8)
    assert "8 рабочих дней" in told(event(Event.APPLIED)).by_when
    assert "осталось" not in told(event(Event.APPLIED)).by_when


@pytest.mark.parametrize(
    "changes",
    [
        {"days": 0},
        {"days": -3},
        {"days": "15"},
        {"days": 1.5},
        {"days": None},
        {"counted": "lunar"},
        {"counted": None},
        {"source": None},
        {"source": ""},
        {"source_en": ""},
        {"as_of": None},
        {"as_of": ""},
        {"surprise": 1},
        {"key": "clarification"},
    ],
    ids=str,
)
def test_a_term_that_cannot_be_used_is_refused(file: Path, changes: dict[str, Any]) -> None:
    edit(file, "decision", **changes)
    with pytest.raises((ValueError, KeyError)):
        terms()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"terms": {}}', '{"terms": []}', '{"terms": [1]}'])
def test_a_file_that_is_no_list_of_terms_is_refused(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    terms.cache_clear()
    with pytest.raises((ValueError, KeyError)):
        terms()


def test_a_term_that_the_pages_need_may_not_be_missing(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    data["terms"] = [record for record in data["terms"] if record["key"] != "replacement"]
    file.write_text(json.dumps(data), encoding="utf-8")
    terms.cache_clear()
    with pytest.raises((ValueError, KeyError)):
        terms()


def test_the_first_day_of_a_term_is_not_counted() -> None:
    assert terms()["decision"].ends(TODAY) == days(15)
