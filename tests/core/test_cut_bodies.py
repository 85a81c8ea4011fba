"""A form that was cut on the way is refused: half of it is never taken for the whole."""

import io

import pytest
from flask import Flask

from tests.support.strict_client import OUR_PAGE, visitor
from tests.support.tables import contents

REPORT = "text=Кнопка+молчит&contact=".encode()


@pytest.mark.parametrize(("missing", "status"), [(0, 303), (40, 400)])
def test_a_body_shorter_than_announced_is_refused(writing_site: Flask, missing: int, status: int) -> None:
    before = contents(writing_site)
    answer = visitor(writing_site).post(
        "/obstacle",
        input_stream=io.BytesIO(REPORT),
        content_type="application/x-www-form-urlencoded",
        headers=OUR_PAGE,
        environ_overrides={"wsgi.input_terminated": True, "CONTENT_LENGTH": str(len(REPORT) + missing)},
    )
    assert answer.status_code == status
    assert (contents(writing_site) == before) is (status == 400)


@pytest.mark.parametrize(
    "said",
    [{"Origin": "http://[::1"}, {"Referer": "http://[bad"}, {"Sec-Fetch-Site": "same-origin", "Referer": "http://[x"}],
)
def test_an_address_that_is_none_is_no_fault(writing_site: Flask, said: dict[str, str]) -> None:
    assert visitor(writing_site).post("/obstacle", headers=said).status_code in (400, 422)


@pytest.mark.parametrize("body", [{"text": 5}, ["text"], "x"])
def test_a_form_is_read_from_nothing_else(writing_site: Flask, body: object) -> None:
    assert visitor(writing_site).post("/obstacle", json=body, headers=OUR_PAGE).status_code == 422


def test_a_file_is_no_text(writing_site: Flask) -> None:
    data = {"text": (io.BytesIO(b"x"), "a.txt")}
    assert visitor(writing_site).post("/obstacle", data=data, headers=OUR_PAGE).status_code == 422
