"""A question taken apart, other keyboards, spelling: no database."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webapp.catalogue.asking import keyboard, question, spelling
from webapp.catalogue.asking.sums import Sum

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


def words(text: str) -> list[str]:
    return [word.text for word in question.taken_apart(text).words]


def unwanted(text: str) -> list[list[str]]:
    return [[word.text for word in group] for group in question.taken_apart(text).unwanted]


@pytest.mark.parametrize(
    ("text", "left", "without"),
    [
        ("трость без устройства противоскольжения", ["трость", "противоскольжения"], [["устройства"]]),
        ("коляска без электрического привода складная", ["коляска", "складная"], [["электрического", "привода"]]),
        ("не складная трость", ["трость"], [["складная"]]),
        ("коляска не для улицы", ["коляска"], [["улицы"]]),
        ("трость без", ["трость"], []),
        ("не", [], []),
        ("Кресло-коляска, «лёгкая»!", ["кресло-коляска", "легкая"], []),
    ],
)
def test_what_is_not_wanted_is_known(text: str, left: list[str], without: list[list[str]]) -> None:
    assert (words(text), unwanted(text)) == (left, without)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("трость 90 см", (("90", "см", ""),)),
        ("трость 90см складная", (("90", "см", ""),)),
        ("коляска сто двадцать килограммов", (("120", "килограммов", ""),)),
        ("подушка 2,5 см", (("2,5", "см", ""),)),
        ("подушка 2.5см", (("2.5", "см", ""),)),
        ("трость от 90 см", (("90", "см", "least"),)),
        ("трость не больше 90 см", (("90", "см", "most"),)),
        ("трость от 90 до 100 см", (("100", "см", "most"), ("90", "см", "least"))),
        ("трость не 90 см", (("90", "см", ""),)),
        ("трость 90 рублей", ()),
        ("Ладья 12", ()),
        ("кресло для двух рук", ()),
    ],
)
def test_a_number_with_its_unit_is_a_measure(text: str, measures: tuple[tuple[str, ...], ...]) -> None:
    assert question.taken_apart(text).measures == measures


@pytest.mark.parametrize(
    ("text", "left", "money"),
    [
        ("коляска до 20000 рублей", ["коляска"], Sum("20000 рублей", 20_000_00)),
        ("коляска 20 000 руб. складная", ["коляска", "складная"], Sum("20 000 руб", 20_000_00)),
        ("коляска до двадцати тысяч рублей", ["коляска"], Sum("двадцати тысяч рублей", 20_000_00)),
        ("трость дешевле 500₽", ["трость"], Sum("500 ₽", 500_00)),
        ("трость не дороже 99,50 рублей", ["трость"], Sum("99,50 рублей", 99_50)),
        ("коляска до 20000", ["коляска"], Sum("20000", 20_000_00)),
        ("трость до двадцати тысяч складная", ["трость", "складная"], Sum("двадцати тысяч", 20_000_00)),
        ("трость дороже 1500", ["трость"], Sum("1500", 1500_00, is_least=True)),
        ("трость от 20 тыс. руб", ["трость"], Sum("20 тыс. руб", 20_000_00, is_least=True)),
    ],
)
def test_money_is_neither_a_size_nor_a_word(text: str, left: list[str], money: Sum) -> None:
    assert (words(text), question.taken_apart(text).sums) == (left, (money,))


def test_a_sum_is_what_a_filter_reads() -> None:
    assert [Sum("", 99_50).price, Sum("", 500_00, is_least=True).price] == ["-99.50", "500-"]
    for no_sum in ("рублей за трость", "трость до 120", "мешок до 2000 мл", "артикул 20000", "трость не 20000"):
        assert question.taken_apart(no_sum).sums == ()
    assert [one.price for one in question.taken_apart("от 1000 до 20000").sums] == ["1000-", "-20000"]
    between = question.taken_apart("трость от 100 до 500 рублей")
    assert [(one.said, one.price) for one in between.sums] == [("100", "100-"), ("500 рублей", "-500")]
    assert [word.text for word in between.words] == ["трость"]


def test_a_name_says_what_it_has_and_what_it_is_without() -> None:
    has, lacks = question.in_name("Трость опорная, не регулируемая по высоте, без устройства противоскольжения")
    assert {"трость", "высоте", "противоскольжения"} <= set(has)
    assert lacks == ["регулируемая", "устройства"]


@given(text=some.text(alphabet=LETTERS, min_size=1, max_size=30))
def test_the_russian_keys_come_back(text: str) -> None:
    typed = text.translate(str.maketrans("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."))
    assert keyboard.in_russian(typed) in (text, "")
    assert keyboard.in_russian(text) == ""


def test_look_alikes_are_only_whole_words() -> None:
    assert keyboard.look_alike("Cyxap") == "сухар"
    assert keyboard.look_alike("cane") == ""
    assert keyboard.in_latin("цруудсрфшк") == "wheelchair"
    assert keyboard.in_latin("коляскаж") == ""


def test_so_many_errors_are_forgiven() -> None:
    assert [spelling.errors_in(word) for word in ("кот", "трос", "костыл", "коляска", "ab12", "12345678")] == [
        0,
        1,
        1,
        2,
        0,
        0,
    ]


def test_the_nearest_word_comes_first() -> None:
    near = spelling.near("каляска", lambda _word, _most: (), ["коляска", "каляка", "колба", "каска"])
    assert near[:2] == ["каляка", "коляска"]
    assert "колба" not in near
    assert spelling.near("123", lambda _word, _most: [("124", 1)], ()) == []


@given(text=some.text(max_size=300))
def test_any_text_is_a_question(text: str) -> None:
    asked = question.taken_apart(text)
    assert len(asked.words) <= question.MOST_WORDS
    assert all("ё" not in word.text and " " not in word.text for word in asked.words)
    assert not {word.text for word in asked.words} & question.SERVICE
