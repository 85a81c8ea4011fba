"""After every form something new is heard, reading goes on at the thing acted on, nothing typed is lost."""

import re
from operator import attrgetter
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.forms.conftest import Reach
from tests.support.form_rules import faults_of_deed, faults_of_refusal, heard_of, lost_place, thing_of
from tests.support.forms import IN_AGAIN, KEPT, OF_SITE, Deed, Press
from tests.support.registers import Stage, end_sessions
from tests.support.tables import RECORDED, contents

REFUSED = [deed for deed in OF_SITE if deed.refused]
EXPECTED_LATE = [deed for deed in OF_SITE if deed.late]
NOBODYS = [deed for deed in OF_SITE if not deed.late]

MEANWHILE = RECORDED | {"kept_form"}
DIGIT = re.compile(r"\d")
"""Of a number that is another one each time only the shape is the same."""


@pytest.mark.parametrize("deed", OF_SITE, ids=attrgetter("name"))
def test_a_form_says_what_it_did_where_it_did_it(reach: Reach, deed: Deed) -> None:
    assert faults_of_deed(deed, reach(deed)) == []


@pytest.mark.parametrize("deed", REFUSED, ids=attrgetter("name"))
def test_a_refused_form_says_what_to_mend_and_keeps_what_was_typed(reach: Reach, deed: Deed) -> None:
    refused = Press(deed.press.at, deed.press.button, deed.refused).on(reach(deed))
    assert list(faults_of_refusal(deed, refused)) == []


@pytest.mark.parametrize("deed", REFUSED, ids=attrgetter("name"))
def test_a_refused_form_can_be_mended_where_it_stands(reach: Reach, deed: Deed) -> None:
    refused = Press(deed.press.at, deed.press.button, deed.refused).on(reach(deed))
    mended, straight = (heard_of(deed.press.on(page)) for page in (refused, reach(deed)))
    assert {what: DIGIT.sub("0", said) for what, said in mended.items()} == {
        what: DIGIT.sub("0", said) for what, said in straight.items()
    }


@pytest.mark.parametrize("deed", REFUSED, ids=attrgetter("name"))
def test_what_was_refused_is_there_when_the_page_is_opened_again(reach: Reach, deed: Deed) -> None:
    here = reach(deed)
    Press(deed.press.at, deed.press.button, deed.refused).on(here)
    again = here.reopened()
    assert {label: again.value(label) for label in deed.refused} == dict(deed.refused)
    assert not again.title.startswith("Ошибка: ")


@pytest.mark.parametrize("deed", EXPECTED_LATE, ids=attrgetter("name"))
def test_a_form_of_a_session_that_ended_says_so_and_does_nothing(stage: Stage, reach: Reach, deed: Deed) -> None:
    here = reach(deed)
    before = contents(stage.app, MEANWHILE)
    end_sessions(stage.app)
    page = deed.press.on(here)
    assert (page.h1, page.title.startswith(deed.late)) == (deed.late, True)
    assert len(page.links) > 3
    assert contents(stage.app, MEANWHILE) == before
    if deed.late in (IN_AGAIN, KEPT):  # the way back leads to the page of the form
        way = urlsplit(page.link("Войти через Госуслуги").address).query
        back = urlsplit(parse_qs(way)["next"][0])
        assert (back.path, "kept" in parse_qs(back.query)) == (urlsplit(here.address).path, deed.keeps)


@pytest.mark.parametrize("deed", NOBODYS, ids=attrgetter("name"))
def test_a_form_that_needs_no_session_works_after_one(stage: Stage, reach: Reach, deed: Deed) -> None:
    here = reach(deed)
    end_sessions(stage.app)
    page = deed.press.on(here)
    assert page.status == 200
    assert heard_of(page) != heard_of(here)
    assert list(lost_place(page, thing_of(deed, here))) == []
