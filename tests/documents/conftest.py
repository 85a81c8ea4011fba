"""A document with a block of every sort, and a site that speaks Russian for its forms."""

import pytest
from flask import Flask

from webapp.documents.tree import Document, Facts, Heading, Items, Line, Table, Text, Ticks


@pytest.fixture
def document(speaking: Flask) -> Document:
    """All blocks, with what forms may lose: long numbers, an e-mail address, a cell that looks like a formula."""
    return Document(
        "Заявление о сопровождении",
        "application",
        (
            Heading("Прошу"),
            Ticks((("предоставить сопровождение", True), ("прекратить сопровождение", False))),
            Text("Ответьте мне письмом. Сумма 12 400 рублей."),
            Heading("Сведения о заявителе", 3),
            Facts(
                (
                    ("Фамилия, имя, отчество", "Воронцова Анна Сергеевна"),
                    ("СНИЛС", "000-000-601 01"),
                    ("Телефон", "+7-000-000-06-01"),
                    ("Электронная почта", "anna@people.example"),
                )
            ),
            Items(("Позвоните", "Приезжайте"), is_ordered=True),
            Items(("Трость", "Тонометр")),
            Table("Средства", ("Изделие", "Число"), (("Трость белая", "1"), ("=1+1", "2"))),
            Line("Подпись заявителя", (("Фамилия, имя, отчество", "Воронцова Анна Сергеевна"),)),
        ),
    )
