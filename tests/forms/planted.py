"""A site of one form, as small as can be, with the fault that a test plants in it."""

from typing import Any

from flask import Flask, redirect, render_template_string, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from werkzeug.wrappers import Response

from tests.support.forms import Deed, Heard, Press
from tests.support.page import Page
from tests.support.strict_client import StrictClient

SOUND = {
    "title": "{{ 'Отложено: ' if done }}Трость — Ориентир",
    "place": "thing",
    "heading": '<h2 id="thing" tabindex="-1">Трость Бета</h2>',
    "refusal": """<div role="group" tabindex="-1" autofocus><a href="#day">введите день</a></div>""",
    "error_title": "Ошибка: ",
    "described": 'aria-invalid="true" aria-describedby="day-error"',
    "kept": "{{ typed }}",
    "status": "422",
    "taken": " \u00a0\u202f\u2007\n\r\t\u200e\u00ad\ufeff.«»",
}
"""The parts of a sound page; a test puts another in the place of one."""
DEED = Deed(
    "keep",
    "thing",
    Press("/", "Отложить: "),
    frozenset({Heard.TITLE}),
    refused={"День": "сорок"},
)
PAGE = """<!doctype html><html lang="ru"><head><title>{error_title}{title}</title></head><body>
<main id="main" tabindex="-1">{refusal}<h1>Трость</h1>{heading}
<form method="post"><label for="day">День</label><p id="day-error">Ошибка: введите день</p>
<input id="day" name="day" value="{kept}" {described}>
<button name="keep" value="yes">Отложить: трость Бета</button></form>
<a href="/">Начало</a></main></body></html>"""


class Lenient(StrictClient):
    """Looks at nothing: the pages here are wrong on purpose."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        return FlaskClient.open(self, *arguments, **options)


def site_with(**wrong: str) -> Lenient:
    """A visitor of the site with other parts in the place of sound ones."""
    parts = SOUND | wrong
    app = Flask(__name__)
    app.test_client_class = Lenient
    app.add_url_rule("/", "thing", lambda: _answer(parts), methods=["GET", "POST"])
    client = app.test_client()
    assert isinstance(client, Lenient)
    return client


def _answer(parts: dict[str, str]) -> Response | tuple[str, int] | str:
    bare = "".join(sign for sign in request.form.get("day", "") if sign not in parts["taken"])
    if request.method == "POST" and bare in {"", "27"}:
        place = f"#{parts['place']}" if parts["place"] else ""
        return redirect(f"/?done=1{place}", 303)
    if request.method == "POST":
        return _page(parts), int(parts["status"])
    return _page(parts | {"refusal": "", "error_title": "", "described": ""})


def _page(parts: dict[str, str]) -> str:
    shown = {"done": "done" in request.args, "typed": request.form.get("day", "")}
    return render_template_string(PAGE.format_map(parts), **shown)


def opened_with(**wrong: str) -> Page:
    return site_with(**wrong).page("/")
