"""To whom an application goes: only to whom it may, whatever name was typed and whatever was answered before."""

import pytest

from tests.applications.filing import ADDRESSEE, ENTITLING, LIST, begun, entitled
from tests.support.accompanying import PlayedAccompaniment, organisation, played_at, record
from tests.support.page import Page
from tests.support.registers import Stage, days, programme
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage
from webapp.accompaniment import exchange
from webapp.accompaniment.addressee import Unfit, unfit
from webapp.accompaniment.rules import Participant
from webapp.gateways.accompaniment.port import Failure, State
from webapp.gateways.programmes.port import LifeActivity, Limitation

__all__ = ("site", "stage")
MSE, FUND, AUTHORITY, ORGANISATION = Participant
PRIVATE = "Автономная некоммерческая организация «Белая трость» (демо)"


@pytest.mark.parametrize(
    ("name", "participant", "expected"),
    [
        (PRIVATE, ORGANISATION, Unfit.PRIVATE),
        ("автономная  некоммерческая организация БЕЛАЯ ТРОСТЬ", ORGANISATION, Unfit.PRIVATE),
        (" «Белая  Трость».", ORGANISATION, Unfit.PRIVATE),
        ("Белая трость", MSE, Unfit.PRIVATE),
        ("Центр «Белая трость»", ORGANISATION, None),
        ("Фонд «Защитники Отечества»", ORGANISATION, Unfit.DEFENDERS),
        ("Государственный фонд поддержки «Защитники отечества» по Перми", FUND, Unfit.DEFENDERS),
        (ADDRESSEE, MSE, None),
        (ADDRESSEE, ORGANISATION, Unfit.OTHER),
        ("Бюро МСЭ № 5", FUND, Unfit.OTHER),
        ("Центр медико-социальной экспертизы и реабилитации", ORGANISATION, None),
        ("Отделение Фонда пенсионного и социального страхования", ORGANISATION, Unfit.OTHER),
        ("Отделение Социального фонда", FUND, None),
        ("СФР", MSE, Unfit.OTHER),
        ("Министерство социальной политики", ORGANISATION, Unfit.OTHER),
        ("Департамент труда", MSE, Unfit.OTHER),
        ("Центр «Путь»", ORGANISATION, None),
    ],
)
def test_a_name_that_is_no_addressee_is_known(name: str, participant: Participant, expected: Unfit | None) -> None:
    assert unfit(name, participant, [PRIVATE, "«Белая трость» (демо)"]) is expected


@pytest.fixture
def register(stage: Stage) -> PlayedAccompaniment:
    register = played_at(stage)
    private = organisation("52-9", name=PRIVATE, short_name="«Белая трость» (демо)", is_state=False)
    register.regions["52"] = (private, organisation())
    return register


def asked_to_whom(stage: Stage) -> Page:
    return begun(entitled(stage)).submit({"Предоставить": ""}, "Продолжить")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("белая трость", "это частная организация"),
        ("Фонд «Защитники Отечества»", "такое заявление не подают"),
        (ADDRESSEE, "это не реабилитационная организация"),
    ],
)
def test_who_is_no_addressee_is_refused_with_a_way_on(
    stage: Stage, register: PlayedAccompaniment, name: str, said: str
) -> None:
    client = entitled(stage)
    listed = client.page("/accompaniment/organisations")
    assert listed.h1 == "Реабилитационные организации: Нижегородская область"
    assert PRIVATE in listed.main and listed.response.text.count("Подготовить заявление") == 1
    refused = begun(client).submit({"Предоставить": ""}, "Продолжить").submit({"Кому": name}, "Продолжить")
    assert (refused.status, refused.h1) == (422, "Кому заявление?")
    assert said in refused.main
    assert refused.value("Кому") == name
    assert refused.follow("Реабилитационные организации региона").h1 == listed.h1


def test_from_the_list_the_full_name_stands_in_the_application(stage: Stage, register: PlayedAccompaniment) -> None:
    client = entitled(stage)
    client.page(LIST)  # the programme has come
    listed = client.page("/accompaniment/organisations")
    following = listed.submit(button=listed.button("Подготовить заявление"))
    assert "/ask/" in following.address and following.h1 != "Кому заявление?"
    name = following.address.split("/")[4]
    assert client.page(f"{LIST}/{name}/ask/addressee").value("Кому") == organisation().name


