"""Every form, as data: what a person presses, and by what they must hear that it was done.

A guard fails when a form, or an endpoint that takes a POST, has no deed. A new form is one entry of `OF_SITE`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tests.support.page import Page
from tests.support.strict_client import StrictClient

CANE = "/products/6-02-02.0001"
JOURNEY = "/style-guide/journey"


class Who(StrEnum):
    """Whose browser it is."""

    GUEST = "guest"
    PERSON = "person"
    """Signed in; the register knows a programme."""
    AT_SANDBOX = "at_sandbox"
    """On a page of the sandbox, sent there by the site."""


class Heard(StrEnum):
    """By what it is heard that something was done."""

    TITLE = "title"
    HEADING = "h1"
    STATE = "state"
    """Words in a `status` or `notice` of the page."""


@dataclass(frozen=True)
class Press:
    """A page and a button on it, by its first words; what is typed before, by the fields' labels."""

    at: str
    button: str
    answers: Mapping[str, str] = field(default_factory=dict)

    def on(self, page: Page) -> Page:
        """Press it on the page that is open."""
        return page.submit(self.answers, page.button(self.button))


class ShownCode(Press):
    """As a press, and what is typed is the code that the page itself shows."""

    def on(self, page: Page) -> Page:
        code = page.main.partition("Код из сообщения: ")[2].split()[0]
        return page.submit({"Какой код в сообщении?": code}, page.button(self.button))


@dataclass(frozen=True)
class Deed:
    """One press and what must come of it.

    `before` are presses that lead to where it can be done. `heard` is everything that must differ afterwards. `thing`
    is what was acted on, in the words of its heading; by default what the button names after its colon. `twice` is the
    h1 heard when the same press is made again, the same as the first time by default. `adds_up` says that two presses
    are two deeds. `refused` are answers that cannot be taken. `late` is the h1 heard when the session ended, or the
    sandbox forgot, between the page and the press.
    """

    name: str
    endpoint: str
    press: Press
    heard: frozenset[Heard]
    before: tuple[Press, ...] = ()
    who: Who = Who.GUEST
    thing: str = ""
    twice: str = ""
    adds_up: bool = False
    refused: Mapping[str, str] = field(default_factory=dict)
    late: str = ""
    keeps: bool = False
    """What was typed is kept when the session has ended, and comes back."""
    leads_away: bool = False
    """Ends at another site: there is no page to hear."""


BOTH = frozenset({Heard.TITLE, Heard.HEADING})
TITLE_AND_STATE = frozenset({Heard.TITLE, Heard.STATE})
ANSWER = {"День": "27", "Месяц": "марта", "Год": "2007"}
OUT, IN_AGAIN = "Вы вышли с сайта", "Вход закончился, войдите ещё раз"
KEPT = "Написанное сохранено, войдите ещё раз"
OVER_AT_SANDBOX = "Этот вход уже закончен или прерван"
KEEP = Press(CANE, "Добавить в избранное: ")
GIVE_BACK = Press(CANE, "Убрать из избранного: ")
COMPARED = "/compare?p=6-02-02.0001&p=6-02-02.0002"
NOTE = Press("/favourites/6-02-02.0001/note", "Сохранить заметку", {"Ваша заметка": "Спросить про наконечник"})
IN_LIST = Press("/favourites", "Убрать из избранного: ")
ANSWERED = Press(f"{JOURNEY}/question", "Продолжить", ANSWER)
WRITTEN = Press("/style-guide/personal", "Продолжить", {"Что передать": "Позвоните мне завтра"})
CHOOSE = Press("/settings", "Сохранить настройки", {"Вдвое крупнее": ""})
CHOOSE_MORE = Press("/settings", "Сохранить настройки", {"Белым по чёрному": ""})
REPORT = Press("/obstacle", "Отправить сообщение", {"Что помешало?": "Кнопка молчит"})
SNILS = "Какой СНИЛС у этого человека?"
CLAIM = (
    Press("/my/claims", "Продолжить", {"Родитель": ""}),
    Press("", "Продолжить", {"Фамилия": "Звонарёв-Петухов", "Имя": "Тимофей"}),
    Press("", "Продолжить", {"День": "27 марта 2014 года"}),
    Press("", "Продолжить", {SNILS: "112-233-445 95"}),
    Press("", "Продолжить", {"Свидетельство о рождении": ""}),
    Press("", "Продолжить", {"Серия и номер": "II-АН 123456", "Кто выдал": "ЗАГС Приокского района"}),
    Press("", "Продолжить", ANSWER | {"Год": "2014"}),
)
"""A claim question by question."""
MAKE_CODE = Press("/my/representatives/code", "Продолжить")
WITHDRAW = Press("/my/consents/programme/withdrawal", "Отозвать согласие")

