"""«Что мне положено» for every kind of person: each item, its state and next step, nothing lost, nothing invented."""

from xml.etree.ElementTree import Element

import pytest

from tests.support.html import elements, has_class, words
from tests.support.page import Page
from tests.support.registers import (
    CANE,
    CHAIR,
    INTERPRETER,
    STIFF_CANE,
    TONOMETER,
    UNREAD,
    Stage,
    days,
    event,
    line,
    programme,
)
from webapp.gateways.programmes.port import Event, Source
from webapp.reference.dataset import classification

SERVICE_NAME = "Услуги переводчика русского жестового языка"
EVERYTHING = (
    line(),
    line(TONOMETER, Source.REGIONAL),
    line(CHAIR, Source.OWN),
    line(STIFF_CANE, until=days(-1)),
    line(INTERPRETER, unit="час", quantity=40),
    line(UNREAD, Source.MOSCOW),
)


def cards(page: Page) -> dict[str, Element]:
    """Name → card, in the order of the page."""
    found = [each for each in elements(page.tree, "li") if has_class(each, "card")]
    return {words(elements(each, "h2")[0]): each for each in found}


def said(page: Page, name: str) -> str:
    return words(cards(page)[name])


def forty() -> list[str]:
    """Forty things of the classification."""
    return [item.name for item in classification().items[:40]]


def test_every_item_is_there_with_its_state(stage: Stage) -> None:
    page = stage.visits("/my", programme(*EVERYTHING, executions=(event(Event.CERTIFICATE, until=5),)))
    assert set(cards(page)) == {CANE, TONOMETER, CHAIR, STIFF_CANE, SERVICE_NAME, UNREAD}
    assert "Сертификат действует до 7 марта 2026 года, осталось 5 дней" in said(page, CANE)
    assert "За счёт региона" in said(page, TONOMETER)
    assert "За свой счёт" in said(page, CHAIR)
    assert "Срок истёк 1 марта 2026 года" in said(page, STIFF_CANE)
    assert "Можно подать заявление" in said(page, UNREAD)


def test_the_state_is_the_first_line_after_the_heading(stage: Stage) -> None:
    page = stage.visits("/my", programme(*EVERYTHING))
    assert len(cards(page)) == len(EVERYTHING)
    for card in cards(page).values():
        heading, state = list(card)[:2]
        assert heading.tag == "h2"
        assert has_class(state, "status")


def test_every_item_says_what_is_next_who_acts_and_whose_money(stage: Stage) -> None:
    page = stage.visits("/my", programme(*EVERYTHING))
    for card in cards(page).values():
        facts = [words(fact) for fact in elements(card, "li")[1:]]
        for beginning in ("Что дальше: ", "Кто действует: ", "Деньги: "):
            assert len([fact for fact in facts if fact.startswith(beginning)]) == 1, facts


def test_the_lead_tells_how_many_how_many_wait_and_of_what_day(stage: Stage) -> None:
    page = stage.visits("/my", programme(*EVERYTHING))
    lead = next(words(each) for each in elements(page.tree, "p") if has_class(each, "lead"))
    assert page.h1 == "Что мне положено"
    assert page.title == "Что мне положено — Ориентир"
    assert lead == "В программе средств и услуг: 6. Ждут вашего действия: 4. Данные на 2 марта 2026 года."


def test_headings_are_the_items_and_then_the_rest(stage: Stage) -> None:
    page = stage.visits("/my", programme(line(), line(TONOMETER)))
    assert page.headings(2) == [CANE, TONOMETER, "Программа целиком", "Сопровождение", "Откуда данные"]


def test_a_programme_of_one_item(stage: Stage) -> None:
    page = stage.visits("/my", programme(line()))
    assert "средств и услуг: 1." in page.main
    assert "Ждут вашего действия: 1." in page.main


def test_where_nothing_waits_for_the_person_that_is_said(stage: Stage) -> None:
    page = stage.visits("/my", programme(line(), executions=(event(Event.APPLIED),)))
    assert "От вас сейчас ничего не требуется." in page.main


def test_forty_items_are_all_shown(stage: Stage) -> None:
    page = stage.visits("/my", programme(*(line(name) for name in forty())))
    assert len(cards(page)) == 40
    assert "40" in page.main.split("Данные на")[0]


def test_several_programmes_in_force_stand_together(stage: Stage) -> None:
    page = stage.visits("/my", programme(line(), number="2"), programme(line(TONOMETER), number="1", ends=days(0)))
    assert set(cards(page)) == {CANE, TONOMETER}
    assert "ваша программа больше не действует" not in page.main


