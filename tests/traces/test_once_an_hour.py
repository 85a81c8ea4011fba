"""A page that is opened again and again fills no log; what is done is noted each time."""

import pytest

from tests.support.registers import Stage
from tests.support.representing import change
from tests.support.strict_client import OUR_PAGE
from tests.traces.test_noted import PRODUCT, Watched, by_agent
from webapp.core.entrusted import Function

LOOKED, REFUSED = by_agent("favourites.kept"), by_agent("favourites.kept", "refused")


@pytest.fixture
def watched(stage: Stage) -> Watched:
    return Watched(stage)


def test_the_same_page_is_noted_once_within_an_hour(watched: Watched) -> None:
    for _ in range(5):
        watched.client.page("/favourites")
        watched.stage.clock.pass_time(minutes=11)
    assert watched.news() == [LOOKED]
    watched.stage.clock.pass_time(minutes=6)
    watched.client.page("/favourites")
    assert watched.news() == [LOOKED]


def test_another_outcome_and_another_page_are_noted(watched: Watched) -> None:
    watched.client.page("/favourites")
    watched.client.page(PRODUCT)
    change(watched.stage.app, watched.name, functions=[Function.VIEW])
    for _ in range(3):
        watched.client.get("/favourites")
    assert watched.news() == [LOOKED, by_agent("catalogue.product"), REFUSED]


def test_another_representative_is_noted(watched: Watched) -> None:
    watched.client.page("/favourites")
    other = Watched(watched.stage, watched.person)
    other.client.page("/favourites")
    assert [each.act for each in watched.news()].count("favourites.kept") == 2


def test_forms_that_are_refused_fill_no_log_either(watched: Watched) -> None:
    for _ in range(3):
        assert watched.client.post("/my/request", headers=OUR_PAGE).status_code == 400
    assert watched.news() == [by_agent("ipra.request_anew:sent", "refused")]


def test_what_is_done_is_noted_each_time(watched: Watched) -> None:
    page = watched.client.page(PRODUCT)
    for _ in range(2):
        page.submit(button=page.button("Добавить в избранное"))
    done = [each for each in watched.news() if each.act.endswith(":sent")]
    assert done == 2 * [by_agent("favourites.keep:sent")]


def test_the_page_of_the_log_says_so(watched: Watched) -> None:
    assert "Одну и ту же страницу за час записываем один раз." in watched.theirs.page("/my/log").main
