"""From the first question to a document: an application of the person's own."""

from tests.applications.filing import ADDRESSEE, LIST, answered, begun, entitled
from tests.support.registers import Stage
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
    assert len(ways) == len(set(ways)) >= 7
    changed = page.follow("Изменить ответ: О чём вы просите?").submit({"Предоставить": ""}, "Продолжить")
    changed = changed.submit({"Кому": "Центр «Путь»"}, "Продолжить")
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
    assert tasks.follow("О чём просьба").h1 == page.h1
    asked = client.page(tasks.address).follow("Удалить ответы")
    gone = asked.submit(button="Удалить ответы")
    assert "Ответы удалены." in gone.main and "Продолжить:" not in gone.main


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
