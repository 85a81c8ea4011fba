"""Every field's bad input: a clear error, nothing lost, and the draft keeps what was typed."""

import pytest

from tests.applications.filing import Answers, answered, begun, entitled
from tests.support.registers import Stage
from tests.support.staged import site, stage

__all__ = ("site", "stage")
ADDRESS: dict[str, str] = {"Место жительства": "", "Регион": "Тверская область", "Город": "Тверь", "Дом": "5"}
PAPER: dict[str, str] = {"Паспорт": "", "Кто выдал": "ОВД", "День": "1", "Месяц": "марта", "Год": "2020"}
WHOLE = PAPER | {"Серия и номер": "0000 000601"}
BAD = [
    ("О чём вы просите?", {}, "выберите, о чём вы просите"),
    ("Чью помощь прекратить?", {}, "выберите, кого касается заявление"),
    ("Кому заявление?", {"Кому заявление?": " "}, "напишите полное название организации"),
    ("Кому заявление?", {"Кому заявление?": "Б" * 301}, "сократите ответ"),
    ("Напишите адрес", ADDRESS | {"Почтовый индекс": ""}, "введите почтовый индекс"),
    ("Напишите адрес", ADDRESS | {"Почтовый индекс": "17000"}, "введите шесть цифр почтового индекса"),
    ("Напишите адрес", {"Почтовый индекс": "170000"}, "выберите, что это за адрес"),
    ("Каким документом подтвердить личность?", {}, "выберите документ"),
    ("Каким документом подтвердить личность?", PAPER | {"Серия и номер": "без номера"}, "в нём есть цифры"),
    ("Каким документом подтвердить личность?", WHOLE | {"Год": "1960"}, "раньше дня рождения"),
    ("Каким документом подтвердить личность?", WHOLE | {"Год": "2030"}, "ещё не наступила"),
    ("Каким документом подтвердить личность?", WHOLE | {"День": "31", "Месяц": "июня"},
     "в этом месяце нет такого дня"),
    ("Каким документом подтвердить личность?", WHOLE | {"Год": "1990"}, "с четырнадцати лет"),
    ("Каким документом подтвердить личность?", WHOLE | {"Название": "Военный билет"},
     "сотрите название"),
    ("Каким документом подтвердить личность?", PAPER | {"Серия и номер": "7"}, "десять цифр паспорта"),
    ("Каким документом подтвердить личность?", {"Другой документ": "", "Серия и номер": "1"}, "что это за документ"),
    ("В каком городе или посёлке выдан документ?", {"В каком городе": ""}, "напишите город или посёлок"),
    ("Телефон и почта для ответа", {"Мобильный": "12"}, "от 5 до 15 цифр"),
    ("Телефон и почта для ответа", {"Домашний": "нет телефона"}, "от 5 до 15 цифр"),
    ("Телефон и почта для ответа", {"Электронная почта": "anna.example"}, "в нём есть знак @"),
    ("Согласны ли вы на обработку данных из заявления?", {}, "отметьте согласие"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "typed", "said"), BAD)
def test_a_bad_answer_is_refused_in_words_and_kept(stage: Stage, heading: str, typed: Answers, said: str) -> None:
    page = answered(begun(entitled(stage)), until=heading)
    refused = page.submit(typed, "Продолжить")
    assert refused.status == 422 and refused.h1 == heading
    assert refused.title.startswith("Ошибка: ")
    assert said in refused.main
    again = refused.reopened()
    for label, text in typed.items():
        if text.strip() and label not in {"День", "Месяц", "Год"}:
            assert again.value(label) == text


@pytest.mark.parametrize(
    ("label", "typed", "shown"),
    [
        ("Мобильный", "восемь девятьсот ноль ноль ноль ноль ноль ноль шесть ноль один", ""),
        ("Мобильный", "8 (000) 000-06-01", "+7-000-000-06-01"),
        ("Мобильный", "+7 000 000 06 01", "+7-000-000-06-01"),
        ("Электронная почта", "anna собака people точка example", "anna@people.example"),
        ("Электронная почта", " anna@people.example. ", "anna@people.example"),
    ],
)
def test_what_is_dictated_is_understood(stage: Stage, label: str, typed: str, shown: str) -> None:
    heading = "Телефон и почта для ответа"
    page = answered(begun(entitled(stage)), until=heading).submit({label: typed}, "Продолжить")
    assert page.h1 != heading
    assert shown in answered(page).main
