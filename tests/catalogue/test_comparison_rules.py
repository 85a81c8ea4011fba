"""What a comparison decides, for any products and values: nothing is lost, nobody is better for no reason."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.catalogue.comparison import MOST, Compared, asked_numbers, choose, lines, parted
from webapp.catalogue.rules import Fact
from webapp.reference.records import Characteristic


def described(key: str, better: Any = None, range_to: str | None = None) -> Characteristic:
    return Characteristic(key, key, key, "number", "range", "g", better, 0, 9, 1, (), range_to, f"{key} от и до", key)


DESCRIBED = (
    described("weight", "lower"),
    described("low", None, "high"),
    described("high", "higher"),
    described("plain"),
)
KEYS = [one.key for one in DESCRIBED]
VALUES = st.dictionaries(st.sampled_from(KEYS), st.integers(1, 4))


def product(number: int = 1, kind: str = "6-02", price: int = 100_00, **values: Any) -> Compared:
    return Compared(f"{kind}-01.{number:04}", f"Имя {number}", f"М {number}", "Мастер", "6-02-01", kind, price, values)


PRODUCTS = st.lists(VALUES, min_size=2, max_size=MOST).map(
    lambda every: [product(place, **dict[str, Any](values)) for place, values in enumerate(every)]
)


@given(PRODUCTS)
def test_different_and_equal_lines_are_all_lines(products: list[Compared]) -> None:
    every = lines(products, DESCRIBED, {})
    found = parted(every)
    equal = [*found.equal_money, *found.equal]
    assert sorted(line.key for line in (*found.different, *equal)) == sorted(line.key for line in every)
    assert len({line.key for line in every}) == len(every)
    assert not any(line.unknown for line in equal)


@given(PRODUCTS)
def test_every_value_of_every_product_is_told(products: list[Compared]) -> None:
    told = lines(products, DESCRIBED, {})
    for place, each in enumerate(products):
        facts = [fact for line in told if isinstance(fact := line.values[place], Fact)]
        numbers: list[int] = [fact.value for fact in facts] + [fact.high for fact in facts if fact.high is not None]
        assert sorted(numbers) == sorted(each.values.values())


@given(PRODUCTS)
def test_the_best_are_as_good_as_it_gets_and_better_than_somebody(products: list[Compared]) -> None:
    for line in lines(products, DESCRIBED, {}):
        known = [value.value for value in line.values if isinstance(value, Fact)]
        if line.key == "plain":
            assert line.best == ()
        if line.key == "weight" and line.best:
            assert {line.values[place].value for place in line.best} == {min(known)}  # type: ignore[union-attr]
            assert len(line.best) < len(known)
        assert not set(line.best) & set(line.unknown)


def test_who_lacks_a_value_makes_a_difference_and_is_not_better() -> None:
    told = {line.key: line for line in lines([product(1, weight=3), product(2)], DESCRIBED, {})}
    assert (told["weight"].is_equal, told["weight"].best, told["weight"].unknown) == (False, (), (1,))


def test_a_tie_has_all_its_winners() -> None:
    three = [product(1, weight=3), product(2, weight=5), product(3, weight=3)]
    assert {line.key: line.best for line in lines(three, DESCRIBED, {})}["weight"] == (0, 2)


def test_a_range_is_compared_by_its_upper_end() -> None:
    told = {line.key: line for line in lines([product(1, low=1, high=9), product(2, low=2, high=5)], DESCRIBED, {})}
    assert "high" not in told
    assert (told["low"].best, told["low"].prefers) == ((0,), "higher")


def test_the_cheaper_one_is_better_and_the_certificate_is_counted() -> None:
    told = lines([product(1, price=100_00), product(2, price=300_00)], DESCRIBED, {"6-02-01": 200_00})
    assert [(line.key, line.values) for line in told][:2] == [("price", (100_00, 300_00)), ("top_up", (0, 100_00))]
    assert told[0].best == (0,)
    assert "top_up" not in {line.key for line in lines([product(1), product(2)], DESCRIBED, {})}


@pytest.mark.parametrize(("certificate", "equal_money"), [(200_00, ["top_up"]), (50_00, [])])
def test_what_is_paid_is_apart_from_what_else_is_equal(certificate: int, equal_money: list[str]) -> None:
    found = parted(lines([product(1, price=100_00), product(2, price=150_00)], DESCRIBED, {"6-02-01": certificate}))
    assert [line.key for line in found.equal_money] == equal_money
    assert [line.key for line in found.equal] == ["maker"]
    assert found.tells_top_up


@given(st.permutations(range(7)))
def test_four_of_the_first_kind_are_compared_and_the_address_is_stable(order: list[int]) -> None:
    every = [product(place, kind="6-02" if place < 6 else "7-02") for place in order]
    present = {each.number: each for each in every}
    found = choose([each.number for each in every], present)
    again = choose(found.address_numbers, present)
    assert again == found
    assert sorted(found.address_numbers) == sorted(present)
    assert list(found.numbers) == sorted(found.numbers)
    assert {each.kind_code for each in found.compared} == {every[0].kind_code}


def test_unknown_numbers_are_kept_apart() -> None:
    one = product(1)
    found = choose([one.number, "6-02-01.9999"], {one.number: one})
    assert (found.numbers, found.unknown) == ((one.number,), ("6-02-01.9999",))
    assert choose([], {}).compared == ()


@pytest.mark.parametrize(
    ("written", "numbers", "has_wrong"),
    [
        (["06-02-02.0001", "6-02-02.0001"], ("6-02-02.0001",), False),
        (["x", "6-02-02.0001"], ("6-02-02.0001",), True),
        (["6-02-02", ""], (), True),
        ([], (), False),
        ([f"6-02-02.{place:04}" for place in range(99)], tuple(f"6-02-02.{place:04}" for place in range(20)), False),
    ],
)
def test_numbers_are_read_once_in_one_spelling(written: list[str], numbers: tuple[str, ...], has_wrong: bool) -> None:
    assert asked_numbers(written) == (numbers, has_wrong)
