"""What an honest person answers in an application for accompaniment, and how they come to any question of it."""

from collections.abc import Mapping

from tests.support.page import Page
from tests.support.registers import Stage, programme
from tests.support.strict_client import StrictClient
from webapp.gateways.programmes.port import LifeActivity, Limitation

LIST = "/my/accompaniment/applications"
ADDRESSEE = "Главное бюро медико-социальной экспертизы по Нижегородской области"
Answers = Mapping[str, str]
ANSWERS: Mapping[str, Answers] = {
    "О чём вы просите?": {"Прекратить сопровождение": ""},
    "Чью помощь прекратить?": {"Учреждение МСЭ": ""},
    "Чью помощь возобновить?": {"Учреждение МСЭ": ""},
    "Кому заявление?": {"Кому заявление?": ADDRESSEE},
    "Какой адрес указать?": {"Место жительства": ""},
    "Напишите адрес": {
        "Место жительства": "",
        "Почтовый индекс": "603000",
        "Регион": "Нижегородская область",
        "Город": "Нижний Новгород",
        "Дом": "17",
    },
    "Каким документом подтвердить личность?": {
        "Паспорт": "",
        "Серия и номер": "0000 000601",
        "День": "1",
        "Месяц": "марта",
        "Год": "2020",
        "Кто выдал": "Отделом внутренних дел",
    },
    "В каком городе или посёлке выдан документ?": {"В каком городе": "Нижний Новгород"},
    "Телефон и почта для ответа": {},
    "Как удобнее получать помощь?": {},
    "Нужны ли бумаги в другом виде?": {},
    "Согласны ли вы на обработку данных из заявления?": {"Подтверждаю согласие": ""},
}
ENTITLING = programme(limitations=(Limitation(LifeActivity.ORIENTATION, 3),))


def entitled(stage: Stage) -> StrictClient:
    """Somebody with the right, who has signed in and agreed."""
    return stage.entitled(ENTITLING)


def begun(client: StrictClient) -> Page:
    """The first question of a new application."""
    return client.page(LIST).submit(button="Начать новое заявление")


def answered(page: Page, until: str = "", **other: Answers) -> Page:
    """Answer whatever is asked, or all before the question with this heading; no question comes twice."""
    asked = []
    while "/ask/" in page.address and page.h1 != until:
        assert page.h1 not in asked, page.main
        asked.append(page.h1)
        page = page.submit(ANSWERS[page.h1], "Продолжить")
    return page


def asked(page: Page) -> list[str]:
    """The headings of all questions of an application, in their order, from the first."""
    headings = []
    while "/ask/" in page.address:
        headings.append(page.h1)
        page = page.submit(ANSWERS[page.h1], "Продолжить")
    return headings
