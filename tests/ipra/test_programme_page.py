"""The programme as a document: every part under its heading, every fact a line, nothing of it lost."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.html import elements
from tests.support.page import Page
from tests.support.registers import CANE, CHAIR, FUND, TONOMETER, Stage, days, line, programme
from webapp.gateways.programmes.port import (
    Direction,
    LifeActivity,
    Limitation,
    Measure,
    Programme,
    Source,
    TargetGroup,
)

CENTRE = "Реабилитационный центр (демо)"
FORECASTS = (
    "FuncRecoveryName",
    "FuncCompensationName",
    "SelfServiceName",
    "MoveIndependentlyValue",
    "OrientateValue",
    "CommunicateValue",
    "BehaviorControlValue",
    "WorkValue",
)


def measures() -> tuple[Measure, ...]:
    """One needed and one unneeded measure of each direction."""
    needed = (Measure(each, f"Нужное: {each}", True, days(-9), days(99), CENTRE, "сделано") for each in Direction)
    unneeded = (Measure(each, f"Ненужное: {each}", False, None, None, "") for each in Direction)
    return (*needed, *unneeded)


def full(**chosen: Any) -> Programme:
    """A programme in which every part is filled in."""
    usual: dict[str, Any] = {
        "limitations": tuple(Limitation(each, 1 + place % 3) for place, each in enumerate(LifeActivity)),
        "target_groups": (TargetGroup("3", "нарушения зрения"), TargetGroup("9", "боевая травма", for_combat=True)),
        "measures": measures(),
        "helps": ("при поездках", "при чтении"),
        "forecasts": tuple((key, f"частичное {place}") for place, key in enumerate(FORECASTS)),
        "needs_tsr": True,
        "needs_escort": False,
    }
    items = tuple(line(name, source) for name, source in zip((CANE, TONOMETER, CHAIR, CANE), Source, strict=True))
    return replace(programme(*items, ends=days(300)), **(usual | chosen))


def opened(stage: Stage, *programmes: Programme) -> Page:
    return stage.visits("/my/programme", *programmes)


def test_the_heading_tells_of_which_day_it_is(stage: Stage) -> None:
    page = opened(stage, full())
    assert page.h1 == "Программа реабилитации от 3 сентября 2025 года"
    assert page.title == f"{page.h1} — Ориентир"
    assert "Эта программа действует" in page.main
    assert "Данные реестра на 2 марта 2026 года" in page.main


def test_requisites(stage: Stage) -> None:
    said = opened(stage, full()).main
    for fact in (
        "Номер программы: 601.1.52/2025",
        "Срок программы: до 27 декабря 2026 года",
        "Составлена: Бюро медико-социальной экспертизы по Нижегородской области (демо)",
        "Решение принято: 2 сентября 2025 года",
        "Протокол: 77",
    ):
        assert fact in said, fact


def test_who_the_person_is_by_the_programme(stage: Stage) -> None:
    said = opened(stage, full()).main
    assert "Группа: первая группа" in said and "Причина: инвалидность с детства" in said
    for limited in ("Самообслуживание: первая степень", "Ориентация: третья степень", "Трудовая деятельность"):
        assert limited in said, limited
    assert "Группа 3: нарушения зрения" in said
    assert "Группа 9 установлена по боевой травме" in said
    assert said.count("за счёт федерального бюджета: да") == 1
    assert "и обратно: нет" in said
    assert "при поездках" in said and "при чтении" in said


def test_the_eight_directions_and_their_measures(stage: Stage) -> None:
    page = opened(stage, full())
    third = page.headings(3)
    assert len([name for name in third if name.startswith("За ")]) == len(Source)
    assert len(third) == len(Source) + len(Direction)
    for direction in Direction:
        assert f"Нужное: {direction}" in page.headings(4)
        assert f"Ненужное: {direction}" in page.headings(4)
    assert page.main.count("Заключение: нуждается") == page.main.count("Заключение: не нуждается") == 8
    assert page.main.count("Результат: сделано") == 8
    assert page.main.count(f"Исполнитель: {CENTRE}") == 8


def test_every_forecast_has_its_name(stage: Stage) -> None:
    said = opened(stage, full()).main
    for place in range(len(FORECASTS)):
        assert f": частичное {place}" in said


def test_what_the_document_says_of_recovery_is_told(stage: Stage) -> None:
    said = opened(stage, full(potential="высокий потенциал", prognosis="благоприятный прогноз")).main
    assert "высокий потенциал" in said and "благоприятный прогноз" in said


def test_items_by_source_of_money(stage: Stage) -> None:
    page = opened(stage, full())
    assert page.headings(4)[:4].count(CANE) == 2
    assert page.main.count(f"Исполнитель: {FUND}") == 4


def test_a_programme_with_nothing_in_it(stage: Stage) -> None:
    page = opened(stage, programme(decided=None, protocol="", office=""))
    assert page.main.count("В программе не указаны.") == 3
    assert "не указано" in page.main
    assert "Срок программы: без срока" in page.main
    assert [each for each in elements(page.tree, "ul") if not elements(each, "li")] == []
    assert "Составлена: " not in page.main


def test_a_new_programme_lists_what_changed(stage: Stage) -> None:
    old = programme(line(), line(CHAIR), number="1", issued=days(-700))
    new = programme(line(quantity=2), line(TONOMETER), number="2", replaces="1")
    client = stage.entitled(new, old)
    page = client.page("/my/programme")
    assert f"Добавлено: {TONOMETER}" in page.main
    assert f"Убрано: {CHAIR}" in page.main
    assert f"Другое количество: {CANE}, было 1 штука, стало 2 штуки" in page.main
    assert "Изменились и другие части" not in page.main
    before = page.follow(f"Программа реабилитации от {'1 апреля 2024 года'}")
    assert "Эта программа заменена новой программой" in before.main
    assert "Что изменилось" not in before.main


def test_a_new_programme_that_says_the_same_lists_nothing(stage: Stage) -> None:
    page = opened(stage, programme(line(), number="2", replaces="1"), programme(line(), number="1"))
    assert "Что изменилось" not in page.main


def test_the_programme_that_counts_is_the_one_shown(stage: Stage) -> None:
    ended = programme(line(), number="2", issued=days(-20), ends=days(-1))
    page = opened(stage, ended, programme(line(), number="1", issued=days(-400)))
    assert "26 января 2025 года" in page.h1
    assert "срок истёк" in page.follow("Программа реабилитации от 10 февраля 2026 года").main


def test_two_programmes_of_one_day_are_told_apart(stage: Stage) -> None:
    client = stage.entitled(programme(line(), number="601"), programme(line(TONOMETER), number="602"))
    page = client.page("/my/programme")
    other = page.follow("Программа реабилитации от")
    assert page.title != other.title
    assert page.address != other.address


def test_a_programme_that_ended_says_so_in_a_sentence(stage: Stage) -> None:
    said = opened(stage, programme(line(), ends=days(-1))).main
    assert "Эта программа срок истёк" not in said
    assert "истёк" in said or "не действует" in said or "закончил" in said


def test_without_a_programme_the_document_leads_to_the_reason(stage: Stage) -> None:
    client = stage.entitled()
    for address in ("/my/programme", "/my/programme/0123456789abcdef"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/my")
    assert "программы пока нет" in client.page("/my/programme").h1


@pytest.mark.parametrize("wanted", ["0123456789abcdef", "x", "601.1.52", "9" * 300])
def test_an_address_of_no_programme_is_not_found(stage: Stage, wanted: str) -> None:
    page = stage.visits(f"/my/programme/{wanted}", programme(line()))
    assert page.status == 404
    assert "601.1.52" not in page.main


def test_a_programme_of_somebody_else_is_not_found(stage: Stage) -> None:
    mine = stage.entitled(programme(line(), number="1"), programme(line(), number="2"))
    address = next(link.address for link in mine.page("/my/programme").links if "/programme/" in link.address)
    assert mine.page(address).status == 200
    assert stage.visits(address, programme(line(), number="3")).status == 404


def test_in_english_the_offices_words_stay_russian(stage: Stage) -> None:
    client = stage.entitled(full())
    page = client.page("/en/my/programme")
    assert (page.language, page.status) == ("en", 200)
    assert not set("абвгде") & set(page.h1.lower())
    assert all(heading.get("lang") == "ru" for heading in elements(page.tree, "h4"))
    assert all(not set("абвгде") & set(name.lower()) for name in page.headings(2) + page.headings(3))
