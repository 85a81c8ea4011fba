"""What counts as the same words, and what counts as heard."""

import pytest

from a11y_tests.screen_reader.heard import Heard, missing, normal
from a11y_tests.screen_reader.keys import UnknownKey, x_names


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("  Цена:\u00a03200  рублей. ", "Цена: 3200 рублей"),
        ("• Введите номер ссылка.", "Введите номер ссылка"),
        ("•", ""),
        ("Код 6-02-02. Трость.", "Код 6-02-02. Трость"),
        ("Загрузка…", "Загрузка"),
    ],
)
def test_what_differs_between_two_runs_is_left_out(said: str, plain: str) -> None:
    assert normal(said) == plain


@pytest.mark.parametrize(
    ("phrases", "lost"),
    [
        (("найдено 23",), None),
        (("НАЙДЕНО 23 — ориентир.",), None),
        (("найдено 2",), "найдено 2"),
        (("айдено 23",), "айдено 23"),
        (("найдено 23", "Цена: 742 рубля"), None),
        (("Цена: 742 рубля", "найдено 23"), "найдено 23"),
        (("Цена", "Цена"), "Цена"),
        (("Цена: … рубля",), None),
        (("Цена: … руб…",), None),
        (("найдено … рубля",), "найдено … рубля"),
        (("такой страницы нет. Попробуйте поиск",), None),
        (("страницы нет попробуйте",), None),
        (("сад (демо)",), None),
        ((), None),
    ],
)
def test_phrases_are_heard_whole_and_in_their_order(phrases: tuple[str, ...], lost: str | None) -> None:
    pieces = (
        "«трость»: найдено 23 — Ориентир",
        "Цена: 742 рубля",
        "такой страницы нет",
        "Попробуйте поиск",
        "сад (демо)",
    )
    assert missing(phrases, pieces) == lost


def test_what_was_heard_adds_up() -> None:
    first, later = Heard((), ("⠁",), None, 0.5), Heard(("Поиск запись", "Режим фокуса"), (), 0.25, 0.25)
    both = first + later
    assert both == Heard(("Поиск запись", "Режим фокуса"), ("⠁",))
    assert (both.words, both.first, both.seconds) == (4, 0.25, 0.75)
    assert both.has("режим фокуса") and not both.has("режим чтения")


def test_keys_are_named_as_people_name_them() -> None:
    assert x_names("h, Shift+H  Enter Пробел вниз Orca+Tab Alt+Влево F6 1") == (
        "h",
        "shift+h",
        "Return",
        "space",
        "Down",
        "orca+Tab",
        "alt+Left",
        "F6",
        "1",
    )


@pytest.mark.parametrize("key", ["Ентер", "ф", "Win+R", "Shift+", "hh", ";"])
def test_a_key_that_does_not_exist_is_told(key: str) -> None:
    with pytest.raises(UnknownKey, match="неизвестная клавиша"):
        x_names(key)
