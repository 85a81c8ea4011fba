"""Price, certificate, top-up: whole kopecks that always add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webapp.certificates.funding import Funding
from webapp.certificates.rules import Outcome, money

SUMS = some.integers(0, 10**12)
WITH_CERTIFICATE = some.sampled_from([Funding.FEDERAL, Funding.UNKNOWN])


@given(price=SUMS, certificate=SUMS, funding=WITH_CERTIFICATE)
def test_what_is_paid_and_what_is_left_over_add_up(price: int, certificate: int, funding: Funding) -> None:
    found = money(price, certificate, funding)
    assert found.top_up is not None
    assert price + found.surplus == certificate + found.top_up
    assert 0 in (found.top_up, found.surplus)
    assert (found.outcome is Outcome.TOP_UP) is (price > certificate)
    assert all(isinstance(each, int) for each in (found.price, found.certificate, found.top_up, found.surplus))


@given(price=SUMS, certificate=SUMS, more=some.integers(0, 10**6))
def test_a_dearer_thing_never_costs_less(price: int, certificate: int, more: int) -> None:
    paid = [money(each, certificate).top_up or 0 for each in (price, price + more)]
    assert paid[0] <= paid[1] <= paid[0] + more


@given(price=SUMS, certificate=some.none() | SUMS)
def test_who_pays_decides_before_any_sum(price: int, certificate: int | None) -> None:
    regional, own = money(price, certificate, Funding.REGIONAL), money(price, certificate, Funding.OWN)
    assert (regional.outcome, regional.certificate, regional.top_up) == (Outcome.REGIONAL, None, None)
    assert (own.outcome, own.certificate, own.top_up) == (Outcome.OWN, None, price)


def test_without_a_sum_nothing_is_promised() -> None:
    found = money(3_100_000, None)
    assert (found.outcome, found.top_up, found.surplus) == (Outcome.NO_AMOUNT, None, 0)


@pytest.mark.parametrize(
    ("price", "certificate", "outcome", "top_up", "surplus"),
    [
        (3_100_000, 2_700_000, Outcome.TOP_UP, 400_000, 0),
        (2_700_001, 2_700_000, Outcome.TOP_UP, 1, 0),
        (2_700_000, 2_700_000, Outcome.COVERED, 0, 0),
        (2_699_999, 2_700_000, Outcome.COVERED, 0, 1),
    ],
)
def test_a_kopeck_decides(price: int, certificate: int, outcome: Outcome, top_up: int, surplus: int) -> None:
    found = money(price, certificate)
    assert (found.outcome, found.top_up, found.surplus) == (outcome, top_up, surplus)


@pytest.mark.parametrize(("price", "certificate"), [(-1, 5), (5, -1)])
def test_a_negative_sum_is_a_fault(price: int, certificate: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        money(price, certificate)
