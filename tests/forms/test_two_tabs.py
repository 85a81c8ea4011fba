"""Two tabs on every form of a person: the other one signed in anew, or signed somebody else in."""

from operator import attrgetter

import pytest

from tests.support.form_rules import heard_of
from tests.support.forms import OF_SITE, Deed, Who, opened
from tests.support.page import Page
from tests.support.registers import Stage, line, programme
from tests.support.signing_in import sign_in, signed_in_sessions
from tests.support.strict_client import StrictClient
from tests.support.tables import RECORDED, contents
from webapp.gateways.identity.port import Identified
from webapp.gateways.programmes.port import LifeActivity, Limitation

OF_PEOPLE = [deed for deed in OF_SITE if deed.who is Who.PERSON]


def first_tab(stage: Stage, deed: Deed) -> tuple[Identified, StrictClient, Page]:
    """A person, their browser, and the page where the deed can be done."""
    person = stage.somebody()
    stage.tell(person, programme(line(), limitations=(Limitation(LifeActivity.ORIENTATION, 3),)))
    client = sign_in(stage.app, person)
    client.page("/my")  # the register has answered, its answer is kept
    return person, client, opened(deed, client)


@pytest.mark.parametrize("deed", OF_PEOPLE, ids=attrgetter("name"))
def test_the_form_acts_though_the_other_tab_signed_in_anew(stage: Stage, deed: Deed) -> None:
    person, client, here = first_tab(stage, deed)
    straight = heard_of(deed.press.on(first_tab(stage, deed)[2]))
    sign_in(stage.app, person, client)
    assert heard_of(deed.press.on(here)) == straight


@pytest.mark.parametrize("deed", OF_PEOPLE, ids=attrgetter("name"))
def test_the_form_acts_for_nobody_when_the_other_tab_signed_somebody_else_in(stage: Stage, deed: Deed) -> None:
    _, client, here = first_tab(stage, deed)
    sign_in(stage.app, stage.somebody(), client)
    before, signed_in = contents(stage.app, RECORDED | {"kept_form"}), signed_in_sessions(stage.app)
    page = deed.press.on(here)
    assert (page.status, page.h1) == (409, "Форма открыта под другим именем")
    assert ("сохранено на сутки" in page.main) is deed.keeps
    assert (contents(stage.app, RECORDED | {"kept_form"}), signed_in_sessions(stage.app)) == (before, signed_in)


@pytest.mark.parametrize("deed", OF_PEOPLE, ids=attrgetter("name"))
def test_back_to_a_form_that_was_sent_shows_it_whole(stage: Stage, deed: Deed) -> None:
    _, _, here = first_tab(stage, deed)
    deed.press.on(here)
    again = here.reopened()
    assert again.status == 200
    typed = {label: text for label, text in deed.press.answers.items() if text}  # a choice is no text
    assert {label: again.value(label) for label in typed} == typed
