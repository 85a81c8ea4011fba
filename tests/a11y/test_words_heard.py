"""Every text of the site before the rules of words; every rule before a fault that was planted for it."""

import re

import pytest

from a11y_tests.disagreements import BadEntry
from a11y_tests.words_heard import braille, speech
from a11y_tests.words_heard.allowed import Allowed, entry_of, load, unused
from a11y_tests.words_heard.figures import Found
from a11y_tests.words_heard.heard import Heard, filled, heard, without_addresses
from a11y_tests.words_heard.numbers import RULE as MARKS_RULE
from a11y_tests.words_heard.rules import NAMES, all_found, findings
from tests.support.sources import TEMPLATES

PLANTED: dict[str, tuple[str, ...]] = {
    "number-spaced": ("Цена: 12 400 рублей", "1\u00a0250\u202f000"),
    "number-comma": ("Вес 20,3 грамма",),
    "number-dash": ("5–7 дней", "10-15 дней", "20-30 килограммов", "18:00-19:00", "18:00 — 19:00"),
    "number-glued": ("Длина 5см", "Лист А4", "86н"),
    "date-in-digits": ("12.03.2026", "до 2026-03-12", "3/12/26"),
    "unit-shortened": ("Вес: 5 кг", "Цена: 5 руб.", "Длина: 5 м", "Weight: 5 kg", "тел. 112"),
    "words-shortened": ("трости, костыли и т. д.", "2026 г.", "Fruit, e.g. pears", "No. 5"),
    "sign-lost": ("Бюро № 4", "40 × 60", "от ≥ 5", "→ дальше", "5 ₽", "20 °"),
    "sign-unseen": ("пере\u00adнос", "ноль\u200bширины"),
    "sign-stress": ("за\u0301мок",),
    "sign-emoji": ("Спасибо 😀", "Готово ✅"),
    "sign-private": ("Цена \ue000 5",),
    "alphabets-mixed": ("Cтупня", "Mодуль"),
    "alphabet-foreign": ("Угол α большой",),
    "alphabet-doubtful": ("Модуль M для голени",),
    "yo-missing": ("Мы еще не проверили", "Учет средств", "Ребенок"),
    "capitals-unexplained": ("ВНИМАНИЕ: срок", "Карта ОМС", "See FAQ"),
    "abbreviation-opened": (
        "ТСР (технические средства реабилитации)",
        "Технические средства (ТСР)",
        "No SNILS (insurance number)",
    ),
    "sight-place": ("Смотрите список ниже.", "Нажмите кнопку справа.", "Press the button below.", "См. выше"),
    "sight-colour": ("Ошибки выделены красным.", "Errors are marked in red.", "Обязательное отмечено цветом"),
    "sight-picture": ("Нажмите на значок.", "Press the icon."),
    "speech-silent": ("Да ☼ нет",),
    "speech-foreign": ("Слово ѣ", "Угол Ω"),
    "braille-lost": ("Бюро № 5", "Слово ☼"),
}
"""Rule → texts in which it must find something."""
CLEAN = (
    "Цена: 2 тысячи 900 рублей",
    "с 9:00 до 18:00, 14 марта 2027 года, осталось 12 дней",
    "Код 6-02-02. Трость белая тактильная складная",
    "Телефон: +7-000-000-12-34",
    "Протез ниже колена, левая рука, опора справа от сиденья",
    "Заполните поля. Ниже колена протез не нужен.",
    "Красная трость. Отмечено в программе: трость белая.",
    "Высота стола и списка обязанностей не важна.",
    "Моя ИПРА и справка МСЭ",
    "Все изделия, чем больше, тем легче выбрать",
    "The cane is white, 115 centimetres long",
    "Моя программа — Ориентир",
)


@pytest.fixture(scope="module")
def site() -> list[tuple[Heard, Found]]:
    """What all rules find in all texts of the site."""
    return all_found(heard())


def everything(text: str) -> set[str]:
    """The rules that find something in a text, wherever it stands."""
    return {rule for _, (rule, _) in all_found([Heard(text, "planted", is_message=True, is_short=True)])}


def planted() -> list[tuple[str, str]]:
    return [(rule, text) for rule, texts in PLANTED.items() for text in texts]


def test_no_text_of_the_site_is_lost_on_the_ear_or_the_fingers(site: list[tuple[Heard, Found]]) -> None:
    assert len(heard()) > 2000
    assert [f"{each.rule} at {each.target}: {each.message}" for each in findings(site, load())] == []


def test_no_decision_has_lost_its_reason(site: list[tuple[Heard, Found]]) -> None:
    judged_here = [entry for entry in load() if entry.rule != MARKS_RULE]
    assert unused((found for _, found in site), judged_here) == []
    assert {entry.rule for entry in judged_here} <= NAMES


def test_each_rule_has_a_planted_fault() -> None:
    assert set(PLANTED) == NAMES


@pytest.mark.parametrize(("rule", "text"), planted())
def test_the_planted_fault_is_found(rule: str, text: str) -> None:
    assert rule in everything(text)


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_text_is_left_alone(text: str) -> None:
    assert everything(text) == set()


def test_places_on_the_body_and_colours_of_things_are_judged_in_messages_alone() -> None:
    touch = "Кнопка справа, чёрная; метка выделена красным."
    assert not {rule for _, (rule, _) in all_found([Heard(touch, "a maker's words")])}
    assert {"sight-place", "sight-colour"} <= everything(touch)


def test_an_abbreviation_may_be_opened_in_a_text() -> None:
    text = "ТСР (технические средства реабилитации)"
    assert all_found([Heard(text, "a paragraph")]) == []


def test_no_template_opens_abbreviations_in_a_tooltip() -> None:
    assert [path.name for path in TEMPLATES.rglob("*.html") if re.search(r"<abbr\b", path.read_text("utf-8"))] == []


def test_the_synthesizer_reads_both_alphabets_and_is_asked_in_one_go() -> None:
    assert all(speech.phonemes(("трость", "в", "5"), "ru").values())
    assert all(speech.phonemes(("cane",), "en").values())
    assert speech.losses(["трость cane", "☼"]) == {"☼": [("speech-silent", "☼")]}


def test_braille_is_compared_without_what_it_cannot_tell() -> None:
    lines = ["Ежевика 3: трость — «Ориентир», 5", "Ёж"]
    assert [braille.plain(line) for line in braille.there_and_back(lines)] == [braille.plain(line) for line in lines]
    assert braille.plain("Ёж") != braille.plain("Еж")
    assert braille.there_and_back([]) == []


def test_addresses_are_left_out_and_places_of_messages_filled() -> None:
    assert without_addresses("Почта: help@orientir.example, /aas/v2/ac") == "Почта:"
    assert filled("%(num)s день у %(name)s") == "5 день у образец"
    assert filled("100%% of %(name)s") == "100% of sample"


@pytest.mark.parametrize(
    "row",
    [
        {"rule": "yo-missing", "pattern": "еще", "reason": "short"},
        {"rule": "yo-missing", "pattern": ".*", "reason": "a reason that is long enough to be one"},
        {"rule": "yo-missing", "pattern": "еще"},
    ],
)
def test_a_decision_needs_a_reason_and_a_narrow_pattern(row: dict[str, str]) -> None:
    with pytest.raises(BadEntry):
        entry_of(row)


def test_a_decision_that_covers_nothing_is_named() -> None:
    entry = Allowed("yo-missing", re.compile("еще"), "a reason")
    assert unused([("yo-missing", "еще")], [entry]) == []
    assert unused([("yo-missing", "нее"), ("sight-place", "еще")], [entry]) == [entry]
