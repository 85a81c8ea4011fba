"""An application that somebody prepares for another person: whose block, whose consent, in whose words."""

from dataclasses import replace
from datetime import date

import pytest

from tests.applications.filing import ADDRESSEE, ENTITLING, LIST, begun
from tests.support.page import Page
from tests.support.registers import Stage
from tests.support.representing import act_for, entrust
from tests.support.signing_in import consent, sign_in
from tests.support.staged import site, stage
from tests.support.strict_client import StrictClient
from webapp.core.entrusted import Function
from webapp.representatives.rules import Kind

__all__ = ("site", "stage")
V, A, C = Function.VIEW, Function.ACCOMPANIMENT, Function.CONSENT
CONTACTS, OWN_CONTACTS = "Телефон и почта человека", "Ваши телефон и почта"
ANSWERS = {
    "О чём вы просите?": {"Прекратить": ""},
    "Чью помощь прекратить?": {"Учреждение МСЭ": ""},
    "Кому заявление?": {"Кому": ADDRESSEE},
    "Какой адрес человека указать?": {"Место жительства": ""},
    "Какой ваш адрес указать?": {"Место жительства": ""},
    "Напишите адрес человека": {
        "Место жительства": "",
        "Почтовый индекс": "603000",
        "Регион": "Нижегородская область",
        "Город": "Нижний Новгород",
        "Дом": "17",
    },
    "В каком городе или посёлке выдан документ человека?": {"В каком": "Омск"},
    "В каком городе или посёлке выдан ваш документ?": {"В каком": "Пермь"},
    CONTACTS: {},
    OWN_CONTACTS: {},
}
ANSWERS["Напишите ваш адрес"] = ANSWERS["Напишите адрес человека"]
PAPER = {"Серия и номер": "0000 000601", "День": "1", "Месяц": "марта", "Год": "2020", "Кто выдал": "Отделом"}
ANSWERS["Какой документ у человека?"] = ANSWERS["Какой у вас документ?"] = {"Паспорт": ""} | PAPER


def acting(stage: Stage, *functions: Function, kind: Kind = Kind.AGENT, born: date = date(1980, 1, 9)) -> StrictClient:
    """Somebody who acts for a person with the right, who has agreed to everything themselves."""
    person = replace(stage.somebody(), last_name="Белова", first_name="Тамара", birth_date=born)
    agent = replace(stage.somebody(), last_name="Макарова", first_name="Ирина")
    stage.tell(person, ENTITLING)
    theirs, client = sign_in(stage.app, person), sign_in(stage.app, agent)
    consent(theirs)
    theirs.page("/my")
    act_for(client, entrust(stage.app, agent, person, kind, frozenset(functions)))
    return client


def walked(page: Page) -> tuple[Page, list[str]]:
    """To the consent, and what was asked on the way."""
    headings = []
    while page.h1 in ANSWERS:
        assert page.h1 not in headings, page.main
        headings.append(page.h1)
        page = page.submit(ANSWERS[page.h1], "Продолжить")
    return page, headings


@pytest.mark.parametrize(("functions", "ticks"), [((V, A, C), 2), ((V, A), 1)], ids=["consents", "does not consent"])
def test_who_may_not_consent_for_the_person_consents_for_themselves(
    stage: Stage, functions: tuple[Function, ...], ticks: int
) -> None:
    asked, headings = walked(begun(acting(stage, *functions)))
    assert headings.index(CONTACTS) < headings.index(OWN_CONTACTS)
    assert asked.h1 == "Согласны ли вы на обработку данных из заявления?"
    assert asked.response.text.count('type="checkbox"') == ticks
    assert ("человек даёт сам" in asked.main) is (ticks == 1)
    given = {"Подтверждаю согласие на обработку моих": ""}
    if ticks == 2:
        asked = asked.submit(given, "Продолжить")
        assert "отметьте оба согласия" in asked.main
        given["Подтверждаю согласие на обработку данных человека"] = ""
    checked = asked.submit(given, "Продолжить")
    assert checked.h1 == "Проверьте ответы: ещё ничего не отправлено"
    assert ("Согласие на обработку своих данных человек даёт сам" in checked.main) is (ticks == 1)
    main = checked.follow("Всё верно").main
    agreed = " Подтверждаю согласие на обработку персональных данных инвалида"
    assert (f" Отмечено:{agreed} в порядке" in main) is (ticks == 2)
    assert (f"Не отмечено:{agreed} в порядке" in main) is (ticks == 1)
    assert "Сведения о законном или уполномоченном представителе инвалида" in main
    assert "От: Макарова Ирина" in main and "Статус заявителя: уполномоченный представитель" in main


