"""Pages about certificates and what is paid on top."""

from a11y_tests.page import Page

CALCULATOR = "/certificates/calculator"
PAGES = (
    Page("certificate", "certificates.about", "/certificates", full=True),
    Page("region", "certificates.region_page", "/region", full=True, dark=True),
    Page("region forgotten", "certificates.region_page", "/region?done=forgotten&page=/products/6-02-02.0001"),
    Page("all regions", "certificates.regions", "/region/list", full=True),
    Page("calculator", "certificates.calculator", CALCULATOR, full=True),
    Page("calculator, top-up", "certificates.calculator", f"{CALCULATOR}?item=6-02-02&region=16&price=31000", full=True,
         dark=True),
    Page("calculator, nothing on top", "certificates.calculator", f"{CALCULATOR}?item=6-02-02&region=77&price=1"),
    Page("calculator, all wrong", "certificates.calculator", f"{CALCULATOR}?item=&region=&price=31+%D0%BA", full=True),
    Page("calculator, several", "certificates.calculator",
         f"{CALCULATOR}?item=%D1%82%D1%80%D0%BE%D1%81%D1%82%D1%8C&region=%D0%A0%D0%BE%D1%81%D1%82%D0%BE%D0%B2&price=5",
         full=True),
)  # fmt: skip
