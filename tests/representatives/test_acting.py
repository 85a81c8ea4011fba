"""Acting for another: whose page it is, what is entrusted, what happens when the right is over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.registers import Stage, line, programme
from tests.support.representing import CHOOSE, act_for, act_for_oneself, change, entrust
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient
from webapp.core.entrusted import Function
from webapp.gateways.identity.port import Identified
from webapp.representatives.rules import Kind, State

PRODUCT = "/products/6-02-02.0001"
MY = "/my"


class Two:
    """A representative and the person they act for, both signed in."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.person = replace(stage.somebody(), last_name="Белова", first_name="Тамара", middle_name="Артёмовна")
        self.agent = replace(stage.somebody(), last_name="Макарова", first_name="Ирина", middle_name="Олеговна")
        stage.tell(self.person, programme(line("Трость белая тактильная складная")))
        self.theirs, self.client = sign_in(stage.app, self.person), sign_in(stage.app, self.agent)

    def entrusted(self, *functions: Function, kind: Kind = Kind.AGENT, **chosen: object) -> str:
        return entrust(self.stage.app, self.agent, self.person, kind, frozenset(functions), **chosen)


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage)


def test_whose_page_it_is_stands_in_title_and_before_the_heading(two: Two) -> None:
    page = act_for(two.client, two.entrusted(Function.VIEW, Function.FAVOURITES))
    assert page.title == "За Белову Т. А.: Что положено этому человеку — Ориентир"
    assert page.main.startswith("Вы действуете от имени: Белова Тамара Артёмовна.")
    assert "Трость белая" in page.main
    product = two.client.page(PRODUCT)
    assert product.title.startswith("За Белову Т. А.: ")
    assert product.main.startswith("Вы действуете от имени: Белова Тамара Артёмовна.")


def test_in_english_the_name_stays_as_it_is(two: Two) -> None:
    act_for(two.client, two.entrusted(Function.VIEW))
    assert two.client.page("/en/my").title.startswith("For Белова Т. А.: ")


def test_ones_own_pages_say_that_they_are_ones_own(two: Two) -> None:
    act_for(two.client, two.entrusted(Function.VIEW))
    page = two.client.page("/my/details")
    assert page.title == "Сведения о вас — Ориентир"
    assert page.main.startswith("Эта страница о вас. На других вы действуете от имени: Белова Тамара Артёмовна.")
    assert "Макарова Ирина Олеговна" in page.main


def test_one_stops_by_one_choice(two: Two) -> None:
    act_for(two.client, two.entrusted(Function.VIEW))
    assert "Вы действуете от имени" not in act_for_oneself(two.client).main


def test_an_answer_that_nobody_offered_is_an_error(two: Two) -> None:
    stranger = two.entrusted(Function.VIEW, state=State.CLAIMED, person_id=None)
    for answer in (stranger, "nobody", ""):
        page = act_for(two.client, answer)
        assert page.status == 422 and page.title.startswith("Ошибка: ")
    assert "Вы действуете" not in two.client.page("/help").main


def test_anothers_authority_opens_nothing(two: Two, stage: Stage) -> None:
    name = two.entrusted(Function.VIEW)
    stranger = sign_in(stage.app, stage.somebody())
    assert act_for(stranger, name).status == 422
    assert stranger.get(f"/my/people/{name}").status_code == 404
    assert two.theirs.get(f"/my/people/{name}").status_code == 404
    assert two.client.get(f"/my/representatives/{name}").status_code == 404
    assert stranger.get(f"/my/representatives/{name}").status_code == 404


def test_favourites_are_separate(two: Two) -> None:
    name = two.entrusted(Function.VIEW, Function.FAVOURITES)
    act_for(two.client, name)
    two.client.page(PRODUCT).submit(button=two.client.page(PRODUCT).button("Добавить в избранное"))
    assert two.theirs.page("/favourites").h1 == "Избранное: 1 изделие"
    act_for_oneself(two.client)
    assert two.client.page("/favourites").h1 == "Избранное: пока ничего нет"


def test_what_is_not_entrusted_is_a_page_with_the_reason(two: Two) -> None:
    act_for(two.client, two.entrusted(Function.VIEW))
    page = two.client.page("/favourites")
    assert (page.status, page.h1) == (403, "Это вам не поручено")
    assert "Вам не поручено: вести избранное" in page.main
    assert page.main.startswith("Вы действуете от имени")
    assert "Добавить в избранное" not in two.client.page(PRODUCT).main
    own = page.submit(button="Действовать от своего имени")
    assert "Вы действуете" not in own.main


