"""What a walk costs is measured by a synthesizer and a Braille table, not guessed; and it is kept whole."""

from pathlib import Path

import pytest

from a11y_tests.screen_reader import journey_file, record
from a11y_tests.screen_reader.heard import Heard
from a11y_tests.screen_reader.measures import PRACTISED_RATE, USUAL_RATE, braille_lines, measure, spoken_seconds
from a11y_tests.screen_reader.walk import Attempt

SHORT = "Цена: 742 рубля"
LONG = "Ежевика 3: тактильная трость складная (демо) ссылка заголовок уровень 2"


def test_more_words_take_longer_and_a_faster_voice_less_long() -> None:
    short, longer = spoken_seconds([SHORT], USUAL_RATE), spoken_seconds([SHORT, LONG], USUAL_RATE)
    assert 1 < short < 5
    assert longer > short + 2
    assert spoken_seconds([SHORT, LONG], PRACTISED_RATE) < longer


def test_what_is_not_said_costs_nothing() -> None:
    cost = measure(3, ())
    assert (cost.keys, cost.words, cost.seconds, cost.practised_seconds, cost.braille_lines) == (3, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        (("Цена",), 1),
        (("Цена", "Вес"), 2),
        (("а" * 40,), 1),
        (("а" * 41,), 2),
        # Words are kept whole: 25 and 25 cells do not share a line of 40.
        ((f"{'а' * 25} {'б' * 25}",), 2),
        # The sign for a number takes a cell of its own.
        ((f"{'а' * 37} 12",), 2),
    ],
)
def test_braille_lines_are_counted_in_cells(pieces: tuple[str, ...], lines: int) -> None:
    assert braille_lines(pieces) == lines


def test_words_are_those_of_all_pieces() -> None:
    assert measure(1, (SHORT, LONG)).words == 13


def test_a_record_says_what_was_walked_and_comes_back_as_it_was(tmp_path: Path) -> None:
    text = "путь: цена\nклавиш не больше 5\nслов не больше 9\nоткрыть: {site}/\nслышно: Дом\n"
    journey = journey_file.parse(text, "price", "price.journey")
    failed = Attempt([(journey.steps[0], Heard())], failure="price.journey:5: тишина")
    walked = Attempt([(journey.steps[0], Heard(("Дом", "Цена"), ("⠉", "⠑"), None, 0.25))], keys=2, words=2, late=1)
    kept = record.of(journey, "firefox", [failed, walked])
    assert record.write(kept, tmp_path).name == "price.firefox.json"
    assert record.read(tmp_path) == {("price", "firefox"): kept}
    assert (kept.failure, kept.retries, kept.late, kept.digest) == ("", 1, 1, journey.digest)
    assert (kept.measures.keys, kept.measures.words, kept.measures.braille_lines) == (2, 2, 2)
    assert kept.attempts[1].deeds == (record.Deed("открыть: {site}/", ("Дом", "Цена"), "⠑", 0.2),)
    assert kept.attempts[0].failure == "price.journey:5: тишина"


def test_another_text_of_a_journey_has_another_digest() -> None:
    text = "путь: цена\nклавиш не больше 5\nслов не больше 9\nоткрыть: {site}/\nслышно: Дом\n"
    first, second = (journey_file.parse(each, "price", "price.journey") for each in (text, text + "нажать: H\n"))
    assert first.digest != second.digest
