"""A consent as a document: what is hidden without it, how it is given and withdrawn, what goes with it at once."""

import pytest
import sqlalchemy as sa

from tests.support.registers import CANE, Stage, line, programme
from tests.support.signing_in import sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.consents.models import Consent
from webapp.core.database import db
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import Failure
from webapp.ipra.models import RegisterCopy
from webapp.people.models import Person

DOCUMENT, LIST, WITHDRAWAL = "/my/consents/programme", "/my/consents", "/my/consents/programme/withdrawal"
PRODUCT = "/products/6-02-02.0001"
WANTED = "Чтобы показать программу, нужно ваше согласие"
AGREE, WITHDRAW = "Даю согласие", "Отозвать согласие"


@pytest.fixture
def person(stage: Stage) -> Identified:
    known = stage.somebody()
    stage.tell(known, programme(line()))
    return known


@pytest.fixture
def client(stage: Stage, person: Identified) -> StrictClient:
    """Signed in, and has agreed to nothing."""
    return sign_in(stage.app, person, consents=False)


def rows_about(stage: Stage, person: Identified, table: type[Consent] | type[RegisterCopy]) -> int:
    with stage.app.app_context():
        own = sa.select(sa.func.count()).select_from(table).join(Person, Person.id == table.person_id)
        return db.session.scalar(own.where(Person.oid == person.oid)) or 0


@pytest.mark.parametrize("address", ["/my", "/my/items/0123456789abcdef", "/my/programme", "/my/programme/0123"])
def test_without_it_no_page_of_the_programme_is_shown(stage: Stage, client: StrictClient, address: str) -> None:
    page = client.page(address)
    assert (page.status, page.h1) == (200, WANTED)
    assert page.main.startswith(f"{WANTED} Ваши данные: Крылова Анна Игоревна ")
    assert CANE not in page.main
    assert stage.register.calls == 0


def test_without_it_nobody_asks_for_newer_data(stage: Stage, person: Identified, client: StrictClient) -> None:
    token = client.page(DOCUMENT).asks()[2]["csrf_token"]
    answer = client.post("/my/request", data={"csrf_token": token}, headers=OUR_PAGE)
    assert answer.status_code == 403
    assert WANTED in answer.text and "Ничего не изменилось и не отправлено." in answer.text
    assert stage.register.calls == 0
    assert rows_about(stage, person, RegisterCopy) == 0


def test_without_it_a_product_says_that_nothing_was_compared(stage: Stage, client: StrictClient) -> None:
    page = client.page(PRODUCT)
    assert "Подходит к моей программе: ещё не проверяли. Нужно ваше согласие." in page.main
    assert "не уверены" not in page.main
    assert stage.register.calls == 0


def test_without_it_favourites_say_so_once_and_lead_to_it(stage: Stage, client: StrictClient) -> None:
    for number in ("6-02-02.0001", "6-02-02.0002"):
        client.send(f"/favourites/{number}", {})
    page = client.page("/favourites")
    assert page.main.count("Подходит к моей программе") == 1
    assert "Подходит к моей программе: ещё не проверяли. Нужно ваше согласие." in page.main
    page = page.follow("Дать согласие показать программу").submit(button=AGREE)
    assert page.address == "/favourites"
    assert page.main.count("Подходит к моей программе: да") + page.main.count("Подходит к моей программе: нет") == 2


@pytest.mark.parametrize("address", ["/", "/favourites", "/my/details", "/my/log", "/catalogue", "/my/representatives"])
def test_everything_else_works_without_it(client: StrictClient, address: str) -> None:
    page = client.page(address)
    assert page.status == 200
    assert page.h1 != WANTED


def test_the_document_says_all_that_the_law_wants(client: StrictClient) -> None:
    page = client.page(DOCUMENT)
    assert page.h1 == "Дать согласие: программа реабилитации"
    for said in ("Оператор: ", "Адрес: ", "о здоровье", "СНИЛС", "Удаляем", "пока его не отзовут", "Как отозвать"):
        assert said in page.main
    assert page.headings(2) == [
        "Кто даёт согласие",
        "Кто отвечает за данные",
        "Зачем нужны данные",
        "Какие данные",
        "Что мы делаем с данными",
        "На какой срок",
        "Как отозвать",
    ]