def test_a_post_that_is_not_entrusted_changes_nothing(two: Two) -> None:
    name = two.entrusted(Function.VIEW, Function.FAVOURITES)
    act_for(two.client, name)
    form = two.client.page(PRODUCT)
    change(two.stage.app, name, functions=[Function.VIEW])
    assert form.submit(button=form.button("Добавить в избранное")).status == 403
    assert two.theirs.page("/favourites").h1 == "Избранное: пока ничего нет"


ENDS = {
    "withdrawn": ({"state": State.WITHDRAWN}, "Человек прекратил ваш доступ."),
    "over": ({"ends_on": date(2020, 1, 1)}, "Срок закончился."),
    "replaced": ({"state": State.REPLACED}, "Назначен другой представитель."),
    "not told": ({"state": State.NOT_TOLD}, "Госуслуги больше не подтверждают это право."),
}


@pytest.mark.parametrize(("values", "said"), ENDS.values(), ids=ENDS)
def test_the_end_of_the_right_is_told_at_the_next_page(two: Two, values: dict[str, object], said: str) -> None:
    name = two.entrusted(Function.VIEW, Function.FAVOURITES)
    act_for(two.client, name)
    change(two.stage.app, name, **values)
    page = two.client.page(MY)
    assert page.status == 403 and said in page.main
    assert "Трость" not in page.main
    public = two.client.page(PRODUCT)
    assert public.status == 200 and "Подходит к моей программе" not in public.main
    assert public.main.startswith("За человека, которого вы выбрали, действовать больше нельзя.")
    assert two.client.page("/my/details").status == 200


def test_a_child_who_turns_eighteen_acts_alone(stage: Stage) -> None:
    born = stage.clock.moment.date() - timedelta(days=18 * 365 + 3)  # four leap days: tomorrow is the birthday
    child, mother = replace(stage.somebody(), birth_date=born), stage.somebody()
    sign_in(stage.app, child)
    client = sign_in(stage.app, mother)
    act_for(client, entrust(stage.app, mother, child, Kind.PARENT))
    assert client.page(MY).status == 200
    stage.clock.pass_time(days=2)
    client = sign_in(stage.app, mother)
    held = client.page("/my/people")
    assert held.h1 == "Пока вы действуете только за себя"
    assert "Ребёнку исполнилось 18 лет" in held.main


def test_the_choice_ends_with_the_sign_in(two: Two) -> None:
    act_for(two.client, two.entrusted(Function.VIEW))
    again = sign_in(two.stage.app, two.agent)
    assert "Вы действуете" not in again.page("/help").main


def test_a_form_of_one_person_does_not_act_for_another(two: Two) -> None:
    """Two tabs: in one the mother reads for her child, in the other she has gone back to herself."""
    act_for(two.client, two.entrusted(Function.VIEW, Function.FAVOURITES))
    form = two.client.page(PRODUCT)
    act_for_oneself(two.client)
    refused = form.submit(button=form.button("Добавить в избранное"))
    assert refused.status == 409
    assert refused.h1 == "Форма открыта для другого человека"
    assert two.client.page("/favourites").h1 == "Избранное: пока ничего нет"
    assert two.theirs.page("/favourites").h1 == "Избранное: пока ничего нет"


def test_reading_settings_stay_the_readers(two: Two) -> None:
    name = two.entrusted(Function.VIEW)
    page = two.client.page("/settings")
    two.client.send(*_chosen(page, "size", "200"))
    act_for(two.client, name)
    assert 'data-size="200"' in two.client.get(MY).text
    assert 'data-size="200"' not in two.theirs.get(MY).text


def _chosen(page: object, name: str, value: str) -> tuple[str, dict[str, list[str]], str]:
    _, address, sent = page.asks(button=page.button("Сохранить"))  # type: ignore[attr-defined]
    return address, sent | {name: [value]}, "/settings"


def test_the_question_offers_those_for_whom_one_may_act(two: Two, stage: Stage) -> None:
    two.entrusted(Function.VIEW, ends_on=stage.clock.moment.date())
    page = two.client.page(CHOOSE)
    assert page.h1 == "От чьего имени вы действуете?"
    assert "От своего имени: Макарова Ирина Олеговна" in page.main
    assert "Белова Тамара Артёмовна" in page.main and "представитель по доверенности, по" in page.main


def test_nobody_is_asked_who_has_not_signed_in(guest: StrictClient, stage: Stage) -> None:
    assert guest.page(CHOOSE).h1 == "Вход через Госуслуги"
    assert isinstance(stage.somebody(), Identified)
