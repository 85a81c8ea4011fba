"""Pages for people who signed in lead everybody else to the sign-in page."""

from flask import Flask

from tests.support.strict_client import OUR_PAGE, visitor
from webapp.core.access import Proof, signed_in


def test_a_visitor_is_led_to_sign_in_and_sees_nothing(writing_site: Flask) -> None:
    seen = []

    @signed_in(Proof.ORIGIN)
    def private() -> str:
        seen.append(1)
        return ""

    writing_site.add_url_rule("/private", "private", private, methods=["GET", "POST"])
    client = visitor(writing_site)
    assert client.page("/private").address == "/sign-in?next=/private"
    answer = client.get("/en/private")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/sign-in?next=/en/private")
    assert client.post("/private", headers=OUR_PAGE).status_code == 303
    assert seen == []


def test_an_endpoint_added_after_the_start_without_a_word_is_closed(writing_site: Flask) -> None:
    writing_site.add_url_rule("/late", "late", lambda: "open")
    page = visitor(writing_site).page("/late")
    assert page.status == 500
    assert "open" not in page.main
