"""Lists of products with their filters, in every state."""

from a11y_tests.page import Page
from a11y_tests.steps import BLIND

CANES = "/catalogue/6-02/products"
NOT_UNDERSTOOD = "?weight_g-from=%D0%BB%D1%91%D0%B3%D0%BA%D0%B0%D1%8F&price-to=31+%D0%BA&tip=disc"
PAGES = (
    Page("list narrowed", "catalogue.kind_products", f"{CANES}?weight_g=-250&material=aluminium&maker=luch&sort=price",
         full=True, dark=True),
    Page("list narrowed, a page between", "catalogue.kind_products", f"{CANES}?reflective=yes&page=2"),
    Page("list narrowed to nothing", "catalogue.kind_products", f"{CANES}?weight_g=-1&price=-600", full=True),
    Page("list, filters not understood", "catalogue.kind_products", CANES + NOT_UNDERSTOOD, full=True),
    Page("list of an item narrowed", "catalogue.item", "/catalogue/6-02-02?weight_g=-250&sort=price", full=True),
    Page("list of a person", "catalogue.kind_products", f"{CANES}?sort=price", who=BLIND, is_steady=False),
)  # fmt: skip
