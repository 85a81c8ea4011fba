"""The lines of the log: in UTC, on standard error alone, each with the id of its own request."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from tests.support.sites import SiteMaker
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core import logging
from webapp.core.access import public

Log = Callable[[], list[dict[str, Any]]]


def broken() -> str:
    logging.event("looked", number=1)
    raise ValueError


def test_the_time_of_a_line_is_in_utc(writing_site: Flask, log: Log) -> None:
    writing_site.add_url_rule("/broken", "broken", public()(broken))
    log()
    before = datetime.now(UTC)
    visitor(writing_site).get("/")
    visitor(writing_site).get("/broken")
    lines = log()
    assert len(lines) >= 4
    for line in lines:
        moment = datetime.fromisoformat(line["timestamp"])
        assert moment.utcoffset() == timedelta()
        assert before <= moment <= datetime.now(UTC)


def test_whatever_happens_nothing_is_written_elsewhere(writing_site: Flask, capfd: pytest.CaptureFixture[str]) -> None:
    writing_site.add_url_rule("/broken", "broken", public()(broken))
    client = visitor(writing_site)
    for address in ("/", "/nowhere", "/broken", "/search?q=трость", "/search?q=%00", "/health/ready"):
        client.get(address)
    client.post("/style-guide/fragment", data={"keep": "yes"}, headers=OUR_PAGE)
    out, err = capfd.readouterr()
    assert out == ""
    assert len([json.loads(line) for line in err.splitlines()]) >= 9


def test_all_lines_of_a_request_have_its_id_and_no_other_has(writing_site: Flask, log: Log) -> None:
    writing_site.add_url_rule("/broken", "broken", public()(broken))
    log()
    visitor(writing_site).get("/broken")
    first = log()
    visitor(writing_site).get("/broken")
    second = log()
    assert [line["event"] for line in first] == ["looked", "fault", "request"]
    ids = [{line.get("request_id") for line in lines} for lines in (first, second)]
    assert [len(each) for each in ids] == [1, 1]
    assert ids[0] != ids[1]
    assert all(len(str(each)) > 20 for each in ids)


def test_a_repeat_view_does_not_bear_the_id_of_the_request_before_it(reading_site: Flask, log: Log) -> None:
    known = visitor(reading_site).get("/help").headers["ETag"]
    before = log()[-1]["request_id"]
    assert visitor(reading_site).get("/help", headers={"If-None-Match": known}).status_code == 304
    repeated = log()
    assert [line["event"] for line in repeated] == ["repeat_view"]
    assert repeated[0].get("request_id") != before


@pytest.mark.parametrize(
    ("method", "address", "options", "said"),
    [
        ("GET", "/search?q=%00", {}, {"status": 400, "reason": "encoding"}),
        ("GET", "/search?q=" + "x" * 5000, {}, {"status": 400, "reason": "long"}),
        ("POST", "/style-guide/fragment", {}, {"status": 400, "reason": "origin"}),
        ("POST", "/style-guide/journey/question", {}, {"status": 400, "reason": "proof"}),
        ("GET", "/", {"base_url": "http://evil.example"}, {"status": 400, "reason": "host"}),
        ("POST", "/style-guide/fragment", {"headers": OUR_PAGE, "data": {"keep": "x" * 300_000}}, {"status": 413}),
    ],
)
def test_a_refusal_tells_its_reason_and_nothing_of_what_was_sent(
    writing_site: Flask, log: Log, method: str, address: str, options: dict[str, Any], said: dict[str, Any]
) -> None:
    log()
    visitor(writing_site).open(address, method=method, **options)
    lines = [line for line in log() if line["event"] == "refused"]
    assert len(lines) == 1
    assert said.items() <= lines[0].items()
    assert "evil" not in str(lines)
    assert "xxx" not in str(lines)


def test_who_asked_too_often_is_noted(site_of: SiteMaker, log: Log) -> None:
    client = visitor(site_of(search_limit="1 per minute"))
    client.get("/search")
    log()
    client.get("/search?q=Ivanova")
    lines = log()
    assert [(line["event"], line["status"]) for line in lines] == [("refused", 429), ("request", 429)]
    assert "Ivanova" not in str(lines)


def test_what_is_merely_not_there_is_no_refusal(reader: StrictClient, log: Log) -> None:
    log()
    reader.get("/nowhere")
    reader.get("/style-guide/errors/403")
    assert [line["event"] for line in log()] == ["request", "request"]
