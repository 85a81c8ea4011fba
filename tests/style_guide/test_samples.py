"""Every component, scheme and piece of the style guide is a good page."""

import pytest

from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.core.reading import CHOICES
from webapp.style_guide.components import COMPONENTS, SCHEMES

THING = "/style-guide/fragment"


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_shown(reader: StrictClient, name: str) -> None:
    page = reader.page(f"/style-guide/components/{name}")
    assert page.status == 200
    assert COMPONENTS[name] in page.h1


@pytest.mark.parametrize("number", ["0", "-1", "abc", "²", "0009", "95", "9" * 3000])
def test_a_sample_of_pages_bears_any_number(reader: StrictClient, number: str) -> None:
    page = reader.page("/style-guide/components/pages", query_string={"page": number})
    assert page.status == 200
    assert "вы здесь" in page.main


def test_all_schemes_are_shown(reader: StrictClient) -> None:
    page = reader.page("/style-guide/schemes")
    assert set(SCHEMES.values()) <= set(page.headings(2))


def test_the_schemes_shown_are_those_that_readers_may_choose() -> None:
    assert ("system", *SCHEMES) == CHOICES["scheme"]


def test_the_index_leads_to_all_of_them(reader: StrictClient) -> None:
    addresses = {link.address for link in reader.page("/style-guide").links}
    assert {f"/style-guide/components/{name}" for name in COMPONENTS} <= addresses


def test_a_thing_is_kept_and_given_back_without_script(writer: StrictClient) -> None:
    kept = writer.page(THING).submit(button="Отложить: трость «Образец»")
    assert kept.address == f"{THING}#thing"
    assert kept.title.startswith("Отложено: ")
    assert not kept.submit(button="Вернуть: трость «Образец»").title.startswith("Отложено: ")


def test_with_script_the_answer_is_the_piece_alone(writer: StrictClient) -> None:
    answer = writer.post(THING, data={"keep": "yes"}, headers=OUR_PAGE | {"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.text.count("<form") == 1
    assert 'id="kept-button"' in answer.text


def test_an_unknown_component_is_not_found(reader: StrictClient) -> None:
    assert reader.page("/style-guide/components/nothing").status == 404
    assert reader.page("/style-guide/errors/418").status == 404
