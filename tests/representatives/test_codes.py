"""A person lets a helper in by a code that they dictate."""

import re

import pytest
import sqlalchemy as sa

from tests.representatives.claiming import CODE, GIVEN, GO_ON, HELD, TYPE_CODE, enter
from tests.support.page import Page
from tests.support.registers import Stage
from tests.support.signing_in import sign_in
from tests.support.sites import SiteMaker
from tests.support.strict_client import OUR_PAGE, StrictClient
from webapp.core.database import db, record
from webapp.gateways.identity.port import Identified
from webapp.representatives import invitations
from webapp.representatives.invitations import MOST_WAITING

LABEL = "Какой код вам продиктовали?"
WRONG = "Ошибка: код не подошёл: проверьте цифры или попросите новый код"


def make(client: StrictClient, *wanted: str, last_day: str = "") -> Page:
    """The person makes a code; returns the page that says it."""
    return client.page(CODE).submit({"День": last_day} | dict.fromkeys(wanted, ""), GO_ON)


def code_on(page: Page) -> str:
    found = re.search(r"Код: (\d{3}-\d{3}-\d{3}-\d{3})", page.main)
    assert found is not None, page.main
    return found[1]


def take(client: StrictClient, code: str) -> Page:
    """The helper types it."""
    return client.page(TYPE_CODE).submit({LABEL: code}, GO_ON)


def person_of(stage: Stage) -> tuple[Identified, StrictClient]:
    person = stage.somebody()
    return person, enter(stage, person)


def test_the_whole_way(stage: Stage) -> None:
    _, own = person_of(stage)
    helper = enter(stage)
    page = make(own, "Вести моё избранное", last_day="3 марта 2027 года")
    assert page.h1 == "Продиктуйте код помощнику"
    assert "до 3 марта 2026 года в 12:00 по Москве" in page.main and "Последний день: 3 марта 2027 года" in page.main
    let_in = take(helper, code_on(page))
    assert let_in.h1 == "Крылова Анна Игоревна"
    assert "Вы можете действовать за этого человека." in let_in.main
    assert let_in.title == "Доступ получен: Крылова Анна Игоревна — Ориентир"
    assert "Что вы можете смотреть программу и что положено вести избранное" in let_in.main
    assert helper.page(HELD).h1 == "Вы можете действовать за 1 человека"
    assert "За вас может действовать 1 человек." in own.page(GIVEN).main
    assert page.reopened().h1 == "Этот код больше не действует"


def test_a_helper_only_looks_unless_more_is_given(stage: Stage) -> None:
    _, own = person_of(stage)
    let_in = take(enter(stage), code_on(make(own)))
    assert "Что вы можете смотреть программу и что положено" in let_in.main and "избранное" not in let_in.main
    assert "Последний день" not in let_in.main


@pytest.mark.parametrize(
    "change",
    [
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " – "),
        lambda code: code.replace("-", " тире "),
        lambda code: f" код: {code}. ",
        lambda code: code.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda code: " ".join(
            "ноль один два три четыре пять шесть семь восемь девять".split()[int(d)] + " " for d in code if d.isdigit()
        ),
    ],
)
def test_a_code_may_be_typed_and_dictated_in_many_ways(stage: Stage, change: object) -> None:
    _, own = person_of(stage)
    code = code_on(make(own))
    assert callable(change)
    assert take(enter(stage), change(code)).h1 == "Крылова Анна Игоревна"


def test_one_page_makes_one_code_however_often_it_is_sent(stage: Stage) -> None:
    _, own = person_of(stage)
    form = own.page(CODE)
    first, second = form.submit(button=GO_ON), form.submit(button=GO_ON)
    assert (first.address, code_on(first)) == (second.address, code_on(second))
    assert code_on(first) != code_on(make(own))
    assert "Отменить 2 код" in own.page(CODE).main


def test_a_code_is_good_once_and_the_same_helper_may_press_twice(stage: Stage) -> None:
    _, own = person_of(stage)
    form = own.page(CODE)
    code = code_on(form.submit(button=GO_ON))
    helper, other = enter(stage), enter(stage)
    asked = helper.page(TYPE_CODE)
    pages = [asked.submit({LABEL: code}, GO_ON) for _ in range(2)]
    assert [page.h1 for page in pages] == ["Крылова Анна Игоревна"] * 2
    refused = take(other, code)
    assert refused.status == 422 and WRONG in refused.main and refused.value(LABEL) == code
    assert other.page(HELD).h1 == "Пока вы действуете только за себя"
    assert form.submit(button=GO_ON).h1 == "Этот код больше не действует"
    assert take(other, code).status == 422