def test_a_replaced_programme_leaves_word_of_what_is_gone(stage: Stage) -> None:
    page = stage.visits(
        "/my", programme(line(TONOMETER), number="2", replaces="1"), programme(line(), line(TONOMETER), number="1")
    )
    assert list(cards(page)) == [TONOMETER, CANE]
    assert "Программа заменена, в новой этого средства нет" in said(page, CANE)


def test_a_programme_that_ended_yesterday(stage: Stage) -> None:
    page = stage.visits("/my", programme(line(), line(TONOMETER), ends=days(-1)))
    assert "ваша программа больше не действует" in page.main
    assert page.main.count("Срок истёк 1 марта 2026 года") == 2
    assert "медико-социальную экспертизу" in said(page, CANE)


def test_a_programme_that_ends_today_holds(stage: Stage) -> None:
    page = stage.visits("/my", programme(line(), ends=days(0)))
    assert "Срок: 2 марта 2026 года, это сегодня" in said(page, CANE)
    stage.clock.pass_time(hours=15)  # midnight in Moscow, not in Greenwich
    page = stage.visits("/my", programme(line(), ends=days(0)))
    assert "ваша программа больше не действует" in page.main


def test_a_programme_without_term_says_so(stage: Stage) -> None:
    assert "Срок: подать можно в любой день" in said(stage.visits("/my", programme(line())), CANE)


@pytest.mark.parametrize("source", [Source.MOSCOW, Source.REGIONAL, Source.OWN])
def test_in_moscow_and_elsewhere_nobody_is_sent_to_the_wrong_door(stage: Stage, source: Source) -> None:
    page = stage.visits("/my", programme(line(source=source, executor="")))
    assert "Социальн" not in said(page, CANE).replace("социальной защиты", "")
    if source is Source.MOSCOW:
        assert "социальной защиты Москвы" in said(page, CANE)


def test_a_name_that_nobody_can_read_stands_as_it_is_written(stage: Stage) -> None:
    card = cards(stage.visits("/my", programme(line(UNREAD))))[UNREAD]
    assert [link.get("href", "").startswith("/my/items/") for link in elements(card, "a")] == [True]


def test_an_item_leads_to_its_products(stage: Stage) -> None:
    page = stage.visits("/my", programme(line(), line("6-02 Трость чудная"), line(INTERPRETER)))
    product = page.link(f"Выбрать: {CANE.lower()}")
    assert product.address == "/catalogue/6-02-02"
    number = int(product.words.split(", ")[-1].split()[0])
    assert str(number) in page.follow(product.words).main
    assert page.link("Выбрать: 6-02 Трость чудная").address == "/catalogue/6-02"
    assert len([link for link in page.links if link.words.startswith("Выбрать")]) == 2


def test_no_programme_in_the_register(stage: Stage) -> None:
    page = stage.visits("/my")
    assert page.h1 == "Что мне положено: программы пока нет"
    assert "Данные на 2 марта 2026 года" in page.main
    assert {"/catalogue", "/help"} <= {link.address for link in page.links}
    assert cards(page) == {}
    whoever_has_a_child = "Если вы пришли за программой ребёнка или другого человека"
    assert page.main.index(whoever_has_a_child) < page.main.index("Действовать за другого человека")


def test_a_programme_without_any_item_is_no_dead_end_and_no_empty_list(stage: Stage) -> None:
    page = stage.visits("/my", programme())
    assert page.status == 200
    assert [each for each in elements(page.tree, "ul") if not elements(each, "li")] == []
    assert "/my/programme" in {link.address for link in page.links}


def test_in_english(stage: Stage) -> None:
    client = stage.entitled(programme(*EVERYTHING, ends=days(40)))
    page = client.page("/en/my")
    assert (page.language, page.status) == ("en", 200)
    assert [name for name in cards(page) if name.isascii()] == ["Sign-language interpreting"]
    for card in cards(page).values():
        heading = elements(card, "h2")[0]
        assert (heading.get("lang") == "ru") == bool(set("абвгдеикоу") & set(words(heading).lower()))
        assert not set("абвгде") & set(words(list(card)[1]).lower())
    assert {link.address for link in page.links if "/items/" in link.address} == {
        f"/en{link.address}" for link in client.page("/my").links if "/items/" in link.address
    }


def test_whoever_is_not_signed_in_is_led_to_sign_in_and_back(stage: Stage) -> None:
    answer = stage.app.test_client().get("/my?from=menu")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in?next=/my?from%3Dmenu")
    assert stage.register.calls == 0


def test_the_page_is_kept_by_nobody(stage: Stage) -> None:
    headers = stage.visits("/my", programme(line())).response.headers
    assert headers["Cache-Control"] == "no-store"
    assert "ETag" not in headers
