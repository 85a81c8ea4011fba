"""Questions as people ask them, and what they mean: the same whole answer, on both databases. The cases are data."""

import tomllib
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.conftest import ON_POSTGRES
from tests.support.databases import PostgresDatabases
from tests.support.sites import closing, make_site, settings_in
from webapp.catalogue import search
from webapp.catalogue.models import Maker
from webapp.catalogue.search import MOST_MAKERS, Results
from webapp.core.database import db
from webapp.reference import lemmas

CASES: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "asking_cases.toml").read_text("utf-8"))
SAME = ("typing_errors", "keyboard", "spaces", "codes", "other")
OF_MAKERS = ("лаб", "плюс", "север", "сервис", "сыновья")
"""Words of many makers' names, of which five are shown."""
NOWHERE = {
    "часы": "Order 86н knows no clocks, and no product has the word in its name",
    "слепой": "things for the blind are named by what they do",
}
"""Forms of a word that no name has: both find nothing, and only their dictionary forms show that they are one word."""
Answer = tuple[tuple[str, ...], ...]


def find(question: str) -> Results:
    """An answer of one page, however long: all products are compared."""
    return search.find(search.cleaned(question), 1, size=10_000)


def answer(found: Results) -> Answer:
    """All that a person is shown, in order."""
    assert found.products.total == len(found.products.rows)
    return (
        tuple(item.code for item in found.items),
        tuple(row.number for row in found.products.rows),
        tuple(place.code for place in found.places),
        tuple(one.name for one in found.uncoded),
        tuple(one.slug for one in found.makers),
        tuple(f"{kind.code} {number}" for kind, number in found.kinds),
    )


@pytest.mark.parametrize(("asked", "meant"), [pair for name in SAME for pair in CASES[name].items()])
def test_what_is_meant_is_found(speaking: Flask, asked: str, meant: str) -> None:
    as_meant = find(meant)
    assert not as_meant.is_nothing
    assert not as_meant.understood.corrections
    assert answer(find(asked)) == answer(as_meant)


@pytest.mark.parametrize(("asked", "code"), CASES["everyday"].items())
def test_everyday_questions_find_what_they_are_about(speaking: Flask, asked: str, code: str) -> None:
    assert code in [item.code for item in find(asked).items]


@pytest.mark.parametrize("asked", CASES["nothing"])
def test_what_is_no_aid_is_not_mistaken_for_one(speaking: Flask, asked: str) -> None:
    assert find(asked).is_nothing


def test_there_are_enough_cases() -> None:
    assert sum(len(pairs) for pairs in CASES.values()) >= 240
    assert (len(CASES["forms"]), len(CASES["different"])) == (64, 20)
    assert len(CASES["typing_errors"]) >= 40
    assert len(CASES["everyday"]) >= 60


def _is_one_word(one: str, other: str) -> bool:
    """Whether dictionary forms meet."""
    return bool(set(lemmas.forms(one.replace("ё", "е"))) & set(lemmas.forms(other.replace("ё", "е"))))


def test_forms_of_a_word_meet_and_other_words_do_not() -> None:
    assert sum(_is_one_word(*pair) for pair in CASES["forms"].items()) >= 63
    assert sum(_is_one_word(*pair) for pair in CASES["different"].items()) == 0


def test_any_form_finds_the_same_and_another_word_something_else(speaking: Flask) -> None:
    answers = {word: find(word) for name in ("forms", "different") for pair in CASES[name].items() for word in pair}
    nothing = {one for one in CASES["forms"] if answers[one].is_nothing}
    assert nothing == set(NOWHERE)
    differing = {one for one, other in CASES["forms"].items() if answer(answers[one]) != answer(answers[other])}
    assert differing == set()
    assert all(_is_one_word(one, CASES["forms"][one]) for one in nothing)
    joined = {one for one, other in CASES["different"].items() if answer(answers[one]) == answer(answers[other])}
    assert joined == set()


def test_no_database_decides_which_makers_are_shown(writing_site: Flask) -> None:
    with writing_site.test_request_context("/"):
        with db.engine.begin() as connection:  # by bytes a small letter comes after all capitals
            connection.execute(sa.update(Maker).where(Maker.name.like("Свежесть Лаб%")).values(name="арфа Лаб"))
        shown = [one.name for one in find("лаб").makers]
    assert (shown[0], len(shown)) == ("арфа Лаб", MOST_MAKERS)


@pytest.mark.parametrize("_on", [pytest.param("postgres", marks=ON_POSTGRES)])
def test_both_databases_give_the_same_whole_answers(
    _on: str, reading_site: Flask, postgres: PostgresDatabases, tmp_path: Path
) -> None:
    asked = [text for pairs in CASES.values() for pair in pairs.items() for text in pair] + [*OF_MAKERS]
    with ExitStack() as stack:
        other = stack.enter_context(closing(make_site(settings_in(tmp_path, database_url=postgres.loaded()))))
        with other.app_context(), db.engine.begin() as connection:  # the tests' cluster orders by bytes, as SQLite does
            for table in ("maker", "product"):
                connection.execute(sa.text(f'ALTER TABLE {table} ALTER COLUMN name TYPE varchar COLLATE "ru-x-icu"'))
        told: list[list[tuple[Answer, object]]] = []
        for site in (reading_site, other):
            with site.test_request_context("/"):
                found = [find(text) for text in asked]
                told.append([(answer(one), (one.understood, one.near, one.alone)) for one in found])
    differing = [text for text, one, another in zip(asked, *told, strict=True) if one != another]
    assert differing == []
