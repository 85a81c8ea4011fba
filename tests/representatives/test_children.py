"""A parent's right by what ЕСИА tells: there without a claim, gone when the child is told no more, kept when unread."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.registers import Stage, line, programme
from tests.support.representing import act_for
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient
from webapp.gateways.identity.port import Child, Document, Identified

CERTIFICATE = Document("RF_BRTH_CERT", "I-АА", "000651", date(2017, 1, 20), "ЗАГС (демо)", "", True)


class Family:
    """A mother, and what ЕСИА tells of her child at her next sign-in."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.own = replace(
            stage.somebody(), last_name="Белов", first_name="Тимофей", middle_name="Артёмович", gender=""
        )
        self.own = replace(self.own, birth_date=date(2017, 1, 9))
        self.child = Child(
            self.own.oid, "Белов", "Тимофей", "Артёмович", self.own.birth_date, self.own.snils, CERTIFICATE
        )
        self.mother = replace(stage.somebody(), last_name="Белова", children=(self.child,), are_children_told=True)
        stage.tell(self.own, programme(line()))

    def mother_signs_in(self, **told: object) -> StrictClient:
        self.mother = replace(self.mother, **told)  # type: ignore[arg-type]
        return sign_in(self.stage.app, self.mother)

    def may_act(self, client: StrictClient) -> bool:
        return "Белов Тимофей Артёмович" in client.page("/my/acting-for").main


@pytest.fixture
def family(stage: Stage) -> Family:
    return Family(stage)


def name_of(client: StrictClient) -> str:
    return client.page("/my/people").link("Белов").address.rsplit("/", 1)[1]


def test_a_mother_acts_for_her_child_without_any_claim(family: Family) -> None:
    client = family.mother_signs_in()
    page = act_for(client, name_of(client))
    assert page.title == "За Белова Т. А.: Чтобы показать программу, нужно согласие — Ориентир"
    assert "Вы: родитель, по 8 января 2035 года включительно" in client.page("/my/people").main


def test_signing_in_again_makes_no_second_right(family: Family) -> None:
    family.mother_signs_in()
    page = family.mother_signs_in().page("/my/people")
    assert page.main.count("Белов Тимофей Артёмович") == 2  # the heading, and the button


def test_a_child_that_is_told_no_more_is_acted_for_no_more(family: Family) -> None:
    client = family.mother_signs_in()
    act_for(client, name_of(client))
    other_device = family.mother_signs_in(children=())
    assert not family.may_act(other_device)
    assert client.page("/my").status == 403
    assert family.may_act(family.mother_signs_in(children=(family.child,)))


def test_what_could_not_be_read_changes_nothing(family: Family) -> None:
    family.mother_signs_in()
    assert family.may_act(family.mother_signs_in(children=(), are_children_told=False))
    unread = replace(family.child, birth_certificate=None)
    assert family.may_act(family.mother_signs_in(children=(unread,), are_children_told=True))


@pytest.mark.parametrize("certificate", [None, replace(CERTIFICATE, is_confirmed=False)])
def test_without_a_confirmed_certificate_nothing_is_proven(family: Family, certificate: Document | None) -> None:
    client = family.mother_signs_in(children=(replace(family.child, birth_certificate=certificate),))
    assert not family.may_act(client)
    assert "Пока вы действуете только за себя" in client.page("/my/people").h1


@pytest.mark.parametrize("certificate", [None, replace(CERTIFICATE, is_confirmed=False)], ids=["none", "unconfirmed"])
def test_who_was_told_no_more_comes_back_by_a_confirmed_certificate_alone(
    family: Family, certificate: Document | None
) -> None:
    family.mother_signs_in()
    family.mother_signs_in(children=())
    doubtful = replace(family.child, birth_certificate=certificate)
    assert not family.may_act(family.mother_signs_in(children=(doubtful,)))
    assert family.may_act(family.mother_signs_in(children=(family.child,)))


def test_a_child_without_a_birthday_is_acted_for_by_nobody(family: Family) -> None:
    client = family.mother_signs_in(children=(replace(family.child, birth_date=None),))
    assert not family.may_act(client)


def test_a_parents_right_that_esia_tells_is_not_given_up_here(family: Family) -> None:
    client = family.mother_signs_in()
    page = client.page(f"/my/people/{name_of(client)}")
    assert "Отказаться" not in page.main
    _, _, own = client.page("/my/acting-for").asks()
    sent = {name: own[name] for name in ("csrf_token", "made_for")}
    client.send(f"{page.address}/give-up", sent, page.address)
    assert family.may_act(client)


def test_a_parents_right_is_in_the_childs_log_from_its_beginning_to_its_end(family: Family) -> None:
    family.mother_signs_in()
    family.mother_signs_in(children=())
    log = sign_in(family.stage.app, family.own).page("/my/log").main
    assert "Госуслуги подтвердили право родителя" in log and "Госуслуги больше не подтверждают право родителя" in log


def test_the_child_signs_in_and_is_the_same_person(family: Family) -> None:
    client = family.mother_signs_in()
    act_for(client, name_of(client))
    product = client.page("/products/6-02-02.0001")
    product.submit(button=product.button("Добавить в избранное"))
    child = sign_in(family.stage.app, family.own)
    assert child.page("/favourites").h1 == "Избранное: 1 изделие"
    given = child.page("/my/representatives")
    assert "Белова Анна Игоревна" in given.main and "За вас может действовать 1 человек." in given.main
    page = given.follow("Белова")
    assert "обратитесь в орган опеки и попечительства" in page.main
    assert "Прекратить доступ" not in page.main


def test_a_child_whose_surname_changed_is_still_the_child(family: Family) -> None:
    family.mother_signs_in()
    client = family.mother_signs_in(children=(replace(family.child, last_name="Орлов"),))
    assert "Орлов Тимофей Артёмович" in client.page("/my/people").main
    assert isinstance(family.own, Identified)
