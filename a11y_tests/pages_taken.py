"""Lists of products to be taken along."""

from a11y_tests.page import Page

PAGES = (
    Page(
        "list to take, kind",
        "catalogue.kind_taken",
        "/catalogue/6-02/products/take?weight_g=-250",
        full=True,
        dark=True,
    ),
    Page("list to take, item", "catalogue.item_taken", "/catalogue/6-02-02/take", full=True),
    Page("list to take, search", "catalogue.search_taken", "/search/take?q=трость", full=True),
    Page("list to take, nothing", "catalogue.kind_taken", "/catalogue/6-02/products/take?price=1-2"),
    Page("list to take in English", "catalogue.kind_taken", "/en/catalogue/6-02/products/take"),
)
