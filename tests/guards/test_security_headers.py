"""The same strict headers on every answer: pages, errors, pieces, answers for machines, static files."""

import re

import pytest
from flask import Flask

from tests.support.addresses import examples_taking
from tests.support.sites import SiteMaker
from tests.support.strict_client import BadPage, StrictClient, visitor

REFUSED_SOURCES = re.compile(r"unsafe-|data:|blob:|\*|https?:")


def test_every_answer_of_the_site_has_the_headers(reading_site: Flask) -> None:
    # The strict client compares them on each answer: walking is asserting. It is proved able to fail below.
    for address in [*examples_taking(reading_site, "GET"), "/nowhere", "/en/nowhere", "/static/nowhere.css"]:
        for method in ("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE"):
            assert visitor(reading_site).open(address, method=method).status_code < 500


def test_the_policy_allows_nothing_inline_and_nobody_else(reader: StrictClient) -> None:
    policy = reader.get("/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert {"form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"} <= set(policy.split("; "))
    assert not REFUSED_SOURCES.search(policy)


def test_static_files_say_what_they_are_and_stay_ours(reader: StrictClient) -> None:
    addresses = re.findall(r'"(/static/[^"]+)"', reader.get("/style-guide/fragment").text)
    assert len(addresses) >= 4
    for address in addresses:
        headers = reader.get(address).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_personal_pages_are_kept_by_nobody(reader: StrictClient) -> None:
    for address in ("/style-guide/journey/question", "/nowhere", "/health/ready"):
        assert reader.get(address).headers["Cache-Control"] == "no-store"


def test_production_asks_for_encryption_for_ever(site_of: SiteMaker, reader: StrictClient) -> None:
    production = site_of(env="production").test_client()
    assert production.get("/").headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" not in reader.get("/").headers


def test_a_missing_header_is_found(writing_site: Flask) -> None:
    writing_site.after_request_funcs[None].clear()
    with pytest.raises(BadPage, match="no header Content-Security-Policy"):
        visitor(writing_site).get("/help")
