"""A visitor of the sandbox: every page it answers with must be a good page, with every header."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.html import elements, parsed
from tests.support.page_rules import faults_of
from tests.support.strict_client import REDIRECTS, BadPage, StrictClient
from webapp.core.security_headers import HEADERS

NOTICE = "Это песочница: люди и данные выдуманы."
POLICY = "Content-Security-Policy"
ENDING = " — песочница"


class SandboxVisitor(StrictClient):
    """The strict client with the sandbox's own title, language, notice and policy."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        response = FlaskClient.open(self, *arguments, **({"buffered": True} | options))
        faults = faults_of_answer(response)
        if faults:
            raise BadPage(f"{response.request.method} {response.request.url}: " + "; ".join(faults))
        return response


def visitor_of(app: Flask) -> SandboxVisitor:
    """A new browser."""
    app.test_client_class = SandboxVisitor
    client = app.test_client()
    assert isinstance(client, SandboxVisitor)
    return client


def faults_of_answer(response: TestResponse) -> list[str]:
    """What is wrong with an answer of the sandbox."""
    faults = [
        f"no header {name}" for name, value in HEADERS.items() if name != POLICY and response.headers.get(name) != value
    ]
    if len(response.headers.getlist(POLICY)) != 1 or not response.headers[POLICY].startswith("default-src 'none'; "):
        faults.append("the policy is not one")
    if response.headers.get("Cache-Control") != "no-store" and not response.request.path.startswith("/static/"):
        faults.append("may be stored")
    if response.mimetype != "text/html" or response.status_code in REDIRECTS or not response.data:
        return faults
    return faults + _faults_of_page(response.text)


def _faults_of_page(text: str) -> list[str]:
    tree = parsed(text)
    title = " ".join((elements(tree, "title")[0].text or "").split())
    heading = " ".join("".join(elements(tree, "h1")[0].itertext()).split())
    faults = [fault for fault in faults_of(tree) if not fault.startswith("title ")]
    if not title.endswith(heading + ENDING):
        faults.append(f"title {title!r} does not tell the heading and the sandbox")
    if elements(tree, "html")[0].get("lang") != "ru" or not text.startswith("<!doctype html>"):
        faults.append("not a page in Russian")
    return faults + ([] if NOTICE in text else ["does not say that it is the sandbox"])
