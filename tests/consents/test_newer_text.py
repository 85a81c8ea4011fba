"""Who has agreed to text 1 of the consent: what it named goes on, the register of accompaniment is not asked."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from tests.applications.filing import ENTITLING
from tests.applications.filing import LIST as APPLICATIONS
from tests.consents.test_given_and_withdrawn import AGREE, DOCUMENT, LIST, WITHDRAW, WITHDRAWAL, rows_about
from tests.support.accompanying import PlayedAccompaniment, copy_of, played_at, record
from tests.support.registers import Stage
from tests.support.representing import act_for, claimed_of, entrust
from tests.support.signing_in import number_of, sign_in
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.applications.models import Application
from webapp.consents.models import Consent
from webapp.core.database import db
from webapp.core.database import record as short_transaction
from webapp.core.entrusted import Function
from webapp.gateways.identity.port import Identified
from webapp.representatives.rules import Kind

RIGHT = "/my/accompaniment"
ANEW = "Чтобы показать сопровождение, нужно новое согласие"
READ_ON = "Прочитать и дать новое согласие"
ALONE = "Это решает только сам человек: ему нужно войти на сайт."


@pytest.fixture
def register(stage: Stage) -> PlayedAccompaniment:
    return played_at(stage)


@pytest.fixture
def person(stage: Stage, register: PlayedAccompaniment) -> Identified:
    """Has agreed to text 1 when there was no other."""
    found = stage.somebody()
    stage.tell(found, ENTITLING)
    register.tell(found, record())
    sign_in(stage.app, found)
    number = number_of(stage.app, found)
    with stage.app.app_context(), short_transaction() as database:
        database.execute(sa.update(Consent).where(Consent.person_id == number).values(version="1"))
    return found


@pytest.fixture
def client(stage: Stage, person: Identified) -> StrictClient:
    return sign_in(stage.app, person, consents=False)


@pytest.mark.parametrize("address", [RIGHT, APPLICATIONS, f"{APPLICATIONS}/0123456789abcdef01234567"])
def test_accompaniment_asks_anew_and_says_what_is_new(
    register: PlayedAccompaniment, client: StrictClient, address: str
) -> None:
    page = client.page(address)
    assert (page.status, page.h1) == (200, ANEW)
    assert "Прежнее согласие действует" in page.main and "Новое в тексте: реестр сопровождения." in page.main
    assert register.asked == []


def test_a_form_of_accompaniment_is_refused(register: PlayedAccompaniment, client: StrictClient) -> None:
    token = client.page("/my").response.text.split('name="csrf_token" value="')[1].split('"')[0]
    answer = client.post(f"{APPLICATIONS}/begin", data={"csrf_token": token}, headers=OUR_PAGE)
    assert answer.status_code == 403 and ANEW in answer.text and "Ничего не изменилось" in answer.text
    assert register.asked == []


@pytest.mark.parametrize("address", ["/my", "/my/programme", "/favourites", "/accompaniment"])
def test_what_text_1_named_goes_on(register: PlayedAccompaniment, client: StrictClient, address: str) -> None:
    page = client.page(address)
    assert page.status == 200 and "согласие" not in page.h1
    assert register.asked == []


def test_what_was_agreed_to_is_read_as_it_was(client: StrictClient) -> None:
    page = client.page(DOCUMENT)
    assert page.h1 == "Согласие дано, прежний текст: программа реабилитации"
    assert AGREE not in page.main and "реестр сопровождения" not in page.main
    newer = page.follow("Новый текст: ещё и о сопровождении")
    assert newer.h1 == "Дать новое согласие: программа реабилитации"
    assert "Отправляем СНИЛС в государственный реестр сопровождения" in newer.main
    assert "всё остальное работает как раньше" in newer.main


def test_from_the_question_one_agrees_and_the_register_is_asked(
    stage: Stage, register: PlayedAccompaniment, person: Identified, client: StrictClient
) -> None:
    arrived = client.page(RIGHT).follow(READ_ON).submit(button=AGREE)
    assert arrived.h1 == "Сопровождение: у вас есть право"
    assert register.asked == [person.snils]
    assert client.page(DOCUMENT).h1 == "Согласие дано: программа реабилитации"
    assert client.page(LIST).headings(2) == [
        "Дано: программа реабилитации",
        "Дано, прежний текст: программа реабилитации",
    ]
    earlier = client.page(LIST).follow("Дано, прежний текст: программа реабилитации")
    assert "реестр сопровождения" not in earlier.main
    assert rows_about(stage, person, Consent) == 2


@pytest.mark.parametrize("is_newer_given", [False, True])
def test_withdrawal_ends_whatever_was_given(
    stage: Stage, register: PlayedAccompaniment, person: Identified, client: StrictClient, is_newer_given: bool
) -> None:
    if is_newer_given:
        client.page(RIGHT).follow(READ_ON).submit(button=AGREE)
        client.page(APPLICATIONS).submit(button="Начать новое заявление")
        assert copy_of(stage, person) is not None
    asked = list(register.asked)
    done = client.page(WITHDRAWAL).submit(button=WITHDRAW)
    assert done.h1 == "Согласие отозвано: программа реабилитации"
    for address in (RIGHT, "/my", APPLICATIONS):
        assert client.page(address).h1 == "Чтобы показать программу, нужно ваше согласие"
    number = number_of(stage.app, person)
    with stage.app.app_context():
        assert db.session.scalars(sa.select(Application).where(Application.person_id == number)).all() == []
        kept = db.session.scalars(sa.select(Consent).where(Consent.person_id == number)).all()
        assert len(kept) == 1 + is_newer_given and all(each.withdrawn_at for each in kept)
    assert (register.asked, copy_of(stage, person)) == (asked, None)
    assert client.page(LIST).main.count("Отозвали вы.") == 1 + is_newer_given


@pytest.mark.parametrize("sent", ["1", "", "3"])
def test_another_text_than_that_in_force_is_not_agreed_to(
    stage: Stage, person: Identified, client: StrictClient, sent: str
) -> None:
    _, address, told = client.page(f"{DOCUMENT}?text=2").asks()
    page = client.send(address, told | {"version": sent}, DOCUMENT)
    assert page.h1 == "Дать новое согласие: программа реабилитации"
    assert rows_about(stage, person, Consent) == 1


def test_a_text_that_nobody_is_asked_for_has_no_button(client: StrictClient) -> None:
    client.page(WITHDRAWAL).submit(button=WITHDRAW)
    page = client.page(LIST)
    withdrawn = next(link for link in page.links if link.words.startswith("Отозвано"))
    assert "прежний текст" in withdrawn.words
    text = client.page(withdrawn.address)
    assert text.h1 == "Прежний текст согласия: программа реабилитации" and AGREE not in text.main
    assert text.follow("Текст, который действует сейчас").h1 == "Дать согласие: программа реабилитации"


@pytest.mark.parametrize(
    ("kind", "functions", "covers", "may"),
    [
        (Kind.GUARDIAN, frozenset(Function), None, True),
        (Kind.AGENT, frozenset(Function), True, True),
        (Kind.AGENT, frozenset(Function), False, False),
        (Kind.HELPER, frozenset({Function.VIEW}), None, False),
    ],
)
def test_who_acts_for_them_hears_it_too(
    stage: Stage,
    register: PlayedAccompaniment,
    person: Identified,
    kind: Kind,
    functions: frozenset[Function],
    covers: bool | None,
    may: bool,
) -> None:
    agent = stage.somebody()
    client = sign_in(stage.app, agent)
    claimed = replace(claimed_of(person), covers_consent=covers).to_json()
    act_for(client, entrust(stage.app, agent, person, kind, functions, claimed=claimed))
    assert client.page("/my").h1 == "Что положено этому человеку"
    page = client.page(RIGHT)
    assert page.h1 == ANEW and (READ_ON in page.main) is may and (ALONE in page.main) is not may
    assert register.asked == []
    if may:
        page = page.follow(READ_ON)
        assert "Согласие даёте вы." in page.main
        assert page.submit(button=AGREE).h1.startswith("Сопровождение")
        assert register.asked == [person.snils]