def test_ones_own_code_is_refused_and_stays_good(stage: Stage) -> None:
    _, own = person_of(stage)
    code = code_on(make(own))
    assert take(own, code).status == 422
    assert take(enter(stage), code).status == 200


def test_a_code_ends_after_a_day(stage: Stage) -> None:
    person, own = person_of(stage)
    page = make(own)
    code = code_on(page)
    stage.clock.pass_time(hours=23, minutes=59)
    assert code_on(sign_in(stage.app, person).page(page.address)) == code
    stage.clock.pass_time(minutes=1)
    assert take(enter(stage), code).status == 422
    assert sign_in(stage.app, person).page(page.address).h1 == "Этот код больше не действует"
    with stage.app.app_context(), record() as database:
        assert invitations.remove_expired(database) > 0


def test_a_code_may_be_cancelled_alone_and_with_all_others(stage: Stage) -> None:
    _, own = person_of(stage)
    first, second, third = make(own), make(own), make(own)
    codes = [code_on(page) for page in (first, second, third)]
    assert first.submit(button="Отменить код").h1 == "Этот код больше не действует"
    asked = own.page(CODE).follow("Отменить 2 код")
    assert asked.submit(button="Отменить все коды").h1 == "Кодов помощника нет"
    helper = enter(stage)
    assert [take(helper, code).status for code in codes] == [422] * 3


def test_too_many_codes_are_a_page(stage: Stage) -> None:
    _, own = person_of(stage)
    for _ in range(MOST_WAITING):
        assert make(own).status == 200
    refused = make(own)
    assert (refused.status, refused.h1) == (409, "Слишком много заявок или кодов ждут ответа")
    refused.follow("Отменить лишние коды").follow("Отменить 5 кодов").submit(button="Отменить все коды")
    assert make(own).status == 200


def test_only_a_hash_of_the_code_is_kept(stage: Stage) -> None:
    _, own = person_of(stage)
    page = make(own)
    code = code_on(page)
    take(enter(stage), code)
    left = code_on(make(own))
    tables = ("invitation", "authority", "session", "kept_form")
    with stage.app.app_context(), db.engine.connect() as connection:
        text = str([list(connection.execute(sa.text(f"SELECT * FROM {table}"))) for table in tables])
    for known in (code, left):
        assert known not in text and known.replace("-", "") not in text
        assert known not in page.title + page.address
    assert enter(stage).page(page.address).h1 == "Этот код больше не действует"


def test_a_new_code_changes_what_the_helper_already_has(stage: Stage) -> None:
    _, own = person_of(stage)
    helper = enter(stage)
    take(helper, code_on(make(own)))
    asked, code = helper.page(TYPE_CODE), code_on(make(own, "Вести моё избранное", last_day="3 марта 2027 года"))
    for _ in range(2):
        page = asked.submit({LABEL: code}, GO_ON)
        assert "вести избранное" in page.main and "Последний день: 3 марта 2027 года" in page.main
    assert helper.page(HELD).h1 == "Вы можете действовать за 1 человека"
    assert len(own.page(GIVEN).headings(2)) == 1


def test_a_second_code_changes_what_the_helper_may_and_nothing_else(stage: Stage) -> None:
    _, own = person_of(stage)
    helper = enter(stage)
    first = take(helper, code_on(make(own)))
    question = own.page(GIVEN).follow("Крылова").follow("Прекратить доступ")
    second = take(helper, code_on(make(own, "Вести моё избранное")))
    assert second.address.partition("?")[0] == first.address.partition("?")[0] and "вести избранное" in second.main
    done = question.submit(button="Прекратить доступ")
    assert done.title.startswith("Доступ прекращён: ") and helper.page(HELD).h1 == "Пока вы действуете только за себя"