def test_the_text_stays_russian_for_english_readers(client: StrictClient) -> None:
    text = client.get(f"/en{DOCUMENT}").text
    assert '<div lang="ru">\n<h2>Кто даёт согласие' in text


def test_from_the_wall_one_agrees_and_is_where_one_wanted_to_be(stage: Stage, client: StrictClient) -> None:
    wall = client.page("/my/programme")
    document = client.page(wall.link("Прочитать и дать согласие").address)
    arrived = document.submit(button=AGREE)
    assert arrived.address.endswith("/my/programme")
    assert CANE in arrived.main
    assert stage.register.asked


def test_the_register_is_asked_at_the_moment_it_is_given(
    stage: Stage, person: Identified, client: StrictClient
) -> None:
    product = client.page(PRODUCT).follow("Дать согласие показать программу").submit(button=AGREE)
    assert product.address.startswith(PRODUCT)
    assert "Подходит к моей программе: да." in product.main
    assert stage.register.asked == [person.snils]
    assert len(stage.register.heard) == 1  # while the form was taken: the product's page had nothing left to ask


@pytest.mark.parametrize("failure", sorted(set(Failure) - {Failure.UNKNOWN_REQUEST}))
def test_it_is_given_whatever_the_register_says(stage: Stage, client: StrictClient, failure: Failure) -> None:
    stage.register.refuses = failure
    assert client.page(DOCUMENT).submit(button=AGREE).h1 == "Согласие дано: программа реабилитации"
    assert len(stage.register.asked) == 1


def test_giving_twice_is_one_consent(stage: Stage, person: Identified, client: StrictClient) -> None:
    form = client.page(DOCUMENT)
    for _ in range(2):
        page = form.submit(button=AGREE)
        assert page.h1 == "Согласие дано: программа реабилитации"
        assert "Согласие дали вы." in page.main
    assert rows_about(stage, person, Consent) == 1


def test_another_site_cannot_send_back_elsewhere(client: StrictClient) -> None:
    document = client.page(f"{DOCUMENT}?next=https://evil.example/my")
    page = document.submit(button=AGREE)
    assert page.h1 == "Согласие дано: программа реабилитации"


def test_withdrawal_asks_once_says_what_stops_and_removes_the_copy(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    client.page("/my")
    assert rows_about(stage, person, RegisterCopy) == 1
    question = client.page(client.page(DOCUMENT).link("Отозвать это согласие").address)
    assert question.h1 == "Отозвать согласие: программа реабилитации?"
    assert "Копию программы, сведения о сопровождении и начатые заявления мы сразу удалим" in question.main
    assert "Избранное, каталог и настройки останутся" in question.main
    done = question.submit(button=WITHDRAW)
    assert done.h1 == "Согласие отозвано: программа реабилитации"
    assert rows_about(stage, person, RegisterCopy) == 0
    calls = stage.register.calls
    assert client.page("/my").h1 == WANTED
    assert stage.register.calls == calls


def test_the_list_keeps_what_was_withdrawn_with_its_days(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    client.page(WITHDRAWAL).submit(button=WITHDRAW)
    stage.clock.pass_time(days=1)
    client = sign_in(stage.app, person, consents=False)
    client.page(DOCUMENT).submit(button=AGREE)
    page = client.page(LIST)
    assert [each.split(" 2 марта")[0] for each in page.headings(2)] == ["Дано: программа реабилитации", "Отозвано"]
    assert "Дано 3 марта 2026 года" in page.main and "Дано 2 марта 2026 года" in page.main
    assert page.main.count("Согласие дали вы.") == 2 and "Отозвали вы." in page.main


def test_withdrawing_what_is_not_there_changes_nothing(client: StrictClient) -> None:
    assert client.page(WITHDRAWAL).h1 == "Дать согласие: программа реабилитации"


def test_there_is_no_consent_for_another_purpose(client: StrictClient) -> None:
    assert client.get("/my/consents/everything").status_code == 404
    assert client.get("/my/consents/everything/withdrawal").status_code == 404


def test_nobody_reads_or_gives_one_without_signing_in(guest: StrictClient) -> None:
    for address in (LIST, DOCUMENT, WITHDRAWAL):
        assert guest.page(address).h1 == "Вход через Госуслуги"
