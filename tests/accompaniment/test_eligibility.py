"""Who is entitled to accompaniment, by whom, and why: the rows of the decision tables of Order 363н."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from tests.support.registers import programme
from webapp.accompaniment.rules import COUNTED, Ground, Participant, Request, counted, eligibility, may_ask, pairs
from webapp.gateways.programmes.port import LifeActivity, Limitation

TODAY = date(2026, 6, 3)
ORIENTATION_2 = Limitation(LifeActivity.ORIENTATION, 2)
UNCOUNTED = (LifeActivity.LEARNING, LifeActivity.WORK)


def grounds(*limitations: Limitation, **chosen: object) -> dict[Participant, Ground]:
    one = programme(limitations=limitations, **{"ends": None, "needs_tsr": True, "needs_escort": True} | chosen)
    return {each.participant: each.ground for each in eligibility([one], TODAY)}


@pytest.mark.parametrize("category", list(LifeActivity))
@pytest.mark.parametrize("degree", [1, 2, 3])
def test_five_categories_in_the_second_or_third_degree_give_the_right(category: LifeActivity, degree: int) -> None:
    is_entitled = category in COUNTED and degree >= 2
    why_not = Ground.ONE_DEGREE if category in COUNTED else Ground.OTHER_CATEGORIES
    expected = Ground.ENTITLED if is_entitled else why_not
    assert set(grounds(Limitation(category, degree)).values()) == {expected}


def test_two_of_the_seven_categories_never_count() -> None:
    assert set(LifeActivity) - set(COUNTED) == set(UNCOUNTED)
    assert set(grounds(*(Limitation(one, 3) for one in UNCOUNTED)).values()) == {Ground.OTHER_CATEGORIES}


@pytest.mark.parametrize(
    ("work", "expected"), [(1, Ground.ONE_DEGREE), (2, Ground.FIRST_BESIDE_OTHERS), (3, Ground.FIRST_BESIDE_OTHERS)]
)
def test_what_is_heavier_and_does_not_count_is_not_called_the_first_degree(work: int, expected: Ground) -> None:
    found = grounds(Limitation(LifeActivity.SELF_CARE, 1), Limitation(LifeActivity.WORK, work))
    assert set(found.values()) == {expected}


def test_the_heaviest_limitation_is_told_first() -> None:
    limitations = (Limitation(LifeActivity.SELF_CARE, 2), Limitation(LifeActivity.BEHAVIOUR, 3), ORIENTATION_2)
    told = counted(programme(limitations=(*limitations, Limitation(LifeActivity.WORK, 3))))
    assert told == (limitations[1], limitations[0], ORIENTATION_2)


@pytest.mark.parametrize(
    ("days", "expected"), [(1, Ground.ENTITLED), (0, Ground.ENTITLED), (-1, Ground.PROGRAMME_ENDED)]
)
def test_a_programme_gives_the_right_up_to_its_last_day(days: int, expected: Ground) -> None:
    assert set(grounds(ORIENTATION_2, ends=TODAY + timedelta(days)).values()) == {expected}


def test_without_a_programme_there_is_no_right() -> None:
    assert {each.ground for each in eligibility([], TODAY)} == {Ground.NO_PROGRAMME}


def test_what_replaces_a_programme_gives_the_right_or_takes_it() -> None:
    old = programme(number="1", limitations=(ORIENTATION_2,), ends=None)
    new = programme(number="2", limitations=(ORIENTATION_2,), ends=None, replaces="1")
    lighter = replace(new, limitations=(Limitation(LifeActivity.ORIENTATION, 1),))
    by_organisation = [eligibility([each, old], TODAY)[-1].ground for each in (new, lighter)]
    assert by_organisation == [Ground.ENTITLED, Ground.ONE_DEGREE]


@pytest.mark.parametrize(("tsr", "escort"), list(product((True, False, None), repeat=2)))
def test_either_conclusion_of_paragraph_8_opens_the_fund(tsr: bool | None, escort: bool | None) -> None:
    found = eligibility([programme(limitations=(ORIENTATION_2,), ends=None, needs_tsr=tsr, needs_escort=escort)], TODAY)
    fund = next(each for each in found if each.participant is Participant.FUND)
    closed = Ground.CONCLUSION_UNKNOWN if None in (tsr, escort) else Ground.NO_CONCLUSION
    assert fund.ground is (Ground.ENTITLED if True in (tsr, escort) else closed)
    assert (fund.for_tsr, fund.for_escort) == (tsr is True, escort is True)
    assert {each.ground for each in found if each is not fund} == {Ground.ENTITLED}


def test_seven_pairs_may_be_asked() -> None:
    to_all = [Participant.MSE, Participant.FUND, Participant.ORGANISATION]
    expected = [(Request.PROVIDE, Participant.ORGANISATION)]
    expected += [(request, one) for request in (Request.STOP, Request.RESUME) for one in to_all]
    assert pairs() == expected
    assert not any(may_ask(request, Participant.AUTHORITY) for request in Request)
    assert not any(may_ask(Request.PROVIDE, one) for one in (Participant.MSE, Participant.FUND))