def test_the_end_of_access_ends_codes_that_nobody_used(stage: Stage) -> None:
    _, own = person_of(stage)
    helper, spare = enter(stage), code_on(make(own))
    take(helper, code_on(make(own)))
    assert "Ждёт помощника: 1 код." in own.page(GIVEN).main
    own.page(GIVEN).follow("Крылова").follow("Прекратить доступ").submit(button="Прекратить доступ")
    refused = helper.page(TYPE_CODE).submit({LABEL: spare}, GO_ON)
    assert refused.status == 422 and "Ждёт помощника" not in own.page(GIVEN).main


def test_letting_somebody_in_is_in_the_log(stage: Stage) -> None:
    _, own = person_of(stage)
    take(enter(stage), code_on(make(own)))
    make(own).submit(button="Отменить код")
    log = own.page("/my/log").main
    for said in ("сделан код для помощника", "помощник ввёл код и получил доступ", "код для помощника отменён"):
        assert said in log


def test_an_old_code_opens_nothing_after_the_access_was_ended(stage: Stage) -> None:
    _, own = person_of(stage)
    helper, code = enter(stage), code_on(make(own))
    take(helper, code)
    own.page(GIVEN).follow("Крылова").follow("Прекратить доступ").submit(button="Прекратить доступ")
    again = take(helper, code)
    assert "Человек прекратил ваш доступ." in again.main
    assert helper.page(HELD).h1 == "Пока вы действуете только за себя"
    assert take(helper, code_on(make(own))).main.startswith("Крылова Анна Игоревна Вы можете действовать")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "введите двенадцать цифр кода"),
        ("12-34", "введите двенадцать цифр кода"),
        ("000-000-000-000", "код не подошёл"),
    ],
)
def test_what_is_no_code_is_refused_with_words(stage: Stage, typed: str, said: str) -> None:
    refused = take(enter(stage), typed)
    assert refused.status == 422 and f"Ошибка: {said}" in refused.main and refused.value(LABEL) == typed


def test_a_last_day_that_has_passed_is_refused(stage: Stage) -> None:
    _, own = person_of(stage)
    refused = make(own, last_day="1 марта 2026 года")
    assert refused.status == 422 and "этот день уже прошёл" in refused.main
    assert code_on(refused.submit({"День": "2 марта 2026 года"}, GO_ON))


@pytest.mark.parametrize("key", ["", "../../my", "a" * 400, "ключ", "?x=1#y"])
def test_a_key_of_a_strangers_making_makes_a_page_all_the_same(stage: Stage, key: str) -> None:
    _, own = person_of(stage)
    _, _, sent = own.page(CODE).asks(button=GO_ON)
    answer = own.post(CODE, data=sent | {"key": [key]}, headers=OUR_PAGE)
    assert answer.status_code == 303
    assert code_on(own.page(answer.headers["Location"]))


@pytest.mark.parametrize("is_one_person", [True, False], ids=["one person", "one address"])
def test_codes_cannot_be_tried_out(site_of: SiteMaker, is_one_person: bool) -> None:
    app = site_of(code_limit="3 per hour")
    stage = Stage(app)
    first = sign_in(app, stage.somebody())
    second = first if is_one_person else sign_in(app, stage.somebody())
    assert [take(each, "000-000-000-000").status for each in (first, second, first)] == [422] * 3
    _, _, sent = second.page(TYPE_CODE).asks()
    elsewhere = {"REMOTE_ADDR": "192.0.2.9"} if is_one_person else {}
    tried = second.post(
        TYPE_CODE, data=sent | {"code": ["111-111-111-111"]}, headers=OUR_PAGE, environ_overrides=elsewhere
    )
    assert tried.status_code == 429 and int(tried.headers["Retry-After"]) > 3000
    page = second.page(TYPE_CODE).submit({LABEL: "111-111-111-111"}, GO_ON)
    assert (page.status, page.h1) == (429, "Подождите: слишком много попыток")
    assert page.value(LABEL) == "111-111-111-111" and "нажмите кнопку ещё раз" in page.main
    stage.clock.pass_time(hours=1, seconds=1)
    assert take(second, "111-111-111-111").status == 422


def test_a_mistyped_code_is_not_counted(site_of: SiteMaker) -> None:
    app = site_of(code_limit="1 per hour")
    stage = Stage(app)
    client = sign_in(app, stage.somebody())
    assert [take(client, "12-34").status for _ in range(3)] == [422] * 3
    assert take(client, "000-000-000-000").status == 422
