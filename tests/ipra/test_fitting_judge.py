"""How a product answers what the programme asks: the worst answer decides, one of several lines is enough."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.catalogue.filters.knowing import Sieve, Visitor
from webapp.ipra import placing
from webapp.ipra.fitting_rules import Wanted, judge, understood
from webapp.ipra.fitting_values import Answer
from webapp.ipra.rules import Named, Reason, State, Verdict, fit
from webapp.reference.dataset import classification
from webapp.reference.matching import NOTHING

CODE, KIND = "6-01-02", "6-01"
OFFICIAL = "Трость опорная, регулируемая по высоте, с устройством противоскольжения"
GOOD = {"height_adjustable": True, "anti_slip": True}


def named(name: str, state: State = State.CAN_APPLY, code: str = CODE) -> Named:
    return Named(name, code, code.rpartition("-")[0], state)


def wanted(*names: str) -> Wanted:
    return Wanted(KIND, tuple(named(name) for name in names))


LOADED = wanted(f"{OFFICIAL}, для лиц весом до 120 кг")
BODIES = [({"max_load_kg": 130}, Verdict.YES), ({"max_load_kg": 100}, Verdict.NO), ({}, Verdict.UNSURE)]


@pytest.mark.parametrize(("more", "verdict"), BODIES)
def test_a_characteristic_decides(more: dict[str, Any], verdict: Verdict) -> None:
    assert judge(LOADED, CODE, GOOD | more).verdict is verdict


def test_what_speaks_against_it_comes_first_with_the_words_that_ask() -> None:
    found = judge(LOADED, CODE, {"height_adjustable": True, "max_load_kg": 100})
    assert [line.answer for line in found.lines] == [Answer.NO, Answer.UNTOLD, Answer.YES]
    assert (found.reason, found.lines[0].demand.words) == (Reason.CONTRADICTED, "для лиц весом до 120 кг")


HEIGHTS = [((70, 95), Answer.YES), ((90, 99), Answer.NO), ((None, 80), Answer.NO), ((70, None), Answer.UNTOLD)]


@pytest.mark.parametrize(("ends", "answer"), HEIGHTS)
def test_a_range_holds_the_number_asked(ends: tuple[int | None, int | None], answer: Answer) -> None:
    told = {key: end for key, end in zip(("height_min_cm", "height_max_cm"), ends, strict=True) if end is not None}
    found = judge(wanted(f"{OFFICIAL}, высота 85 см"), CODE, GOOD | told)
    assert {line.answer for line in found.lines if line.demand.key == "height_min_cm"} == {answer}


CHAIR, STICK, WHITE = ("7-01-01", {"use": "комнатная"}), (CODE, GOOD), ("6-02-02", {"construction": "складная"})
BOUNDS = [
    (CHAIR, "ширина сиденья 45 см", {"seat_width_cm": 45}, Verdict.YES),
    (CHAIR, "ширина сиденья 45 см", {"seat_width_cm": 48}, Verdict.NO),
    (CHAIR, "ширина сиденья не менее 45 см", {"seat_width_cm": 48}, Verdict.YES),
    (CHAIR, "ширина сиденья не менее 45 см", {"seat_width_cm": 43}, Verdict.NO),
    (CHAIR, "ширина сиденья до 45 см", {"seat_width_cm": 43}, Verdict.YES),
    (CHAIR, "ширина сиденья до 45 см", {"seat_width_cm": 48}, Verdict.NO),
    (CHAIR, "ширина сиденья около 45 см", {"seat_width_cm": 45}, Verdict.UNSURE),
    (CHAIR, "вес коляски не более 15 кг", {"weight_g": 14_000}, Verdict.YES),
    (CHAIR, "вес коляски не менее 15 кг", {"weight_g": 14_000}, Verdict.UNSURE),
    (CHAIR, "грузоподъёмность до 130 кг", {"max_load_kg": 130}, Verdict.YES),
    (CHAIR, "нагрузка не более 130 кг", {"max_load_kg": 130}, Verdict.UNSURE),
    (CHAIR, "для лиц весом не более 120 кг", {"max_load_kg": 100}, Verdict.NO),
    (CHAIR, "для лиц весом свыше 120 кг", {"max_load_kg": 120}, Verdict.UNSURE),
    (WHITE, "длина трости 120 см", {"length_cm": 120}, Verdict.YES),
    (WHITE, "длина рукоятки 20 см", {"length_cm": 120}, Verdict.UNSURE),
    (WHITE, "длина не более 120 см", {"length_cm": 115}, Verdict.YES),
    (WHITE, "длина не менее 120 см", {"length_cm": 125}, Verdict.YES),
    (WHITE, "длиной от 100 до 120 см", {"length_cm": 110}, Verdict.YES),
    (WHITE, "длиной от 100 до 120 см", {"length_cm": 125}, Verdict.NO),
    (WHITE, "длиной от 120 до 100 см", {"length_cm": 110}, Verdict.UNSURE),
    (WHITE, "длиной от 100 см до 120 см", {"length_cm": 130}, Verdict.UNSURE),
    (WHITE, "длина не менее 100 см, длина не более 120 см", {"length_cm": 130}, Verdict.UNSURE),
    (STICK, "высота от 75 до 90 см", {"height_min_cm": 70, "height_max_cm": 95}, Verdict.YES),
    (STICK, "высота от 75 до 90 см", {"height_min_cm": 80, "height_max_cm": 95}, Verdict.NO),
    (STICK, "высота не менее 85 см", {"height_min_cm": 90, "height_max_cm": 99}, Verdict.UNSURE),
]


@pytest.mark.parametrize(("item", "clause", "told", "verdict"), BOUNDS)
def test_words_before_a_number_bound_it_or_make_it_a_doubt(
    item: tuple[str, dict[str, Any]], clause: str, told: dict[str, int], verdict: Verdict
) -> None:
    code, good = item
    name = f"{classification().item(code).name}, {clause}"
    meant = understood(name)
    line = Named(name, meant.item_code, meant.kind_code, State.CAN_APPLY, meant.candidates, is_read=meant != NOTHING)
    assert judge(Wanted(code.rpartition("-")[0], (line,)), code, good | told).verdict is verdict


def test_the_programme_is_stronger_than_the_official_name() -> None:
    found = judge(wanted("Трость без устройства противоскольжения"), CODE, GOOD | {"anti_slip": False})
    assert found.verdict is Verdict.YES


def test_one_of_two_lines_is_enough() -> None:
    both = wanted(f"{OFFICIAL}, для левой руки", f"{OFFICIAL}, для правой руки")
    assert judge(both, CODE, GOOD | {"side": "правая"}).verdict is Verdict.YES
    assert judge(both, CODE, GOOD | {"side": "левая", "anti_slip": False}).verdict is Verdict.NO


@pytest.mark.parametrize("code", ["6-01-04", "15-01-02", "1-01-01"])
def test_another_item_is_never_called_fitting(code: str) -> None:
    found = judge(Wanted(code.rpartition("-")[0], LOADED.items), code, GOOD | {"max_load_kg": 130})
    assert found.verdict is not Verdict.YES


def test_an_item_under_clarification_stays_a_doubt_and_says_what_differs() -> None:
    found = judge(Wanted(KIND, (named(OFFICIAL, State.CLARIFYING),)), CODE, {"anti_slip": False})
    assert (found.verdict, found.reason) == (Verdict.UNSURE, Reason.UNDER_CLARIFICATION)
    assert found.lines[0].answer is Answer.NO


@given(st.dictionaries(st.sampled_from(["anti_slip", "height_adjustable"]), st.booleans()), st.sampled_from(State))
def test_characteristics_only_take_away(values: dict[str, bool], state: State) -> None:
    items = (named(OFFICIAL, state),)
    told, alone = judge(Wanted(KIND, items), CODE, values), fit(CODE, KIND, items)
    if told.verdict is Verdict.YES:
        assert (alone.verdict, values) == (Verdict.YES, GOOD)
    assert judge(Wanted(KIND, items), CODE, None) == alone


def test_the_filter_is_told_items_and_demands() -> None:
    asked = wanted(f"{OFFICIAL}, высота 85 см")
    found = placing.placed(asked)
    assert found.items == asked.item_codes == {CODE}
    assert Sieve(CODE, "anti_slip", frozenset({True})) in found.sieves
    assert Sieve(CODE, "height_min_cm", high=85) in found.sieves
    assert Sieve(CODE, "height_max_cm", low=85) in found.sieves


def test_of_two_lines_the_filter_is_told_the_widest() -> None:
    both = placing.placed(wanted(f"{OFFICIAL}, нагрузка 120 кг, для левой руки", f"{OFFICIAL}, нагрузка 100 кг"))
    assert Sieve(CODE, "max_load_kg", low=100) in both.sieves
    assert "side" not in {each.key for each in both.sieves}


@pytest.mark.parametrize("state", [State.CLARIFYING, State.ENDED, State.REPLACED])
def test_what_is_not_surely_given_is_not_filtered_for(state: State) -> None:
    found = placing.placed(Wanted(KIND, (named(OFFICIAL, state), named(OFFICIAL, code="6-02-02"))))
    assert found == Visitor(frozenset())
