"""A walk is judged by what was heard: here the screen reader is a script of words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest

from a11y_tests.screen_reader import journey_file, transcript
from a11y_tests.screen_reader.heard import Heard
from a11y_tests.screen_reader.journey import Journey
from a11y_tests.screen_reader.session import Session
from a11y_tests.screen_reader.walk import Attempt, NobodyServes, attempts

PLACES = {"site": "http://127.0.0.1:1"}


class Scripted:
    """In place of a session: each key is answered with the next words of a script, then with silence."""

    def __init__(self, *answers: str) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.deeds: list[str] = []
        self.counts = True

    def _answer(self, deed: str) -> Heard:
        self.deeds.append(deed)
        said = next(self._answers, "")
        return Heard((said,), (f"⠿{said}",)) if said else Heard()

    def open(self, address: str) -> Heard:
        return self._answer(address)

    def press(self, key: str) -> Heard:
        return self._answer(key)

    def type(self, text: str) -> Heard:
        return self._answer(text)

    def listen(self, _seconds: float) -> Heard:
        return self._answer("listens")

    def braille(self, text: str) -> str:
        return f"⠿{text}"

    @contextmanager
    def person(self) -> Iterator[None]:
        self.deeds.append("comes")
        yield
        self.deeds.append("leaves")


def journey(body: str, keys: int = 9, words: int = 99, must: str = "") -> Journey:
    head = f"путь: испытание\nклавиш не больше {keys}\nслов не больше {words}\n"
    return journey_file.parse(f"{head}{must}\nоткрыть: {{site}}/\n{body}", "trial", "trial.journey")


def walked(body: Journey, *answers: str, most: int = 1) -> tuple[list[Attempt], list[str]]:
    session = Scripted(*answers)
    return attempts(body, cast(Session, session), PLACES, most), session.deeds


def test_a_way_is_walked_deed_by_deed() -> None:
    way = journey("слышно: Дом\nпечатать: трость\nнажать: Tab Enter\nслышно: Найти\nслышно: Итог\nназад\n")
    (attempt,), deeds = walked(way, "Дом", "", "Найти кнопка", "Итог", "Дом")
    assert attempt.failure == ""
    assert (attempt.keys, attempt.words) == (4, 5)
    assert deeds == ["comes", "http://127.0.0.1:1/", "трость", "Tab", "Return", "alt+Left", "leaves"]


def test_what_is_not_heard_stops_the_walk_with_its_line_and_what_was_heard() -> None:
    (attempt,), deeds = walked(journey("нажать: H\nслышно: Цена\nнажать: K\n"), "Дом", "Заголовок")
    assert attempt.failure == "trial.journey:7: после «нажать: H» не слышно «Цена». Слышно: Заголовок"
    assert "k" not in deeds


def test_what_comes_late_counts_and_is_noted() -> None:
    way = journey("нажать: Enter\nслышно: Готово\n")
    (attempt,), _ = walked(way, "Дом", "", "Готово")
    assert (attempt.failure, attempt.late) == ("", 1)
    assert "Дослушивать пришлось: 1." in transcript.told(way, [attempt])


def test_a_second_attempt_is_made_by_a_new_person_and_noted() -> None:
    way = journey("нажать: H\nслышно: Цена\n")
    made, deeds = walked(way, "Дом", "Не то", "", "Дом", "Цена", most=2)
    assert [attempt.failure == "" for attempt in made] == [False, True]
    assert deeds.count("comes") == deeds.count("leaves") == 2
    told = transcript.told(way, made)
    assert "Попытка 1: не пройдено: trial.journey:7" in told and "Повторная попытка 2: пройдено. Клавиш 1 из 9" in told


def test_a_walk_that_went_well_is_not_repeated() -> None:
    made, _ = walked(journey("слышно: Дом\n"), "Дом", "Дом", most=2)
    assert len(made) == 1


def test_a_person_goes_on_until_the_words_are_heard() -> None:
    way = journey("заголовками до: Цена\nслышно: Вес\nслышно: Цена\n")
    (attempt,), deeds = walked(way, "Дом", "Вес", "Цена: 5", "дальше")
    assert attempt.failure == ""
    assert deeds.count("h") == 2


def test_a_person_stops_after_one_round_of_the_page() -> None:
    around = "Продолжение с начала"
    (attempt,), deeds = walked(journey("ссылками до: Цена\nслышно: Цена\n"), "Дом", "Вес", around, "Вес", around, "Вес")
    assert attempt.failure.startswith("trial.journey:6: «ссылками до: Цена»: не слышно.")
    assert deeds.count("k") == 4


def test_what_must_not_be_heard_and_what_must_be_shown() -> None:
    (attempt,), _ = walked(journey("слышно: Дом\nне слышно: Ошибка\n"), "Ошибка: Дом")
    assert attempt.failure == "trial.journey:7: после «открыть: {site}/» слышно «Ошибка». Слышно: Ошибка: Дом"
    (attempt,), _ = walked(journey("слышно: Дом\nна дисплее: Дом\n"), "Дом 5")
    assert attempt.failure == ""
    (attempt,), _ = walked(journey("слышно: Дом\nна дисплее: Дом\n"), "Наш дом")
    assert "на дисплее нет «Дом»" in attempt.failure


def test_safety_needs_its_words_anywhere_on_the_way() -> None:
    way = journey("нажать: H\nслышно: Цена\n", must="обязательно: цена выдумана")
    assert walked(way, "Дом", "Цена выдумана.")[0][0].failure == ""
    assert walked(way, "Цена выдумана.", "Цена")[0][0].failure == ""
    assert walked(way, "Дом", "Цена")[0][0].failure == (
        "trial.journey:4: за весь путь не слышно обязательное «цена выдумана»"
    )


def test_a_longer_way_than_allowed_is_a_fault_and_its_cure_is_told() -> None:
    body = "нажать: H H\nслышно: Цена\n"
    keys = walked(journey(body, keys=1), "Дом", "Вес", "Цена")[0][0].failure
    words = walked(journey(body, words=2), "Дом", "Вес", "Цена")[0][0].failure
    assert keys.startswith("trial.journey: клавиш 2, можно не больше 1. Если так и нужно")
    assert words.startswith("trial.journey: слов 3, можно не больше 2. Если так и нужно")


def test_budgets_are_not_judged_in_another_browser() -> None:
    session = Scripted("Дом", "Вес", "Цена")
    session.counts = False
    (attempt,) = attempts(journey("нажать: H H\nслышно: Цена\n", 1, 1), cast(Session, session), PLACES)
    assert (attempt.failure, attempt.keys, attempt.words) == ("", 2, 3)


def test_a_place_without_an_address_is_told() -> None:
    way = journey("слышно: Дом\nоткрыть: {sandbox}/\n")
    with pytest.raises(NobodyServes, match="sandbox"):
        walked(way, "Дом")


def test_a_transcript_tells_words_silence_and_the_braille_line(tmp_path: Path) -> None:
    way = journey("слышно: Дом\nждать: 1\n")
    made, _ = walked(way, "Дом")
    written = transcript.write(way, "firefox", made, tmp_path / "journeys").read_text(encoding="utf-8")
    assert written == (
        "испытание\n\nПопытка 1: пройдено. Клавиш 0 из 9, слов 1 из 99.\n\n"
        "открыть: {site}/  (0.0 с)\n    Дом\n    ⠿Дом\n\nждать: 1  (0.0 с)\n    (тишина)\n"
    )
