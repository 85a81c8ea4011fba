"""Names without codes find their things; between two things nobody guesses."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webapp.reference import lemmas
from webapp.reference.assistance import services
from webapp.reference.dataset import build_classification, classification
from webapp.reference.matching import NOTHING, Certainty, Match, Matcher, match
from webapp.reference.name_index import Index
from webapp.reference.wording import normal

EVERY_NAME = [(item.code, name) for item in classification().items for name in (item.name, item.plain_name)]
SAME_THING = {
    "protez-goleni-modulnyy-v-tom-chisle-pri-nedorazvitii": "8-07-09",
    "protez-bedra-modulnyy": "8-07-10",
}
"""Names without a code that items bear too: the item is meant, since it leads to products."""
LONELY_WORDS = sorted({word for _code, name in EVERY_NAME for word in name.split()})


@pytest.mark.parametrize("which", [0, 1], ids=["official", "plain"])
def test_every_item_is_found_by_its_names(which: int) -> None:
    found = [(item.code, match((item.name, item.plain_name)[which])) for item in classification().items]
    assert len(found) == 223
    assert [(code, each) for code, each in found if (each.item_code, each.certainty) != (code, Certainty.EXACT)] == []


def test_an_item_comes_with_its_kind() -> None:
    assert match("Трость белая тактильная складная") == Match("6-02-02", "6-02", certainty=Certainty.EXACT)


def test_every_name_without_a_code_is_found() -> None:
    for each in classification().uncoded_items:
        for name in (each.name, each.plain_name):
            found = match(name)
            expected = (SAME_THING.get(each.id), None if each.id in SAME_THING else each.id, Certainty.EXACT)
            assert (found.item_code, found.uncoded_slug, found.certainty) == expected, name


def test_no_two_codes_have_names_of_one_spelling() -> None:
    spelt: dict[str, set[str]] = {}
    for code, name in EVERY_NAME:
        spelt.setdefault(normal(name), set()).add(code)
    assert [codes for codes in spelt.values() if len(codes) > 1] == []


def test_two_codes_with_one_name_are_told_and_not_chosen_between() -> None:
    section: dict[str, Any] = {
        "code": "6",
        "name": "",
        "short_name": "",
        "name_en": "",
        "purpose": "",
        "purpose_en": "",
    }
    section |= {"certainty": "verified", "code_is_official": True}
    kind: dict[str, Any] = {"code": "6-01", "section": "6", "name": "", "name_en": "", "profile": "cane"}
    item: dict[str, Any] = {
        "kind": "6-01",
        "name": "Трость",
        "unit": "piece",
        "demo_price_kopecks": 1,
        "profile": "cane",
        "term": None,
    }
    item |= {"certainty": "verified", "code_is_official": True}
    items = [item | {"code": f"6-01-0{number}", "plain_name": f"Трость {number}"} for number in (1, 2)]
    parts = {"sections": [section], "kinds": [kind], "items": items, "uncoded_groups": [], "uncoded_items": []}
    matcher = Matcher(Index(build_classification(parts, ["cane"]), ()))
    assert matcher.match("трость.") == Match(kind_code="6-01", candidates=("6-01-01", "6-01-02"))
    assert matcher.match("6-01-02 трость").item_code == "6-01-02"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Тонометр с речевым выходом", "15-01-02"),
        ("Трость белая складная", "6-02-02"),
        ("Складная белая тактильная трость", "6-02-02"),
        ("Кресло-коляска с ручным приводом прогулочная", "7-02-01"),
        ("Кресла-коляски с ручным приводом комнатные", "7-01-01"),
        ("Кресло-коляска комнатная с ручным приводом, ширина сиденья 40 см, 1 шт.", "7-01-01"),
        ("Костыль подмышечный с устройством противоскольжения", "6-04-05"),
        ("Поручни для самоподнимания угловые", "6-11-01"),
        ("Протез голени модульный", "8-07-09"),
        ("Обувь ортопедическая сложная на утепленной подкладке", "9-02-01"),
        ("Подгузники д/взрослых размер M, объем талии до 120см, влагопоглощением 1800 гр.", "22-01-09"),
        ("Подгузники для детей до 20 кг", "22-01-17"),
        ("Впитывающие простыни 60×90 см впитываемостью от 1200 до 1900 мл", "22-01-03"),
        ("Трость З-х опорная, нерегулируемая по высоте, c устройством противоскольжения", "6-01-12"),
        ("Трость опорн. регул. по выс. без устр. противоскольж.", "6-01-01"),
        ("Слух. аппарат цифр. заушн. сверхмощн.", "17-01-05"),
        ("Спец. устройство для чтения говорящих книг на флеш-картах", "13-01-01"),
        ("ТСР: ходунки на колёсах для инвалида", "6-10-02"),
        ("Ходунки с дополнительной фиксацией тела, в т.ч. для больных ДЦП", "6-10-06"),
    ],
)
def test_names_as_officials_write_them(name: str, code: str) -> None:
    assert match(name).item_code == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Трость", None),
        ("Трость белая тактильная", "6-02"),
        ("Трость опорная, регулируемая по высоте, устройством противоскольжения", None),
        ("Костыли подмышечные", "6-04"),
        ("Слуховой аппарат", "17-01"),
        ("Слуховой аппарат цифровой заушный", "17-01"),
        ("Слуховой аппарат мощный", "17-01"),
        ("Подгузники для взрослых, размер M", "22-01"),
        ("Подгузники для детей", "22-01"),
        ("Кресло-стул с санитарным оснащением", "23-01"),
        ("Шерстяной чехол на культю бедра", None),
        ("Пелёнки", "22-01"),
        ("Протез кисти", None),
    ],
)
def test_what_may_be_two_things_is_neither(name: str, kind: str | None) -> None:
    found = match(name)
    assert (found.item_code, found.uncoded_slug, found.service, found.certainty) == (None, None, None, Certainty.NONE)
    assert (found.kind_code, len(found.candidates) > 1) == (kind, True)


@pytest.mark.parametrize(
    "name",
    [
        "Трость опорная без анатомической ручки, регулируемая по высоте, с устройством противоскольжения",
        "Подгузники для детей весом до 7 кг",
        "Подгузники для взрослых, размер XXL",
        "Лупа ручная с увеличением до 20 крат",
        "Протез бедра модульный с микропроцессорным управлением",
        "Кресло-коляска без ручного привода",
        "Ложка",
        "абракадабра ъъъ",
        "с без не на",
        "шт",
        "42",
        "6-02-02",
        "",
        " .,;— ",
        "\x00\ud800",
        "Трость " * 5000,
        "x" * 10_000,
    ],
)
def test_what_is_no_name_of_ours_means_nothing(name: str) -> None:
    assert match(name) == NOTHING


@pytest.mark.parametrize("name", ["Тонометр", "Трость складная", "Лупа", "Термометр"])
def test_too_few_words_are_a_candidate_at_most(name: str) -> None:
    found = match(name)
    assert (found.item_code, found.kind_code, len(found.candidates)) == (None, None, 1)


def test_the_dictionary_is_not_loaded_for_equal_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(word: str) -> tuple[str, ...]:
        raise AssertionError(word)

    monkeypatch.setattr(lemmas, "forms", refuse)
    matcher = Matcher(Index(classification(), services()))
    assert matcher.match("07-03-01 КРЕСЛО-КОЛЯСКА АКТИВНОГО ТИПА, 1 шт.").item_code == "7-03-01"
    with pytest.raises(AssertionError):
        matcher.match("Коляска")


def test_a_match_takes_less_than_a_millisecond() -> None:
    names = [name.upper() for _code, name in EVERY_NAME]
    first = [match(name) for name in names]
    begun = time.process_time()
    again = [match(name) for name in names]
    assert time.process_time() - begun < len(names) / 1000
    assert again == first


def test_long_nonsense_is_over_soon() -> None:
    matcher = Matcher(Index(classification(), services()))
    matcher.match("Трость складная")
    begun = time.process_time()
    matcher.match("6-02-02 " + " ".join(f"щъ{number:x}ы" for number in range(70)))
    matcher.match("6-02-02 " + " ".join(chr(0x430 + number % 32) * 9 for number in range(59)))
    assert time.process_time() - begun < 1


@given(
    words=some.lists(some.sampled_from(LONELY_WORDS), max_size=12), code=some.sampled_from(["", "6-02-02 ", "7-01 "])
)
def test_any_words_of_names_mean_one_thing_or_none(words: list[str], code: str) -> None:
    found = match(code + " ".join(words))
    meant = [each for each in (found.item_code, found.uncoded_slug, found.service) if each is not None]
    assert len(meant) == (found.certainty is not Certainty.NONE)
    assert not (meant and found.candidates)


@given(text=some.text(max_size=700))
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(match(text), Match)
