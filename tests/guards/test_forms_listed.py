"""Every form of the site and of the sandbox is on the list of forms, every text field on the list of fields."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.support.addresses import EXAMPLES, endpoints_taking
from tests.support.forms import OF_SANDBOX, OF_SITE
from tests.support.html import elements, parsed
from tests.support.pasted import FIELDS
from tests.support.sites import settings_in
from tests.support.strict_client import StrictClient
from webapp.core.access import Proof, declaration_of, public
from webapp.sandbox import create_sandbox

BY_GET = frozenset(
    {"catalogue.find", "catalogue.kind_products", "catalogue.item", "catalogue.compare", "certificates.calculator"}
)
WALKED_ELSEWHERE = frozenset(
    {
        "auth.end_sign_in",
        "favourites.change",
        "representatives.claim_forget",
        "accompaniment.forget",
        "representatives.give_up",
        "representatives.confirm",
        "representatives.give_back",
        "representatives.withdraw",
        "representatives.code_typed",
    }
)
"""What needs two devices: tests/auth/test_sign_ins.py. What browsers press only when they know no `formaction`:
tests/favourites/test_without_formaction.py. What a link of a draft or a claim leads to, and a code that somebody
else has made: tests/representatives."""
FOUND_ELSEWHERE = frozenset({"obstacles.find"})
"""A number must exist to be found: tests/obstacles/test_numbers.py."""
PASTED_ELSEWHERE = frozenset({("obstacles.find", "number")})
NOT_TYPED = frozenset({"hidden", "checkbox", "radio", "submit"})


@dataclass(frozen=True)
class Form:
    """A form as a page shows it: the endpoint that it is sent to, the names of the fields that take text."""

    endpoint: str
    fields: frozenset[str]


def listed(app: Flask) -> set[str]:
    """Endpoints that people send forms to by POST. What asks for a key is for programs."""
    found = {name: declaration_of(app, name) for name in endpoints_taking(app, "POST")}
    return {name for name, declared in found.items() if declared is None or declared.proof is not Proof.KEY}


def shown_forms(app: Flask, text: str) -> Iterator[Form]:
    """The forms of a page; those of the style guide that lead nowhere are samples."""
    tree = parsed(text)
    addresses = app.url_map.bind("localhost")
    for form in elements(tree, "form"):
        action, method = (form.get("action") or "").split("#")[0].split("?")[0], (form.get("method") or "get").upper()
        if not action:
            continue
        try:
            endpoint, _ = addresses.match(action, method)
        except HTTPException:
            endpoint = f"nothing takes {method} {action}"
        typed = [each for each in elements(form, "input", "textarea") if each.get("type") not in NOT_TYPED]
        yield Form(str(endpoint), frozenset(each.get("name") or "" for each in typed))


def forms_of(app: Flask, reader: StrictClient, but_for: frozenset[str] = frozenset()) -> set[Form]:
    """The forms of all pages that open by an address alone."""
    found: set[Form] = set()
    for endpoint in set(endpoints_taking(app, "GET")) - but_for:
        for address in EXAMPLES[endpoint]:
            answer = reader.get(address)
            if answer.mimetype == "text/html" and answer.status_code == 200:
                found |= set(shown_forms(app, answer.text))
    return found


def test_every_post_of_the_site_is_on_the_list(reading_site: Flask) -> None:
    assert listed(reading_site) == {deed.endpoint for deed in OF_SITE} - BY_GET | WALKED_ELSEWHERE


def test_every_post_of_the_sandbox_is_on_the_list(tmp_path_factory: pytest.TempPathFactory) -> None:
    sandbox = create_sandbox(settings_in(tmp_path_factory.mktemp("sandbox")))
    assert listed(sandbox) == {deed.endpoint for deed in OF_SANDBOX}


def test_every_form_that_a_page_shows_is_on_the_list(reading_site: Flask, reader: StrictClient) -> None:
    shown = forms_of(reading_site, reader)
    assert {form.endpoint for form in shown} - {deed.endpoint for deed in OF_SITE} == FOUND_ELSEWHERE
    assert "catalogue.find" in {form.endpoint for form in shown}


def test_every_field_that_a_page_shows_is_pasted_into(reading_site: Flask, reader: StrictClient) -> None:
    forms = forms_of(reading_site, reader, but_for=frozenset({"style_guide.schemes"}))  # fields to look at
    shown = {(form.endpoint, name) for form in forms for name in form.fields}
    forgotten = shown - {(field.deed.endpoint, field.name) for field in FIELDS}
    cure = "each text field needs a Field in tests/support/pasted.py, or a place in PASTED_ELSEWHERE"
    assert forgotten == PASTED_ELSEWHERE, cure


def test_names_are_not_used_twice() -> None:
    names = [deed.name for deed in (*OF_SITE, *OF_SANDBOX)]
    assert len(set(names)) == len(names)


def test_a_forgotten_form_is_found(writing_site: Flask) -> None:
    writing_site.add_url_rule("/planted", "planted", public(Proof.ORIGIN)(lambda: ""), methods=["POST"])
    assert "planted" in listed(writing_site)
    text = (
        '<!doctype html><html lang="ru"><title>x</title><form action="/planted" method="post"><input name="x"></form>'
    )
    assert list(shown_forms(writing_site, text)) == [Form("planted", frozenset({"x"}))]
