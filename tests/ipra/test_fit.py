"""Whether a product fits the programme: yes, no, not sure, each with its reason. A wrong «yes» costs a person money."""

import pytest

from webapp.ipra.rules import Fit, Named, Reason, State, Verdict, fit

ITEM, KIND = "6-02-02", "6-02"
OVER = (State.ENDED, State.REPLACED)
ALIVE = [state for state in State if state not in {State.CLARIFYING, *OVER}]


def same(state: State = State.CAN_APPLY, name: str = "трость складная") -> Named:
    return Named(name, ITEM, KIND, state)


def near(state: State = State.CAN_APPLY) -> Named:
    return Named("трость цельная", "6-02-01", KIND, state)


def of_kind(state: State = State.CAN_APPLY) -> Named:
    return Named("трость белая, какая-то", None, KIND, state)


def unread(state: State = State.CAN_APPLY) -> Named:
    return Named("прибор неслыханный", None, None, state, is_read=False)


def other(state: State = State.CAN_APPLY) -> Named:
    return Named("тонометр", "15-01-02", "15-01", state)


@pytest.mark.parametrize("state", ALIVE)
def test_the_same_item_fits(state: State) -> None:
    expected = Fit(Verdict.YES, Reason.SAME_ITEM, "трость складная")
    assert fit(ITEM, KIND, [same(state)]) == expected
    assert fit(ITEM, KIND, [unread(), near(), other(), same(state)]) == expected


def test_what_waits_for_clarification_is_not_sure() -> None:
    expected = Fit(Verdict.UNSURE, Reason.UNDER_CLARIFICATION, "трость складная")
    assert fit(ITEM, KIND, [same(State.CLARIFYING)]) == expected
    assert fit(ITEM, KIND, [near(), same(State.CLARIFYING), same(State.CLARIFYING, "вторая")]) == expected


@pytest.mark.parametrize("state", ALIVE)
def test_one_of_two_that_needs_no_clarification_is_enough(state: State) -> None:
    both = [same(State.CLARIFYING), same(state, "вторая")]
    assert fit(ITEM, KIND, both).verdict is fit(ITEM, KIND, both[::-1]).verdict is Verdict.YES


def test_the_name_told_is_the_one_that_decided() -> None:
    assert fit(ITEM, KIND, [same(State.CLARIFYING), same(name="вторая")]).name == "вторая"


@pytest.mark.parametrize("almost", [near(), of_kind()])
def test_another_item_of_the_kind_is_not_sure(almost: Named) -> None:
    assert fit(ITEM, KIND, [other(), unread(), almost]) == Fit(Verdict.UNSURE, Reason.OTHER_ITEM_OF_KIND, almost.name)


def test_a_name_that_could_not_be_read_leaves_doubt() -> None:
    assert fit(ITEM, KIND, [other(), unread()]) == Fit(Verdict.UNSURE, Reason.UNREAD_NAMES, unread().name)


@pytest.mark.parametrize("programme", [[], [other()], [other(), other(State.ENDED)]])
def test_what_the_programme_does_not_name_does_not_fit(programme: list[Named]) -> None:
    assert fit(ITEM, KIND, programme) == Fit(Verdict.NO, Reason.NOT_IN_PROGRAMME)


@pytest.mark.parametrize("state", OVER)
def test_what_is_over_neither_fits_nor_leaves_doubt_about_others(state: State) -> None:
    assert fit(ITEM, KIND, [same(state)]).reason is Reason.NOT_IN_FORCE
    assert fit(ITEM, KIND, [near(state)]).verdict is Verdict.NO
    assert fit(ITEM, KIND, [unread(state)]).verdict is Verdict.NO


def test_an_item_whose_own_term_is_over_is_not_called_absent() -> None:
    found = fit(ITEM, KIND, [other(), same(State.ENDED)])
    assert found.verdict is not Verdict.YES
    assert found.reason is not Reason.NOT_IN_PROGRAMME


def test_an_item_whose_own_term_is_over_is_not_taken_for_another_of_its_kind() -> None:
    found = fit(ITEM, KIND, [near(), same(State.ENDED)])
    assert (found.verdict, found.reason) == (Verdict.UNSURE, Reason.NOT_IN_FORCE)


@pytest.mark.parametrize("state", ALIVE)
def test_of_an_old_and_a_new_line_the_new_one_counts(state: State) -> None:
    assert fit(ITEM, KIND, [same(State.ENDED, "старая"), same(state, "новая")]).name == "новая"


def test_a_name_that_means_one_of_several_leaves_doubt_about_those_alone() -> None:
    open_name = Named("трость", None, None, State.CAN_APPLY, candidates=(ITEM, "1-01-01"))
    assert fit(ITEM, KIND, [open_name]) == Fit(Verdict.UNSURE, Reason.SEVERAL_MEANINGS, "трость")
    assert fit("2-02-02", "2-02", [open_name]).verdict is Verdict.NO
