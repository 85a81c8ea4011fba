"""Pages of a product's card besides the card itself: the drawing, the documents, the places to touch it."""

from a11y_tests.page import Page

CANE, DOG = "/products/6-02-02.0001", "/products/14-01-01.0001"
MONITOR, TELEVISION = "/products/15-01-02.0001", "/products/18-01-01.0001"
PAGES = (
    Page("product of another form", "catalogue.product", MONITOR),
    Page("product without a package or rooms", "catalogue.product", DOG),
    Page("product that needs no registration", "catalogue.product", TELEVISION),
    Page("drawing", "catalogue.drawing", f"{CANE}/drawing", full=True, dark=True),
    Page("rooms", "catalogue.rooms", f"{CANE}/rooms", full=True),
    Page("rooms, one's own region first", "catalogue.rooms", f"{CANE}/rooms", who="moscow"),
    Page("rooms, the nearest first", "catalogue.rooms", f"{CANE}/rooms", full=True, who="blind-woman"),
    Page("rooms, none", "catalogue.rooms", f"{DOG}/rooms", full=True),
    Page("instruction", "catalogue.document", f"{CANE}/documents/instruction", full=True, dark=True),
    Page("registration certificate", "catalogue.document", f"{CANE}/documents/registration"),
)
