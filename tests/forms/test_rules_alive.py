"""The rules of forms find the faults that are planted here, and nothing where there is none."""

from dataclasses import replace

import pytest

from tests.forms.planted import DEED, opened_with
from tests.support.form_rules import faults_of_deed, faults_of_refusal
from tests.support.forms import Heard, Press

REFUSED = Press(DEED.press.at, DEED.press.button, DEED.refused)


def test_a_sound_form_has_no_faults() -> None:
    here = opened_with()
    assert faults_of_deed(DEED, here) == []
    assert list(faults_of_refusal(DEED, REFUSED.on(here))) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"title": "Трость"}, "nothing is heard"),
        ({"place": "nowhere"}, "#nowhere leads nowhere"),
        ({"heading": '<h2 id="thing">Трость Бета</h2>'}, "#thing cannot take the focus"),
        ({"heading": '<p id="thing" tabindex="-1">Трость Бета</p>'}, "#thing stands on <p>"),
        ({"heading": '<h2 id="thing" tabindex="-1">Трость Альфа</h2>'}, "#thing says 'Трость Альфа'"),
        ({"place": "main"}, "#main stands on <main>"),
        ({"title": "{{ range(100000)|random }}", "place": ""}, "the second press says something else"),
    ],
)
def test_silence_and_a_lost_place_are_found(wrong: dict[str, str], fault: str) -> None:
    found = faults_of_deed(DEED, opened_with(**wrong))
    assert any(each.startswith(fault) for each in found), found


def test_a_form_that_says_less_than_the_list_promises_is_found() -> None:
    promised = replace(DEED, heard=DEED.heard | {Heard.HEADING})
    assert faults_of_deed(promised, opened_with()) == ["said nothing new: h1"]


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"status": "200"}, "answered 200"),
        ({"error_title": ""}, "title 'Трость — Ориентир' does not say"),
        ({"refusal": ""}, "no summary of errors"),
        ({"refusal": '<div role="group" tabindex="-1">Ошибка</div>'}, "no summary of errors"),
        ({"described": 'aria-invalid="true"'}, "'введите день' is not said at its field"),
        ({"described": ""}, "'введите день' leads to no wrong field"),
        ({"kept": ""}, "'День' lost what was typed"),
    ],
)
def test_a_refusal_that_is_not_heard_is_found(wrong: dict[str, str], fault: str) -> None:
    found = list(faults_of_refusal(DEED, REFUSED.on(opened_with(**wrong))))
    assert any(each.startswith(fault) for each in found), found
