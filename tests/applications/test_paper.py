"""The document against the annex of Order 363н: every field of the recommended form, in its order, on paper."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from tests.support.registers import TODAY
from webapp.accompaniment import paper
from webapp.accompaniment.known import Known, Representative
from webapp.accompaniment.party import Identity, Paper, Party, Residence
from webapp.applications.kinds import Meant
from webapp.documents import pdf
from webapp.documents.tree import Document

OF_THE_PERSON = (
    "2. Сведения об инвалиде",
    "Фамилия, имя, отчество",
    "Дата рождения",
    "Инвалидность",
    "Причина инвалидности",
    "Дата установления группы инвалидности",
    "Группа инвалидности установлена на срок до",
    "Сведения о месте жительства",
    "Документ, удостоверяющий личность",
    "Страховой номер индивидуального лицевого счёта",
    "Контактный номер телефона, домашний",
    "Контактный номер телефона, мобильный",
    "Адрес электронной почты",
)
OF_THE_REPRESENTATIVE = (
    "3. Сведения о законном или уполномоченном представителе инвалида",
    "Фамилия, имя, отчество",
    "Документ, удостоверяющий полномочия законного или уполномоченного представителя инвалида",
    "Дата рождения",
    "Сведения о месте пребывания",
    "Документ, удостоверяющий личность законного или уполномоченного представителя инвалида",
    "Страховой номер индивидуального лицевого счёта законного или уполномоченного представителя инвалида",
    "Контактный номер телефона, домашний",
    "Контактный номер телефона, мобильный",
    "Адрес электронной почты",
)
BEFORE = (
    "Приложение к порядку предоставления",
    "от 18 июля 2024 года номер 363н",
    "Рекомендуемый образец",
    "В: Главное бюро",
    "От:",
    "Статус заявителя",
    "Заявление",
    "1. Прошу",
    "предоставить сопровождение при оказании услуг",
    "прекратить предоставление сопровождения: учреждением МСЭ",
    "возобновить предоставление сопровождения: учреждением МСЭ, территориальным органом Фонда",
)
AFTER = (
    "Подтверждаю согласие на обработку персональных данных инвалида в порядке, предусмотренном Федеральным законом "
    "от 27 июля 2006 года номер 152-ФЗ «О персональных данных», указанных в настоящем заявлении, в целях и объёме, "
    "необходимом для предоставления сопровождения.",
    "Дата:",
    "Подпись заявителя",
    "Фамилия, имя, отчество",
)
MEANT: Meant = {
    "request": "provide",
    "addressee_organisation": "Главное бюро",
    "group": "first",
    "cause": "общее заболевание",
    "since": date(2020, 3, 1),
    "address": "home",
    "own_address": "stay",
    "place": "Нижний Новгород",
    "own_place": "Нижний Новгород",
    "consent": ("person", "representative"),
    "channel": "phone",
}


def somebody(name: str, residence: Residence) -> Party:
    identity = Identity(Paper.PASSPORT, "0000", "000601", date(2020, 3, 1), "Отделом внутренних дел")
    address = (residence, "603000, Нижний Новгород, дом 17")
    return Party(name, date(1990, 5, 1), "000-000-601 01", identity, (address,), "", "")


def known(is_represented: bool) -> Known:
    acting = Representative(somebody("Макарова Ирина Олеговна", Residence.STAY), True, "акт органа опеки", True)
    person = somebody("Воронцова Анна Сергеевна", Residence.HOME)
    return Known(person, None, acting if is_represented else None, TODAY, TODAY, "https://esia.example", True, tuple)


def on_paper(document: Document) -> str:
    made = subprocess.run(("pdftotext", "-raw", "-", "-"), input=pdf.pdf(document), capture_output=True, check=True)
    return " ".join(made.stdout.decode().split())


@pytest.mark.parametrize("is_represented", [False, True])
def test_nothing_of_the_form_is_left_out(is_represented: bool, speaking: object) -> None:
    said = on_paper(paper.document(known(is_represented), MEANT, TODAY))
    place = 0
    for field in (*BEFORE, *OF_THE_PERSON, *(OF_THE_REPRESENTATIVE if is_represented else ()), *AFTER):
        found = said.find(field, place)
        assert found >= 0, field
        place = found + len(field)
    assert ("представителе инвалида" in said) is is_represented


def test_a_child_has_a_category(speaking: object) -> None:
    said = " ".join(paper.document(known(False), {**MEANT, "group": "child"}, TODAY).texts())
    assert "Дата установления категории «ребёнок-инвалид»" in said
    assert "Категория «ребёнок-инвалид» установлена на срок до" in said


def test_who_listens_hears_the_title_first(speaking: object) -> None:
    document = paper.document(known(False), MEANT, TODAY)
    assert next(document.texts()) == "Заявление"


def test_an_address_is_found_again_by_its_kind(speaking: object) -> None:
    """ЕСИА tells its list anew at each sign-in, and in another order."""
    told = known(False)
    moved = ((Residence.ACTUAL, "644000, Омск, дом 5"), *told.person.addresses)
    again = replace(told, person=replace(told.person, addresses=moved))
    first, second = (" ".join(paper.document(each, MEANT, TODAY).texts()) for each in (told, again))
    assert "Нижний Новгород, дом 17" in first and first == second


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"channel": "phone", "paper_forms": ["braille"]}, ["Удобный способ связи", "Вид бумаг"]),
        ({"channel": "any", "paper_forms": ""}, []),
        ({"channel": ""}, []),
        ({"request": "stop", "participant": "mse", "addressee_mse": "Бюро", "channel": "phone"}, []),
    ],
    ids=["wished", "does not matter", "not answered", "stopped"],
)
def test_wishes_are_no_part_of_the_form(speaking: object, changed: dict[str, object], said: list[str]) -> None:
    texts = list(paper.document(known(False), {**MEANT, **changed}, TODAY).texts())
    assert [text for text in texts if text in {"Удобный способ связи", "Вид бумаг"}] == said
    assert ("Пожелания (к образцу не относятся)" in texts) is bool(said)


@pytest.mark.parametrize(
    ("paper_", "expected"),
    [("passport", "Паспорт гражданина Российской Федерации"), ("birth_certificate", "Свидетельство о рождении")],
)
def test_a_document_of_any_gender_is_described(speaking: object, paper_: str, expected: str) -> None:
    typed = {"paper": paper_, "number": "0000 000601", "issued": date(2020, 3, 1), "issued_by": "Отдел"}
    untold = replace(known(False), person=replace(known(False).person, identity=None))
    said = " ".join(paper.document(untold, {**MEANT, **typed}, TODAY).texts()).replace("\xa0", " ")
    assert (
        f"{expected}. Серия и номер: 0000 000601. Дата выдачи: 1 марта 2020 года. Место выдачи: Нижний Новгород" in said
    )
    assert "Кто выдал: Отдел" in said
