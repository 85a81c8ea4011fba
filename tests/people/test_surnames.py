"""Surnames in the accusative, as titles say for whom one acts."""

import pytest

from webapp.people.surnames import accusative, gender_by_patronymic, with_initials

DECLINED = """
M Белов Белова, M Зимин Зимина, M Достоевский Достоевского, M Толстой Толстого, M Горький Горького, M Донской Донского
M Белый Белого, M Рабочий Рабочего, M Мицкевич Мицкевича, M Ким Кима, M Гоголь Гоголя, M Палей Палея, M Бубенец Бубенца
M Галушка Галушку, M Гамалия Гамалию, M Салтыков-Щедрин Салтыкова-Щедрина, M Шевченко Шевченко, M Черных Черных
M Дюма Дюма, M Гулиа Гулиа, M Живаго Живаго
F Белова Белову, F Достоевская Достоевскую, F Толстая Толстую, F Белая Белую, F Галушка Галушку, F Мицкевич Мицкевич
F Ким Ким, F Коваль Коваль, F Саакян Саакян, F Шевченко Шевченко, F Черных Черных, F Петрова-Водкина Петрову-Водкину
"""
ROWS = [row.split() for row in DECLINED.replace("\n", ",").split(",") if row.strip()]


@pytest.mark.parametrize(("gender", "surname", "wanted"), ROWS, ids=[" ".join(row[:2]) for row in ROWS])
def test_a_surname_is_declined_or_left_alone(gender: str, surname: str, wanted: str) -> None:
    assert accusative(surname, gender) == wanted


def test_an_unknown_gender_leaves_a_surname_of_a_consonant_alone() -> None:
    assert accusative("Мицкевич", "") == "Мицкевич"
    assert accusative("Белова", "") == "Белову"


@pytest.mark.parametrize(("name", "gender"), [("Артёмович", "M"), ("Игоревна", "F"), ("Ильинична", "F"), ("", "")])
def test_a_patronymic_tells_the_gender(name: str, gender: str) -> None:
    assert gender_by_patronymic(name) == gender


def test_initials_are_those_that_are_known() -> None:
    assert with_initials("Белова", {"first_name": "Анна", "middle_name": "Петровна"}) == "Белова А. П."
    assert with_initials("Ким", {"first_name": "Инна", "middle_name": ""}) == "Ким И."
