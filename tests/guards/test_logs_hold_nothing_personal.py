"""Nothing that a person types, is called or comes from reaches the log: markers are sent in at every door."""

import pytest
from flask import Flask, request
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.support.strict_client import OUR_PAGE, StrictClient, visitor
from webapp.core import logging
from webapp.core.access import public

MARKER = "Ivanova-112-233-445-95"
EVERYWHERE = {
    "Referer": f"http://localhost/{MARKER}",
    "User-Agent": MARKER,
    "X-Forwarded-For": MARKER,
    "X-Request-Id": MARKER,
    "Accept-Language": MARKER,
}


def ask_everything(client: StrictClient) -> None:
    """Requests of all sorts, the marker in each part of them."""
    client.set_cookie("orientir", MARKER)
    client.get(f"/search?q={MARKER}", headers=EVERYWHERE)
    client.get(f"/{MARKER}", headers=EVERYWHERE)
    client.get(f"/{MARKER}\x00?{MARKER}=%ff", headers=EVERYWHERE)
    client.get(f"/catalogue?page={MARKER}", headers=EVERYWHERE)
    client.open(f"/{MARKER}", method=MARKER, headers=EVERYWHERE)
    client.post("/style-guide/fragment", data={"keep": MARKER}, headers=EVERYWHERE | OUR_PAGE)
    page = client.page("/style-guide/journey/question")
    page.submit({"День": MARKER, "Месяц": MARKER, "Год": MARKER})
    client.post("/style-guide/journey/question", data={"csrf_token": MARKER}, headers=EVERYWHERE)


@pytest.mark.parametrize(
    "fault",
    [
        ValueError(f"cannot read {MARKER}"),
        KeyError(MARKER),
        OperationalError(f"SELECT '{MARKER}'", {"name": MARKER}, Exception(MARKER)),
        IntegrityError(f"INSERT '{MARKER}'", {"name": MARKER}, Exception(f"Key (name)=({MARKER}) already exists")),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_a_fault_that_quotes_a_person_is_logged_without_the_quotation(
    writing_site: Flask, capfd: pytest.CaptureFixture[str], fault: Exception
) -> None:
    @public()
    def broken(name: str) -> str:
        raise fault

    writing_site.add_url_rule("/broken/<name>", "broken", broken)
    answer = visitor(writing_site).page(f"/broken/{MARKER}?{MARKER}", headers=EVERYWHERE)
    out, err = capfd.readouterr()
    assert answer.status in {500, 503}
    assert MARKER not in answer.text
    assert MARKER not in out + err
    assert type(fault).__name__ in err
    assert "broken" in err


def test_no_door_leads_into_the_log(writer: StrictClient, capfd: pytest.CaptureFixture[str]) -> None:
    ask_everything(writer)
    out, err = capfd.readouterr()
    assert err.count('"event": "request"') >= 9
    assert MARKER not in out + err
    assert "127.0.0.1" not in out + err


def test_a_marker_in_the_log_is_found(writing_site: Flask, capfd: pytest.CaptureFixture[str]) -> None:
    writing_site.before_request(lambda: logging.event("careless", name=request.args.get("q")))
    visitor(writing_site).get(f"/search?q={MARKER}")
    assert MARKER in capfd.readouterr().err
