"""What holds for every page about a programme: titles tell apart, texts of officials do no harm, costs do not grow."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from tests.support.html import elements
from tests.support.registers import CANE, TONOMETER, Stage, days, event, extract, line, programme
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient
from webapp.core.database import db
from webapp.gateways.programmes.port import Direction, Event, Execution, Measure, Programme, Source, TargetGroup
from webapp.reference.dataset import classification

HARM = '<script>alert("1")</script> & \' 100 % %s %d {name}'
OFFICIAL = "Кресло № 5, размер 40×50, ±2, ½"
MOST_QUERIES = {"/my": 8, "/my/programme": 8, "item": 8}


def addresses(client: StrictClient) -> list[str]:
    """All pages about the person's programmes, found by links."""
    listed = client.page("/my")
    items = [link.address for link in listed.links if "/items/" in link.address]
    document = client.page("/my/programme")
    others = [link.address for link in document.links if "/my/programme/" in link.address]
    return ["/my", *items, "/my/programme", *others]


@contextmanager
def statements(stage: Stage) -> Iterator[list[str]]:
    """Collects what is said to the database."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        found.append(statement)

    with stage.app.app_context():
        engine = db.engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


def of_items(number: int) -> Programme:
    items = tuple(line(item.name) for item in classification().items[:number])
    done = tuple(event(Event.APPLIED, name=item.name) for item in items)
    return programme(*items, executions=done)


def counted(stage: Stage, client: StrictClient, address: str) -> int:
    with statements(stage) as found:
        assert client.get(address).status_code == 200
    return len([statement for statement in found if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK"))])


@pytest.mark.parametrize("page", MOST_QUERIES)
def test_the_number_of_queries_does_not_grow_with_the_programme(stage: Stage, page: str) -> None:
    costs = []
    for number in (5, 40):
        client = stage.entitled(of_items(number))
        items = [link.address for link in client.page("/my").links if "/items/" in link.address]
        assert len(items) == number
        costs.append(counted(stage, client, items[0] if page == "item" else page))
    assert costs[0] == costs[1] <= MOST_QUERIES[page]


def test_the_number_of_queries_does_not_grow_with_the_programmes(stage: Stage) -> None:
    many = [programme(line(), number=str(number), issued=days(-number)) for number in range(12)]
    one, twelve = stage.entitled(many[0]), stage.entitled(*many)
    for address in ("/my", "/my/programme"):
        one.get(address)
        twelve.get(address)
        assert counted(stage, one, address) == counted(stage, twelve, address)


def test_no_two_pages_of_a_person_share_a_title(stage: Stage) -> None:
    lines = (
        line(),
        line(source=Source.REGIONAL),
        line(CANE.upper(), Source.OWN),
        line(TONOMETER),
        line(TONOMETER, until=days(100)),
    )
    replaced = programme(line(), number="1", issued=days(-900))
    client = stage.entitled(programme(*lines, number="2", replaces="1"), replaced)
    titles = [client.page(address).title for address in addresses(client)]
    assert len(titles) == 8
    assert sorted(titles) == sorted(set(titles))


def test_the_same_words_lead_to_the_same_place(stage: Stage) -> None:
    lines = (line(), line(source=Source.REGIONAL), line(TONOMETER), line(TONOMETER, until=days(100)))
    page = stage.visits("/my", programme(*lines))
    leads: dict[str, set[str]] = {}
    for link in page.links:
        leads.setdefault(link.words, set()).add(link.address)
    assert {words: where for words, where in leads.items() if len(where) > 1} == {}


def harmful(text: str) -> tuple[Programme, ...]:
    """A programme all of whose texts are this one."""
    lines = tuple(line(text, source, unit=text, executor=text) for source in Source)
    done = (Execution(text, Event.APPLIED, days(-1), None, text),)
    measures = tuple(Measure(direction, text, True, None, None, text, text) for direction in Direction)
    told: dict[str, Any] = {"kind": text, "office": text, "protocol": text, "potential": text, "prognosis": text}
    told |= {"helps": (text,), "forecasts": (("WorkValue", text),), "target_groups": (TargetGroup(text, text),)}
    new = programme(*lines, executions=done, measures=measures, number=f"2 {text}", replaces="1", **told)
    old = programme(line(f"{text} прежнее"), line(text, quantity=7, unit=text), number="1", issued=days(-900))
    return new, old


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("text", [HARM, OFFICIAL, "длинно" * 300, "*" * 20, "<b>"])
def test_texts_of_officials_are_words_and_nothing_else(stage: Stage, prefix: str, text: str) -> None:
    person = stage.somebody()
    assert person.snils is not None
    stage.register.told[person.snils] = extract(*harmful(text), snils=person.snils, cause=text)
    client = sign_in(stage.app, person)
    for address in addresses(client):
        page = client.page(prefix + address)  # the strict client fails for signs that are not heard
        assert page.status == 200
        assert elements(page.tree, "script", "b") == []


def test_markup_in_a_name_is_shown_as_it_is_written(stage: Stage) -> None:
    client = stage.entitled(programme(line(HARM)))
    assert [client.page(address).main.count(HARM) > 0 for address in addresses(client)] == [True] * 3


@pytest.mark.parametrize("unit", ["шт.", "шт", "шт. в сутки", "шт. в месяц"])
def test_units_are_whole_words(stage: Stage, unit: str) -> None:
    client = stage.entitled(programme(line(unit=unit, quantity=3)))
    for address in addresses(client):
        assert unit not in client.page(address).main.replace("штук", ""), address


@pytest.mark.parametrize("method", ["get", "head"])
def test_every_page_answers_and_is_kept_by_nobody(stage: Stage, method: str) -> None:
    client = stage.entitled(programme(line(), number="2", replaces="1"), programme(line(TONOMETER), number="1"))
    for address in addresses(client):
        answer = getattr(client, method)(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
        assert "Cookie" in answer.vary


@pytest.mark.parametrize("address", ["/products/6-02-02.0001", "/favourites"])
def test_an_answer_kept_by_other_code_breaks_no_other_page(stage: Stage, address: str) -> None:
    person = stage.somebody()
    client = sign_in(stage.app, person)
    client.page("/my")
    client.send("/favourites/6-02-02.0001", {})
    stage.plant(person, {"snils": person.snils, "of": "another version"})
    assert client.page(address).status == 200


def test_an_answer_kept_by_other_code_is_asked_for_again(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line()))
    client = sign_in(stage.app, person)
    client.page("/my")
    stage.plant(person, {"snils": person.snils, "of": "another version"})
    assert CANE in client.page("/my").headings(2)
