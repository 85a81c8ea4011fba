"""Pages and states of the comparison of products with a programme."""

from a11y_tests.page import Page
from a11y_tests.steps import BLIND

PAGES = (
    Page("rules of the comparison", "fitting.rules", "/fit-rules", full=True, dark=True),
    Page("rules of the comparison in English", "fitting.rules", "/en/fit-rules"),
    Page(
        "product of another item of the kind", "catalogue.product", "/products/6-02-01.0001", who=BLIND, is_steady=False
    ),
)
