"""A person who has signed in finds their choice on every device; it is theirs alone."""

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.exc import OperationalError

from tests.reading_settings.test_choosing import BACK, PLACE, USUAL, choose, shown_as
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.database import db
from webapp.gateways.identity.port import Identified
from webapp.people.models import Person
from webapp.reading_settings.models import ReadingProfile

pytestmark = pytest.mark.slow


@pytest.fixture
def person(stage: Stage) -> Identified:
    return stage.somebody()


def profile(app: Flask, person: Identified) -> str | None:
    """What is stored of the person."""
    with app.app_context():
        owner = sa.select(Person.id).where(Person.oid == person.oid).scalar_subquery()
        return db.session.scalars(sa.select(ReadingProfile.code).where(ReadingProfile.person_id == owner)).one_or_none()


def test_a_choice_holds_on_every_device(stage: Stage, person: Identified) -> None:
    first, second = sign_in(stage.app, person), sign_in(stage.app, person)
    choose(first, "Вдвое крупнее", "Жёлтым по чёрному")
    assert shown_as(second.page("/help")) == {"size": "200", "scheme": "yellow-on-black"}
    choose(second, "Обычный размер")
    assert shown_as(first.page("/")) == {"scheme": "yellow-on-black"}


def test_restoring_and_taking_back_hold_on_every_device_too(stage: Stage, person: Identified) -> None:
    first, second = sign_in(stage.app, person), sign_in(stage.app, person)
    choose(first, "Втрое крупнее")
    restored = second.page(PLACE).submit(button=USUAL)
    assert shown_as(restored) == shown_as(first.page("/")) == {}
    assert shown_as(restored.submit(button=BACK)) == shown_as(first.page("/")) == {"size": "300"}


def test_somebody_elses_choice_is_not_seen(stage: Stage, person: Identified) -> None:
    choose(sign_in(stage.app, person), "Втрое крупнее")
    other = stage.somebody()
    assert shown_as(sign_in(stage.app, other).page("/")) == {}
    assert profile(stage.app, other) is None


def test_before_sign_in_the_device_s_own_choice_holds(stage: Stage, person: Identified, guest: StrictClient) -> None:
    choose(guest, "Шрифт с засечками")
    sign_in(stage.app, person, guest)
    assert shown_as(guest.page("/")) == {"font": "serif"}
    assert profile(stage.app, person) is None


def test_the_profile_comes_before_the_device(stage: Stage, person: Identified, guest: StrictClient) -> None:
    choose(sign_in(stage.app, person), "Вдвое крупнее")
    choose(guest, "Шрифт с засечками", "Белым по чёрному")
    sign_in(stage.app, person, guest)
    assert shown_as(guest.page("/")) == {"size": "200"}


def test_the_usual_in_the_profile_is_a_choice_too(stage: Stage, person: Identified, guest: StrictClient) -> None:
    signed_in = sign_in(stage.app, person)
    choose(signed_in, "Вдвое крупнее")
    signed_in.page(PLACE).submit(button=USUAL)
    choose(guest, "Белым по чёрному")
    sign_in(stage.app, person, guest)
    assert shown_as(guest.page("/")) == {}


def test_signing_in_alone_leaves_no_trace_on_a_device(stage: Stage, person: Identified) -> None:
    choose(sign_in(stage.app, person), "Вдвое крупнее")
    borrowed = sign_in(stage.app, person)
    assert shown_as(borrowed.page("/")) == {"size": "200"}
    assert borrowed.get_cookie("orientir-reading") is None
    borrowed.page("/sign-out").submit(button="Выйти")
    assert shown_as(borrowed.page("/")) == {}


def test_who_signs_out_where_they_chose_reads_on_as_before(stage: Stage, person: Identified) -> None:
    client = sign_in(stage.app, person)
    choose(client, "Вдвое крупнее")
    page = client.page("/sign-out").submit(button="Выйти")
    assert shown_as(page) == shown_as(client.page("/")) == {"size": "200"}


def test_the_page_says_where_the_choice_is_kept(stage: Stage, person: Identified, guest: StrictClient) -> None:
    assert "Настройки хранятся на этом устройстве." in guest.page(PLACE).main
    sign_in(stage.app, person, guest)
    assert "Сохраните настройки, и они будут действовать на всех ваших устройствах." in guest.page(PLACE).main
    assert "Настройки хранятся в вашем профиле" in choose(guest, "Вдвое крупнее").main


def test_a_guest_s_choice_is_in_no_database(stage: Stage, guest: StrictClient) -> None:
    with stage.app.app_context():
        before = db.session.scalar(sa.select(sa.func.count()).select_from(ReadingProfile))
        choose(guest, "Втрое крупнее")
        assert db.session.scalar(sa.select(sa.func.count()).select_from(ReadingProfile)) == before


def test_a_profile_that_cannot_be_read_hides_no_page(
    stage: Stage, person: Identified, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = sign_in(stage.app, person)
    choose(client, "Вдвое крупнее")

    def fail(*_arguments: object) -> None:
        raise OperationalError("SELECT", None, Exception("gone"))

    monkeypatch.setitem(stage.app.extensions, "reading_profile", fail)
    page = client.page("/help")
    assert page.status == 200
    assert shown_as(page) == {"size": "200"}
    client.delete_cookie("orientir-reading")
    assert shown_as(client.page("/help")) == {}


def test_two_people_on_one_device(stage: Stage, person: Identified) -> None:
    device = visitor(stage.app)
    sign_in(stage.app, person, device)
    choose(device, "Вдвое крупнее")
    other = stage.somebody()
    sign_in(stage.app, other, device)
    choose(device, "Белым по чёрному")
    assert profile(stage.app, person) == "size-200"
    assert shown_as(sign_in(stage.app, person).page("/")) == {"size": "200"}
