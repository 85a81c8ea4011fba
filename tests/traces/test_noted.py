"""What goes into the log, and what does not: every request of a representative, own deeds, the register, the staff."""

from dataclasses import replace
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from tests.consents.test_given_and_withdrawn import DOCUMENT, WITHDRAW, WITHDRAWAL
from tests.support.addresses import EXAMPLES
from tests.support.registers import Stage, line, programme
from tests.support.representing import act_for, act_for_oneself, change, claimed_of, entrust
from tests.support.signing_in import ANNA, number_of, sign_in
from tests.support.strict_client import OUR_PAGE
from webapp.core.access import declaration_of
from webapp.core.access_log import AccessEntry
from webapp.core.database import db, let_go, record
from webapp.core.entrusted import Function
from webapp.core.region_cookie import COOKIES
from webapp.gateways.identity.port import Identified
from webapp.representatives import actions, queries
from webapp.representatives.rules import Kind, Proof, State
from webapp.traces.words import DEEDS

PRODUCT = "/products/6-02-02.0001"
SAY_REGION = {
    "/catalogue/13-01-01": "catalogue.item",
    "/catalogue/6-02/products?price=-5000": "catalogue.kind_products",
    "/search?q=трость": "catalogue.find",
    "/compare?p=6-02-02.0001&p=6-02-02.0002": "catalogue.compare",
    PRODUCT: "catalogue.product",
    "/region": "certificates.region_page",
}
"""Pages that tell a region's sums → their codes."""


class Line(NamedTuple):
    who: str
    act: str
    why: str
    outcome: str


class Watched:
    """A person with a programme, and an agent who acts for them by everything."""

    def __init__(self, stage: Stage, person: Identified | None = None) -> None:
        self.stage = stage
        self.person, self.agent = person or stage.somebody(), stage.somebody()
        stage.tell(self.person, programme(line()))
        self.theirs, self.client = sign_in(stage.app, self.person), sign_in(stage.app, self.agent)
        self.theirs.page("/my")
        claimed = replace(claimed_of(self.person), covers_consent=True).to_json()
        self.name = entrust(stage.app, self.agent, self.person, claimed=claimed)
        act_for(self.client, self.name)
        self.seen = len(self.everything())

    def everything(self) -> list[Line]:
        names = {number_of(self.stage.app, self.person): "person", number_of(self.stage.app, self.agent): "agent"}
        with self.stage.app.app_context():
            own = sa.select(AccessEntry).where(AccessEntry.person_id == number_of(self.stage.app, self.person))
            found = db.session.scalars(own.order_by(AccessEntry.id)).all()
            return [Line(names.get(each.user_id or 0, "staff"), each.act, each.why, each.outcome) for each in found]

    def news(self) -> list[Line]:
        """What was noted since the last time."""
        found = self.everything()
        new, self.seen = found[self.seen :], len(found)
        return new


@pytest.fixture
def watched(stage: Stage) -> Watched:
    return Watched(stage)


def by_agent(act: str, outcome: str = "done") -> Line:
    return Line("agent", act, "authority", outcome)


def test_everything_that_a_representative_opens_is_noted(watched: Watched) -> None:
    watched.stage.clock.pass_time(hours=1, minutes=1)  # choosing for whom to act has led to the programme
    watched.client.page("/my")
    watched.client.page("/my/programme")
    watched.client.page("/favourites")
    watched.client.page("/my/log")
    watched.client.get("/my/items/0123456789abcdef")
    assert watched.news() == [
        by_agent("ipra.entitlements"),
        by_agent("ipra.programme"),
        by_agent("favourites.kept"),
        by_agent("traces.log", "refused"),
        by_agent("ipra.item", "failed"),
    ]


def test_a_product_that_tells_of_the_programme_is_noted(watched: Watched) -> None:
    watched.client.page(PRODUCT)
    watched.client.page("/catalogue/6")
    assert watched.news() == [by_agent("catalogue.product")]


def test_wherever_the_persons_region_is_said_the_look_is_noted(stage: Stage) -> None:
    watched = Watched(stage, replace(stage.somebody(), region="Нижегородская область"))
    for address, act in SAY_REGION.items():
        for _ in range(2):
            assert "Нижегородская область" in watched.client.page(address).main, address
        assert watched.news() == [by_agent(act)], address
        assert act in DEEDS


def test_a_look_is_noted_too_where_the_persons_region_is_not_the_one_of_the_sums(stage: Stage) -> None:
    watched = Watched(stage, replace(stage.somebody(), region="Нижегородская область"))
    for code, noted in (("52", []), ("16", [by_agent("catalogue.compare")])):
        watched.client.set_cookie(COOKIES[False], code)
        watched.client.page("/compare?p=6-02-02.0001&p=6-02-02.0002")
        assert watched.news() == noted


def test_the_calculator_says_nothing_of_the_person(stage: Stage) -> None:
    watched = Watched(stage, replace(stage.somebody(), region="Нижегородская область"))
    assert "Нижегородская" not in watched.client.page("/certificates/calculator?item=6-02-02").text
    assert watched.news() == []


def test_what_a_representative_does_is_noted_once(watched: Watched) -> None:
    page = watched.client.page(PRODUCT)
    watched.news()
    page.submit(button=page.button("Добавить в избранное"))
    assert watched.news() == [by_agent("favourites.keep:sent")]  # the page it leads to was noted just now
    watched.client.page(WITHDRAWAL).submit(button=WITHDRAW)
    assert watched.news() == [
        by_agent("consents.withdraw"),
        by_agent("consent.withdrawn.programme"),
        by_agent("consents.one"),
    ]