def test_another_request_asks_anew_to_whom(stage: Stage) -> None:
    """An institution of the assessment is never left as the addressee of «предоставить»."""
    client = entitled(stage)
    page = begun(client).submit({"Прекратить": ""}, "Продолжить").submit({"Учреждение МСЭ": ""}, "Продолжить")
    name = page.submit({"Кому": ADDRESSEE}, "Продолжить").address.split("/")[4]
    asked = client.page(f"{LIST}/{name}/ask/request").submit({"Предоставить": ""}, "Продолжить")
    assert (asked.h1, asked.value("Кому")) == ("Кому заявление?", "")
    client.page(f"{LIST}/{name}/ask/request").submit({"Прекратить": ""}, "Продолжить")
    assert client.page(f"{LIST}/{name}/ask/addressee").value("Кому") == ADDRESSEE


def test_while_the_register_is_down_an_application_is_possible(stage: Stage, register: PlayedAccompaniment) -> None:
    register.fails = Failure.UNAVAILABLE
    client = stage.entitled(ENTITLING)
    client.page("/my")
    right = client.page("/my/accompaniment")
    assert "мы не знаем, кто помогает" in right.main and "Заявление можно подготовить и сейчас." in right.main
    assert begun(client).submit({"Предоставить": ""}, "Продолжить").h1 == "Кому заявление?"


LIGHTER = programme(limitations=(Limitation(LifeActivity.ORIENTATION, 1),))
ENDED = programme(limitations=(Limitation(LifeActivity.ORIENTATION, 3),), ends=days(-1))


@pytest.mark.parametrize("without_right", [LIGHTER, ENDED], ids=["lighter", "ended"])
def test_what_is_given_may_be_stopped_without_the_right_and_nothing_else(
    stage: Stage, register: PlayedAccompaniment, without_right: object
) -> None:
    somebody = stage.somebody()
    stage.tell(somebody, without_right)  # type: ignore[arg-type]
    register.tell(somebody, record(MSE, State.GIVEN), record(FUND, State.STOPPED))
    client = sign_in(stage.app, somebody)
    client.page("/my")
    right = client.page("/my/accompaniment")
    assert "Возобновить сопровождение" not in right.response.text
    following = right.submit(button="Прекратить сопровождение учреждением МСЭ")
    assert following.h1 == "Кому заявление?" or "/ask/" in following.address
    asked = client.page("/".join(following.address.split("/")[:5]) + "/ask/request")
    assert "Прекратить" in asked.main and "Предоставить" not in asked.main and "Возобновить" not in asked.main
    assert "Начать новое заявление" not in client.page(LIST).main


@pytest.mark.parametrize("closed", [False, True])
def test_the_fund_is_resumed_only_where_a_conclusion_does_not_say_no(stage: Stage, closed: bool) -> None:
    limitations = (Limitation(LifeActivity.ORIENTATION, 3),)
    told = programme(limitations=limitations, needs_tsr=not closed, needs_escort=False)
    page = begun(stage.entitled(told)).submit({"Возобновить": ""}, "Продолжить")
    assert page.h1 == "Чью помощь возобновить?"
    assert ("Отделение Социального фонда" in page.main) is not closed


def test_a_short_name_is_refused_only_where_the_person_lives(stage: Stage, register: PlayedAccompaniment) -> None:
    """A state «Надежда» elsewhere has to be reachable; the full name of a private one is known everywhere."""
    private = organisation("71-9", name="Частный центр «Надежда» (демо)", short_name="«Надежда»", is_state=False)
    register.regions["71"] = (private,)
    client = entitled(stage)
    with stage.app.test_request_context("/"):
        exchange.organisations("71")
        exchange.organisations("52")
    refused = begun(client).submit({"Предоставить": ""}, "Продолжить").submit({"Кому": private.name}, "Продолжить")
    assert "это частная организация" in refused.main
    refused = refused.submit({"Кому": "Белая трость"}, "Продолжить")
    assert "это частная организация" in refused.main
    assert refused.submit({"Кому": "Надежда"}, "Продолжить").h1 != "Кому заявление?"
