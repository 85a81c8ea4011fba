"""Accompaniment: what it is, the right to it, who helps, organisations, an application up to its text."""

from a11y_tests.application_steps import APPLICANT, LIST, PERSON, REST, TO_STOP, Applying, answered_elsewhere
from a11y_tests.page import Page

RIGHT = "/my/accompaniment"
WHOLE = (*TO_STOP, *PERSON, *REST)
PAGES = (
    Page("accompaniment", "accompaniment.about", "/accompaniment", full=True, dark=True),
    Page("order 363n", "accompaniment.order", "/accompaniment/order", full=True),
    Page("right to accompaniment", "accompaniment.right", RIGHT, full=True, who="blind-woman"),
    Page("right to accompaniment, one stopped", "accompaniment.right", RIGHT, full=True, who="replaced-programme"),
    Page("right to accompaniment, first degree", "accompaniment.right", RIGHT, full=True, who="degree-one"),
    Page("right to accompaniment, programme ended", "accompaniment.right", RIGHT, who="ended-yesterday"),
    Page("right to accompaniment, no programme", "accompaniment.right", RIGHT, who="no-programme"),
    Page("right to accompaniment, register down", "accompaniment.right", RIGHT, full=True, who="deafblind",
         failing={"accompaniment": "500"}),
    Page("organisations", "accompaniment.organisations", "/accompaniment/organisations", full=True, who="blind-woman"),
    Page("organisations, one direction", "accompaniment.organisations",
         "/accompaniment/organisations?direction=social", who="blind-woman"),
    Page("organisations, no region", "accompaniment.organisations", "/accompaniment/organisations", full=True),
    Page("applications, none", "accompaniment.applications", LIST, full=True, who="moscow"),
    Page("applications, no right", "accompaniment.applications", LIST, who="degree-one"),
    Page("applications", "accompaniment.applications", LIST, full=True, who=APPLICANT, is_steady=False,
         steps=Applying(*TO_STOP, then=("main .link-list__link", ".back-link a"))),
    Page("application, what is asked", "accompaniment.question", LIST, full=True, who=APPLICANT, steps=Applying()),
    Page("application, nothing chosen", "accompaniment.question", LIST, full=True, who=APPLICANT, steps=Applying({})),
    Page("application, answered elsewhere", "accompaniment.question", LIST, full=True, who=APPLICANT,
         steps=answered_elsewhere),
    Page("application, whom", "accompaniment.question", LIST, who=APPLICANT, steps=Applying(*TO_STOP[:2])),
    Page("application, address", "accompaniment.question", LIST, full=True, who=APPLICANT, steps=Applying(*TO_STOP)),
    Page("application, another address", "accompaniment.question", LIST, full=True, who=APPLICANT,
         steps=Applying(*TO_STOP, {"address-2": ""})),
    Page("application, address all wrong", "accompaniment.question", LIST, full=True, who=APPLICANT,
         steps=Applying(*TO_STOP, {"address-2": ""}, {"postcode": "603"})),
    Page("application, contacts", "accompaniment.question", LIST, full=True, who=APPLICANT,
         steps=Applying(*TO_STOP, *PERSON[:2])),
    Page("application, consent", "accompaniment.question", LIST, full=True, who=APPLICANT,
         steps=Applying(*TO_STOP, *PERSON, *REST[:2])),
    Page("application, check", "accompaniment.check", LIST, full=True, dark=True, who=APPLICANT,
         steps=Applying(*WHOLE)),
    Page("application, document", "accompaniment.document", LIST, full=True, dark=True, who=APPLICANT,
         steps=Applying(*WHOLE, then=("main a[href$='/document']",))),
    Page("application, parts", "accompaniment.tasks", LIST, full=True, who=APPLICANT,
         steps=Applying(*TO_STOP, *PERSON[:1], then=("main .link-list__link",))),
    Page("application, answers to delete", "accompaniment.forget", LIST, full=True, who=APPLICANT,
         steps=Applying(then=("main .link-list__link", "main a[href$='/forget']"))),
)  # fmt: skip
