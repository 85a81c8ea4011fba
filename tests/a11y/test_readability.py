"""Readability: the counts are right, bad Russian is told from good, and no sentence of ours is long."""

import pytest

from a11y_tests.readability.messages import is_ours, messages
from a11y_tests.readability.pages import own_sentences, read, readings
from a11y_tests.readability.score import score, sentences, syllables, words
from a11y_tests.readability.section import hardest, sections
from a11y_tests.readability.signals import signals
from webapp.accompaniment.paper import PROVIDE

LONGEST = 15
"""Words of the longest sentence of ours (U§7)."""
LONGEST_FILLED = 20
"""The same on a page, where names and dates of the data stand in it."""
NAMES_OF_THE_LAW = {
    f"{box}: {PROVIDE}": "Order 363н, annex: a form is signed in its own words" for box in ("Отмечено", "Не отмечено")
}
"""A sentence of ours that may be longer → the name of the law that makes it so."""
OFFICIAL = (
    "Осуществление проведения мероприятий по предоставлению технических средств реабилитации производится "
    "учреждением, осуществляющим обеспечение граждан, признанных в установленном порядке нуждающимися."
)


def too_long(said: list[str], most: int = LONGEST) -> list[str]:
    return [sentence for sentence in said if len(words(sentence)) > most and sentence not in NAMES_OF_THE_LAW]


def test_no_sentence_of_ours_is_long() -> None:
    said = [sentence for message in messages() for sentence in sentences(message)]
    assert len(said) > 500
    assert too_long(said) == []


def test_no_sentence_of_ours_grows_long_on_a_page() -> None:
    found = readings()
    assert len(found) > 60
    assert {reading.page: reading.longest for reading in found if too_long([reading.longest], LONGEST_FILLED)} == {}


def test_a_long_sentence_is_found() -> None:
    assert too_long([OFFICIAL, "Подайте заявление."]) == [OFFICIAL]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Вы вышли. Войдите снова!", ["Вы вышли.", "Войдите снова!"]),
        ("Вы вошли как Ёлкина А. П. Это пример.", ["Вы вошли как Ёлкина А. П. Это пример."]),
        ("Цена 3.5 рубля", ["Цена 3.5 рубля"]),
        ("Найдено 23. 5 подходят.", ["Найдено 23.", "5 подходят."]),
        ("…", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_the_formula_is_oborneva_s() -> None:
    # «Мама мыла раму.»: 3 words, 6 syllables, so 206.835 − 1.3 · 3 − 60.1 · 2.
    assert score(["Мама мыла раму."]).ease == pytest.approx(82.735)
    assert [syllables(word) for word in ("страж", "ёлка", "реабилитация")] == [1, 2, 7]


def test_numbers_and_placeholders_are_words_without_syllables() -> None:
    counted = score(["Осталось %(days)s до 6-02-02."])
    assert (counted.words, counted.spelled, counted.syllables) == (4, 2, 4)


def test_an_official_text_is_told_from_a_plain_one() -> None:
    official, plain = score([OFFICIAL]), score(["Позвоните нам. Мы скажем, что делать дальше."])
    assert official.ease < 0 and official.long_share > 0.4
    assert plain.ease > 70 and plain.long_share == 0


def test_what_makes_a_sentence_official_is_named() -> None:
    found = signals(OFFICIAL)
    assert {"verbal nouns in a row", "several participles"} <= set(found)
    assert any(signal.startswith("office word") for signal in found)
    assert signals("Подайте заявление в отделение Социального фонда.") == []


def test_messages_are_known_again_on_a_page_and_data_are_not() -> None:
    assert is_ours("В программе средств и услуг: 6.")
    assert is_ours("Каталог открыт и без входа.")
    assert not is_ours("Делает вещи для незрячих и слабовидящих.")
    assert not is_ours("Вес: 260 граммов")


def test_only_the_main_part_of_a_page_is_read() -> None:
    tree = (
        'RootWebArea "x"\n  banner\n    StaticText "Каталог открыт и без входа."\n'
        '  main\n    heading "Вы не вошли"\n    paragraph\n      StaticText "Вы не вошли. Ничего не сохранено и не '
        'потеряно. Делает вещи для незрячих."\n  contentinfo\n    StaticText "Каталог открыт и без входа."\n'
    )
    assert own_sentences(tree) == (["Ничего не сохранено и не потеряно."], 1)
    assert read("x", tree).longest_words == 6


def test_the_report_tells_every_page_and_the_ten_hardest_texts() -> None:
    pages, texts = sections()
    assert len(pages.rows) == len(readings()) and len(texts.rows) == 10
    assert any(line.startswith("home. ease: ") for line in pages.text())
    assert hardest()[0][0] <= hardest()[-1][0]
