"""The rules that read demands from a programme's words: what each official name asks, what no name may ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.catalogue.demo.generator import generate
from webapp.ipra import fitting_book
from webapp.ipra.fitting_book import Rule, compiled
from webapp.ipra.fitting_rules import Wanted, demands, judge, read, understood
from webapp.ipra.rules import Named, State, Verdict
from webapp.reference.dataset import classification
from webapp.reference.wording import normal

ITEMS = classification().items_by_code
EACH = [(profile, rule) for profile, found in fitting_book.rules().items() for rule in found]
ASKED: dict[str, dict[str, set[str | bool] | int]] = {
    "6-01-02": {"height_adjustable": {True}, "anti_slip": {True}},
    "6-01-03": {"height_adjustable": {False}, "anti_slip": {False}},
    "6-01-06": {"handle": {"анатомическая левая", "анатомическая правая"}},
    "6-02-02": {"construction": {"складная"}},
    "6-04-05": {"support": {"подмышечная"}, "anti_slip": {True}},
    "6-10-05": {"kind": {"роллатор"}},
    "7-01-05": {"use": {"комнатная"}, "recline": {True}},
    "7-02-04": {"use": {"прогулочная"}, "drive": {"для одной руки"}},
    "8(1)-07-14": {"level": {"голень"}, "foot": {"микропроцессорная"}},
    "8-09-23": {"fixation": {"полужёсткая"}},
    "8-09-24": {"fixation": {"жёсткая"}},
    "9-01-07": {"kind": {"малосложная"}, "season": {"без утепления"}},
    "10-01-03": {"kind": {"воздушный ячеистый", "воздушный баллонный"}},
    "15-01-02": {"voice_output": {True}, "kind": {"тонометр на плечо", "тонометр на запястье"}},
    "16-01-03": {"indication": {"световая и вибрационная"}},
    "17-01-07": {"technology": {"цифровой"}, "power": {"средняя"}},
    "17-01-05": {"technology": {"цифровой"}, "power": {"сверхбольшая"}},
    "18-01-01": {"diagonal_cm": 80, "teletext": {True}, "subtitles": {True}},
    "21-01-02": {"system": {"однокомпонентная"}, "bag": {"дренируемый"}, "plate": {"выпуклая (конвексная)"}},
    "21-01-03": {"bag": {"недренируемый"}, "plate": {"плоская"}},
    "21-01-34": {"pack_qty": 30},
    "22-01-02": {"size": {"60 на 60 сантиметров", "60 на 90 сантиметров"}, "absorb_g": 800},
    "22-01-09": {"size": {"M"}, "absorb_g": 1800},
    "22-01-17": {"size": {"до 20 килограммов"}},
    "22-01-18": {"size": {"свыше 20 килограммов"}},
    "23-01-02": {"wheels": {False}},
}
"""Of official names: what they ask, a set of allowed values or the least number."""


@pytest.mark.parametrize("code", ASKED)
def test_an_official_name_asks(code: str) -> None:
    found = {each.key: each for each in demands(ITEMS[code].name, code, is_same=True)}
    told = {key: found[key].low if isinstance(asked, int) else found[key].allowed for key, asked in ASKED[code].items()}
    assert told == ASKED[code]


def test_no_product_of_an_item_is_refused_by_the_items_own_name() -> None:
    refused = []
    for product in generate(products=2000).products:
        item = ITEMS[product.item_code]
        wanted = Wanted(item.kind, (Named(item.name, item.code, item.kind, State.CAN_APPLY),))
        told = judge(wanted, item.code, product.values)
        refused += [(item.code, line) for line in told.lines if told.verdict is not Verdict.YES]
    assert refused == []


@pytest.mark.parametrize(("profile", "rule"), EACH, ids=lambda each: each.said if isinstance(each, Rule) else each)
def test_the_example_of_a_rule_asks_what_the_rule_says(profile: str, rule: Rule) -> None:
    [found] = [each for each in read(rule.said, profile) if each.key == rule.key]
    if rule.chosen is not None:
        assert found.allowed == frozenset({rule.chosen} if isinstance(rule.chosen, bool) else rule.chosen)
    else:
        assert str((found.low or found.high or 0) // rule.times) in rule.said


@pytest.mark.parametrize(
    ("name", "profile", "key"),
    [
        ("Трость, высота 85,5 см", "cane", "height_min_cm"),
        ("Грузоподъёмность 1 000 кг", "wheelchair_manual", "max_load_kg"),
        ("Кресло-коляска весом до 12 кг", "wheelchair_manual", "max_load_kg"),
        ("Кресло-коляска комнатная и прогулочная", "wheelchair_manual", "use"),
        ("Бандаж на левый и правый сустав", "orthosis", "side"),
        ("Калоприёмник непрозрачный", "ostomy_urology", "opaque"),
    ],
)
def test_what_is_not_sure_asks_nothing(name: str, profile: str, key: str) -> None:
    assert key not in {each.key for each in read(name, profile)}


@pytest.mark.parametrize("case", [str.upper, lambda name: f"{name}.", lambda name: f"1) {name}, 1 шт."])
def test_the_spelling_of_officials_changes_nothing(case: object) -> None:
    assert callable(case)
    for code in ASKED:
        plain, changed = (read(name, ITEMS[code].profile) for name in (ITEMS[code].name, case(ITEMS[code].name)))
        assert {(each.key, each.allowed, each.low) for each in plain} == {
            (each.key, each.allowed, each.low) for each in changed
        }


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Трость белая тактильная складная, длина 120 см, светоотражающая", "6-02-02"),
        ("Кресло-коляска с ручным приводом комнатная, складная, для лиц весом до 120 кг", "7-01-01"),
        ("Трость белая тактильная складная, с неслыханной кнопкой", None),
        ("Трость белая тактильная складная, длина 120 см, с неслыханной кнопкой", None),
        ("Трость белая тактильная складная, светоотражающая с неслыханной кнопкой", None),
        ("Прибор неслыханный, длина 120 см", None),
    ],
)
def test_a_name_may_go_on_with_demands_that_are_read(name: str, code: str | None) -> None:
    assert understood(name).item_code == code


@given(st.text(max_size=80), st.sampled_from(sorted(fitting_book.rules())))
def test_any_text_is_read_and_its_words_stand_in_it(name: str, profile: str) -> None:
    assert all(len(each.words) <= len(name) for each in read(name, profile))


@given(st.text(alphabet="аб*~<>n .()[]\\+?", min_size=1, max_size=30))
def test_a_pattern_is_words_and_never_an_expression(pattern: str) -> None:
    try:
        found = compiled(pattern)
    except ValueError:
        return
    assert found.search(normal("совсем другое")) is None or set(pattern) <= set("~*<>n .()[]\\+?")


def test_a_rule_that_cannot_be_asked_is_refused() -> None:
    usual: dict[str, object] = {
        "profiles": ["cane"],
        "key": "anti_slip",
        "said": "с УПС",
        "when": ["с упс"],
        "chosen": True,
    }
    assert Rule.model_validate(usual)
    wrong: tuple[tuple[str, object], ...] = (
        ("key", "wheels"),
        ("chosen", ["да"]),
        ("number", "low"),
        ("when", ["<n> упс"]),
        ("profiles", []),
    )
    for field, value in wrong:
        with pytest.raises(ValueError, match=field if field == "profiles" else "cannot|demand|number|no char"):
            Rule.model_validate(usual | {field: value})
