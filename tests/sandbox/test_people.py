"""The people: all who were promised are there, and between them they show everything that can happen to an item."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.sandbox.conftest import DAY
from webapp.reference.dataset import classification
from webapp.sandbox.people.loading import load
from webapp.sandbox.people.records import Item, Person

SLUGS = (
    "blind-woman low-vision-pensioner deafblind guide-dog-owner thigh-amputation wheelchair hard-of-hearing-student"
    " combat-veteran mother boy-turning-14 guardian social-worker view-helper degree-one ended-yesterday"
    " replaced-programme mismatching-tsr no-programme moscow unconfirmed forty-items no-snils simplified two-steps"
).split()
STATES = {"nothing", "APPLICATION", "CLARIFICATION", "PURCHASE", "REFERRAL", "RECEIVED", "over", "soon over"}
CERTIFICATES = {"CERTIFICATE", "expired certificate"}
SENSIBLE = {"federal": STATES | CERTIFICATES, "moscow": STATES | CERTIFICATES, "regional": STATES, "own": {"nothing"}}
"""Certificates are of federal money; what a person buys for their own is nobody's business."""


def person(slug: str, day: date = DAY) -> Person:
    found = load(day).named(slug)
    assert found is not None, slug
    return found


def all_items(people: Iterator[Person]) -> Iterator[Item]:
    return (item for each in people for programme in each.programmes for item in programme.items)


def state(item: Item) -> str:
    """How the item stands by its latest event."""
    if not item.events:
        return "nothing"
    last = max(item.events, key=lambda event: event.on)
    if last.event == "CERTIFICATE" and last.until is not None and last.until < DAY:
        return "expired certificate"
    if last.event == "RECEIVED" and last.until is not None and last.until <= DAY + timedelta(days=60):
        return "over" if last.until < DAY else "soon over"
    return last.event


def test_everybody_is_there_under_their_number() -> None:
    shown = load(DAY).with_accounts()
    assert [each.slug for each in shown] == SLUGS
    assert [each.oid for each in shown] == [f"10006000{number:02d}" for number in range(1, 25)]
    assert {each.slug for each in load(DAY).all} - set(SLUGS) == {"mothers-child", "guardians-ward"}


def test_every_state_of_every_source_is_somebodys() -> None:
    found: dict[str, set[str]] = {source: set() for source in SENSIBLE}
    for item in all_items(iter(load(DAY).all)):
        found[item.source].add(state(item))
    assert found == SENSIBLE


def test_numbers_are_from_the_range_that_nobody_has() -> None:
    people = load(DAY).all
    assert [each.slug for each in people if each.snils is None] == ["no-snils", "simplified"]
    for each in people:
        assert each.snils is None or each.snils == f"000-000-6{each.oid[-2:]} {each.oid[-2:]}"
        assert all(contact.value.startswith("+7(000)0000") for contact in each.contacts if contact.kind == "MBT")
        assert all(contact.value.endswith("@people.example") for contact in each.contacts if contact.kind == "EML")
        assert all(set(paper.series) <= set("0I-А") for paper in each.documents)
    certificates = [event.number for item in all_items(iter(people)) for event in item.events if len(event.number) > 15]
    assert len(certificates) > 40
    assert len(set(certificates)) == len(certificates)


def test_the_blind_woman_has_what_the_product_is_shown_with() -> None:
    woman = person("blind-woman")
    [programme] = woman.programmes
    items = {item.name: item for item in programme.items}
    assert (woman.full_name, woman.snils, programme.ends) == ("Воронцова Анна Сергеевна", "000-000-601 01", None)
    assert state(items["Трость белая тактильная складная"]) == "nothing"
    certificate = items["Медицинский тонометр с речевым выходом"].events[-1]
    assert (certificate.event, certificate.until) == ("CERTIFICATE", DAY + timedelta(days=113))
    assert state(items["Специальное устройство для чтения «говорящих книг» на флэш-картах"]) == "CLARIFICATION"
    phone = items["Телефонное устройство с функцией невизуальной навигации (смартфон)"].events[-1]
    assert phone.event == "RECEIVED"
    assert phone.until is not None and 500 < (phone.until - DAY).days < 600
    assert {item.source for item in programme.items} == {"federal", "regional", "own"}


def test_the_others_are_who_they_are_said_to_be() -> None:
    assert len(person("forty-items").programmes[0].items) == 40
    assert len([1 for item in person("forty-items").programmes[0].items if state(item) == "CERTIFICATE"]) == 30
    assert {each.degree for each in person("degree-one").programmes[0].limitations} == {1}
    assert person("ended-yesterday").programmes[0].ends == DAY - timedelta(days=1)
    new, old = person("replaced-programme").programmes
    assert (new.replaces_next, old.replaces_next, new.issued > old.issued) == (True, False, True)
    assert {item.name for item in new.items} != {item.name for item in old.items}
    assert [each.for_combat for each in person("combat-veteran").programmes[0].target_groups] == [False, True]
    assert person("no-programme").programmes == ()
    assert person("moscow").addresses[0].region == "Москва"
    assert {item.source for item in person("moscow").programmes[0].items} >= {"moscow"}
    assert (person("unconfirmed").level(DAY), person("no-snils").level(DAY)) == ("P", "PR")
    assert person("mother").children == ("mothers-child",)
    assert [ward.slug for ward in person("guardian").wards] == ["guardians-ward"]
    assert person("mothers-child").programmes[0].kind == "ИПРА ребенка-инвалида"


def test_services_belong_to_those_who_need_them() -> None:
    named = {
        "hard-of-hearing-student": "Услуги по переводу русского жестового языка",
        "guide-dog-owner": "Содержание и ветеринарное обслуживание собак-проводников",
        "wheelchair": "Ремонт технического средства реабилитации",
    }
    for slug, name in named.items():
        assert name in {item.name for item in person(slug).programmes[0].items}


def test_most_items_are_named_officially_and_some_as_officials_write_them() -> None:
    official = {item.name for item in classification().items}
    names = [item.name for item in all_items(iter(load(DAY).all)) if item.source in {"federal", "moscow"}]
    assert sum(name in official for name in names) > 0.75 * len(names)
    assert any(name.isupper() for name in names)
    assert any(name.endswith("фикатор.") or name.endswith("увеличитель.") for name in names)
    assert any(name.endswith(" 1 шт.") for name in names)
    assert any(name[0].isdigit() for name in names)
    assert any("M" in name and "едицинский" in name for name in names)  # a Latin letter in a Russian word
    assert any(name.startswith("Палка-трость") for name in names)


def test_all_directions_and_all_categories_are_somebodys() -> None:
    programmes = [programme for each in load(DAY).all for programme in each.programmes]
    assert len({measure.direction for each in programmes for measure in each.measures}) == 7
    assert len({limitation.category for each in programmes for limitation in each.limitations}) == 7
    assert {measure.is_needed for each in programmes for measure in each.measures} == {True, False}
    assert {bool(measure.result) for each in programmes for measure in each.measures} == {True, False}


def test_days_are_counted_from_the_day_of_the_data() -> None:
    later = DAY + timedelta(days=100)
    assert person("ended-yesterday", later).programmes[0].ends == later - timedelta(days=1)
    for day in (DAY, later, date(2028, 2, 24), date(2028, 2, 29)):
        boy = person("boy-turning-14", day)
        birthday = day + timedelta(days=5)
        assert (boy.age(day), boy.age(birthday), boy.level(birthday)) == (13, 14, "PR")
