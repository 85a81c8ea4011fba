"""From the first question to a document: an application of the person's own."""

import pytest

from tests.applications.filing import ADDRESSEE, ENTITLING, LIST, answered, begun, entitled
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage

__all__ = ("site", "stage")


def test_from_the_first_question_to_the_document(stage: Stage) -> None:
    page = answered(begun(entitled(stage)))
    assert page.h1 == "Проверьте ответы: ещё ничего не отправлено"
    assert "Прекратить сопровождение учреждением МСЭ" in page.main
    document = page.follow("Всё верно")
    assert document.h1 == "Заявление готово к подписи"
    assert f"В: {ADDRESSEE}" in document.main
    assert (
        "Отмечено: прекратить предоставление сопровождения:" in document.main
        and "Подчёркнуто: учреждением МСЭ" in document.main
    )
    ways = {link.words: link.address for link in document.links if link.words.startswith("Заявление ")}
    assert list(ways) == [
        "Заявление для печати, файл PDF",
        "Заявление крупным шрифтом, файл PDF",
        *(f"Заявление по {cells} знаков Брайля в строке, файл BRF" for cells in (40, 20, 30)),
        "Заявление для чтения по телефону, текстовый файл",
    ]
    assert ways["Заявление по 20 знаков Брайля в строке, файл BRF"].endswith("/document/braille?cells=20")
    assert document.main.count("Отмечено:") == 2 and document.main.count("Не отмечено:") == 2


def test_every_answer_has_its_own_way_to_change_it(stage: Stage) -> None:
    page = answered(begun(entitled(stage)))
    ways = [link.words for link in page.links if link.words.startswith("Изменить ответ")]
    assert len(ways) == len(set(ways)) >= 6
    changed = page.follow("Изменить ответ: О чём вы просите?").submit({"Предоставить": ""}, "Продолжить")
    changed = answered(changed.submit({"Кому": "Центр «Путь»"}, "Продолжить"))
    assert changed.h1 == "Проверьте ответы: ещё ничего не отправлено"
    assert "Предоставить сопровождение" in changed.main and "учреждением МСЭ" not in changed.main


def test_the_parts_of_a_whole_application_lead_to_its_check(stage: Stage) -> None:
    check = answered(begun(entitled(stage)))
    tasks = check.follow("Назад")
    assert "Не начато" not in tasks.main and tasks.main.count("Готово") >= 3
    assert tasks.follow("Проверить ответы").h1 == check.h1


def test_a_draft_waits_for_another_day(stage: Stage) -> None:
    client = entitled(stage)
    page = begun(client).submit({"Предоставить": ""}, "Продолжить")
    tasks = client.page(LIST).follow("Продолжить: Предоставить сопровождение")
    assert tasks.h1 == "Предоставить сопровождение"
    assert tasks.follow("О чём просьба").h1 == page.h1 == tasks.follow("Продолжить: ").h1
    asked = client.page(tasks.address).follow("Удалить ответы")
    gone = asked.submit(button="Удалить ответы")
    assert "Ответы удалены." in gone.main and "Продолжить:" not in gone.main


def test_drafts_that_would_sound_alike_tell_apart(stage: Stage) -> None:
    stage.clock.pass_time(hours=11, minutes=35)  # in Moscow it is soon midnight
    client = entitled(stage)
    for name in ("Центр «Путь»", "Центр «Свет»", "Центр «Свет»", "Центр «Свет»"):
        begun(client).submit({"Предоставить": ""}, "Продолжить").submit({"Кому": name}, "Продолжить")
        stage.clock.pass_time(minutes=15)
    listed = client.page(LIST)
    assert [title.replace("\xa0", " ") for title in listed.headings(2)] == [
        "Предоставить сопровождение: Центр «Свет», начато 3 марта 2026 года в 0:20 по Москве",
        "Предоставить сопровождение: Центр «Свет», начато 3 марта 2026 года в 0:05 по Москве",
        "Предоставить сопровождение: Центр «Свет», начато 2 марта 2026 года",
        "Предоставить сопровождение: Центр «Путь»",
    ]
    ways = [link.words for link in listed.links if link.words.startswith(("Продолжить: ", "Удалить ответы: "))]
    assert len(ways) == len(set(ways)) == 8


def test_two_windows_that_answer_one_question_hear_of_each_other(stage: Stage) -> None:
    first = begun(entitled(stage))
    second = first.reopened()
    first.submit({"Предоставить": ""}, "Продолжить")
    late = second.submit({"Прекратить": ""}, "Продолжить")
    assert late.status == 409
    assert "Там сейчас: Предоставить сопровождение." in late.main
    kept = late.submit({"Прекратить": ""}, "Продолжить")
    assert kept.h1 == "Чью помощь прекратить?"
    assert second.reopened().submit({"Прекратить": ""}, "Продолжить").status == 200


@pytest.mark.parametrize(
    ("request_", "participant", "hint"),
    [
        ("Прекратить", "Учреждение МСЭ", ""),
        ("Возобновить", "Учреждение МСЭ", "это право"),
        ("Возобновить", "Реабилитационная организация", "Это пожелание"),
    ],
)
def test_how_to_help_is_a_right_or_a_wish_or_not_asked(
    stage: Stage, request_: str, participant: str, hint: str
) -> None:
    page = begun(entitled(stage)).submit({request_: ""}, "Продолжить").submit({participant: ""}, "Продолжить")
    page = page.submit({"Кому": ADDRESSEE if participant == "Учреждение МСЭ" else "Центр «Путь»"}, "Продолжить")
    page = answered(page, until="Как удобнее получать помощь?")
    assert ("/ask/" in page.address) is bool(hint) and hint in page.main
    if hint:
        assert page.submit({}, "Продолжить").h1 == "Нужны ли бумаги в другом виде?"


def test_the_register_has_the_day_of_its_own_answer(stage: Stage) -> None:
    """Signing in brings what ЕСИА knows; the copy of the register stays as old as it is."""
    somebody = stage.somebody()
    stage.tell(somebody, ENTITLING)
    sign_in(stage.app, somebody).page("/my")
    stage.clock.pass_time(hours=14)
    main = answered(begun(sign_in(stage.app, somebody))).main.replace("\xa0", " ")
    assert "По данным реестра программ на 2 марта 2026 года" in main
