"""Pages and states of the comparison of products with a programme."""

from a11y_tests.page import Page

PAGES = (Page("rules of the comparison", "fitting.rules", "/fit-rules", full=True, dark=True),)
