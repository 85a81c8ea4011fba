"""Codes as people write them: with and without the leading zero, on all addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.support.strict_client import StrictClient
from webapp.reference.codes import canonical, canonical_number

DIGITS = some.text("0123456789", min_size=1, max_size=2)


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("6", "6"),
        ("06", "6"),
        ("06-1-1", "6-01-01"),
        ("06-01-01", "6-01-01"),
        ("6-01-01", "6-01-01"),
        ("23(1)-1-01", "23(1)-01-01"),
        ("00", "0"),
        ("٦-٠٢-٠٢", "6-02-02"),
        ("6-01-01-01", "6-01-01-01"),
        ("6-001-01", "6-001-01"),
        ("трость", "трость"),
        ("", ""),
    ],
)
def test_a_code_in_our_form(written: str, ours: str) -> None:
    assert canonical(written) == ours


@given(written=some.text("0123456789()-. ²٣", max_size=14))
def test_our_form_stays_as_it_is(written: str) -> None:
    assert canonical(canonical(written)) == canonical(written)
    assert canonical_number(canonical_number(written)) == canonical_number(written)


@given(section=DIGITS, kind=DIGITS, item=DIGITS)
def test_zeros_before_a_number_change_nothing(section: str, kind: str, item: str) -> None:
    plain = f"{int(section)}-{int(kind)}-{int(item)}"
    assert canonical(f"{section}-{kind}-{item}") == canonical(plain)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/catalogue/06", "/catalogue/6"),
        ("/catalogue/06-2", "/catalogue/6-02"),
        ("/catalogue/06-02/products", "/catalogue/6-02/products"),
        ("/catalogue/06-2-2", "/catalogue/6-02-02"),
        ("/products/06-02-02.0001", "/products/6-02-02.0001"),
        ("/products/06-02-02.0001/table", "/products/6-02-02.0001/table"),
        ("/en/catalogue/06", "/en/catalogue/6"),
    ],
)
def test_another_form_of_an_address_leads_to_ours(reader: StrictClient, written: str, address: str) -> None:
    answer = reader.get(written)
    assert (answer.status_code, answer.headers["Location"]) == (301, address)
    assert reader.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/catalogue/6-99", "/catalogue/6-02-99", "/catalogue/0", "/catalogue/6-2-2-2"])
def test_a_code_that_names_nothing_is_not_found(reader: StrictClient, address: str) -> None:
    assert reader.page(address).status in {301, 404}
