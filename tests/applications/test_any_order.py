"""No order of requests, no edited body, no double press brings an application into a state that cannot be."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.applications.filing import ADDRESSEE, LIST, answered, begun, entitled
from tests.support.registers import Stage
from tests.support.staged import site, stage
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.accompaniment.rules import Participant, Request, may_ask
from webapp.accompaniment.wording import BY_WHOM

__all__ = ("site", "stage")
REQUESTS = (*Request, "", "destroy", "provide stop")
PARTICIPANTS = (*Participant, "", "president", "mse fund")
FIELD = st.one_of(
    st.tuples(st.just("request"), st.sampled_from(REQUESTS)),
    st.tuples(st.just("participant"), st.sampled_from(PARTICIPANTS)),
    st.tuples(
        st.sampled_from(["addressee", *(f"addressee_{one}" for one in Participant)]),
        st.sampled_from(["", "Контора", "\x00", "Б" * 400, ADDRESSEE, "Социальный фонд", "Министерство"]),
    ),
    st.tuples(st.sampled_from(["mobile", "place", "postcode", "own_place"]), st.sampled_from(["", "12", "Пермь"])),
    st.tuples(st.just("address"), st.sampled_from(["home", "actual", "stay", "other", "0", "x"])),
    st.tuples(st.just("consent"), st.sampled_from(["person", "representative", "", "both"])),
    st.tuples(st.just("channel"), st.sampled_from(["phone", "smoke", ""])),
)
PAGES = {"mobile": "contacts", "postcode": "other-address"}
"""On which page a field stands, where it has not the page's name."""
MOVE = st.tuples(st.sampled_from(["ask", "ask twice", "back", "document", "check", "begin", "forget"]), FIELD)


def token_of_form(client: StrictClient) -> str:
    return str(client.page("/sign-out").response.text.split('name="csrf_token" value="')[1].split('"')[0])


def ticked(main: str) -> list[str]:
    """What is asked for in a document: the boxes that are ticked, the consents left out."""
    return [part.split(" Не отмечено:")[0] for part in main.split(" Отмечено: ")[1:] if "Подтверждаю" not in part[:20]]


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(MOVE, max_size=8))
def test_no_order_of_requests_reaches_what_cannot_be(stage: Stage, moves: list[Any]) -> None:
    client = entitled(stage)
    name = answered(begun(client)).address.split("/")[4]
    token = token_of_form(client)
    for how, (field, value) in moves:
        page = "addressee" if field.startswith("addressee") else PAGES.get(field, field.replace("_", "-"))
        address = f"{LIST}/begin" if how == "begin" else f"{LIST}/{name}/ask/{page}"
        if how == "back":
            assert client.get(address).status_code in {200, 404}
        if how == "forget":
            address = f"{LIST}/{name}/forget"
        if how in {"document", "check"}:
            assert client.get(f"{LIST}/{name}/{how}").status_code in {200, 303, 404}
        for _ in range(2 if how == "ask twice" else 1):
            told = {"csrf_token": token, field: value, "seen": value}
            assert client.post(address, data=told, headers=OUR_PAGE).status_code in {303, 400, 404, 409, 422}
    answer = client.get(f"{LIST}/{name}/document")
    if answer.status_code == 200:
        asked = ticked(client.page(f"{LIST}/{name}/document").main)
        assert len(asked) == 1, asked
        assert asked[0].startswith(("предоставить", "прекратить", "возобновить"))
        main = client.page(f"{LIST}/{name}/document").main
        assert (ADDRESSEE in main) <= ("Подчёркнуто: учреждением МСЭ" in asked[0]), asked
        assert ("В: Социальный фонд" in main) <= ("Подчёркнуто: территориальным органом Фонда" in asked[0]), asked
        assert "В: Министерство" not in main


@pytest.mark.parametrize("request_", list(Request))
@pytest.mark.parametrize("participant", list(Participant))
def test_only_seven_pairs_can_be_begun_by_any_body(stage: Stage, request_: Request, participant: Participant) -> None:
    client = entitled(stage)
    client.page(LIST)  # the register is asked
    sent = {"request": request_.value, "participant": participant.value, f"addressee_{participant}": "Контора"}
    sent["csrf_token"] = token_of_form(client)
    client.post(f"{LIST}/begin", data=sent, headers=OUR_PAGE)
    titles = client.page(LIST).headings(2)
    may = may_ask(request_, participant)
    if request_ is Request.PROVIDE:
        assert titles[0].startswith("Предоставить сопровождение")
    elif may:
        assert f" сопровождение {BY_WHOM[participant]}" in titles[0]
    else:
        assert titles in (["Прекратить сопровождение"], ["Возобновить сопровождение"])


def test_two_presses_begin_one_application(stage: Stage) -> None:
    client = entitled(stage)
    assert begun(client).address == begun(client).address
    assert len(client.page(LIST).headings(2)) == 1


def test_a_twenty_first_draft_is_not_begun(stage: Stage) -> None:
    client = entitled(stage)
    for number in range(20):
        page = begun(client)
        page.submit({"Предоставить": ""}, "Продолжить").submit({"Кому": f"Центр {number}"}, "Продолжить")
    refused = begun(client)
    assert refused.status == 409 and refused.h1 == "Слишком много начатых заявлений"


def test_nobody_else_opens_an_application(stage: Stage) -> None:
    name = answered(begun(entitled(stage))).address.split("/")[4]
    other = entitled(stage)
    for step in ("", "/ask/request", "/check", "/document", "/document/pdf", "/forget"):
        assert other.get(f"{LIST}/{name}{step}").status_code == 404
    sent = {"csrf_token": token_of_form(other), "request": "provide"}
    assert other.post(f"{LIST}/{name}/ask/request", data=sent, headers=OUR_PAGE).status_code == 404
    assert other.post(f"{LIST}/{name}/forget", data=sent, headers=OUR_PAGE).status_code == 303


def test_what_is_forgotten_by_another_stays(stage: Stage) -> None:
    client = entitled(stage)
    name = answered(begun(client)).address.split("/")[4]
    other = entitled(stage)
    other.post(f"{LIST}/{name}/forget", data={"csrf_token": token_of_form(other)}, headers=OUR_PAGE)
    assert client.page(f"{LIST}/{name}/document").h1 == "Заявление готово к подписи"
