"""Marks round numbers: only a site of tests writes them, only when asked, and nothing keeps a marked page."""

from typing import Any

import pytest
from flask import Flask

from tests.support.sites import SiteMaker
from tests.support.strict_client import StrictClient, visitor
from webapp.core.locale import ngettext
from webapp.core.number_marks import BEGIN, END, HEADER, MarkNumbers, mended
from webapp.core.spoken import number, phone, roubles, spelt

ASKED = {HEADER: "1"}
PAGE = "/products/6-02-02.0001"


def layers(app: Flask) -> list[object]:
    """The WSGI middlewares, outermost first."""
    found: list[object] = []
    here: Any = app.wsgi_app
    while here is not None and here not in found:
        found.append(here)
        here = getattr(here, "_application", None) or getattr(here, "app", None)
    return found


def test_a_request_that_asks_gets_marks_and_the_words_stay_the_same(reader: StrictClient) -> None:
    plain, marked = reader.get(PAGE).text, reader.get(PAGE, headers=ASKED).text
    assert f"рекомендованная цена: {BEGIN}" in marked.lower()
    assert BEGIN not in plain and END not in plain
    assert marked.replace(BEGIN, "").replace(END, "") == plain


def test_no_cache_keeps_marked_words(reader: StrictClient) -> None:
    address = "/style-guide/components/card"
    answers = [reader.get(address, headers=headers).text for headers in (ASKED, {}, ASKED, {})]
    assert [BEGIN in answer for answer in answers] == [True, False, True, False]
    assert answers[1] == answers[3]


def test_a_marked_page_is_made_anew_and_kept_by_nobody(reader: StrictClient) -> None:
    known = reader.get(PAGE).headers["ETag"]
    assert reader.get(PAGE, headers={"If-None-Match": known}).status_code == 304
    marked = reader.get(PAGE, headers=ASKED | {"If-None-Match": known})
    assert (marked.status_code, marked.headers.getlist("Cache-Control")) == (200, ["no-store"])
    assert "ETag" not in marked.headers


@pytest.mark.parametrize("env", ["demo", "production"])
def test_no_other_site_has_a_way_to_marks(site_of: SiteMaker, env: str) -> None:
    app = site_of(env=env)
    page = visitor(app).get("/catalogue", headers=ASKED, base_url="https://localhost")
    assert page.status_code == 200
    assert "изделий" in page.text
    assert BEGIN not in page.text
    assert not [layer for layer in layers(app) if isinstance(layer, MarkNumbers)]


def test_the_site_of_tests_has_it(reading_site: Flask) -> None:
    assert [layer for layer in layers(reading_site) if isinstance(layer, MarkNumbers)]


@pytest.mark.usefixtures("speaking")
def test_formatters_write_nothing_else_unasked() -> None:
    said = (number(5), roubles(290_000), spelt("№ 4"), phone("112"), ngettext("%(num)s день", "%(num)s дней", 2))
    assert said == ("5", "2 тысячи 900 рублей", "номер 4", "112", "2 дня")


def test_a_constant_in_a_template_is_said_for_each_reader(reader: StrictClient, reading_site: Flask) -> None:
    """Jinja works out plain filters of constants when it compiles, before there is a language."""
    template = reading_site.jinja_env.from_string("{{ 200000|roubles }}")
    with reading_site.test_request_context("/"):
        assert template.render() == "2 тысячи рублей"
    with reading_site.test_request_context("/", environ_overrides={"orientir.language": "en"}):
        assert template.render() == "2 thousand roubles"
    assert "2 тысячи 900 рублей" in reader.get("/style-guide/components/facts").text


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["[Размер ", "XL", " для взрослых]"], ["[Размер ]", "[XL]", "[ для взрослых]"]),
        (["a [[b", "c] d", "e]"], ["a [[b]]", "[[c] d]", "[e]"]),
        (["a", "[b]"], ["a", "[b]"]),
        (["[Трость", "] 22"], ["[Трость]", " 22"]),
    ],
)
def test_a_marked_text_that_is_cut_stays_marked_in_each_part(parts: list[str], whole: list[str]) -> None:
    cut = [part.replace("[", BEGIN).replace("]", END) for part in parts]
    assert [part.replace(BEGIN, "[").replace(END, "]") for part in mended(cut)] == whole
