"""What everybody may read of accompaniment, as documents: the page and its files are made of the same blocks.

In the language of the request. The first block is the lead. Paragraphs are those of the order's annex.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from webapp.accompaniment.rules import COUNTED
from webapp.core.locale import current_language, gettext
from webapp.core.spoken import day
from webapp.documents.tree import Block, Document, Heading, Items, Text
from webapp.ipra.formats import CATEGORIES

SIGNED, SINCE = date(2024, 7, 18), date(2025, 3, 1)
"""When the order was signed, and from when on it holds."""


def about() -> Document:
    """What it is, who gives it, how to ask, stop and resume, when it ends, what it is not (paragraph 5)."""
    blocks = (*_to_whom(), *_who_helps(), *_how_to_ask(), *_its_end())
    title = gettext("Сопровождение: помощь с тем, что записано в программе")
    return Document(title, "accompaniment", blocks, current_language())


def order() -> Document:
    """The order retold, paragraph by paragraph, and where its own text is."""
    blocks = (
        *_order_itself(),
        *(block for told in (*_first_five(), *_participants(), *_last_three()) for block in told),
    )
    return Document(gettext("Приказ номер 363н простыми словами"), "order-363n", blocks, current_language())


def _to_whom() -> Iterator[Block]:
    yield Text(
        gettext(
            "Вам расскажут, что положено, помогут выбрать организацию и оформить бумаги."
            " Помощь началась с приказа номер 363н."
        )
    )
    yield Heading(gettext("Кому его дают"))
    yield Text(gettext("Тому, кому нужна помощь других людей, постоянная или частичная. Это видно из вашей программы."))
    yield Text(gettext("Нужна вторая или третья степень хотя бы одного из этих ограничений:"))
    yield _items(str(CATEGORIES[one]) for one in COUNTED)
    yield Text(gettext("Ограничения в обучении и труде не считаются."))


def _who_helps() -> Iterator[Block]:
    yield Heading(gettext("Кто помогает и чем"))
    yield Heading(gettext("Учреждение МСЭ"), 3)
    yield Text(gettext("Начинает само, заявление не нужно."))
    yield _items(
        (
            gettext("Объясняет, что делать с каждой записью программы."),
            gettext("Помогает выбрать средство из программы."),
            gettext("Показывает средства и учит ими пользоваться, если в учреждении есть такой кабинет."),
            gettext("Рассказывает, кто платит и как работает сертификат."),
        )
    )
    yield Text(
        gettext(
            "Вы выбираете, как с вами говорить: лично, по телефону, в мессенджере, письмом, по электронной почте."
            " Лично можно с переводом на русский жестовый язык."
        )
    )
    yield Heading(gettext("Отделение Социального фонда"), 3)
    yield Text(gettext("Начинает само, заявление не нужно."))
    yield _items(
        (
            gettext("Рассказывает, как получить средства за счёт федерального бюджета."),
            gettext("Рассказывает о сертификате и других способах."),
            gettext("Рассказывает, как вас проводят до организации, где выдают средство, и обратно."),
        )
    )
    yield Text(gettext("Для этого в программе нужно заключение: вам нужны эти средства или помощь в дороге."))
    yield from _region_helps()


def _region_helps() -> Iterator[Block]:
    yield Heading(gettext("Реабилитационная организация государственной системы"), 3)
    yield Text(gettext("Начинает по вашему заявлению."))
    yield _items(
        (
            gettext("Рассказывает, какие организации есть рядом и как к ним обратиться."),
            gettext("Помогает выбрать организации."),
            gettext("Составляет ваш маршрут реабилитации и следит за его сроками."),
            gettext("Помогает заключить договоры, оформить и подать документы."),
            gettext("Помогает во время самих услуг."),
        )
    )
    yield Heading(gettext("Исполнительный орган региона"), 3)
    yield Text(gettext("Договаривается с организациями. Заявление ему не подают."))
    yield Text(gettext("Участникам СВО может помогать и фонд «Защитники Отечества»."))


def _how_to_ask() -> Iterator[Block]:
    yield Heading(gettext("Как попросить, остановить и возобновить"))
    yield _items(
        (
            gettext("Попросить: подайте заявление в реабилитационную организацию."),
            gettext("Остановить: подайте заявление тому, кто помогает."),
            gettext("Возобновить: подайте заявление ему же. Можно в любой день, пока действует программа."),
        )
    )
    yield Text(gettext("Заявление подают на бумаге. Через Госуслуги можно, если получатель готов его принять."))
    yield Text(gettext("За вас может подать законный или уполномоченный представитель."))


def _its_end() -> Iterator[Block]:
    yield Heading(gettext("Когда оно заканчивается"))
    yield _items(
        (
            gettext("Закончился срок программы. Если её заменила новая, сопровождение идёт дальше."),
            gettext("Вы попросили его прекратить."),
            gettext("Учреждение МСЭ решило, что степень ограничений стала меньше."),
        )
    )
    yield Heading(gettext("Чем оно не является"))
    yield _items(
        (
            gettext("Это не сопровождаемое проживание: дома с вами никто не живёт."),
            gettext("Это не провожатый в дороге за средством. Фонд не провожает сам, а рассказывает, как попросить."),
        )
    )


def _order_itself() -> Iterator[Block]:
    signed, since = day(SIGNED), day(SINCE)
    yield Text(gettext("Это наш пересказ, по пунктам. Силу имеет сам приказ."))
    yield Text(
        gettext("Приказ Минтруда России, %(signed)s, номер 363н. Действует с %(since)s.", signed=signed, since=since)
    )
    yield Text(gettext("Полный текст ищите на портале правовой информации pravo.gov.ru, по номеру и дню приказа."))


def _first_five() -> Iterator[Iterator[Block]]:
    yield _part(
        gettext("Пункт 1. Кому дают сопровождение"),
        gettext("Инвалидам и детям-инвалидам, которым нужна помощь других людей."),
        gettext("Нужна ли она, видно из программы. В ней должна быть вторая или третья степень ограничения."),
        gettext(
            "Считаются пять способностей: обслуживать себя, передвигаться, ориентироваться, общаться,"
            " контролировать своё поведение."
        ),
    )
    yield _part(
        gettext("Пункт 2. Что это за помощь"),
        gettext("С вами говорят, помогают организовать и помогают на месте. Всё это ради услуг из вашей программы."),
    )
    yield _part(
        gettext("Пункты 3 и 4. Кто помогает"),
        gettext(
            "Учреждения МСЭ, отделения Социального фонда, исполнительные органы регионов,"
            " реабилитационные организации государственной системы."
        ),
        gettext("Они могут привлечь и частные организации. Участникам СВО может помогать фонд «Защитники Отечества»."),
    )
    yield _part(
        gettext("Пункт 5. Как вы о нём узнаёте"),
        gettext(
            "Вам отвечают, когда вы приходите или пишете. В помещениях висят объявления,"
            " продублированные шрифтом Брайля. Доступными должны быть и сайты."
        ),
    )


def _participants() -> Iterator[Iterator[Block]]:
    yield _part(
        gettext("Пункты 6 и 7. Учреждение МСЭ"),
        gettext(
            "Объясняет программу, помогает выбрать средства, показывает их, если есть кабинет."
            " Говорит, за чей счёт они и как работает сертификат."
        ),
        gettext(
            "Начинает само: лично после экспертизы."
            " Если вы там не были, по телефону, сообщением, заказным или электронным письмом."
            " Через Госуслуги тоже, если они это умеют."
        ),
        gettext("Дальше способ выбираете вы."),
    )
    yield _part(
        gettext("Пункт 8. Отделение Социального фонда"),
        gettext(
            "Рассказывает о средствах за счёт федерального бюджета, о сертификате, о сопровождении в дороге"
            " за средством."
        ),
        gettext("Начинает само, если в программе есть заключение об этих средствах или о помощи в дороге."),
        gettext("В приказе между двумя заключениями стоит запятая. Мы читаем её как «или»."),
    )
    yield _part(
        gettext("Пункт 9. Исполнительный орган региона"),
        gettext("Работает с организациями. Сам человек к нему с заявлением не обращается."),
    )
    yield _part(
        gettext("Пункт 10. Реабилитационная организация"),
        gettext("Рассказывает об услугах и организациях рядом с вами. Составляет ваш маршрут и помогает его пройти."),
        gettext("Помогает заключить договоры, подать документы. Помогает во время самих услуг."),
    )


def _last_three() -> Iterator[Iterator[Block]]:
    yield _part(
        gettext("Пункт 11. Отказ и возвращение"),
        gettext("Отказаться можно. Возобновить можно в любое время, пока действует программа."),
    )
    yield _part(
        gettext("Пункт 12. Заявление"),
        gettext("Чтобы организация начала, нужно заявление. Чтобы кто угодно из трёх прекратил или возобновил, тоже."),
        gettext(
            "Подают на бумаге или через Госуслуги, если портал и получатель готовы."
            " На Госуслугах подписывают простой подписью или подписью «Госключа»."
        ),
        gettext("Может подать и законный или уполномоченный представитель."),
    )
    yield _part(
        gettext("Пункт 13. Когда сопровождение заканчивается"),
        gettext(
            "Закончился срок программы. Вы попросили прекратить."
            " Изменилось решение учреждения МСЭ о степени ограничений."
        ),
    )


def _part(heading: str, *texts: str) -> Iterator[Block]:
    yield Heading(heading)
    yield from map(Text, texts)


def _items(texts: Iterable[str]) -> Items:
    return Items(tuple(texts))
