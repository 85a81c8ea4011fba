"""Every page and state of the site: who has to be checked. A guard fails when an endpoint is missing here.

`full` marks one page of each kind: it gets every check. All others get axe, the checks that only read, the markup
checker and a tree snapshot.
"""

from dataclasses import replace

from a11y_tests import people, steps
from a11y_tests.page import Page
from a11y_tests.pages_accompaniment import PAGES as ACCOMPANIMENT
from a11y_tests.pages_acting import ACTING, CLAIMS
from a11y_tests.pages_asking import PAGES as ASKING
from a11y_tests.pages_card import PAGES as CARD_PAGES
from a11y_tests.pages_compare import PAGES as COMPARING
from a11y_tests.pages_film import PAGES as FILM
from a11y_tests.pages_fit import PAGES as FIT
from a11y_tests.pages_index import PAGES as FILTERS
from a11y_tests.pages_money import PAGES as MONEY
from a11y_tests.pages_taken import PAGES as TAKEN
from a11y_tests.steps import BLIND, KEEP, REMOVE
from webapp.core.errors import PAGES as ERROR_PAGES
from webapp.style_guide.components import COMPONENTS

PRODUCT = "/products/6-02-02.0001"
OTHER_PRODUCT = "/products/6-02-02.0002"
OBSTACLE = "/obstacle?page=/catalogue/6-02"
JOURNEY = "/style-guide/journey/question"
SITE = (
    Page("home", "pages.home", "/", full=True, dark=True),
    Page("help", "pages.help", "/help", full=True),
    Page("abbreviations", "pages.abbreviations", "/abbreviations", full=True),
    Page("accessibility", "conformance.stated", "/accessibility", full=True),
    Page("accessibility, perceivable", "conformance.principle", "/accessibility/perceivable", full=True),
    *(
        Page(f"accessibility, {slug}", "conformance.principle", f"/accessibility/{slug}")
        for slug in ("operable", "understandable", "robust")
    ),
    Page("data", "pages.about_data", "/data"),
    Page("sign-in", "auth.sign_in", "/sign-in", full=True),
    Page("sign-in, the session has ended", "auth.sign_in", "/sign-in?next=/my&ended=1"),
    Page("sign-in, what was written is kept", "auth.sign_in", "/sign-in?next=/my%3Fkept%3Dx&ended=1", full=True),
    *(
        Page(f"sign-in failed: {reason}", "auth.failed", f"/sign-in/failed/{reason}", full=reason == "denied")
        for reason in ("denied", "unavailable", "no_snils", "second_step", "not_allowed", "busy")
    ),
    Page("signed out", "auth.signed_out", "/signed-out", full=True),
    Page("signed out of Госуслуги too", "auth.signed_out", "/signed-out?whole=1"),
    Page("signed out on all devices", "auth.signed_out", "/signed-out?everywhere=1"),
    Page("favourites of nobody", "favourites.kept", "/favourites"),
    Page("obstacle", "obstacles.report", OBSTACLE, full=True, dark=True),
    Page("number of a report", "obstacles.find", "/obstacle/find", full=True),
    Page("number of no report", "obstacles.find", "/obstacle/find?number=000-000-000-000"),
    Page("sections", "catalogue.sections", "/catalogue", full=True),
    Page("section", "catalogue.section", "/catalogue/6", full=True),
    Page("section without codes", "catalogue.section", "/catalogue/8", full=True),
    Page("section whose code is not shown", "catalogue.section", "/catalogue/23(1)"),
    Page("kind", "catalogue.kind", "/catalogue/6-02", full=True),
    Page("kind of many items", "catalogue.kind", "/catalogue/6-01"),
    Page("products of a kind", "catalogue.kind_products", "/catalogue/6-01/products", full=True, dark=True),
    Page("products of a kind, a page between", "catalogue.kind_products", "/catalogue/6-01/products?page=3"),
    Page("item", "catalogue.item", "/catalogue/6-02-02", full=True),
    Page("item whose code is not shown", "catalogue.item", "/catalogue/23(1)-01-01"),
    Page("product", "catalogue.product", PRODUCT, full=True, dark=True),
    Page("product table", "catalogue.product_table", PRODUCT + "/table", full=True),
    Page("search", "catalogue.find", "/search", full=True),
    Page("search results", "catalogue.find", "/search?q=тонометр", full=True),
    Page("search by code", "catalogue.find", "/search?q=06-02-02"),
    Page("search without results", "catalogue.find", "/search?q=абракадабра", full=True),
)
GUIDE = (
    Page("style guide", "style_guide.index", "/style-guide"),
    Page("schemes", "style_guide.schemes", "/style-guide/schemes", full=True, dark=True),
    *(Page(f"component {name}", "style_guide.component", f"/style-guide/components/{name}", full=True)
      for name in COMPONENTS),
    Page("pages, a page between", "style_guide.component", "/style-guide/components/pages?page=5"),
    Page("fragment", "style_guide.fragment", "/style-guide/fragment", full=True, steps=steps.give_back_sample),
    Page("fragment, kept", "style_guide.keep", "/style-guide/fragment", steps=steps.keep_sample),
    Page("question", "style_guide.question", JOURNEY, full=True),
    Page("question answered wrongly", "style_guide.question", JOURNEY, full=True, dark=True,
         steps=steps.answer("31 июня 2026")),
    Page("check of the answer", "style_guide.check", JOURNEY, full=True, steps=steps.answer("3 июня 2026")),
    Page("personal form", "style_guide.write", steps.PERSONAL, full=True, who=BLIND),
    Page("personal form, nothing written", "style_guide.write", steps.PERSONAL, who=BLIND,
         steps=steps.pressing("main form button")),
    Page("personal form come back", "style_guide.write", steps.PERSONAL, full=True, who=steps.LATE_WRITER,
         steps=steps.late_form),
    Page("personal form not kept", "style_guide.write", steps.PERSONAL, full=True, who=steps.LATE_WRITER,
         steps=steps.form_not_kept),
    Page("personal form of somebody else", "style_guide.write", steps.PERSONAL, full=True, who=steps.LATE_WRITER,
         steps=steps.form_of_another),
    Page("personal form to sign", "style_guide.sign", "/help", full=True, steps=steps.written_freshly()),
    Page("personal form signed", "style_guide.signed", "/help", full=True,
         steps=steps.written_freshly("main form button")),
    Page("confirmation", "style_guide.done", JOURNEY, full=True, steps=steps.answer("3 июня 2026", "main button")),
)  # fmt: skip
ERRORS = (
    Page("wrong address", "style_guide.error_page", "/no-such-page", full=True),
    Page("no such page of a list", "catalogue.kind_products", "/catalogue/6-01/products?page=999"),
    *(Page(f"error {status}", "style_guide.error_page", f"/style-guide/errors/{status}") for status in ERROR_PAGES),
)
FORTY = "forty-items"
UNASKED, CONSENT = "hard-of-hearing-student", people.CONSENT
"""Who is signed in but has agreed to nothing."""
SIGNING_IN = (
    Page("sign-in refused by the person", "auth.returned", "/help", steps=steps.sign_in_as(BLIND, "refuse"),
         ends_at="/sign-in/failed/denied"),
    Page("sign-in unconfirmed", "auth.returned", "/help", steps=steps.sign_in_as("unconfirmed")),
    Page("sign-in without insurance number", "auth.returned", "/help", steps=steps.sign_in_as("no-snils"),
         ends_at="/sign-in/failed/no_snils"),
    Page("sign-in begun elsewhere", "auth.returned", "/sign-in/return?state=x&code=y"),
    *(Page(f"sign-in, ЕСИА fails: {mode}", "auth.returned", "/help", steps=steps.sign_in_as(BLIND),
           failing={"esia": mode}, ends_at="/sign-in/failed/unavailable" if mode == "500" else "")
      for mode in ("500", "refuse", "late", "twice")),
)  # fmt: skip
PERSONAL = (
    Page("entitlements", "ipra.entitlements", "/my", full=True, dark=True, who=BLIND),
    Page("entitlements, forty items", "ipra.entitlements", "/my", who=FORTY),
    Page("entitlements, programme ended", "ipra.entitlements", "/my", who="ended-yesterday"),
    Page("entitlements, programme replaced", "ipra.entitlements", "/my", who="replaced-programme"),
    Page("entitlements, Moscow", "ipra.entitlements", "/my", who="moscow"),
    Page("entitlements, name that matches nothing", "ipra.entitlements", "/my", who="mismatching-tsr"),
    Page("entitlements, no programme", "ipra.entitlements", "/my", full=True, who="no-programme"),
    Page("programme", "ipra.programme", "/my/programme", full=True, dark=True, who=BLIND),
    Page("programme that replaced another", "ipra.programme", "/my/programme", who="replaced-programme"),
    Page("entitlements, consent wanted", "ipra.entitlements", "/my", full=True, who=UNASKED, consents=False),
    Page("product, consent wanted", "catalogue.product", PRODUCT, who=UNASKED, consents=False),
    Page("consents, none given", "consents.listed", "/my/consents", who=UNASKED, consents=False),
    Page("consent to give", "consents.one", CONSENT, full=True, dark=True, who=UNASKED, consents=False),
    Page("consent, earlier text", "consents.one", f"{CONSENT}?text=1", who=UNASKED, consents=False),
    Page("consent withdrawn", "consents.one", f"{CONSENT}?done=withdrawn", who=UNASKED, consents=False),
    Page("consents", "consents.listed", "/my/consents", full=True, who=BLIND, is_steady=False),
    Page("consent given", "consents.one", CONSENT, full=True, who=BLIND, is_steady=False),
    Page("consent to withdraw", "consents.withdraw", f"{CONSENT}/withdrawal", full=True, who=BLIND),
    Page("log of access, empty", "traces.log", "/my/log", who=UNASKED, consents=False),
    Page("log of access", "traces.log", "/my/log", full=True, who=BLIND, is_steady=False),
    Page("log of access, to take away", "traces.taken_away", "/my/log/files", full=True, who=BLIND, is_steady=False),
    Page("sign-out", "auth.sign_out", "/sign-out", full=True, who=BLIND),
    Page("sign-in anew", "auth.again", "/sign-in/again?next=/my", full=True, who=BLIND),
    Page("sign-in anew, what was written is kept", "auth.again", "/sign-in/again?next=/my%3Fkept%3Dx", who=BLIND),
    Page("details", "people.told", "/my/details", full=True, who=BLIND, is_steady=False),
    Page("details of a mother", "people.told", "/my/details", who="mother", is_steady=False),
    Page("sign-ins", "auth.sign_ins", "/my/sign-ins", full=True, who=BLIND, is_steady=False),
    Page("sign-ins, one ended", "auth.end_sign_in", "/my/sign-ins?ended=1", full=True, who=BLIND, is_steady=False),
    Page(
        "product that fits",
        "catalogue.product",
        PRODUCT,
        full=True,
        who="guide-dog-owner",
        steps=steps.with_programme,
    ),
    Page("product that does not fit", "catalogue.product", PRODUCT, who="wheelchair", steps=steps.with_programme),
)
WITH_STEPS = (
    Page("item of the programme", "ipra.item", "/my", full=True, who=BLIND,
         steps=steps.open_first("a[href*='/my/items/']")),
    Page("item with a name that matches nothing", "ipra.item", "/my", who="mismatching-tsr",
         steps=steps.open_first("a[href*='/my/items/']")),
    Page("replaced programme", "ipra.one_programme", "/my/programme", full=True, who="replaced-programme",
         steps=steps.open_first("main a[href*='/my/programme/']")),
    Page("newer data asked for", "ipra.request_anew", "/my", who="moscow", steps=steps.pressing("main form button")),
    Page("register is late", "ipra.entitlements", "/my", who="combat-veteran", failing={"programmes": "late"}),
    Page("register is down", "ipra.entitlements", "/my", full=True, who="social-worker", failing={"programmes": "500"}),
    Page("register contradicts itself", "ipra.entitlements", "/my", who="low-vision-pensioner",
         failing={"programmes": "twice"}),
    Page("signed out by the button", "auth.leave", "/sign-out", who="degree-one",
         steps=steps.leave_as("degree-one"), ends_at="/signed-out"),
)  # fmt: skip


