"""The application as a document: the recommended form of Order 363н, annex, in its own order and words.

The form is official, so it is Russian whatever the page's language is. What is left empty «при наличии» is said so.
"""

from collections.abc import Iterator
from datetime import date

from webapp.accompaniment import wording
from webapp.accompaniment.known import Known
from webapp.accompaniment.party import Residence
from webapp.accompaniment.questions import OWN, PERSON, addressed
from webapp.accompaniment.rules import Participant, Request
from webapp.applications.kinds import Meant
from webapp.core.locale import source_language
from webapp.core.spoken import day, phone, spelt
from webapp.documents.tree import Block, Document, Facts, Heading, Line, Text, Ticks
from webapp.gateways.programmes.port import Group

FILE_NAME = "zayavlenie-soprovozhdenie"
NONE = "нет"
STATUSES = {True: "законный представитель", False: "уполномоченный представитель"}
PROVIDE = (
    "предоставить сопровождение при оказании услуг в рамках комплексной реабилитации и абилитации инвалидов "
    "в соответствии с частью четырнадцатой статьи 9 Федерального закона от 24 ноября 1995 года номер 181-ФЗ "
    "«О социальной защите инвалидов в Российской Федерации» в реабилитационной организации"
)
OF_WHOM = {
    Participant.MSE: "учреждением МСЭ",
    Participant.FUND: "территориальным органом Фонда",
    Participant.ORGANISATION: "реабилитационной организацией",
}
CONSENT = (
    "Подтверждаю согласие на обработку персональных данных {whose} в порядке, предусмотренном Федеральным законом "
    "от 27 июля 2006 года номер 152-ФЗ «О персональных данных», указанных в настоящем заявлении, в целях и объёме, "
    "необходимом для предоставления сопровождения."
)
DISABLED = "инвалида"
AGENT = "законного или уполномоченного представителя инвалида"
ANNEX = (
    "Приложение к порядку предоставления при необходимости инвалидам, нуждающимся в постоянной или частичной "
    "посторонней помощи, в соответствии с индивидуальной программой реабилитации и абилитации инвалида сопровождения "
    "при оказании услуг в рамках комплексной реабилитации и абилитации инвалидов, утверждённому приказом Министерства "
    "труда и социальной защиты Российской Федерации от 18 июля 2024 года номер 363н. Рекомендуемый образец."
)
RESIDENCES = {
    Residence.HOME: "месте жительства",
    Residence.STAY: "месте пребывания",
    Residence.ACTUAL: "месте фактического проживания",
}


def document(known: Known, meant: Meant, today: date) -> Document:
    """The form filled in; `meant` holds every answer that is asked for."""
    with source_language():
        return Document("Заявление", FILE_NAME, tuple(_blocks(known, meant, today)), above=tuple(_above(known, meant)))


def _signer(known: Known) -> str:
    party = known.representative.party if known.representative is not None else known.person
    return spelt(party.full_name)


def _above(known: Known, meant: Meant) -> Iterator[Block]:
    """What the form has over its title: of which order it is, to whom it goes, from whom."""
    yield Text(spelt(ANNEX))
    yield Facts(
        (
            ("В", spelt(meant[f"addressee_{addressed(meant)}"])),
            ("От", _signer(known)),
            ("Статус заявителя", STATUSES[known.representative.is_legal] if known.representative else "инвалид"),
        )
    )


def _blocks(known: Known, meant: Meant, today: date) -> Iterator[Block]:
    yield Heading(spelt("1. Прошу"))
    yield Ticks(tuple(_requests(meant)))
    yield Heading(spelt("2. Сведения об инвалиде"))
    yield Facts(tuple(_person(known, meant)))
    if known.representative is not None:  # «при наличии»
        yield Heading(spelt("3. Сведения о законном или уполномоченном представителе инвалида"))
        yield Facts(tuple(_representative(known, meant)))
    yield Heading("Согласие на обработку персональных данных")
    yield Ticks(tuple(_consents(known, meant)))
    wishes = tuple(_wishes(meant))
    if wishes:
        yield Heading("Пожелания (к образцу не относятся)")
        yield Facts(wishes)
    yield Heading("Дата и подпись")
    yield Facts((("Дата", day(today)),))
    yield Line("Подпись заявителя", (("Фамилия, имя, отчество", _signer(known)),))


def _requests(meant: Meant) -> Iterator[tuple[str, bool]]:
    """The three boxes; of «прекратить» and «возобновить» all participants are named and one is underlined, in words."""
    request = Request(meant["request"])
    yield spelt(PROVIDE), request is Request.PROVIDE
    for asked, verb in ((Request.STOP, "прекратить"), (Request.RESUME, "возобновить")):
        text = f"{verb} предоставление сопровождения: {', '.join(OF_WHOM.values())}"
        if asked is request:
            text += f". Подчёркнуто: {OF_WHOM[Participant(meant['participant'])]}"
        yield text, asked is request


