"""Pages of our own films."""

from a11y_tests.page import Page

PAGES = (
    Page("film", "catalogue.film", "/films/talking-tonometer", full=True, dark=True),
    Page("film in English", "catalogue.film", "/en/films/talking-tonometer"),
)
