"""Values of the ports are about people: what shows them in a log, a trace or a message shows nothing."""

from dataclasses import fields, is_dataclass
from types import ModuleType

import pytest

from webapp.gateways.accompaniment import port as accompaniment
from webapp.gateways.identity import port as identity
from webapp.gateways.programmes import port as programmes

MARKER = "Воронцова 000-000-600 01"


def values_of(port: ModuleType) -> list[type]:
    """The dataclasses that a port itself describes."""
    described = [each for each in vars(port).values() if isinstance(each, type) and each.__module__ == port.__name__]
    return [each for each in described if is_dataclass(each)]


VALUES = values_of(identity) + values_of(programmes) + values_of(accompaniment)


def test_there_are_values() -> None:
    assert {identity.Attempt, identity.Identified, programmes.Extract, programmes.Programme} < set(VALUES)
    assert {accompaniment.Accompaniment, accompaniment.Record, accompaniment.Organisation} < set(VALUES)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_nothing_shows_whom_a_value_is_about(value: type) -> None:
    whole = value(*[MARKER for _ in fields(value)])
    for shown in (repr(whole), str(whole), f"{whole}", repr([whole]), repr({"of": (whole,)})):
        assert MARKER not in shown and value.__name__ in shown
