"""Files of people that cannot be used are refused by name, with the reason."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.sandbox.conftest import DAY
from webapp.sandbox.people.loading import DATA, BadPerson, People, load, read

Data = dict[str, Any]


def blind_woman() -> Data:
    found: Data = json.loads((DATA / "blind_woman.json").read_text(encoding="utf-8"))
    return found


def items(data: Data) -> list[Data]:
    found: list[Data] = data["programmes"][0]["items"]
    return found


CHANGES: list[tuple[str, Callable[[Data], Any]]] = [
    ("slug", lambda data: data.update(slug="Blind Woman")),
    ("oid", lambda data: data.update(oid="1")),
    ("snils", lambda data: data.update(snils="112-233-445 95")),
    ("unexpected_keyword|Unexpected", lambda data: data.update(nickname="Аня")),
    ("last_name", lambda data: data.pop("last_name")),
    ("birth_date", lambda data: data.update(birth_date="1980-03-15")),
    ("account", lambda data: data.update(account="super")),
    ("until", lambda data: items(data)[0].update(until="бессрочно")),
    ("starts", lambda data: items(data)[0].update(starts=True)),
    ("quantity", lambda data: items(data)[0].update(quantity=0)),
    ("event", lambda data: items(data)[1]["events"][0].update(event="LOST")),
    ("degree", lambda data: data["programmes"][0]["limitations"][0].update(degree=4)),
    ("category", lambda data: data["programmes"][0]["limitations"][0].update(category="полёт")),
    ("source", lambda data: items(data)[0].update(source="black")),
    ("participant", lambda data: data["accompaniment"][0].update(participant="friends")),
    ("state", lambda data: data["accompaniment"][0].update(state="perhaps")),
    ("since", lambda data: data["accompaniment"][0].update(since="2025-04-01")),
]


@pytest.mark.parametrize(("named", "change"), CHANGES)
def test_a_file_with_a_fault_is_refused_by_name(named: str, change: Callable[[Data], Any]) -> None:
    data = blind_woman()
    change(data)
    with pytest.raises(BadPerson, match=f"(?s)^planted.json: .*({named})"):
        read(json.dumps(data).encode(), DAY, "planted.json")


CONTRADICTIONS: list[tuple[str, Callable[[Data], Any]]] = [
    ("does not end like the number", lambda data: data.update(snils="000-000-602 02")),
    ("nobody is called ghost", lambda data: data.update(children=["ghost"])),
    ("a programme without a disability", lambda data: data.pop("disability")),
    ("there is no programme to replace", lambda data: data["programmes"][0].update(replaces_next=True)),
    ("its days are out of order", lambda data: data["programmes"][0].update(ends=-700)),
    ("ends before it begins", lambda data: items(data)[0].update(until=-601)),
    ("is older than the programme", lambda data: items(data)[1]["events"][0].update(on=-601)),
    ("CERTIFICATE ends before it begins", lambda data: items(data)[1]["events"][1].update(until=-253)),
    ("ends before it begins", lambda data: data["programmes"][0]["measures"][0].update(until=-601)),
    ("52-4: no institution of organisation", lambda data: data["accompaniment"][3].update(office="52-4")),
    ("52-3: no institution of organisation", lambda data: data["accompaniment"][3].update(office="52-3")),
    ("52-fund: no institution of mse", lambda data: data["accompaniment"][0].update(office="52-fund")),
    ("mse: given, but by whom", lambda data: data["accompaniment"][0].update(office="")),
    ("the days of given are missing", lambda data: data["accompaniment"][0].update(since=None)),
    ("the days of given are missing, or too", lambda data: data["accompaniment"][0].update(until=-3)),
    ("the days of stopped are missing", lambda data: data["accompaniment"][0].update(state="stopped")),
    ("mse: ended, but why", lambda data: data["accompaniment"][0].update(state="ended", until=-3)),
    ("mse: ends before", lambda data: data["accompaniment"][0].update(state="stopped", until=-591)),
    ("accompaniment without a programme", lambda data: data.update(programmes=[])),
    ("institution 52-mse stands 2 times", lambda data: data["accompaniment"].append(data["accompaniment"][0])),
]


@pytest.mark.parametrize(("words", "change"), CONTRADICTIONS)
def test_a_contradiction_is_refused(words: str, change: Callable[[Data], Any]) -> None:
    data = blind_woman()
    change(data)
    with pytest.raises(BadPerson, match=words):
        People([read(json.dumps(data).encode(), DAY, "planted.json")])


def test_two_people_with_one_number_are_refused() -> None:
    woman = load(DAY).named("blind-woman")
    assert woman is not None
    with pytest.raises(BadPerson, match="oid 1000600001 stands 2 times"):
        People([woman, woman])


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(BadPerson, match=r"^planted\.json: "):
        read(b"{", DAY, "planted.json")
