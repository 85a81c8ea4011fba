"""Words in any form are one word to a person who searches."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webapp.reference import lemmas


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("коляска", "колясок"),
        ("трость", "тростями"),
        ("слуховой", "слуховых"),
        ("костыль", "костылями"),
        ("мочеприёмник", "мочеприемники"),
        ("ПОДГУЗНИК", "подгузников"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert set(lemmas.asked(one)[0]) & set(lemmas.asked(other)[0])


@pytest.mark.parametrize(("one", "other"), [("трость", "тросик"), ("коляска", "колба")])
def test_different_words_do_not(one: str, other: str) -> None:
    assert not set(lemmas.asked(one)[0]) & set(lemmas.asked(other)[0])


def test_service_words_ask_nothing() -> None:
    assert lemmas.asked("для на под") == []
    assert len(lemmas.asked("кресло для душа")) == 2


def test_only_so_many_words_are_asked() -> None:
    assert len(lemmas.asked("слово " * 50)) == 8


def test_a_hyphenated_word_is_found_by_its_parts_too() -> None:
    assert {"кресло-коляска", "кресло", "коляска"} <= set(lemmas.column("кресло-коляска").split())


@given(text=some.text(max_size=80))
def test_any_text_has_words_between_spaces(text: str) -> None:
    column = lemmas.column(text)
    assert column.startswith(" ")
    assert column.endswith(" ")
    assert "ё" not in column
    assert len(column.split()) == len(set(column.split()))
