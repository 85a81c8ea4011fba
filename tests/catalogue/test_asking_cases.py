"""Questions as people ask them, and what they mean: the same answer, on both databases. The cases are data."""

import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import ON_POSTGRES
from tests.support.databases import PostgresDatabases, SqliteDatabases
from tests.support.sites import closing, make_site, settings_in
from webapp.catalogue import search
from webapp.catalogue.search import Results
from webapp.reference import lemmas

CASES = tomllib.loads((Path(__file__).parent / "asking_cases.toml").read_text("utf-8"))
SAME = ("typing_errors", "keyboard", "spaces", "codes", "other")
Answer = tuple[tuple[str, ...], ...]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=ON_POSTGRES)])
def site(request: pytest.FixtureRequest, template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One loaded site for all cases of a kind of database, a request going on."""
    folder = tmp_path_factory.mktemp("asking")
    databases: SqliteDatabases | PostgresDatabases = SqliteDatabases(folder, template)
    if request.param == "postgres":
        databases = request.getfixturevalue("postgres")
    with ExitStack() as stack:
        app = stack.enter_context(closing(make_site(settings_in(folder, database_url=databases.loaded()))))
        stack.enter_context(app.test_request_context())
        yield app


def find(question: str) -> Results:
    return search.find(search.cleaned(question), 1)


def answer(found: Results) -> Answer:
    """All that a person is shown, in order."""
    return (
        tuple(item.code for item in found.items),
        (str(found.products.total), *(row.number for row in found.products.rows)),
        tuple(place.code for place in found.places),
        tuple(one.name for one in found.uncoded),
        tuple(f"{kind.code} {number}" for kind, number in found.kinds),
    )


def things(found: Results) -> list[str]:
    """Everything that was found, by its name or code; products as one."""
    named = [one.name for one in (*found.items, *found.places, *found.uncoded)]
    return [*named, *(["products"] if found.products.total else [])]


@pytest.mark.parametrize(("asked", "meant"), [pair for name in SAME for pair in CASES[name].items()])
def test_what_is_meant_is_found(site: Flask, asked: str, meant: str) -> None:
    as_meant = find(meant)
    assert not as_meant.is_nothing
    assert not as_meant.understood.corrections
    assert answer(find(asked)) == answer(as_meant)


def test_there_are_enough_cases() -> None:
    assert sum(len(pairs) for pairs in CASES.values()) >= 150
    assert (len(CASES["forms"]), len(CASES["different"])) == (64, 20)
    assert len(CASES["typing_errors"]) >= 40


def test_forms_of_a_word_meet_and_other_words_do_not() -> None:
    def meet(pairs: dict[str, str]) -> int:
        return sum(bool(set(lemmas.forms(one)) & set(lemmas.forms(other))) for one, other in pairs.items())

    assert meet({one.replace("ё", "е"): other.replace("ё", "е") for one, other in CASES["forms"].items()}) >= 63
    assert meet(CASES["different"]) == 0


@pytest.mark.parametrize(("one", "other"), CASES["forms"].items())
def test_any_form_finds_the_same(site: Flask, one: str, other: str) -> None:
    first, second = find(one), find(other)
    if not first.is_nothing and not first.understood.corrections:
        assert set(things(first)) & set(things(second))
