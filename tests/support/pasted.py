"""What people paste, type and dictate into every field that takes text (U13, U15, U33), as data.

A new field is one entry of `FIELDS`; a guard fails when a page shows one that is not here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.support.forms import ANSWER, CLAIM, OF_SITE, SNILS, Deed, Press
from tests.support.page import Page
from tests.support.pasted_filters import ranges

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"
SPACES = {
    "no-break spaces": "\u00a0",
    "narrow no-break spaces": "\u202f",
    "figure spaces": "\u2007",
    "two spaces": "  ",
}
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ANYTHING = (
    "№ 5",
    "№\u00a05",
    "5 мм",
    "5\u00a0мм.",
    "12 400 руб.",
    "12\u202f400\u00a0рублей",
    "−5",
    "5–6",
    "пять тире шесть",
    "двенадцать тысяч четыреста рублей",
    "третье июня две тысячи двадцать шестого года",
    "５",
    "тpость",
    "\u200e5\u200f",
    "\ufeff\u00ad",
    " \n 5 \r\n",
    "точка",
    "тире",
    "— — —",
    "((((",
    "0" * 150,
)
"""Into any field: each is taken, or refused with words and kept."""


@dataclass(frozen=True)
class Field:
    """A text field of a form. `same` is what must mean the same as `plain`: why → as it was typed.

    `meaning` hears on the page that follows what was understood. `others` are the form's other answers.
    """

    name: str
    deed: Deed
    label: str
    plain: str
    same: Mapping[str, str]
    meaning: Callable[[Page], str]
    others: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.name} {self.plain}"

    def typed(self, here: Page, text: str) -> Page:
        """The page that follows when this is typed into the field of the page that is open."""
        return Press(self.deed.press.at, self.deed.press.button, {**self.others, self.label: text}).on(here)


def spaced(plain: str) -> dict[str, str]:
    """The same words with other spaces, with what is copied along with them, and with a full stop."""
    return {f"spaces, {why}": plain.replace(" ", space) for why, space in SPACES.items()} | {
        "spaces around": f" \u00a0{plain}\u00a0 ",
        "new lines around": f"\n{plain}\r\n",
        "a tabulator after it": f"{plain}\t",
        "unseen signs": f"\u200e{plain[0]}\u00ad{plain[1:]}\ufeff",
        "full stop": f"{plain}.",
        "quotes": f"«{plain}»",
    }


def dashed(plain: str) -> dict[str, str]:
    """The same with every dash there is, with spaces round it, and in digits of double width."""
    hyphens = {f"dash {dash!a}": plain.replace("-", dash) for dash in DASHES}
    return hyphens | {"spaces round dashes": plain.replace("-", " – "), "full width": plain.translate(FULL_WIDTH)}


def _found(page: Page) -> str:
    """Where the results lead; of a section or a kind, whose code leads there at once, its address."""
    ours = [link.address for link in page.links if link.address.startswith(("/products/", "/catalogue/"))]
    return " ".join(ours) if page.address.startswith("/search") else page.h1


def _understood(page: Page) -> str:
    return page.main


def _claimed(page: Page) -> str:
    """What the check of a claim says, after what is still asked before it."""
    while page.status == 200 and page.h1 in CLAIM_ASKS:
        page = CLAIM_ASKS[page.h1].on(page)
    return page.main


def _deed(endpoint: str) -> Deed:
    return next(deed for deed in OF_SITE if deed.endpoint == endpoint)


FIND, ASK, WRITE = _deed("catalogue.find"), _deed("style_guide.question"), _deed("style_guide.write")
QUESTION = "Что найти"
CODE = {
    "dictated": "шесть тире ноль два тире ноль два",
    "dictated with a capital and a full stop": "Шесть тире ноль два тире ноль два.",
    "dictated full stop": "шесть тире ноль два тире ноль два точка",
    "dictated without dashes": "шесть ноль два ноль два",
    "dictated spaces": "шесть пробел ноль два пробел ноль два",
    "dictated hyphens": "6 дефис 02 дефис 02",
    "dictated in English": "six dash zero two dash zero two",
    "number sign": "№ 6-02-02",
    "number sign and a no-break space": "№\u00a06-02-02",
    "label": "код 6-02-02",
    "label with a colon": "Код: 6-02-02",
    "leading zero": "06-02-02",
    "letters for zeros": "6-О2-o2",
    "other signs between": "6, 02, 02",
}
NUMBER = {
    "dictated": "шесть тире ноль два тире ноль два точка ноль ноль ноль один",
    "label": "номер изделия 6-02-02.0001",
}
ARTICLE = {
    "label": "артикул СН-0026",
    "dictated": "CH тире ноль ноль два шесть",
    "without the hyphen": "CH 0026",
    "look-alikes": "СН-0026",
    "small letters": "ch-0026",
}
WORDS = {"look-alikes": "cклaднaя тpоcть", "dictated full stop": "складная трость точка", "comma": "складная, трость"}
CHAIR = {"dictated": "кресло тире коляска"}
DATES = {
    "dictated": "двадцать седьмое марта две тысячи седьмого года",
    "dictated genitive": "Двадцать седьмого марта две тысячи седьмого года.",
    "dictated digits": "двадцать семь точка ноль три точка две тысячи семь",
    "dictated dashes": "27 тире 03 тире 2007",
    "dictated in English": "twenty seventh of March two thousand and seven",
    "dictated year of two numbers": "March twenty seventh, twenty oh seven",
    "dictated year, the day in digits": "march 27th twenty oh seven",
    "ending": "27-е марта 2007 г.",
    "look-alikes": "27 мaрта 2007",
    "month first": "March 27, 2007",
    "year first": "2007 тире 03 тире 27",
}
DAYS = {"dictated": "двадцать седьмое", "cardinal": "двадцать семь", "ending": "27-е", "label": "27 число"}
MONTHS = {"dictated": "март", "number": "03", "number in words": "три", "order": "третий", "look-alikes": "мapтa"}
YEARS = {
    "dictated": "две тысячи седьмого года",
    "cardinal": "две тысячи семь",
    "label": "2007 год",
    "short": "2007г.",
    "dictated in English": "two thousand and seven",
    "of two numbers": "twenty oh seven",
    "two numbers in digits": "20 07",
}
DAY, MONTH, YEAR = ANSWER.items()
TELL = _deed("obstacles.report")
PHONE = "+7-000-000-12-34"
PHONES = {
    "dictated": "плюс семь ноль ноль ноль ноль ноль ноль двенадцать тридцать четыре",
    "dictated by digits": "Восемь ноль ноль ноль ноль ноль ноль один два три четыре.",
    "dictated in groups": "восемь девятьсот двадцать три ноль ноль ноль двенадцать тридцать четыре",
    "dictated dashes": "плюс 7 тире 000 тире 000 тире 12 тире 34",
    "dictated in English": "plus seven zero zero zero zero zero zero one two three four",
    "label": "Телефон: +7 000 000 12 34",
}
SAID = {"Что помешало?": "Кнопка молчит"}
CLAIM_ASKS = {
    "Когда родился этот человек?": CLAIM[2],
    SNILS: CLAIM[3],
    "Какой у вас документ?": CLAIM[4],
    "Какое свидетельство о рождении?": CLAIM[5],
    "Когда выдано свидетельство?": CLAIM[6],
}
NOTE = _deed("favourites.note")
WHOM, WHOSE, WHICH = (each for each in OF_SITE if each.endpoint == "representatives.claim_question")
NUMBERS = {
    "dictated": "сто двенадцать двести тридцать три четыреста сорок пять девяносто пять",
    "dictated by digits": "один один два два три три четыре четыре пять девять пять",
    "dictated dashes": "112 тире 233 тире 445 пробел 95",
    "without hyphens": "11223344595",
    "label": "СНИЛС: 112-233-445 95",
}
CERTIFICATES = {
    "number sign": "II-АН № 123456",
    "look-alikes": "II-AH 123456",
    "small letters": "ii-ан 123456",
    "arabic": "2-АН 123456",
    "dictated": "два тире а эн сто двадцать три четыреста пятьдесят шесть",
    "label": "Серия II-АН номер 123456",
}
NAMES = {"dictated": "белов", "dictated full stop": "Белов точка", "look-alikes": "Бeлoв"}


def _taken(page: Page) -> str:
    """What the page says of the report, with the contact as it was understood; its number and day are of no matter."""
    return re.sub(r"\d", "0", page.main)


NAME, COMPUTE = _deed("certificates.name_region"), _deed("certificates.calculator")
ITEM, REGION, PRICE = COMPUTE.press.answers.items()
REGIONS = {
    "dictated": "в Татарстане",
    "dictated full stop": "Татарстан точка",
    "look-alikes": "Taтарстaн",
    "city": "Казань",
    "number": "16",
    "dictated number": "шестнадцать",
    "label": "регион 16",
    "number sign": "№ 16",
}
SUMS = {
    "dictated": "тридцать одна тысяча рублей",
    "dictated full stop": "Тридцать одна тысяча.",
    "digits": "31000",
    "kopecks": "31 000 руб. 00 коп.",
    "sign of the rouble": "31\u202f000 ₽",
    "point": "31.000,00",
    "shortened": "31 тыс.",
    "label": "цена: 31 000 р.",
    "full width": "３１０００",
    "dictated in English": "thirty-one thousand roubles",
}


def _counted(page: Page) -> str:
    """What the calculator says, without what was typed."""
    return page.h1


FIELDS: tuple[Field, ...] = (
    Field("region", NAME, "Какой регион", "Татарстан", spaced("Татарстан") | REGIONS, _understood),
    Field("item", COMPUTE, ITEM[0], "6-02-02", spaced("6-02-02") | dashed("6-02-02") | CODE, _counted,
          dict((REGION, PRICE))),
    Field("region", COMPUTE, REGION[0], "Татарстан", spaced("Татарстан") | REGIONS, _counted, dict((ITEM, PRICE))),
    Field("price", COMPUTE, PRICE[0], "31 тысяча рублей", spaced("31 тысяча рублей") | SUMS, _counted,
          dict((ITEM, REGION))),
    Field("q", FIND, QUESTION, "6-02-02", spaced("6-02-02") | dashed("6-02-02") | CODE, _found),
    Field("q", FIND, QUESTION, "6-02-02.0001", spaced("6-02-02.0001") | dashed("6-02-02.0001") | NUMBER, _found),
    Field("q", FIND, QUESTION, "6-02", dashed("6-02") | {"dictated": "шесть тире ноль два"}, _found),
    Field("q", FIND, QUESTION, "23(1)", {"dictated": "двадцать три (один)", "full width": "２３(１)"}, _found),
    Field("q", FIND, QUESTION, "CH-0026", spaced("CH-0026") | dashed("CH-0026") | ARTICLE, _found),
    Field("q", FIND, QUESTION, "складная трость", spaced("складная трость") | WORDS, _found),
    Field("q", FIND, QUESTION, "кресло-коляска", dashed("кресло-коляска") | CHAIR, _found),
    Field("bought-day", ASK, "День", "27 марта 2007 года",
          spaced("27 марта 2007 года") | dashed("27-03-2007") | DATES, _understood),
    Field("bought-day", ASK, "День", DAY[1], spaced(DAY[1]) | DAYS, _understood, dict((MONTH, YEAR))),
    Field("bought-month", ASK, "Месяц", MONTH[1], spaced(MONTH[1]) | MONTHS, _understood, dict((DAY, YEAR))),
    Field("text", TELL, "Что помешало?", "Кнопка молчит", spaced("Кнопка молчит"), _taken),
    Field("contact", TELL, "Как вам ответить", PHONE,
          spaced(PHONE.replace("-", " ")) | dashed(PHONE) | PHONES, _taken, SAID),
    Field("words", WRITE, "Что передать", "Позвоните мне", {"a tabulator after it": "Позвоните мне\t"}, _understood),
    Field("note", NOTE, "Ваша заметка", "Спросить цену", {"new lines around": "\nСпросить цену\r\n"}, _understood),
    Field("last_name", WHOM, "Фамилия", "Белов", spaced("Белов") | NAMES, _claimed, {"Имя": "Тимофей"}),
    Field("snils", WHOSE, SNILS, "112-233-445 95", spaced("112-233-445 95") | dashed("112-233-445 95") | NUMBERS,
          _claimed),
    Field("certificate", WHICH, "Серия и номер", "II-АН 123456",
          spaced("II-АН 123456") | dashed("II-АН 123456") | CERTIFICATES, _claimed, {"Кто выдал": "ЗАГС"}),
    *(Field(name, deed, label, plain, same, _understood) for name, deed, label, plain, same in ranges()),
    Field("bought-year", ASK, "Год", YEAR[1], spaced(YEAR[1]) | YEARS, _understood, dict((DAY, MONTH))),
)  # fmt: skip
