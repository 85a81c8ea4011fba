"""Services of the federal list, which the classification does not have."""

from typing import Any

import pytest

from webapp.reference.assistance import build_services, service, services
from webapp.reference.dataset import classification
from webapp.reference.matching import Certainty, Match, match
from webapp.reference.records import ReferenceDataError, UnknownReference

BOTH = "Предоставление услуг по переводу русского жестового языка (сурдопереводу, тифлосурдопереводу)"


def test_every_name_of_a_service_means_it() -> None:
    names = [(each.key, name) for each in services() for name in (*each.names, each.plain_name)]
    assert len({key for key, _name in names}) == 4
    found = [(key, name, match(name)) for key, name in names if "сурдопереводу, тифло" not in name]
    assert [
        each for each in found if (each[2].service, each[2].item_code, each[2].certainty) != (each[0], None, "exact")
    ] == []


def test_one_line_for_two_services_is_neither() -> None:
    assert match(BOTH) == Match(candidates=("sign_language", "tactile_sign_language"))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("СУРДОПЕРЕВОД, 40 часов", None),
        ("услуги по переводу русского жестового языка.", "sign_language"),
        ("Перевод русского жестового языка (услуги по)", "sign_language"),
        ("Ремонт кресла-коляски с ручным приводом", "repair"),
        ("Ремонт трости", "repair"),
        ("Содержание и вет. обслуживание собаки - проводника", "guide_dog_upkeep"),
    ],
)
def test_services_as_officials_write_them(name: str, key: str | None) -> None:
    found = match(name)
    assert (found.service, found.item_code) == (key, None)


def test_a_dog_is_no_upkeep_of_a_dog() -> None:
    assert match("Собака-проводник с комплектом снаряжения").item_code == "14-01-01"
    assert match("Собака-проводник").service is None


def test_services_are_told_by_their_keys() -> None:
    assert service("repair").plain_name == "Ремонт технического средства реабилитации"
    assert all(each.name_en.isascii() for each in services())
    with pytest.raises(UnknownReference, match="spoon"):
        service("spoon")


def test_no_key_is_a_slug_or_a_code() -> None:
    taken = {item.code for item in classification().items} | {each.id for each in classification().uncoded_items}
    assert taken & {each.key for each in services()} == set()


REPAIR: dict[str, Any] = {
    "key": "repair",
    "names": ["Ремонт"],
    "openings": [],
    "plain_name": "Ремонт",
    "name_en": "Repair",
}


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ([REPAIR, REPAIR], "service 'repair' occurs twice"),
        ([REPAIR | {"names": []}], "has no name"),
        ([REPAIR | {"colour": "red"}], "service 'repair'"),
        ([{"key": "repair"}], "service 'repair'"),
    ],
)
def test_a_wrong_record_is_named(records: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ReferenceDataError, match=message):
        build_services(records)


def test_certainty_of_what_merely_begins_so() -> None:
    assert match("Ремонт трости").certainty is Certainty.LIKELY
