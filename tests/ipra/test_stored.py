"""The register's answer is the same after it was kept."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.ipra import anything
from tests.support.registers import extract, line, programme
from webapp.gateways.programmes.port import Extract
from webapp.ipra import stored

at_leisure = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@at_leisure
@given(anything.extracts)
def test_an_answer_comes_back_as_it_was(kept: Extract) -> None:
    text = json.dumps(stored.to_json(kept), ensure_ascii=False)
    assert stored.from_json(json.loads(text)) == kept


def test_answers_that_differ_are_kept_differently() -> None:
    one = extract(programme(line()))
    others = [replace(one, cause="x"), replace(one, programmes=()), extract(programme(line(quantity=2)))]
    assert stored.to_json(one) == stored.to_json(extract(programme(line())))
    assert all(stored.to_json(other) != stored.to_json(one) for other in others)


def test_what_is_kept_is_what_json_can_hold() -> None:
    kept = stored.to_json(extract(programme(line())))
    assert json.loads(json.dumps(kept)) == kept
    assert kept["programmes"][0]["tsr"][0]["source"] == "federal"


@pytest.mark.parametrize("broken", [None, [], {}, "x", {"snils": 1}, {"snils": "x", "programmes": [{}]}])
def test_what_was_kept_by_other_code_is_nothing(broken: object) -> None:
    assert stored.from_json(broken) is None
