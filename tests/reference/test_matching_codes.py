"""A code in front of a name narrows what the name leaves open; against the name it is not believed."""

import pytest

from webapp.reference.dataset import classification
from webapp.reference.matching import NOTHING, Certainty, Match, match
from webapp.reference.wording import written


@pytest.mark.parametrize(
    "name",
    [
        "6-02-02 Трость",
        "06-02-02 Трость белая",
        "06-02-02. ТРОСТЬ",
        "6-02-02 — трость складная для слепых",
        "Код 6-02-02: трость тактильная",
        "6–02–02 Трость",
        "6-02-02.0014 Трость",
        "6-02 Трость складная",
    ],
)
def test_a_code_decides_what_the_name_leaves_open(name: str) -> None:
    assert match(name) == Match("6-02-02", "6-02", certainty=Certainty.LIKELY)


def test_a_code_decides_between_equal_names() -> None:
    assert match("12-01-04 Шерстяной чехол на культю бедра").item_code == "12-01-04"


def test_a_code_adds_nothing_to_a_whole_name() -> None:
    assert match("6-02-02 Трость белая тактильная складная").certainty is Certainty.EXACT


@pytest.mark.parametrize(
    "name",
    [
        "6-02-02 Трость белая тактильная цельная",
        "6-02-02 Трость цельная",
        "6-02-01 Складная белая трость",
    ],
)
def test_a_name_of_a_sibling_leaves_the_kind_alone(name: str) -> None:
    found = match(name)
    assert (found.item_code, found.certainty, found.kind_code) == (None, Certainty.NONE, "6-02")
    assert found.candidates == ("6-02-01", "6-02-02")


@pytest.mark.parametrize(
    "name",
    [
        "6-02-02 Кресло-коляска активного типа",
        "7-01-01 Трость",
        "6-01 Трость белая тактильная складная",
        "7-03-99 Трость белая тактильная складная",
        "6-02-02 Сурдоперевод",
        "7-01-55 Протез стопы",
        "6-02 Ремонт трости",
    ],
)
def test_a_name_of_another_kind_is_not_believed_nor_the_code(name: str) -> None:
    found = match(name)
    assert (found.item_code, found.kind_code, found.uncoded_slug, found.service) == (None, None, None, None)
    assert found.candidates


@pytest.mark.parametrize(
    "name",
    [
        "6-01-04 Трость опорная, не регулируемая по высоте, без УПС",
        "6-01-03 Трость регулируемая с УПС",
        "17-01-06 Слуховой аппарат сверхмощный Гром",
        "22-01-16 Подгузники для детей весом до 7 кг",
        "6-02-02 Ложка",
        "6-02-02 складная",
        "6-02-02 Трость опорная удобная",
        "6-99-01 Ложка",
    ],
)
def test_a_code_alone_is_not_believed(name: str) -> None:
    assert match(name).item_code is None
    assert match(name).certainty is Certainty.NONE


def test_strange_words_do_no_harm_beside_a_code() -> None:
    assert match("17-01-06 Слуховой аппарат цифровой мощный «Гром» для ребёнка").item_code == "17-01-06"


def test_a_code_that_is_not_in_our_classification_leaves_it_to_the_name() -> None:
    assert match("6-02-77 Трость белая тактильная складная").item_code == "6-02-02"
    assert match("6-02-77 Трость белая тактильная складная").certainty is Certainty.LIKELY
    assert match("8-05-03 Протез плеча рабочий").uncoded_slug == "protez-plecha-rabochiy"
    assert match("24-01-01 Ремонт ТСР").service == "repair"


def test_a_kind_in_front_of_strange_words_is_believed_when_they_are_about_it() -> None:
    assert match("6-02 Трость для слепых") == Match(kind_code="6-02")
    assert match("6-02 Ложка для слепых") == NOTHING
    assert match("6-02 Трость опорная удобная") == NOTHING


def test_an_item_whose_code_is_not_sure_may_have_another() -> None:
    assert match("8-05-07 Протез бедра модульный").item_code == "8-07-10"
    assert match("8-09-77 Протез бедра модульный").item_code is None
    assert match("7-05-07 Протез бедра модульный").item_code is None
    assert match("6-99-01 Трость белая тактильная складная").item_code is None


def test_a_kind_in_front_of_a_whole_name_changes_nothing() -> None:
    assert match("6-02 Трость белая тактильная складная").certainty is Certainty.EXACT


def test_codes_that_are_not_official_decide_nothing() -> None:
    doubtful = [item.code for item in classification().items if not item.code_is_official and item.kind == "8-07"]
    assert doubtful
    assert match(f"{doubtful[0]} Протез неведомый").item_code is None


@pytest.mark.parametrize(
    ("name", "code", "rest"),
    [
        ("06-02-02 Трость", "6-02-02", "трость"),
        ("23(1)-01-01 Дисплей", "23(1)-01-01", "дисплей"),
        ("6-02 Трость", "6-02", "трость"),
        ("6-02-021 Трость", None, "6 02 021 трость"),
        ("6-02-02-02 Трость", None, "6 02 02 02 трость"),
        ("3-х опорная трость", None, "трехопорная трость"),
        ("40-60 см", "40-60", "см"),
        ("12.03.2026 трость", None, "12 03 2026 трость"),
        ("1. Трость", None, "трость"),
    ],
)
def test_what_a_code_is(name: str, code: str | None, rest: str) -> None:
    assert (written(name).code, written(name).normal) == (code, rest)
