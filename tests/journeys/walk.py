"""Every endpoint of the site asked for what belongs to one person: what others are answered, and what they may name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.addresses import EXAMPLES
from tests.support.html import elements, parsed
from tests.support.strict_client import OUR_PAGE, StrictClient, text_of

TAKES_NOTHING = frozenset(
    "pages.home pages.help pages.abbreviations conformance.stated conformance.principle pages.about_data"
    " auth.sign_out auth.signed_out auth.failed people.told auth.sign_ins auth.go_again"
    " representatives.held representatives.given representatives.claim_kind representatives.code_new"
    " representatives.code_typed representatives.codes_cancelled"
    " accompaniment.about accompaniment.order accompaniment.right accompaniment.applications accompaniment.begin"
    " accompaniment.organisations accompaniment.about_file accompaniment.order_file"
    " consents.listed consents.one consents.withdraw traces.log traces.taken_away traces.text traces.table"
    " ipra.entitlements ipra.programme"
    " obstacles.report obstacles.told obstacles.find"
    " reading_settings.settings reading_settings.choose reading_settings.restore reading_settings.take_back"
    " catalogue.sections catalogue.section catalogue.kind catalogue.kind_products catalogue.item catalogue.find"
    " catalogue.kind_taken catalogue.item_taken catalogue.search_taken"
    " catalogue.film fitting.rules"
    " certificates.about certificates.calculator certificates.region_page certificates.regions"
    " certificates.name_region"
    " style_guide.index style_guide.component style_guide.schemes style_guide.error_page style_guide.fragment"
    " style_guide.keep style_guide.write style_guide.sign style_guide.signed"
    " style_guide.question style_guide.check style_guide.done health.live health.ready".split()
)
"""Endpoints whose addresses can name nothing of a person's."""
TAKES_A_FORM = frozenset({"auth.leave", "auth.end_sign_in", "ipra.request_anew", "favourites.change"})
"""Endpoints to which only a form could name it."""
_TOKEN = re.compile(r'name="(?:csrf_token|key|made_for|name)" value="[^"]*"|\d{1,2}:\d\d')
"""What differs each time: tokens, marks, names of sign-ins, the minute in which they were begun."""
STEPS_OF_GIVEN = {"given_one": "", "confirm": "/confirm", "give_back": "/return", "withdraw": "/withdraw"}
STEPS_OF_APPLICATIONS = {
    "tasks": "",
    "question": "/ask/request",
    "check": "/check",
    "document": "/document",
    "file": "/document/script",
    "forget": "/forget",
}
_CHANCE = re.compile(r"(?<=/code/)[\w-]+|(?<=/accompaniment/applications/)[0-9a-f]{24}")
"""A helper's code and an application that are made anew have pages of new names."""
READ, SENT = ("GET", "HEAD"), ("POST",)


