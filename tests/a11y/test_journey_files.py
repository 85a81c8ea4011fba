"""A journey's file is read as it is meant, and what is not understood is told with file and line."""

from pathlib import Path

import pytest

from a11y_tests.screen_reader import journey_file
from a11y_tests.screen_reader.journey_file import JourneyUnclear

JOURNEYS = sorted(Path(journey_file.__file__).parent.glob("journeys/*.journey"))
WHOLE = """\
# что это за путь
путь: поиск трости
клавиш не больше 5
слов не больше 50
слов не больше 60, потому что у списка появилось число
обязательно: цена выдумана

открыть: {site}/search
слышно: Поиск — Ориентир
нажать: Tab, Shift+H enter
не слышно: Ошибка
назад
строками до: Цена: 5 рублей
на дисплее: Цена
слышно: рубл…
"""


def wrong(old: str, new: str) -> str:
    """What is said of the journey when one part of it is written otherwise."""
    assert old in WHOLE
    with pytest.raises(JourneyUnclear) as caught:
        journey_file.parse(WHOLE.replace(old, new), "cane", "cane.journey")
    return str(caught.value)


def test_a_journey_is_read_whole() -> None:
    journey = journey_file.parse(WHOLE, "cane", "cane.journey")
    assert (journey.name, journey.title, journey.keys, journey.words) == ("cane", "поиск трости", 5, 60)
    assert [(must.line, must.phrase) for must in journey.must] == [(6, "цена выдумана")]
    assert [str(step) for step in journey.steps] == [
        "открыть: {site}/search",
        "нажать: Tab, Shift+H enter",
        "назад",
        "строками до: Цена: 5 рублей",
    ]
    assert [[(each.line, each.kind, each.phrase) for each in step.expected] for step in journey.steps] == [
        [(9, "слышно", "Поиск — Ориентир")],
        [(11, "не слышно", "Ошибка")],
        [],
        [(14, "на дисплее", "Цена"), (15, "слышно", "рубл…")],
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("назад", "назат", "cane.journey:12: непонятно слово «назат»; понятны: "),
        ("назад", "назад: к поиску", "cane.journey:12: после «назад» ничего не пишут"),
        ("Tab, Shift+H enter", "Tab Таб", "cane.journey:10: неизвестная клавиша «Таб»; известны: tab, enter"),
        ("Tab, Shift+H enter", "", "cane.journey:10: после «нажать:» ничего нет"),
        ("назад", "ждать: долго", "cane.journey:12: «ждать» — это секунды, не больше 10"),
        ("назад", "ждать: 60", "cane.journey:12: «ждать» — это секунды, не больше 10"),
        ("{site}", "{cite}", "cane.journey:8: неизвестное место {cite}; известны: {site}, {sandbox}"),
        ("{site}/", "{site/", "cane.journey:8: неизвестное место {site"),
        ("{site}/search", "/search", "cane.journey:8: адрес начинается с {site} или {sandbox}"),
        ("открыть: {site}/search\n", "", "cane.journey:8: «слышно» раньше первого действия"),
        ("открыть: {site}/search\nслышно: Поиск — Ориентир\n", "", "cane.journey:8: путь начинается со строки «откр"),
        ("назад", "путь: другой", "cane.journey:12: «путь» пишут в начале, до первого действия"),
        ("назад", "клавиш не больше 9", "cane.journey:12: «клавиш не больше» пишут в начале"),
        ("назад", "обязательно: цена", "cane.journey:12: «обязательно» пишут в начале"),
        ("назад", "впервые: Иванов", "cane.journey:12: «впервые» пишут в начале"),
        ("# что это за путь", "путь: другой", "cane.journey:2: «путь» уже есть"),
        (
            "60, потому что у списка появилось число",
            "60",
            "cane.journey:5: слов: стало больше, чем 50; допишите «, пот",
        ),
        ("60, потому что", "40, потому что", "cane.journey:5: слов: было 50, новая строка пишется, только если стало"),
        ("клавиш не больше 5", "клавиш не больше пяти", "cane.journey:3: непонятно слово «клавиш не больше пяти»"),
        ("клавиш не больше 5\n", "", "cane.journey: нет строки «клавиш не больше …»"),
        ("путь: поиск трости\n", "", "cane.journey: нет строки «путь: …»"),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(old: str, new: str, told: str) -> None:
    assert wrong(old, new).startswith(told)


def test_a_journey_says_whom_the_site_does_not_know_yet() -> None:
    journey = journey_file.parse(f"впервые: Иванов Иван\n{WHOLE}", "cane", "cane.journey")
    assert journey.newcomers == ("Иванов Иван",)


def test_a_journey_that_listens_to_nothing_proves_nothing() -> None:
    silent = "".join(line for line in WHOLE.splitlines(keepends=True) if not line.startswith("слышно"))
    with pytest.raises(JourneyUnclear, match=r"нет строки «слышно: …»"):
        journey_file.parse(silent, "cane", "cane.journey")


def test_an_empty_file_is_no_journey() -> None:
    with pytest.raises(JourneyUnclear, match=r"cane\.journey: нет строки"):
        journey_file.parse("\n# ничего\n", "cane", "cane.journey")


def test_every_journey_of_the_project_is_understood() -> None:
    read = [journey_file.load(path) for path in JOURNEYS]
    assert len(read) >= 3
    assert len({journey.title for journey in read}) == len(read)
