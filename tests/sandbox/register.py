"""A site that asks the sandbox's register of programmes: written from the contract."""

import base64
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from flask import Flask
from werkzeug.test import TestResponse

from tests.sandbox.visitor import visitor_of
from webapp import demo_keys
from webapp.settings import Settings

REQUESTS = "/registers/programmes/requests"
SPACE = "{http://fri.pfr.ru}"


class RegisterClient:
    """Asks, hears, reads."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._app = app
        self.headers = {"Authorization": f"Bearer {demo_keys.secret(settings.demo_keys / 'programmes_key')}"}

    def ask(self, snils: str) -> str:
        """Send a request; returns its id."""
        answer = self.post({"snils": snils, "type": "Flexible"})
        assert answer.status_code == 202, answer.text
        assert set(answer.get_json()) == {"requestId"}
        number: str = answer.get_json()["requestId"]
        return number

    def post(self, asked: object, headers: dict[str, str] | None = None) -> TestResponse:
        return visitor_of(self._app).post(REQUESTS, json=asked, headers=self.headers if headers is None else headers)

    def hear(self, number: str, headers: dict[str, str] | None = None) -> TestResponse:
        return visitor_of(self._app).get(f"{REQUESTS}/{number}", headers=self.headers if headers is None else headers)

    def attachments(self, snils: str) -> list[Element]:
        """The roots of all extracts about a person, once they are ready."""
        answer = self.hear(self.ask(snils))
        assert answer.status_code == 200, answer.text
        read: dict[str, Any] = answer.get_json()
        assert read["status"] == "done"
        assert all(each["contentType"] == "application/xml" for each in read["attachments"])
        return [ElementTree.fromstring(base64.b64decode(each["content"])) for each in read["attachments"]]

    def extract(self, snils: str) -> Element:
        [root] = self.attachments(snils)
        return root


def text(element: Element, path: str) -> str | None:
    """The text at a path of Russian names; None where there is no such element."""
    found = element.find("/".join(SPACE + name for name in path.split("/")))
    return None if found is None else found.text


def entries(element: Element, category: str) -> list[dict[str, str]]:
    """The rows of a category, each as code → value."""
    rows = [each for each in element.iter(f"{SPACE}Запись") if text(each, "Категория/Код") == category]
    return [
        {text(each, "Код") or "": text(each, "Значение") or "" for each in row.iter(f"{SPACE}Атрибут")} for row in rows
    ]
