"""A choice is written as a short code and read back; what the code does not say, or says wrongly, is as usual."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.core.reading import CHOICES, USUAL, Reading, attributes

LARGE_YELLOW = Reading(size="200", scheme="yellow-on-black")
ANY_READING = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CHOICES.items()})


def test_the_usual_needs_no_words() -> None:
    assert USUAL.code == ""
    assert attributes(USUAL) == ""
    assert Reading.of_code("") == USUAL


def test_a_choice_is_told_by_what_differs() -> None:
    assert LARGE_YELLOW.code == "size-200.scheme-yellow-on-black"
    assert attributes(LARGE_YELLOW) == ' data-size="200" data-scheme="yellow-on-black"'


@given(ANY_READING)
def test_every_choice_is_read_back(chosen: dict[str, str]) -> None:
    reading = Reading(**chosen)
    assert Reading.of_code(reading.code) == reading
    assert len(reading.code) <= 300


@given(st.text())
def test_any_text_is_read_without_complaint(text: str) -> None:
    assert Reading.of_code(text).code in (text, Reading.of_code(Reading.of_code(text).code).code)


@pytest.mark.parametrize(
    "code",
    [
        "size-999",
        "size",
        "size-",
        "-200",
        "scheme-Yellow-on-black",
        'size-200"><script>',
        "colour-red",
        ".",
        "size=200",
    ],
)
def test_what_cannot_be_chosen_is_as_usual(code: str) -> None:
    assert Reading.of_code(code) == USUAL


def test_a_wrong_part_spoils_no_other() -> None:
    assert Reading.of_code("size-200.scheme-pink.font-serif") == Reading(size="200", font="serif")


def test_what_is_left_out_stays_as_it_was() -> None:
    assert Reading.chosen({"font": "serif", "size": "1000"}, LARGE_YELLOW) == Reading(
        size="200", scheme="yellow-on-black", font="serif"
    )


def test_every_answer_has_a_code_of_its_own() -> None:
    codes = [Reading(**{name: value}).code for name, values in CHOICES.items() for value in values[1:]]
    assert len(set(codes)) == len(codes) == sum(len(values) - 1 for values in CHOICES.values())


def test_browsers_draw_their_own_parts_to_fit() -> None:
    told = {scheme: Reading(scheme=scheme).colour_scheme for (scheme,) in product(CHOICES["scheme"])}
    assert told == {
        "system": "light dark",
        "black-on-white": "light",
        "white-on-black": "dark",
        "blue-on-light-blue": "light",
        "brown-on-beige": "light",
        "yellow-on-black": "dark",
    }
