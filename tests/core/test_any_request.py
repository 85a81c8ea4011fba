"""Whatever is sent to whatever address: never a fault of ours, always a whole page of ours, never a look inside."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import example, given, settings
from werkzeug.datastructures import Headers
from werkzeug.test import create_environ, run_wsgi_app

from tests.support.hostile import requests
from tests.support.html import parsed
from tests.support.page_rules import faults_of
from tests.support.sites import closing, copy_database, make_site, settings_in
from tests.support.strict_client import REDIRECTS, unpacked
from webapp.core.security_headers import HEADERS

INSIDE = ("Traceback (most recent", "werkzeug", "sqlalchemy", "jinja2", "site-packages")
MACHINES = "/health/"


@pytest.fixture(scope="module")
def site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A site that these requests may store sessions in."""
    folder = tmp_path_factory.mktemp("any-request")
    copy_database(template, folder)
    with closing(make_site(settings_in(folder, log_level="ERROR"))) as app:
        yield app


def ask(
    app: Flask, method: str, path: bytes, query: str, kind: str, body: bytes, said: dict[str, str]
) -> tuple[int, Headers, bytes]:
    """Hand the request over as a server does: nothing is mended on the way."""
    environ = create_environ("/", base_url="http://localhost", input_stream=BytesIO(body))
    environ |= {"REQUEST_METHOD": method, "PATH_INFO": path.decode("latin-1"), "QUERY_STRING": query}
    environ |= {"CONTENT_TYPE": kind, "CONTENT_LENGTH": str(len(body)), "wsgi.input_terminated": True} | said
    answered, status, headers = run_wsgi_app(app, environ, buffered=True)
    return int(status.split(" ")[0]), headers, b"".join(answered)


def assert_ours(status: int, headers: Headers, body: bytes, asked: dict[str, Any]) -> None:
    """The answer is a page, a piece that was asked for, a file or an answer for machines; and it is a good one."""
    assert status < 500
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    text = unpacked(body, headers.get("Content-Encoding")) if body and asked["method"] != "HEAD" else ""
    assert not [word for word in INSIDE if word in text and word not in repr(asked)]
    if not text or status in REDIRECTS:
        return
    if headers["Content-Type"] == "application/json":
        assert asked["path"].decode("latin-1").startswith((MACHINES, "/en" + MACHINES))
        return
    if headers["Content-Type"].startswith("text/plain"):
        assert headers["Content-Disposition"].startswith("attachment")
        return
    is_piece = asked["said"].get("HTTP_HX_REQUEST") == "true" and not text.startswith("<!doctype html>")
    assert is_piece or text.startswith("<!doctype html>")
    assert faults_of(parsed(text), asked=text, is_piece=is_piece) == []


def usual(**other: Any) -> dict[str, Any]:
    request = {"method": "GET", "path": b"/", "query": "", "kind": "", "body": b"", "said": {}}
    return request | other


@pytest.mark.slow
@settings(max_examples=3000, deadline=None)
@given(request=requests)
def test_thousands_of_requests_are_answered_with_pages(site: Flask, request: dict[str, Any]) -> None:
    assert_ours(*ask(site, **request), request)


@settings(max_examples=80, deadline=None)
@given(request=requests)
@example(request=usual(path=b"/search", query="q=%00"))
@example(request=usual(path=b"/search", query="q=%01%7f%c2%85%ef%bf%be"))
@example(request=usual(path=b"/search", query="q=%C2%AD%E2%80%8B%F0%9F%98%80"))
@example(request=usual(path=b"/search", query="q=%ED%A0%80&page=%ff"))
@example(request=usual(path=b"/catalogue/6-02/products", query="endpoint=x&code=1&_external=1&page=2&page=3"))
@example(request=usual(path=b"/products/6-02-02.0001/documents/instruction.txt"))
@example(request=usual(path=b"//evil.example/%2f"))
@example(request=usual(said={"HTTP_HOST": "bad host/"}))
@example(request=usual(said={"HTTP_COOKIE": "orientir=\xff\x00; =;;"}))
@example(request=usual(said={"HTTP_IF_NONE_MATCH": 'W/"'}))
@example(request=usual(path=b"/style-guide/fragment", method="POST", body=b"x" * 300_000))
@example(request=usual(path=b"/style-guide/fragment", method="POST", said={"CONTENT_LENGTH": "-1"}))
@example(
    request=usual(path=b"/style-guide/fragment", method="POST", kind="multipart/form-data; boundary=b", body=b"--b\r\n")
)
def test_some_requests_are_answered_with_pages(site: Flask, request: dict[str, Any]) -> None:
    assert_ours(*ask(site, **request), request)