def test_a_refusal_is_noted_too(watched: Watched) -> None:
    change(watched.stage.app, watched.name, functions=[Function.VIEW])
    assert watched.client.get("/favourites").status_code == 403
    assert watched.client.post("/favourites/6-02-02.0001", headers=OUR_PAGE).status_code == 403
    assert watched.client.post("/my/request", headers=OUR_PAGE).status_code == 400
    assert watched.news() == [
        by_agent("favourites.kept", "refused"),
        by_agent("favourites.keep:sent", "refused"),
        by_agent("ipra.request_anew:sent", "refused"),
    ]


def test_newer_data_that_nobody_agreed_to_are_not_noted_as_asked_for(watched: Watched) -> None:
    token = watched.client.page(WITHDRAWAL).asks()[2]
    watched.theirs.page(WITHDRAWAL).submit(button=WITHDRAW)
    watched.news()
    watched.client.post("/my/request", data=token, headers=OUR_PAGE)
    assert watched.news() == [by_agent("ipra.request_anew:sent", "refused")]


def test_a_form_after_the_withdrawal_is_refused_and_noted(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """The right ends between the guard's look and the commit."""
    page = watched.client.page(PRODUCT)
    watched.news()
    authorities = watched.stage.app.extensions["authorities"]
    monkeypatch.setattr(type(authorities), "hold", lambda *_: False)
    assert page.submit(button=page.button("Добавить в избранное")).status == 403
    monkeypatch.undo()
    assert watched.news() == [by_agent("favourites.keep:sent", "refused")]
    assert watched.theirs.page("/favourites").h1 == "Избранное: пока ничего нет"


def test_own_pages_of_the_representative_are_not_the_persons(watched: Watched) -> None:
    for address in ("/my/people", "/my/details", "/help", "/settings"):
        watched.client.page(address)
    act_for_oneself(watched.client)
    watched.client.page("/my")
    assert watched.news() == []


def test_ones_own_looks_are_not_noted_but_what_one_decides_is(watched: Watched) -> None:
    for address in ("/my", "/my/programme", "/favourites", PRODUCT, "/my/log", DOCUMENT):
        watched.theirs.page(address)
    assert watched.news() == []
    watched.theirs.page(WITHDRAWAL).submit(button=WITHDRAW)
    assert watched.news() == [Line("person", "consent.withdrawn.programme", "own", "done")]


def test_ending_an_access_is_noted(watched: Watched) -> None:
    watched.theirs.page(f"/my/representatives/{watched.name}/withdraw").submit()
    assert watched.news() == [Line("person", "authority.withdrawn", "own", "done")]


def test_requests_to_the_register_are_noted(stage: Stage) -> None:
    watched = Watched(stage)
    asked = Line("person", "register.asked", "own", "done"), Line("person", "register.received", "own", "done")
    assert watched.everything()[-3:-1] == list(asked)
    stage.clock.pass_time(days=2)
    client = sign_in(stage.app, watched.agent)
    watched.news()
    act_for(client, watched.name)  # leads to the programme
    assert [each.act for each in watched.news()] == ["register.asked", "register.received", "ipra.entitlements"]


def test_what_the_staff_decide_is_noted(stage: Stage) -> None:
    person, agent = stage.somebody(), stage.somebody()
    sign_in(stage.app, person), sign_in(stage.app, agent)
    with stage.app.app_context():
        name = entrust(stage.app, agent, person, Kind.GUARDIAN, state=State.CLAIMED, person_id=None, proof=None)
        as_of = queries.named(name).changed_at
        let_go()
        with record() as database:
            actions.check_document(database, name, Proof.DOCUMENT, as_of)
        with record() as database:
            actions.replace(database, name)
        own = AccessEntry.person_id == number_of(stage.app, person), AccessEntry.why == "command"
        found = db.session.execute(sa.select(AccessEntry.act, AccessEntry.user_id).where(*own)).all()
    assert [tuple(row) for row in found] == [("authority.checked", None), ("authority.replaced", None)]


def test_the_log_holds_numbers_and_codes_alone(watched: Watched) -> None:
    watched.client.page("/my")
    with watched.stage.app.app_context(), db.engine.connect() as connection:
        text = " ".join(map(repr, connection.execute(sa.select(AccessEntry.__table__))))
    secrets = (ANNA.last_name, ANNA.first_name, watched.person.snils or "", watched.person.oid, "6-02-02", "Трость")
    assert [each for each in secrets if each in text] == []


def test_a_page_that_cannot_be_noted_is_not_shown(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no log")

    watched.stage.clock.pass_time(hours=1, minutes=1)
    monkeypatch.setattr("webapp.core.noted_requests.note", broken)
    page = watched.client.page("/my")
    assert page.status == 500
    assert "Трость" not in page.text


def test_every_page_about_a_person_has_words(stage: Stage) -> None:
    about = [name for name in stage.app.view_functions if _is_about_person(stage, name)]
    assert len(about) > 10
    missing = []
    for rule in stage.app.url_map.iter_rules():
        if rule.endpoint in about:
            missing += [rule.endpoint] if "GET" in (rule.methods or ()) and rule.endpoint not in DEEDS else []
            missing += [f"{rule.endpoint}:sent"] if "POST" in (rule.methods or ()) else []
    assert set(missing) - DEEDS.keys() == set()
    assert {name for name in about if name not in EXAMPLES} == set()


def _is_about_person(stage: Stage, name: str) -> bool:
    declared = declaration_of(stage.app, name)
    return declared is not None and declared.function is not None


def test_somebody_unknown_leaves_no_line(watched: Watched) -> None:
    stranger: Identified = watched.stage.somebody()
    sign_in(watched.stage.app, stranger).get(f"/my/people/{watched.name}")
    assert watched.news() == []
