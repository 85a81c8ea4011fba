"""Whatever is pasted or dictated into a field means the same as the plain answer, or is refused clearly and kept."""

from operator import attrgetter

import pytest

from tests.forms.conftest import Reach
from tests.forms.planted import DEED, opened_with
from tests.support.form_rules import faults_of_paste
from tests.support.pasted import ANYTHING, FIELDS, Field, spaced

OF_FAULTS = Field("day", DEED, "День", "27", spaced("27"), lambda page: page.h1)


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_what_means_the_same_is_understood_the_same(reach: Reach, field: Field) -> None:
    here = reach(field.deed)
    plain = field.typed(here, field.plain)
    assert plain.status == 200 and field.meaning(plain)
    found = [fault for why, text in field.same.items() for fault in faults_of_paste(field, here, plain, why, text)]
    assert found == []


@pytest.mark.parametrize("field", {field.name: field for field in FIELDS}.values(), ids=attrgetter("name"))
def test_anything_else_is_taken_or_refused_with_words_and_kept(reach: Reach, field: Field) -> None:
    here = reach(field.deed)
    plain = field.typed(here, field.plain)
    assert [fault for text in ANYTHING for fault in faults_of_paste(field, here, plain, "anything", text)] == []


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        ({}, 0),
        ({"taken": " "}, len([text for text in spaced("27").values() if text.strip(" ") != "27"])),
    ],
)
def test_a_field_that_refuses_a_no_break_space_is_found(wrong: dict[str, str], faults: int) -> None:
    here = opened_with(**wrong)
    plain = OF_FAULTS.typed(here, "27")
    found = [
        fault for why, text in spaced("27").items() for fault in faults_of_paste(OF_FAULTS, here, plain, why, text)
    ]
    assert len(found) == faults, found


def test_a_field_that_loses_what_it_refuses_is_found() -> None:
    here = opened_with(kept="")
    found = list(faults_of_paste(OF_FAULTS, here, here, "anything", "сорок"))
    assert found == ["anything: 'сорок' is refused and lost, or refused in silence"]
