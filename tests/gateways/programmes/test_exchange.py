"""Asking and hearing: what is sent, and what each answer means."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from werkzeug import Response

from tests.gateways.programmes.fake_register import KEY, FakeRegister, attached, client
from tests.gateways.programmes.writing import NUMBER, SNILS, document, extract, person
from webapp.gateways.programmes.http import HttpProgrammeRegister
from webapp.gateways.programmes.port import Failure, ProgrammeRegister, RegisterFailed

HTML = Response("<!doctype html><title>Технические работы</title>", 200, mimetype="text/html")
BILLION_LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "ха"><!ENTITY c "'
    + "&b;" * 99
    + '"><!ENTITY d "'
    + "&c;" * 99
    + '"><!ENTITY e "'
    + "&d;" * 99
    + '">]>'
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/passwd">]>'

UNREADABLE: dict[str, bytes] = {
    "nothing": b"",
    "no XML": b"PDF-1.7",
    "HTML": b"<!doctype html><html><body><p>404<br></body></html>",
    "well-formed HTML": b"<html><body>404</body></html>",
    "another root": extract().replace("ВыпискаФРИ".encode(), "Выписка".encode()),
    "another namespace": extract().replace(b"fri.pfr.ru", b"fri.example"),
    "no namespace": extract().replace(b' xmlns="http://fri.pfr.ru"', b""),
    "cut short": extract()[:-20],
    "wrong encoding": extract().decode().encode("cp1251"),
    "an encoding nobody knows": b'<?xml version="1.0" encoding="klingon"?>' + extract(),
    "an encoding of another sort": b'<?xml version="1.0" encoding="utf-7"?>' + extract(),
    "billion laughs": extract(front=BILLION_LAUGHS, who=person(last="&e;")),
    "a file of ours": extract(front=OUTSIDE, who=person(last="&file;")),
    "a type alone": extract(front="<!DOCTYPE a>"),
    "an unknown entity": extract(who=person(last="&laugh;")),
    "NUL": extract(who=person(last="А\0Б")),
    "NUL by its number": extract(who=person(last="А&#0;Б")),
    "a sign that controls": extract(who=person(last="А&#7;Б")),
    "two roots": extract(back="<a/>"),
    "endlessly deep": b"<a>" * 100_000,
}


def answer(told: object, status: int = 200) -> Response:
    return Response(json.dumps(told), status, mimetype="application/json")


def failure_of(call: Callable[[], object]) -> Failure:
    with pytest.raises(RegisterFailed) as caught:
        call()
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    return caught.value.failure


def test_a_request_as_agreed(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(answer({"requestId": "7c9e6679-7425"}, 202))
    port: ProgrammeRegister = gateway
    assert port.ask(SNILS) == "7c9e6679-7425"
    (asked,) = register.asked
    assert (asked.method, asked.path, asked.body) == ("POST", "/requests", {"snils": SNILS, "type": "Flexible"})
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.headers["Accept-Encoding"] == "identity"


def test_an_answer_as_agreed(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(answer({"status": "processing"}, 202), answer(attached(extract())))
    assert gateway.answer("42", SNILS) is None
    found = gateway.answer("42", SNILS)
    assert found is not None and [each.number for each in found.programmes] == [NUMBER]
    assert {(asked.method, asked.path) for asked in register.asked} == {("GET", "/requests/42")}
    assert {asked.headers["Authorization"] for asked in register.asked} == {f"Bearer {KEY}"}


def test_several_attachments_and_none(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(answer(attached(extract(), extract(document(number="2")))), answer(attached()))
    found, empty = gateway.answer("42", SNILS), gateway.answer("42", SNILS)
    assert found is not None and len(found.programmes) == 2
    assert empty is not None and (empty.snils, empty.last_name, empty.programmes) == (SNILS, "", ())


def test_base64_in_lines_and_a_type_with_an_encoding(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    told: dict[str, Any] = attached(extract(), kind="text/xml; charset=utf-8")
    content = told["attachments"][0]["content"]
    told["attachments"][0]["content"] = "\r\n".join(content[place : place + 76] for place in range(0, len(content), 76))
    register.will(answer(told))
    assert gateway.answer("42", SNILS) is not None


@pytest.mark.parametrize(
    ("status", "asking", "hearing"),
    [
        (200, Failure.UNAVAILABLE, Failure.UNAVAILABLE),
        (204, Failure.UNAVAILABLE, Failure.UNAVAILABLE),
        (301, Failure.UNAVAILABLE, Failure.UNAVAILABLE),
        (400, Failure.REFUSED, Failure.UNAVAILABLE),
        (401, Failure.REFUSED, Failure.REFUSED),
        (403, Failure.REFUSED, Failure.REFUSED),
        (404, Failure.UNAVAILABLE, Failure.UNKNOWN_REQUEST),
        (429, Failure.UNAVAILABLE, Failure.UNAVAILABLE),
        (500, Failure.UNAVAILABLE, Failure.UNAVAILABLE),
        (503, Failure.UNAVAILABLE, Failure.UNAVAILABLE),
    ],
)
def test_what_each_status_means(
    register: FakeRegister, gateway: HttpProgrammeRegister, status: int, asking: Failure, hearing: Failure
) -> None:
    register.will(answer({"requestId": "1", "status": "processing"}, status))
    assert failure_of(lambda: gateway.ask(SNILS)) is asking
    assert failure_of(lambda: gateway.answer("1", SNILS)) is hearing


@pytest.mark.parametrize("body", ["", "нет", "[]", "null", "{}", "[" * 200_000, "\udc00", '{"requestId": 1}', "{"])
def test_answers_that_are_no_answers(register: FakeRegister, gateway: HttpProgrammeRegister, body: str) -> None:
    sent = body.encode("utf-8", "surrogatepass")
    register.will(Response(sent, 202), Response(sent, 202), Response(sent, 200))
    assert failure_of(lambda: gateway.ask(SNILS)) is Failure.UNAVAILABLE
    assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE
    assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE


def test_a_page_instead_of_data(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(HTML)
    assert failure_of(lambda: gateway.ask(SNILS)) is Failure.UNAVAILABLE
    assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE


@pytest.mark.parametrize("request_id", ["", "../../other", "a/b", "a?b", "a" * 101, "а", "a b", "a\n", 7, None, ["a"]])
def test_an_id_that_would_be_another_address_is_none(
    register: FakeRegister, gateway: HttpProgrammeRegister, request_id: Any
) -> None:
    register.will(answer({"requestId": request_id}, 202))
    assert failure_of(lambda: gateway.ask(SNILS)) is Failure.UNAVAILABLE
    if isinstance(request_id, str):
        assert failure_of(lambda: gateway.answer(request_id, SNILS)) is Failure.UNKNOWN_REQUEST
    assert len(register.asked) == 1


@pytest.mark.parametrize(
    "told",
    [
        {"status": "done"},
        {"status": "done", "attachments": None},
        {"status": "done", "attachments": {}},
        {"status": "done", "attachments": ["PHhtbC8+"]},
        {"status": "done", "attachments": [{"contentType": "application/xml"}]},
        {"status": "done", "attachments": [{"content": "PHhtbC8+"}]},
        {"status": "done", "attachments": [{"contentType": ["application/xml"], "content": "PHhtbC8+"}]},
        {"status": "done", "attachments": [{"contentType": "application/xml", "content": 7}]},
        {"status": "done", "attachments": [{"contentType": "application/xml", "content": "PHht*"}]},
        {"status": "done", "attachments": [{"contentType": "application/xml", "content": "PHh"}]},
        {"status": "done", "attachments": [{"contentType": "application/xml", "content": "ы"}]},
        {"status": "processing", "attachments": []},
        attached(extract(), kind="application/pdf"),
        attached(extract(), b"not XML"),
    ],
)
def test_attachments_that_cannot_be_read(
    register: FakeRegister, gateway: HttpProgrammeRegister, told: dict[str, object]
) -> None:
    register.will(answer(told))
    assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_contents_that_cannot_be_read(register: FakeRegister, gateway: HttpProgrammeRegister, content: bytes) -> None:
    register.will(answer(attached(content)))
    assert failure_of(lambda: gateway.answer("1", SNILS)) is Failure.UNAVAILABLE


def test_an_extract_in_an_older_encoding(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    older = b'<?xml version="1.0" encoding="windows-1251"?>' + extract().decode().encode("cp1251")
    register.will(answer(attached(older)))
    found = gateway.answer("1", SNILS)
    assert found is not None and found.last_name == "Проверкина"


def test_an_answer_about_somebody_else(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(answer(attached(extract())))
    assert failure_of(lambda: gateway.answer("1", "000-000-690 02")) is Failure.CONTRADICTORY


def test_two_gateways_share_nothing(register: FakeRegister, gateway: HttpProgrammeRegister) -> None:
    register.will(answer({"requestId": "1"}, 202))
    other = client(register.address, key="another-key")
    assert (gateway.ask(SNILS), other.ask(SNILS), gateway.ask(SNILS)) == ("1", "1", "1")
    keys = [asked.headers["Authorization"] for asked in register.asked]
    assert keys == [f"Bearer {KEY}", "Bearer another-key", f"Bearer {KEY}"]