@dataclass(frozen=True, slots=True)
class Belongings:
    """What a person has, as an address or a form might name it. `back` is the address by which they came from ЕСИА."""

    number: int
    oid: str
    items: tuple[str, ...]
    programmes: tuple[str, ...]
    products: tuple[str, ...]
    back: str
    csrf_token: str
    held: tuple[str, ...] = ("0" * 24,)
    """Names of authorities by which the person acts for somebody."""
    given: tuple[str, ...] = ("0" * 24,)
    """Names of authorities by which somebody acts for the person."""
    drafts: tuple[str, ...] = ("0" * 24,)

    def claims(self) -> dict[str, str]:
        """Fields that say «I am this person»."""
        names = ("person_id", "user_id", "person", "id", "owner", "actor")
        return {name: str(self.number) for name in names} | {"oid": self.oid, "guest": self.oid, "where": "everywhere"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    endpoint: str
    method: str
    address: str
    is_piece: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of it, as far as the visitor sees it; the token of a form is different each time."""

    status: int
    location: str
    tag: str
    text: str


def naming(theirs: Belongings) -> dict[str, tuple[str, ...]]:
    """Endpoint → addresses that name what belongs to the person."""
    items = tuple(f"/my/items/{item}" for item in theirs.items)
    products = tuple(f"/products/{product}" for product in theirs.products)
    return {
        "auth.sign_in": tuple(f"/sign-in?next={quote(place)}" for place in (*items[:1], "/my")),
        "auth.start": tuple(f"/sign-in/start?next={quote(place)}" for place in items[:1]),
        "auth.again": tuple(f"/sign-in/again?next={quote(place)}" for place in items[:1]),
        "auth.start_again": tuple(f"/sign-in/again/start?next={quote(place)}" for place in items[:1]),
        "auth.returned": (theirs.back,),
        "representatives.acting_for": tuple(f"/my/acting-for?by={name}" for name in (*theirs.held, *theirs.given)),
        "representatives.held_one": tuple(f"/my/people/{name}" for name in (*theirs.held, *theirs.given)),
        "representatives.claim_sent": tuple(f"/my/people/{name}/sent" for name in theirs.held),
        "representatives.give_up": tuple(f"/my/people/{name}/give-up" for name in theirs.held),
        **{
            f"representatives.{endpoint}": tuple(f"/my/representatives/{name}{step}" for name in theirs.given)
            for endpoint, step in STEPS_OF_GIVEN.items()
        },
        "representatives.claim_question": tuple(f"/my/claims/{name}/name" for name in theirs.drafts),
        "representatives.claim_check": tuple(f"/my/claims/{name}/check" for name in theirs.drafts),
        "representatives.claim_cannot": tuple(f"/my/claims/{name}/cannot" for name in theirs.drafts),
        "representatives.claim_forget": tuple(f"/my/claims/{name}/forget" for name in theirs.drafts),
        "representatives.code_made": tuple(f"/my/representatives/code/{name}" for name in theirs.drafts),
        **{
            f"accompaniment.{endpoint}": tuple(f"/my/accompaniment/applications/{name}{step}" for name in theirs.drafts)
            for endpoint, step in STEPS_OF_APPLICATIONS.items()
        },
        "ipra.item": (*items, f"/my/items/{theirs.items[0].upper()}"),
        "ipra.one_programme": tuple(f"/my/programme/{programme}" for programme in theirs.programmes),
        "favourites.kept": ("/favourites", *(f"/favourites?changed={product}" for product in theirs.products)),
        "favourites.keep": tuple(f"/favourites/{product}" for product in theirs.products),
        "favourites.remove": tuple(f"/favourites/{product}/removal" for product in theirs.products),
        "favourites.note": tuple(f"/favourites/{product}/note" for product in theirs.products),
        "catalogue.product": products,
        "catalogue.drawing": tuple(f"{product}/drawing" for product in products),
        "catalogue.rooms": tuple(f"{product}/rooms" for product in products),
        "catalogue.document": tuple(f"{product}/documents/instruction" for product in products),
        "catalogue.document_text": tuple(f"{product}/documents/instruction.txt" for product in products),
        "catalogue.compare": (f"/compare?{'&'.join(f'p={product}' for product in theirs.products)}",),
        "catalogue.product_table": tuple(f"{product}/table" for product in products),
    }


def unknown(app: Flask, theirs: Belongings) -> set[str]:
    """Endpoints of which the walk does not know how to ask them for what is somebody's."""
    known = TAKES_NOTHING | TAKES_A_FORM | naming(theirs).keys()
    return {rule.endpoint for rule in app.url_map.iter_rules()} ^ known


def requests(app: Flask, theirs: Belongings) -> Iterator[Asked]:
    """All that is asked: reading first, then forms; leaving last, since whoever leaves is somebody else afterwards."""
    named = naming(theirs)
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: (rule.endpoint == "auth.leave", rule.endpoint))
    claims = "&".join(f"{name}={value}" for name, value in theirs.claims().items())
    for methods in (READ, SENT):
        for rule in rules:
            for address in named.get(rule.endpoint, EXAMPLES[rule.endpoint]):
                joint = "&" if "?" in address else "?"
                for method in sorted(set(methods) & (rule.methods or set())):
                    yield Asked(rule.endpoint, method, address)
                    if rule.endpoint != "auth.leave":
                        yield Asked(rule.endpoint, method, f"/en{address}{joint}{claims}")
                        yield Asked(rule.endpoint, method, address, is_piece=True)


@dataclass(frozen=True, slots=True)
class Walker:
    """A visitor who asks, with all that an honest form of ours would send."""

    client: StrictClient
    csrf_token: str

    def ask(self, asked: Asked, theirs: Belongings) -> Heard:
        """The answer to this request, with claims to be the person; page rules are looked at elsewhere."""
        headers = OUR_PAGE | ({"HX-Request": "true"} if asked.is_piece else {})
        form = theirs.claims() | {"csrf_token": self.csrf_token} if asked.method in SENT else None
        response = FlaskClient.open(
            self.client, asked.address, method=asked.method, data=form, headers=headers, buffered=True
        )
        return heard(response)


def token_in_forms(client: StrictClient) -> str:
    """The token that forms of the visitor's own session hold."""
    fields = elements(parsed(client.get("/style-guide/journey/question").text), "input")
    return next(field.get("value") or "" for field in fields if field.get("name") == "csrf_token")


def heard(response: TestResponse) -> Heard:
    location = _CHANCE.sub("…", response.headers.get("Location", ""))
    if urlsplit(location).netloc:
        return Heard(response.status_code, urlsplit(location).netloc, "", "")  # to ЕСИА, signed anew each time
    text = _CHANCE.sub("…", _TOKEN.sub("", text_of(response))) if response.data else ""
    return Heard(response.status_code, location, response.headers.get("ETag", ""), text)
