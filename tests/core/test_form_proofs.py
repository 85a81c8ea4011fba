"""The proofs of forms when nothing is wrong: old keys, long waits, encrypted connections."""

from datetime import timedelta
from pathlib import Path

from flask import Flask

from tests.support.sites import KEY, SiteMaker
from tests.support.strict_client import visitor
from webapp.core import clock

QUESTION = "/style-guide/journey/question"
CHECK = "/style-guide/journey/check"
ANSWER = {"День": "27 марта 2007 года"}
NEWER = "a-newer-key-that-only-tests-know-0123"


def test_a_form_made_before_the_keys_were_changed_is_accepted(site_of: SiteMaker) -> None:
    before = visitor(site_of())
    question = before.page(QUESTION)
    after = visitor(site_of(secret_keys=f"{NEWER},{KEY}"))
    cookie = before.get_cookie("orientir")
    assert cookie is not None
    after.set_cookie("orientir", cookie.value)
    question._client = after
    assert question.submit(ANSWER).address == CHECK


def test_a_form_signed_by_a_dropped_key_is_refused(site_of: SiteMaker) -> None:
    before = visitor(site_of())
    question = before.page(QUESTION)
    after = visitor(site_of(secret_keys=NEWER))
    cookie = before.get_cookie("orientir")
    assert cookie is not None
    after.set_cookie("orientir", cookie.value)
    question._client = after
    assert question.submit(ANSWER).status == 400


def test_a_form_left_open_for_an_hour_is_accepted(writing_site: Flask, tmp_path: Path) -> None:
    question = visitor(writing_site).page(QUESTION)
    clock.ShiftedClock(tmp_path / clock.SHIFT_FILE).move(timedelta(minutes=110))
    assert question.submit(ANSWER).status == 200
