"""The staff's commands: who waits, what was said, the answer; what cannot be done ends with 2 and says why."""

from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from tests.obstacles.reporting import number_of, report
from tests.support.processes import free_port
from tests.support.sites import DATA_KEY, KEY, SiteMaker
from tests.support.strict_client import visitor
from webapp.cli.commands import commands
from webapp.core.clock import SHIFT_FILE

DAY = 24 * 60 * 60


@pytest.fixture
def site(site_of: SiteMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """A site, and the commands in its environment."""
    environment = {"ENV": "test", "DATA_DIR": str(tmp_path), "SECRET_KEYS": KEY, "DATA_KEYS": DATA_KEY}
    for name, value in (environment | {"SANDBOX_PORT": str(free_port())}).items():
        monkeypatch.setenv(f"ORIENTIR_{name}", value)
    return site_of(data_keys=DATA_KEY)


def run(*words: str, said: str = "") -> Result:
    return CliRunner().invoke(commands, ["obstacles", *words], input=said)


def told(app: Flask, text: str, contact: str = "") -> str:
    return number_of(report(visitor(app), text, contact))


def move(folder: Path, days: int) -> None:
    (folder / SHIFT_FILE).write_text(str(days * DAY), encoding="ascii")


def test_those_that_are_overdue_come_first_and_answered_ones_last(site: Flask, tmp_path: Path) -> None:
    late, answered = told(site, "Опоздали"), told(site, "Ответили")
    assert run("answer", answered, "--text-file", "-", said="Да").exit_code == 0
    move(tmp_path, 13)
    fresh = told(site, "Новое\nв две строки " + "о" * 90)
    done = run("list")
    lines = done.output.splitlines()
    assert done.exit_code == 0
    assert [line[:15] for line in lines[:3]] == [late, fresh, answered]
    assert "OVERDUE by 3 days, promised for " in lines[0]
    assert lines[0].endswith("Опоздали")
    assert lines[1].endswith("ооо…")
    assert "Новое в две строки" in lines[1]
    assert "answered " in lines[2]
    assert lines[3:] == ["reports: 3, without an answer: 2, overdue: 1"]
    assert [line[:15] for line in run("list", "--open").output.splitlines()[:-1]] == [late, fresh]


def test_a_report_is_shown_whole(site: Flask) -> None:
    number = told(site, "Первая строка\nВторая строка", "8 000 000 12 34")
    done = run("show", number.replace("-", " "))
    assert done.exit_code == 0
    for said in (f"number: {number}", "page: /catalogue/6-02", "reading settings: не менялись", "browser: not told"):
        assert said in done.output
    assert "contact (phone): 8 000 000 12 34" in done.output
    assert done.output.endswith("\nПервая строка\nВторая строка\n")


def test_an_answer_from_a_file_is_on_the_page_at_once(site: Flask, tmp_path: Path) -> None:
    number = told(site, "Мешает", "anna@primer.example")
    text = tmp_path / "answer.txt"
    text.write_text("Исправили.\n", encoding="utf-8")
    done = run("answer", number, "--text-file", str(text))
    assert (done.exit_code, "contact (email): anna@primer.example" in done.output) == (0, True)
    assert "Исправили." in visitor(site).page(f"/obstacle/{number}").main
    assert run("show", number).output.endswith("Исправили.\n")


def test_nothing_that_somebody_wrote_steers_the_terminal(site: Flask) -> None:
    signs = ("\x1b[31m", "\x9b", "\u202e")
    page = "/search?q=" + quote(quote("".join(signs)) + "трость")
    sent = report(visitor(site), "Мешает " + "".join(signs), "через " + "".join(signs), f"/obstacle?page={page}")
    done = run("show", number_of(sent))
    assert "page: /search?q=[31mтрость\n" in done.output
    assert "Мешает [31m" in done.output
    assert not [sign for sign in signs if sign in done.output + run("list").output]


def test_an_answer_may_be_in_another_language_than_the_report(site: Flask) -> None:
    number = told(site, "Мешает")
    assert run("answer", number, "--language", "en", "--text-file", "-", said="Mended.").exit_code == 0
    assert "(en), kept until" in run("show", number).output
    assert '<p class="lead" lang="en">Mended.</p>' in visitor(site).get(f"/obstacle/{number}").text
    assert run("answer", number, "--language", "fr", "--replace", "--text-file", "-", said="Non").exit_code == 2


def test_a_second_answer_has_to_be_meant(site: Flask) -> None:
    number = told(site, "Мешает")
    assert "asked to be told" not in run("answer", number, "--text-file", "-", said="Первый").output
    second = run("answer", number, "--text-file", "-", said="Второй")
    assert (second.exit_code, "--replace" in second.output) == (2, True)
    assert "Первый" in visitor(site).page(f"/obstacle/{number}").main
    assert run("answer", number, "--replace", "--text-file", "-", said="Второй").exit_code == 0
    assert "Второй" in visitor(site).page(f"/obstacle/{number}").main


def test_a_removed_report_is_gone(site: Flask) -> None:
    number = told(site, "Лишнее")
    assert run("remove", number).output == f"{number}: removed\n"
    assert run("list").output == "reports: 0, without an answer: 0, overdue: 0\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("show", "000-000-000-000"), "there is no report 000-000-000-000"),
        (("answer", "нет такого", "--text-file", "-"), "there is no report"),
        (("remove", "1"), "there is no report 1"),
        (("answer", "000-000-000-000", "--text-file", "no-such-file"), "no-such-file"),
        (("answer", "000-000-000-000"), "--text-file"),
    ],
)
@pytest.mark.usefixtures("site")
def test_what_cannot_be_done_ends_with_two(words: tuple[str, ...], why: str) -> None:
    done = run(*words, said="Ответ")
    assert done.exit_code == 2
    assert why in done.output


def test_an_empty_answer_is_none(site: Flask) -> None:
    number = told(site, "Мешает")
    done = run("answer", number, "--text-file", "-", said=" \n")
    assert (done.exit_code, "the answer is empty" in done.output) == (2, True)
    assert "Ответим до" in visitor(site).page(f"/obstacle/{number}").main


def test_without_the_key_nothing_is_shown(site: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    number = told(site, "Тайное")
    monkeypatch.setenv("ORIENTIR_DATA_KEYS", DATA_KEY[::-1])
    for words in (("list",), ("show", number)):
        done = run(*words)
        assert (done.exit_code, "ORIENTIR_DATA_KEYS" in done.output) == (2, True), words
        assert "Тайное" not in done.output