def test_without_the_power_nothing_of_it_is_open(stage: Stage) -> None:
    client = acting(stage, V, C)
    assert client.get(LIST).status_code == 403
    right = client.page("/my/accompaniment")
    assert right.status == 200 and "Заявления о сопровождении" not in right.main


def test_what_is_said_of_another_is_not_said_to_who_acts(stage: Stage) -> None:
    client = acting(stage, kind=Kind.GUARDIAN)
    right = client.page("/my/accompaniment")
    assert right.h1 == "Сопровождение: право есть"
    assert "вашей программ" not in right.main and "вашему заявлению" not in right.main
    assert client.page(LIST).h1 == "Заявления о сопровождении"
    parts = walked(begun(client))[0].follow("Все части заявления").main
    assert "Данные человека в заявлении" in parts and "Ваши данные в заявлении" in parts


def test_every_told_fact_has_a_way_to_mend_it(stage: Stage) -> None:
    asked, _ = walked(begun(acting(stage, V, A)))
    checked = asked.submit({"Подтверждаю согласие на обработку моих": ""}, "Продолжить")
    sources = checked.headings(3)
    assert sources == ["Кому нужно сопровождение", "Инвалидность", "Представитель"]
    assert checked.main.count("Если сведения неверны") == len(sources)
    checked.link("Если сведения неверны, исправьте их на Госуслугах, в кабинете этого человека")
    checked.link("Если сведения неверны, исправьте их на Госуслугах: Представитель")
    assert "обратитесь в учреждение МСЭ" in checked.main


def test_on_the_fourteenth_birthday_a_birth_certificate_is_asked_no_more(stage: Stage) -> None:
    """A draft that was begun the day before waits for the passport; nothing else of it is lost."""
    stage.clock.pass_time(hours=11, minutes=55)  # five minutes before midnight in Moscow
    client = acting(stage, kind=Kind.PARENT, born=date(2012, 3, 3))
    page = begun(client)
    while page.h1 != "Какой документ у человека?":
        page = page.submit(ANSWERS[page.h1], "Продолжить")
    assert "Паспорт" not in page.main
    name, document = page.address.split("/")[4], page.address
    asked, _ = walked(
        page.submit({"Свидетельство о рождении": ""} | PAPER | {"Серия и номер": "II-ТВ 000601"}, "Продолжить")
    )
    both = {"Подтверждаю согласие на обработку моих": "", "Подтверждаю согласие на обработку данных человека": ""}
    asked.submit(both, "Продолжить")
    assert client.page(f"{LIST}/{name}/document").h1 == "Заявление готово к подписи"
    stage.clock.pass_time(minutes=10)
    assert client.get(f"{LIST}/{name}/document").status_code == 303
    again = client.page(document)
    assert "Паспорт" in again.main and "Свидетельство о рождении" not in again.main
    assert again.value("Серия и номер") == "II-ТВ 000601"
    again = again.submit({"Паспорт": "", "Серия и номер": PAPER["Серия и номер"]}, "Продолжить")
    assert "паспорт выдают с четырнадцати лет" in again.main
    mended = again.submit({"Паспорт": "", "День": "3", "Год": "2026"}, "Продолжить")
    assert mended.h1 == "Проверьте ответы: ещё ничего не отправлено"