BEGIN = Press("/my/accompaniment/applications", "Начать новое заявление")
APPLY = (
    BEGIN,
    Press("", "Продолжить", {"Прекратить сопровождение": ""}),
    Press("", "Продолжить", {"Учреждение МСЭ": ""}),
    Press("", "Продолжить", {"Кому заявление?": "Главное бюро медико-социальной экспертизы"}),
)
"""An application for accompaniment, question by question."""
ADDRESS = {
    "Место жительства": "",
    "Почтовый индекс": "600731",
    "Регион": "Лукоморская область",
    "Город": "Верхние Зябы",
    "Дом": "48 литера Щ",
}
NAME_REGION = Press("/region", "Запомнить регион", {"Какой регион": "Татарстан"})
COMPUTE = Press(
    "/certificates/calculator",
    "Посчитать доплату",
    {"Код или название": "6-02-02", "Регион": "Татарстан", "Цена": "31 тысяча рублей"},
)
OF_SITE: tuple[Deed, ...] = (
    Deed("keep a product", "favourites.keep", KEEP, TITLE_AND_STATE),
    Deed("give it back", "favourites.remove", GIVE_BACK, TITLE_AND_STATE, before=(KEEP,)),
    Deed("keep it as a person", "favourites.keep", KEEP, TITLE_AND_STATE, who=Who.PERSON, late=IN_AGAIN),
    Deed("remove it from the list", "favourites.remove", IN_LIST, BOTH, before=(KEEP,)),
    Deed("remove it from a person's list", "favourites.remove", IN_LIST, BOTH, (KEEP,), Who.PERSON, late=IN_AGAIN),
    Deed("put it back in the list", "favourites.keep", Press("", "Вернуть: "), BOTH, before=(KEEP, IN_LIST)),
    Deed("keep it from a comparison", "favourites.keep", Press(COMPARED, "Добавить в избранное: "), TITLE_AND_STATE),
    Deed("write a note", "favourites.note", NOTE, BOTH | {Heard.STATE}, (KEEP,), Who.PERSON, thing="трость",
         refused={"Ваша заметка": "слово " * 100}, late=KEPT, keeps=True),
    Deed("compare", "catalogue.compare", Press("/catalogue/6-02/products", "Сравнить выбранные"), BOTH,
         thing="Изделия для сравнения не выбраны"),
    Deed("ask for newer data", "ipra.request_anew", Press("/my", "Запросить свежие данные"), frozenset({Heard.TITLE}),
         who=Who.PERSON, thing="Откуда данные", late=IN_AGAIN),
    Deed("withdraw a consent", "consents.withdraw", WITHDRAW, BOTH, who=Who.PERSON, late=IN_AGAIN),
    Deed("give a consent", "consents.one", Press("/my/consents/programme", "Даю согласие"), BOTH, before=(WITHDRAW,),
         who=Who.PERSON, late=IN_AGAIN),
    Deed("sign out", "auth.leave", Press("/sign-out", "Выйти"), BOTH, who=Who.PERSON, late=OUT),
    Deed("sign out everywhere", "auth.leave", Press("/sign-out", "Выйти на всех"), BOTH, who=Who.PERSON, twice=OUT,
         late=OUT),
    Deed("keep the sample", "style_guide.keep", Press("/style-guide/fragment", "Отложить: "), frozenset({Heard.TITLE})),
    Deed("answer the question", "style_guide.question", ANSWERED, BOTH,
         refused={"День": "брюмера 40\u00a0", "Месяц": "13", "Год": "7"}),
    Deed("send the example", "style_guide.check", Press(f"{JOURNEY}/check", "Подготовить"), BOTH, before=(ANSWERED,)),
    Deed("write as a person", "style_guide.write", WRITTEN, BOTH, who=Who.PERSON, refused={"Что передать": ""},
         late=KEPT, keeps=True),
    Deed("sign as a person", "style_guide.sign", Press("", "Подписать"), BOTH, before=(WRITTEN,), who=Who.PERSON,
         late=KEPT, keeps=True),
    Deed("choose reading settings", "reading_settings.choose", CHOOSE, TITLE_AND_STATE, thing="ваши настройки"),
    Deed("restore the usual look", "reading_settings.restore", Press("/settings", "Вернуть обычный вид"),
         TITLE_AND_STATE, before=(CHOOSE,), thing="обычный вид"),
    Deed("take reading settings back", "reading_settings.take_back", Press("", "Отменить"), frozenset({Heard.STATE}),
         before=(CHOOSE, CHOOSE_MORE), thing="прежние настройки"),
    Deed("report an obstacle", "obstacles.report", REPORT, BOTH, refused={"Что помешало?": ""}),
    Deed("act for oneself", "representatives.acting_for",
         Press("/my/acting-for", "Продолжить"), frozenset({Heard.TITLE}), who=Who.PERSON,
         thing="Что мне положено", late=IN_AGAIN),
    Deed("claim a right", "representatives.claim_kind", CLAIM[0], BOTH, who=Who.PERSON, late=KEPT, keeps=True),
    Deed("say whom", "representatives.claim_question", CLAIM[1], BOTH, CLAIM[:1], Who.PERSON,
         refused={"Фамилия": "—", "Имя": ""}, late=KEPT, keeps=True),
    Deed("say whose number", "representatives.claim_question", CLAIM[3], BOTH, CLAIM[:3], Who.PERSON,
         refused={SNILS: "112-233-445 96"}, late=KEPT, keeps=True),
    Deed("say which document", "representatives.claim_question", CLAIM[5], BOTH, CLAIM[:5], Who.PERSON,
         refused={"Серия и номер": "шесть", "Кто выдал": ""}, late=KEPT, keeps=True),
    Deed("send a claim", "representatives.claim_check", Press("", "Отправить заявку"), BOTH, CLAIM, Who.PERSON,
         late=IN_AGAIN),
    Deed("make a code", "representatives.code_new", MAKE_CODE, BOTH, who=Who.PERSON, late=IN_AGAIN),
    Deed("cancel a code", "representatives.code_made", Press("", "Отменить код"), BOTH, (MAKE_CODE,), Who.PERSON,
         late=IN_AGAIN),
    Deed("cancel all codes", "representatives.codes_cancelled", Press("/my/representatives/codes", "Отменить все"),
         BOTH, (MAKE_CODE,), Who.PERSON, late=IN_AGAIN),
    Deed("begin an application", "accompaniment.begin", BEGIN, BOTH, who=Who.PERSON, late=IN_AGAIN),
    Deed("say what is asked for", "accompaniment.question", APPLY[1], BOTH, APPLY[:1], Who.PERSON,
         late=KEPT, keeps=True),
    Deed("say to whom", "accompaniment.question", APPLY[3], BOTH, APPLY[:3], Who.PERSON,
         refused={"Кому заявление?": ""}, late=KEPT, keeps=True),
    Deed("say the address", "accompaniment.question", Press("", "Продолжить", ADDRESS), BOTH, APPLY, Who.PERSON,
         refused={"Почтовый индекс": "603"}, late=KEPT, keeps=True),
    Deed("name a region", "certificates.name_region", NAME_REGION, TITLE_AND_STATE, thing="Республика Татарстан",
         refused={"Какой регион": ""}),
    Deed("choose a region", "certificates.name_region", Press("/region/list", "Республика Татарстан"), TITLE_AND_STATE,
         thing="Республика Татарстан"),
    Deed("forget the region", "certificates.name_region", Press("", "Забыть регион"), TITLE_AND_STATE,
         before=(NAME_REGION,), thing="Регион"),
    Deed("compute a top-up", "certificates.calculator", COMPUTE, BOTH,
         refused={"Код или название": "", "Регион": "", "Цена": ""}),
    Deed("search", "catalogue.find", Press("/search", "Найти", {"Что найти": "складная трость"}), BOTH,
         thing="складная трость"),
    Deed("filter a kind", "catalogue.kind_products", Press("/catalogue/6-02/products", "Применить фильтры",
         {"Вес: до, граммов": "250"}), BOTH, thing="белые тактильные трости"),
    Deed("filter an item", "catalogue.item", Press("/catalogue/6-02-02", "Применить фильтры",
         {"Вес: до, граммов": "250"}), BOTH, thing="Код 6-02-02"),
)  # fmt: skip
OF_SANDBOX: tuple[Deed, ...] = (
    Deed("be somebody", "esia.enter", Press("", "Войти: Воронцова"), BOTH, who=Who.AT_SANDBOX, late=OVER_AT_SANDBOX),
    Deed("say the code", "second_step.check", ShownCode("", "Продолжить"), BOTH, (Press("", "Войти: Щукин"),),
         Who.AT_SANDBOX, late=OVER_AT_SANDBOX),
    Deed("agree", "esia.decide", Press("", "Разрешить"), frozenset(), (Press("", "Войти: Воронцова"),), Who.AT_SANDBOX,
         twice=OVER_AT_SANDBOX, late=OVER_AT_SANDBOX, leads_away=True),
    Deed("refuse", "esia.decide", Press("", "Отказать"), frozenset(), (Press("", "Войти: Воронцова"),), Who.AT_SANDBOX,
         twice=OVER_AT_SANDBOX, late=OVER_AT_SANDBOX, leads_away=True),
    Deed("move the clock", "control.change", Press("/control", "Вперёд на день"), TITLE_AND_STATE, thing="Часы",
         adds_up=True),
    Deed("switch failures", "control.change", Press("/control", "Отвечать так"), TITLE_AND_STATE,
         thing="Как отвечают системы"),
    Deed("ask everybody for codes", "control.change", Press("/control", "Спрашивать код у всех"), TITLE_AND_STATE,
         thing="Код при входе"),
    Deed("demand a refusal", "refusals.demand", Press("/control/refusal", "Назначить отказ"), TITLE_AND_STATE,
         thing="Что назначено"),
    Deed("begin anew", "control.change", Press("/control", "Начать всё заново"), TITLE_AND_STATE,
         thing="Начать заново"),
)  # fmt: skip


def opened(deed: Deed, client: StrictClient, at: Page | None = None) -> Page:
    """The page on which a deed is done, what comes before it done."""
    page = at
    for press in (*deed.before, deed.press):
        page = client.page(press.at) if press.at else page
        assert page is not None, deed.name
        if press is not deed.press:
            page = press.on(page)
    assert page is not None
    return page