def _person(known: Known, meant: Meant) -> Iterator[tuple[str, str]]:
    yield "Фамилия, имя, отчество", spelt(known.person.full_name)
    yield "Дата рождения", _birth(known, PERSON, meant)
    yield from _disability(known, meant)
    yield from _party(known, PERSON, meant)


def _representative(known: Known, meant: Meant) -> Iterator[tuple[str, str]]:
    acting = known.representative
    assert acting is not None
    yield "Фамилия, имя, отчество", spelt(acting.party.full_name)
    yield f"Документ, удостоверяющий полномочия {AGENT}", acting.document
    yield "Дата рождения", _birth(known, OWN, meant)
    yield from _party(known, OWN, meant)


def _disability(known: Known, meant: Meant) -> Iterator[tuple[str, str]]:
    extract = known.extract
    if extract is not None and wording.is_disability_told(extract):
        assert extract.group is not None and extract.disabled_since is not None
        group, cause, since = extract.group, extract.cause, extract.disabled_since
        until = wording.until(extract)
    else:
        group, cause, since = Group(meant["group"]), meant["cause"], meant["since"]
        until = day(meant["until"]) if meant.get("until") else "бессрочно"
    yield "Инвалидность", str(wording.GROUPS[group])
    yield "Причина инвалидности", spelt(cause)
    category = "категория «ребёнок-инвалид»" if group is Group.CHILD else "группа инвалидности"
    of_category = "категории «ребёнок-инвалид»" if group is Group.CHILD else "группы инвалидности"
    yield f"Дата установления {of_category}", day(since)
    yield f"{category.capitalize()} установлена на срок до", until


def _party(known: Known, whose: str, meant: Meant) -> Iterator[tuple[str, str]]:
    """Address, document, СНИЛС, telephones, e-mail, in the order of the form."""
    party = known.party(whose)
    chosen = meant.get(f"{whose}address", wording.OTHER)
    if chosen == wording.OTHER:
        residence, text = meant[f"{whose}residence"], _address(whose, meant)
    else:
        residence, text = Residence(chosen), party.residences[Residence(chosen)]
    of_whom = f" {AGENT}" if whose == OWN else ""
    yield f"Сведения о {RESIDENCES[residence]}", spelt(text)
    yield f"Документ, удостоверяющий личность{of_whom}", spelt(_identity(known, whose, meant))
    yield f"Страховой номер индивидуального лицевого счёта{of_whom}", spelt(party.snils or meant[f"{whose}snils"])
    yield "Контактный номер телефона, домашний", _phone(meant, f"{whose}home_phone")
    yield "Контактный номер телефона, мобильный", _phone(meant, f"{whose}mobile")
    yield "Адрес электронной почты", spelt(meant.get(f"{whose}email") or NONE)


def _identity(known: Known, whose: str, meant: Meant) -> str:
    """Name, series and number, day and place, office."""
    one = known.party(whose).identity
    place = meant[f"{whose}place"]
    if one is not None:
        name, number = wording.DOCUMENTS[one.paper], f"{one.series} {one.number}".strip()
        issued, issued_by = one.issued, one.issued_by
    else:
        name = meant.get(f"{whose}paper_name") or wording.DOCUMENTS[meant[f"{whose}paper"]]
        number, issued, issued_by = (meant[whose + part] for part in ("number", "issued", "issued_by"))
    return (  # full stops: after a number and a comma the Braille table reads «д» as a digit
        f"{name}. Серия и номер: {number}. Дата выдачи: {day(issued)}. Место выдачи: {place}. Кто выдал: {issued_by}"
    )


def _address(whose: str, meant: Meant) -> str:
    """«603000, Нижегородская область, Нижний Новгород, Садовая, дом 17, корпус 1, квартира 42»."""
    named = (
        ("postcode", ""),
        ("region", ""),
        ("district", ""),
        ("town", ""),
        ("street", ""),
        ("house", "дом "),
        ("building", "корпус "),
        ("flat", "квартира "),
    )
    return ", ".join(f"{word}{meant[whose + name]}" for name, word in named if meant.get(whose + name))


def _birth(known: Known, whose: str, meant: Meant) -> str:
    return day(known.party(whose).birth_date or meant[f"{whose}birth_date"])


def _phone(meant: Meant, name: str) -> str:
    return phone(meant[name]) if meant.get(name) else NONE


def _consents(known: Known, meant: Meant) -> Iterator[tuple[str, bool]]:
    given = meant["consent"]
    yield spelt(CONSENT.format(whose=DISABLED)), "person" in given
    if known.representative is not None:
        yield spelt(CONSENT.format(whose=AGENT)), "representative" in given


def _wishes(meant: Meant) -> Iterator[tuple[str, str]]:
    """Beside the form: how the person wants to be helped (paragraph 7), as far as they said; of «прекратить» none."""
    if meant["request"] == Request.STOP:
        return
    if meant.get("channel") not in {None, "", wording.ANY}:
        yield "Удобный способ связи", str(wording.CHANNELS[meant["channel"]])
    if meant.get("paper_forms"):
        yield "Вид бумаг", ", ".join(str(wording.PAPER_FORMS[form]) for form in meant["paper_forms"])
