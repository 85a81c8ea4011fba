"""The main ways in a real text browser, by keys alone: each ends at its answer, within so many keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_tests.people import make_new
from a11y_tests.serving import serve
from a11y_tests.text_browser.lynx import ENTER, TAB, TOP, Lost, Lynx
from a11y_tests.text_browser.terminal import ROWS, Screen
from a11y_tests.text_browser.transcript import write

pytestmark = pytest.mark.browser

FIELD = "____"
SKIP = "Перейти к содержанию"
KEYS = {"search and keep": 45, "sign in, next step": 32, "programme": 34, "help": 8}
"""The most keys of each way, letters counted: what it took, and two more. A product's page says first what one pays."""


@pytest.fixture
def lynx(tmp_path: Path) -> Iterator[Lynx]:
    with Lynx(tmp_path / "lynx") as started:
        yield started


@pytest.fixture
def telling(tmp_path: Path) -> Iterator[Lynx]:
    """Lynx that tells where it comes from, as the sandbox's pages want it. Our own pages must not."""
    with Lynx(tmp_path / "lynx", tells_origin=True) as started:
        yield started


def is_within(way: str, walked: Lynx) -> bool:
    """Keep the transcript first: a way that grew too long must be read."""
    write(way, walked)
    return walked.keys <= KEYS[way]


def to_content(lynx: Lynx) -> None:
    """By the link that stands first on every page."""
    lynx.reach(SKIP)
    lynx.press(ENTER)


def sign_in(lynx: Lynx, site: str, page: str) -> None:
    """For the first time: the site asks for consent."""
    make_new(site, "Воронцова Анна Сергеевна")
    lynx.open(f"{site}{page}")
    lynx.go("Войти через Госуслуги")
    lynx.go("Войти: Воронцова")
    lynx.go("Разрешить")
    to_content(lynx)
    lynx.go("Прочитать и дать согласие")
    to_content(lynx)
    lynx.go("Даю согласие")


def test_a_product_is_found_and_kept(lynx: Lynx, site: str) -> None:
    lynx.open(f"{site}/")
    lynx.reach(FIELD)
    lynx.type("тонометр")
    lynx.press(TAB)
    lynx.go("Найти")
    assert "«тонометр»: найдено 23" in lynx.text()
    to_content(lynx)
    lynx.go("Арка 7: говорящий тонометр")
    to_content(lynx)
    assert "Рекомендованная цена: 3 тысячи 120 рублей" in lynx.text()
    lynx.go("Добавить в избранное: Арка 7")
    assert "В избранном: Арка 7" in lynx.text()
    lynx.press(TOP)
    lynx.go("Избранное")
    assert "Избранное: 1 изделие" in lynx.text()
    lynx.go("Убрать из избранного: Арка 7")
    assert "Убрано: Арка 7" in lynx.text()
    lynx.go("Вернуть: Арка 7")
    assert "Возвращено: Арка 7" in lynx.text()
    assert is_within("search and keep", lynx), lynx.keys


def test_a_person_signs_in_and_hears_the_next_step(telling: Lynx, site: str) -> None:
    sign_in(telling, site, "/sign-in")
    assert "Ждут вашего действия: 3" in telling.text()
    to_content(telling)
    telling.go("Трость белая тактильная складная")
    assert "Можно подать заявление Что дальше: подайте заявление" in telling.text().replace(" * ", " ")
    to_content(telling)
    telling.go("Выбрать: трость белая")
    assert "Код 6-02-02. Трость белая тактильная складная" in telling.text()
    assert is_within("sign in, next step", telling), telling.keys


def test_the_programme_is_read_as_a_document(telling: Lynx, site: str) -> None:
    sign_in(telling, site, "/sign-in?next=/my/programme")
    assert "Программа реабилитации" in telling.text()
    while "next page" in telling.text():
        telling.read_on()
    shown = " ".join(" ".join(telling.screens).split()).lower()
    assert "тонометр" in shown
    assert is_within("programme", telling), telling.keys


def test_settings_and_reports_can_be_sent(lynx: Lynx, site: str) -> None:
    lynx.open(f"{site}/help")
    lynx.go("Настройки чтения")
    lynx.go("Сохранить настройки")
    assert "Сохранено: обычный вид" in lynx.text()
    lynx.go("Сообщить о препятствии")
    lynx.go("Отправить сообщение")
    assert "Исправьте 1 ошибку * напишите, что помешало" in lynx.text()


def test_help_is_one_link_away(lynx: Lynx, site: str) -> None:
    lynx.open(f"{site}/")
    lynx.go("Помощь")
    for words in ("Телефон: +7-000-000-01-00", "Электронная почта: help@orientir.example", "с 9:00 до 18:00 по Москве"):
        assert words in lynx.text()
    assert is_within("help", lynx), lynx.keys


def test_what_is_not_on_the_page_is_not_found(lynx: Lynx, faults_address: str) -> None:
    lynx.open(f"{faults_address}headings.html")
    with pytest.raises(Lost, match="no «Заказать»"):
        lynx.reach("Заказать")


def test_a_page_that_needs_script_is_empty_here(lynx: Lynx, tmp_path: Path) -> None:
    page = "<!doctype html><title>x</title><meta charset='utf-8'><h1 id='h'></h1><script>h.textContent='Цена'</script>"
    (tmp_path / "script.html").write_text(page, encoding="utf-8")
    with serve(tmp_path) as address:
        lynx.open(f"{address}script.html")
        assert "Цена" not in lynx.text()


def test_a_transcript_tells_screens_and_keys(lynx: Lynx, faults_address: str, tmp_path: Path) -> None:
    lynx.open(f"{faults_address}clean.html")
    lynx.read_on()
    told = write("way", lynx, tmp_path / "kept").read_text(encoding="utf-8")
    assert "клавиш: 1\nэкранов: 2" in told and "[Пробел]" in told


def test_the_terminal_obeys() -> None:
    screen = Screen()
    screen.feed("\x1bH\x1bJабв\x1bY\x21\x22где".encode()[:-1])
    assert screen.lines()[:2] == ["абв", "  гд"] and (screen.row, screen.column) == (1, 4)
    screen.feed("е".encode()[-1:] + b"\b\b\x1bK\x1bY\x37\x20z\r\n")
    assert screen.lines()[0] == "  г" and screen.lines()[ROWS - 2] == "z"
    screen.feed(b"\x1bH\x1bItop\x1bB\x1bD!")
    assert screen.lines()[:2] == ["top", "  !"]
