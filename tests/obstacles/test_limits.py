"""A flood of reports ends, and costs nobody what they have written."""

import pytest

from tests.obstacles.reporting import BUTTON, CONTACT, FORM, SAID, TEXT, number_of, report, rows
from tests.support.signing_in import pass_time
from tests.support.sites import SiteMaker
from tests.support.strict_client import OUR_PAGE, StrictClient, visitor

ANOTHER = {"REMOTE_ADDR": "192.0.2.9"}


@pytest.mark.parametrize(
    ("limits", "passed", "wait"),
    [
        ({"obstacle_limit": "2 per hour"}, 0, ("60 минут", range(3580, 3601))),
        ({"obstacle_limit": "2 per hour"}, 3000, ("10 минут", range(580, 601))),
        ({"form_limit": "2 per minute"}, 0, ("1 минуту", range(40, 61))),
    ],
    ids=["reports", "reports, most of the hour is over", "all forms"],
)
def test_who_sends_too_many_is_asked_to_wait_and_keeps_the_text(
    site_of: SiteMaker, limits: dict[str, str], passed: int, wait: tuple[str, range]
) -> None:
    app = site_of(**limits)
    client = visitor(app)
    assert [report(client).status for _ in range(2)] == [200, 200]
    pass_time(app, seconds=passed)
    page = client.page(FORM).submit({TEXT: f"{SAID} И вот что.", CONTACT: "anna@primer.example"}, BUTTON)
    assert (page.status, page.title) == (429, "Сообщение пока не отправлено — Ориентир")
    assert f"Подождите {wait[0]} и нажмите кнопку ещё раз. Ваш текст остался в поле." in page.main
    assert int(page.response.headers["Retry-After"]) in wait[1]
    assert (page.value(TEXT), page.value(CONTACT)) == (f"{SAID} И вот что.", "anna@primer.example")
    assert "Адрес страницы: /catalogue/6-02" in page.main
    assert len(rows(app)) == 2
    sent = {"text": page.value(TEXT), "key": "k"}
    assert client.post(FORM, data=sent, headers=OUR_PAGE, environ_overrides=ANOTHER).status_code == 303


def test_a_form_with_a_mistake_is_not_counted_as_a_report(site_of: SiteMaker) -> None:
    client = visitor(site_of(obstacle_limit="1 per hour"))
    assert [report(client, "").status for _ in range(3)] == [422] * 3
    assert report(client).status == 200


def test_numbers_cannot_be_tried_out_quickly(site_of: SiteMaker) -> None:
    client = visitor(site_of(search_limit="3 per minute"))
    tries = [client.page(f"/obstacle/000-000-000-00{number}").status for number in range(5)]
    assert tries == [404, 404, 404, 429, 429]
    asked = [client.page(f"/obstacle/find?number=00000000000{number}").status for number in range(5)]
    assert asked == [422, 422, 422, 429, 429]


def test_a_number_tells_nothing_of_another(writer: StrictClient) -> None:
    numbers = [int(number_of(report(writer)).replace("-", "")) for _ in range(12)]
    assert len(set(numbers)) == 12
    assert numbers != sorted(numbers)
    assert max(numbers) - min(numbers) > 10**9


def test_there_is_nothing_to_solve(writer: StrictClient) -> None:
    form = writer.page(FORM)
    assert "csrf_token" not in form.response.text
    assert writer.send(FORM, {"text": SAID}).status == 200