FAVOURITES = (
    *WITH_STEPS,
    Page("product kept", "favourites.keep", PRODUCT, full=True, dark=True, steps=steps.pressing(KEEP)),
    Page("product given back", "favourites.remove", PRODUCT, steps=steps.pressing(KEEP, REMOVE)),
    Page("favourites", "favourites.kept", PRODUCT, full=True, steps=steps.list_with()),
    Page("favourites, two of them", "favourites.kept", PRODUCT, steps=steps.list_of(OTHER_PRODUCT)),
    Page("favourites, one removed", "favourites.kept", PRODUCT, full=True, steps=steps.list_with(REMOVE)),
    Page(
        "favourites, one removed in a text browser",
        "favourites.change",
        PRODUCT,
        steps=steps.as_text_browsers_do,
    ),
    Page("favourites, one put back", "favourites.kept", PRODUCT, steps=steps.list_with(REMOVE, KEEP)),
)
READING = (
    Page("reading settings", "reading_settings.settings", "/settings?page=/help", full=True, dark=True),
    Page("reading settings chosen", "reading_settings.choose", "/settings", full=True, has_own_reading=True,
         steps=steps.read_as("size-4", "scheme-6", "facts-2")),
    Page("reading settings chosen, as usual again", "reading_settings.restore", "/settings",
         has_own_reading=True, steps=steps.read_as("size-4", then="[formaction$='/usual']")),
    Page("reading settings chosen, taken back", "reading_settings.take_back", "/settings",
         steps=steps.taken_back),
    Page("reading settings in the profile", "reading_settings.settings", "/settings?page=/help", who=BLIND),
    Page("product, characteristics as a table", "catalogue.product", PRODUCT, full=True, has_own_reading=True,
         steps=steps.reading("facts-table", PRODUCT)),
    Page("product, characteristics as a list for once", "catalogue.product", PRODUCT,
         steps=steps.reading("facts-table", f"{PRODUCT}?facts=list")),
)  # fmt: skip
OBSTACLES = (
    Page(
        "obstacle, nothing written", "obstacles.report", OBSTACLE, full=True, steps=steps.pressing("main form button")
    ),
    Page("obstacle told", "obstacles.told", OBSTACLE, full=True, steps=steps.send_report(), is_steady=False),
    Page("obstacle answered", "obstacles.told", OBSTACLE, steps=steps.answered_report, is_steady=False),
)
SANDBOX = (
    Page("sandbox, control", "sandbox", "/control", full=True, is_sandbox=True, has_own_reading=True, is_steady=False),
    Page("sandbox, a refusal on demand", "sandbox", "/control/refusal", is_sandbox=True),
    Page("sandbox, home", "sandbox", "/", is_sandbox=True),
    Page("sandbox, who are you", "auth.start", "/help", full=True, has_own_reading=True,
         steps=steps.to_sandbox),
    Page("sandbox, sign in anew", "auth.start_again", "/sign-in/again?next=/my", who=BLIND, has_own_reading=True,
         steps=steps.pressing("main a[href*='/sign-in/again/start']")),
    Page("sandbox, out and in again", "auth.go_again", "/sign-in/again?next=/help", who=BLIND, has_own_reading=True,
         steps=steps.pressing("main a[href*='/sign-in/again/start']")),
    Page("sandbox, consent", "auth.start", "/help", full=True, has_own_reading=True,
         steps=steps.to_consent),
    Page("sandbox, code", "auth.start", "/help", full=True, has_own_reading=True, steps=steps.to_code(),
         is_steady=False),
    Page("sandbox, wrong code", "auth.start", "/help", has_own_reading=True, steps=steps.to_code("main form button"),
         is_steady=False),
)  # fmt: skip


ENGLISH = tuple(
    replace(page, name=f"{page.name}, in English", path="/en" + page.path, full=False, dark=False)
    for page in (*SITE, *ERRORS, *PERSONAL)
    if page.path.isascii()
)
PAGES = (
    *SITE,
    *COMPARING,
    *GUIDE,
    *ERRORS,
    *SIGNING_IN,
    *PERSONAL,
    *FAVOURITES,
    *READING,
    *OBSTACLES,
    *FILTERS,
    *ASKING,
    *MONEY,
    *ACCOMPANIMENT,
    *ACTING,
    *CLAIMS,
    *FILM,
    *TAKEN,
    *CARD_PAGES,
    *SANDBOX,
    *ENGLISH,
    *FIT,
)
NO_PAGE = frozenset(
    "health.live health.ready traces.text traces.table catalogue.document_text accompaniment.begin"
    " accompaniment.file accompaniment.about_file accompaniment.order_file".split()
)
"""Endpoints that answer machines, not people, or with a file."""
