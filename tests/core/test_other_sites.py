"""No other site may read our answers: nothing is shared across origins, whoever asks and however."""

import pytest
from flask import Flask
from werkzeug.test import Client

from tests.support.addresses import examples_taking
from tests.support.strict_client import StrictClient
from webapp.core import static_files
from webapp.core.security_headers import HEADERS

ASKED = {
    "Origin": "https://evil.example",
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "X-Planted",
    "Access-Control-Request-Private-Network": "true",
    "Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Mode": "cors",
}


def static_addresses(app: Flask) -> list[str]:
    return [static_files.ADDRESS + name for name in app.extensions["static_names"].values()]


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_no_answer_is_shared_with_another_site(reading_site: Flask, method: str) -> None:
    addresses = [*examples_taking(reading_site, "GET"), *static_addresses(reading_site), "/nowhere", "/static/nowhere"]
    assert len(addresses) > 30
    for address in addresses:
        answer = Client(reading_site).open(address, method=method, headers=ASKED, buffered=True)
        assert [name for name in answer.headers.keys() if name.lower().startswith("access-control")] == []  # noqa: SIM118


@pytest.mark.parametrize("encoding", ["", "br", "gzip"])
def test_static_files_have_every_header_of_a_page(reading_site: Flask, reader: StrictClient, encoding: str) -> None:
    for address in static_addresses(reading_site):
        answer = reader.get(address, headers={"Accept-Encoding": encoding})
        again = reader.get(address, headers={"If-Modified-Since": answer.headers["Last-Modified"]})
        assert [answer.status_code, again.status_code] == [200, 304]
        assert {name: answer.headers.getlist(name) for name in HEADERS} == {name: [HEADERS[name]] for name in HEADERS}


def test_everything_says_in_which_letters_it_is_written(reading_site: Flask, reader: StrictClient) -> None:
    for address in [*examples_taking(reading_site, "GET"), *static_addresses(reading_site), "/nowhere"]:
        answer = reader.get(address)
        if str(answer.mimetype).startswith(("audio/", "video/", "image/png")):
            continue
        charset = answer.mimetype_params.get("charset")
        assert answer.mimetype == "application/json" or charset == "utf-8", f"{address}: {answer.mimetype} {charset}"
        assert answer.data.decode("utf-8")
