"""Answers as they are read out on the check page: whatever will stand in the document is heard there first."""

import pytest

from tests.applications.test_paper import known
from webapp.accompaniment.journey import Filing
from webapp.applications.reading import read, said

DISABILITY = {
    "group": ["first"],
    "cause": ["травма"],
    "since-day": ["1"],
    "since-month": ["марта"],
    "since-year": ["2020"],
}
CONTACTS = {"mobile": ["+7 000 000 06 01"], "home_phone": ["+7 000 000 06 02"], "email": [""]}


@pytest.mark.parametrize(
    ("slug", "answers", "expected"),
    [
        (
            "disability",
            DISABILITY,
            "Группа или категория: Первая группа. Причина: травма. Когда установлена: 1 марта 2020 года. "
            "На срок до: бессрочно",
        ),
        ("contacts", CONTACTS, "Мобильный телефон: +7-000-000-06-01. Домашний телефон: +7-000-000-06-02"),
        ("contacts", {"mobile": [""]}, ""),
        ("place", {"place": ["Омск"]}, "Омск"),
        ("disability", {}, ""),
    ],
    ids=["no end", "two telephones", "nothing", "one field", "not answered"],
)
def test_each_answer_has_its_field_before_it(
    speaking: object, slug: str, answers: dict[str, list[str]], expected: str
) -> None:
    found = read(Filing(known(False)), answers)
    assert said(found, found.forms[slug].question).replace("\xa0", " ") == expected
