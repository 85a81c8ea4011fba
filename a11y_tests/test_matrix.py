"""The rules of engines that criteria name are rules that the installed engines have, and that our run switches on."""

import pytest

from a11y_tests.wcag import proofs
from a11y_tests.wcag.proofs import Reference


def test_every_named_rule_is_in_the_installed_engine() -> None:
    named = [reference for reference in proofs.used() if reference.kind in ("axe", "ibm")]
    assert len(named) > 50
    assert [fault for reference in named if (fault := proofs.fault_of_rule(reference))] == []


def test_the_rules_of_axe_are_read_from_its_source() -> None:
    assert len(proofs.axe_rules()) > 80
    assert proofs.axe_rules_of("wcag1412") == {"avoid-inline-spacing"}
    assert proofs.axe_rules_of("image-alt") == {"image-alt"}


@pytest.mark.parametrize(
    ("reference", "fault"),
    [
        (Reference("axe", "wcag999"), "axe runs no rule"),
        (Reference("axe", "p-as-heading"), "axe runs no rule"),  # experimental: switched off
        (Reference("ibm", "planted_rule"), "IBM has no rule"),
    ],
)
def test_a_rule_that_does_not_run_is_found(reference: Reference, fault: str) -> None:
    assert fault in proofs.fault_of_rule(reference)
