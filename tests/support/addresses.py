"""Every endpoint with an address that it answers: what tests walk when they walk the whole site."""

from flask import Flask

EXAMPLES: dict[str, tuple[str, ...]] = {
    "pages.home": ("/",),
    "pages.help": ("/help",),
    "pages.abbreviations": ("/abbreviations",),
    "conformance.stated": ("/accessibility",),
    "conformance.principle": ("/accessibility/perceivable", "/accessibility/operable"),
    "pages.about_data": ("/data",),
    "auth.sign_in": ("/sign-in", "/sign-in?next=/my"),
    "auth.start": ("/sign-in/start",),
    "auth.again": ("/sign-in/again", "/sign-in/again?next=/my"),
    "auth.start_again": ("/sign-in/again/start",),
    "auth.go_again": ("/sign-in/again/go",),
    "auth.returned": ("/sign-in/return",),
    "auth.failed": ("/sign-in/failed/denied", "/sign-in/failed/expired"),
    "auth.sign_out": ("/sign-out",),
    "auth.leave": ("/sign-out",),
    "auth.signed_out": ("/signed-out", "/signed-out?whole=1", "/signed-out?everywhere=1"),
    "people.told": ("/my/details",),
    "auth.sign_ins": ("/my/sign-ins",),
    "auth.end_sign_in": ("/my/sign-ins",),
    "ipra.entitlements": ("/my",),
    "ipra.item": ("/my/items/0123456789abcdef",),
    "ipra.programme": ("/my/programme",),
    "ipra.one_programme": ("/my/programme/0123456789abcdef",),
    "ipra.request_anew": ("/my/request",),
    "favourites.kept": ("/favourites",),
    "favourites.change": ("/favourites",),
    "favourites.keep": ("/favourites/6-02-02.0001",),
    "favourites.remove": ("/favourites/6-02-02.0001/removal",),
    "reading_settings.settings": ("/settings", "/settings?page=/help", "/settings?done=chosen&before=size-125"),
    "reading_settings.choose": ("/settings",),
    "reading_settings.restore": ("/settings/usual",),
    "reading_settings.take_back": ("/settings/before",),
    "obstacles.report": ("/obstacle", "/obstacle?page=/catalogue/6-02"),
    "obstacles.told": ("/obstacle/000-000-000-000",),
    "obstacles.find": ("/obstacle/find", "/obstacle/find?number=482-109-375-526"),
    "catalogue.sections": ("/catalogue",),
    "catalogue.section": ("/catalogue/6", "/catalogue/8", "/catalogue/23(1)", "/catalogue/06"),
    "catalogue.kind": ("/catalogue/6-02",),
    "catalogue.kind_products": ("/catalogue/6-02/products", "/catalogue/6-02/products?page=2"),
    "catalogue.item": ("/catalogue/6-02-02", "/catalogue/14-01-01"),
    "catalogue.product": ("/products/6-02-02.0001", "/products/17-01-05.0001", "/products/6-02-02.0001?facts=list"),
    "catalogue.product_table": ("/products/6-02-02.0001/table",),
    "catalogue.find": ("/search", "/search?q=трость", "/search?q=6-02-02", "/search?q=xyzzy"),
    "style_guide.index": ("/style-guide",),
    "style_guide.component": ("/style-guide/components/field", "/style-guide/components/pages"),
    "style_guide.schemes": ("/style-guide/schemes",),
    "style_guide.error_page": ("/style-guide/errors/404",),
    "style_guide.fragment": ("/style-guide/fragment",),
    "style_guide.keep": ("/style-guide/fragment",),
    "style_guide.question": ("/style-guide/journey/question",),
    "style_guide.check": ("/style-guide/journey/check",),
    "style_guide.done": ("/style-guide/journey/done",),
    "style_guide.write": ("/style-guide/personal",),
    "style_guide.sign": ("/style-guide/personal/sign",),
    "style_guide.signed": ("/style-guide/personal/signed",),
    "health.live": ("/health/live",),
    "health.ready": ("/health/ready",),
}


def endpoints_taking(app: Flask, method: str) -> list[str]:
    """Names of the endpoints that answer this method, in order."""
    return sorted({rule.endpoint for rule in app.url_map.iter_rules() if method in (rule.methods or ())})


def examples_taking(app: Flask, method: str) -> list[str]:
    """An address or more of every endpoint that answers this method. A KeyError names an endpoint without one."""
    return [address for endpoint in endpoints_taking(app, method) for address in EXAMPLES[endpoint]]
