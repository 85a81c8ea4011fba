"""Every endpoint that answers people is on the list of pages that accessibility checks walk; no other is."""

from flask import Flask

from a11y_tests.page import Page
from a11y_tests.pages import NO_PAGE, PAGES
from webapp.core.access import public
from webapp.core.errors import PAGES as ERROR_PAGES


def unlisted(app: Flask, pages: tuple[Page, ...]) -> set[str]:
    """Endpoints without a page on the list."""
    return set(app.view_functions) - {page.endpoint for page in pages} - NO_PAGE


def test_every_endpoint_is_on_the_list_of_pages(reading_site: Flask) -> None:
    assert unlisted(reading_site, PAGES) == set()


def test_the_list_names_no_endpoint_that_is_gone(reading_site: Flask) -> None:
    listed = {page.endpoint for page in PAGES if not page.is_sandbox}
    assert listed | NO_PAGE <= set(reading_site.view_functions)


def test_every_kind_of_endpoint_gets_the_full_checks_once() -> None:
    only_states = {"pages.about_data", "style_guide.index", "style_guide.keep"}
    only_states |= {
        "auth.go_again",
        "auth.leave",
        "auth.returned",
        "auth.start_again",
        "favourites.change",
        "favourites.remove",
        "ipra.request_anew",
        "reading_settings.restore",
        "reading_settings.take_back",
    }  # each ends at a page of another endpoint
    unchecked = {page.endpoint for page in PAGES} - {page.endpoint for page in PAGES if page.full}
    assert unchecked == only_states, "give a page of it full=True in a11y_tests/pages.py, or say here why not"


def test_every_error_page_and_both_languages_are_listed() -> None:
    paths = {page.path for page in PAGES}
    assert {f"/style-guide/errors/{status}" for status in ERROR_PAGES} <= paths
    assert {f"/en/style-guide/errors/{status}" for status in ERROR_PAGES} <= paths


def test_names_are_not_used_twice() -> None:
    assert len({page.name for page in PAGES}) == len(PAGES)


def test_a_forgotten_endpoint_is_found(writing_site: Flask) -> None:
    writing_site.add_url_rule("/planted", "planted", public()(lambda: ""))
    assert unlisted(writing_site, PAGES) == {"planted"}
