"""The statement says what is known and no more; each criterion can be found, with its state first."""

import pytest

from tests.support.strict_client import StrictClient
from webapp.conformance.statement import Proof, Statement, Words, statement
from webapp.conformance.words import RESULTS

SLUGS = ("perceivable", "operable", "understandable", "robust")


def test_every_problem_is_told_with_its_day_and_a_way_round(reader: StrictClient) -> None:
    page = reader.page("/accessibility")
    for problem in statement().problems:
        assert f"{problem.title.ru}" in page.main
        assert f"Как обойти: {problem.way.ru}" in page.main
    assert "Известно с: 22 ноября 2026 года" in page.main


def test_it_never_claims_aaa_and_names_what_was_not_tried(reader: StrictClient) -> None:
    main = reader.page("/accessibility").main
    assert "Соответствия уровню AAA не заявляем" in main
    assert "не проверено с людьми" in main
    for untried in ("NVDA", "JAWS", "VoiceOver", "TalkBack"):
        assert untried in main


def test_exceptions_of_aa_are_said_while_there_are_any(reader: StrictClient) -> None:
    flawed = any(statement().results(level)["flawed"] for level in ("A", "AA"))
    assert statement().has_exceptions() is flawed
    assert ("с исключениями" in reader.page("/accessibility").main) is flawed


def test_numbers_are_those_of_the_data(reader: StrictClient) -> None:
    facts = statement().facts
    main = reader.page("/accessibility").main
    assert f"Проверено страниц и состояний: {facts.states}" in main
    assert f"Программа axe, версия: {facts.engines['axe-core']}" in main
    assert f"Пройдено на слух путей: {facts.journeys}" in main


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_each_criterion_is_a_heading_with_its_state_first(reader: StrictClient, slug: str, language: str) -> None:
    page = reader.page(f"{language}/accessibility/{slug}")
    here = next(one for one in statement().principles if one.slug == slug)
    for one in here.criteria:
        name = one.name.en if language else one.name.ru
        assert f"{name}, {one.number}" in page.main
        if not language:
            after = page.main.partition(f"{name}, {one.number}")[2].lstrip()
            assert after.startswith(str(RESULTS[one.result]))


def test_the_way_from_a_problem_to_its_rule_and_back(reader: StrictClient) -> None:
    links = [link.address for link in reader.page("/accessibility").links if "#c" in link.address]
    assert links == [
        f"/accessibility/{statement().principle_of(number).slug}#{statement().criterion(number).anchor}"
        for problem in statement().problems
        for number in problem.criteria
    ]
    back = [link.address for link in reader.page("/accessibility/operable").links if "/accessibility#" in link.address]
    operable = next(one for one in statement().principles if one.slug == "operable")
    assert back == [f"/accessibility#{problem}" for one in operable.criteria for problem in one.problems]
    assert back


def test_no_such_principle(reader: StrictClient) -> None:
    assert reader.get("/accessibility/beautiful").status_code == 404


def test_a_statement_with_what_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="extra"):
        Proof.model_validate({"kind": "axe", "name": {"ru": "а", "en": "a"}, "states": 1, "more": 1})
    assert Statement.model_validate(statement().model_dump()) == statement()
    assert Words(ru="слово", en="word").model_dump() == {"ru": "слово", "en": "word"}
