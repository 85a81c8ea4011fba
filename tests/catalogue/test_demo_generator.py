"""The demo catalogue: the same each time, plausible, true to itself, fit to be heard."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from webapp.catalogue.demo import ASPECTS, DemoCatalogue, DemoProduct, generate
from webapp.catalogue.demo.generator import POPULAR
from webapp.catalogue.demo.makers import check_digit
from webapp.catalogue.demo.words import between, counted, of_measure, weight
from webapp.reference.dataset import characteristics, cities, classification

SIGNS = re.compile("[₽№×±≥≤½★→–—\u00ad\u200b\u0301]| x |и/или|шт\\.|\\.\\.|,,|  | ,|[\U0001f300-\U0001faff]")
SHORT_UNITS = re.compile(r"\d ?(?:г|кг|см|мм|мл|м|км|дБ|шт)\b")
SPACED_THOUSANDS = re.compile(r"\d \d{3}\b")
DECIMAL = re.compile(r"\d[.,]\d")
LATIN, CYRILLIC = re.compile("[A-Za-z]"), re.compile("[А-Яа-яЁё]")
UNITS_AFTER_NUMBERS = re.compile(r"(?<!до )(?<!от )\b(\d+) (граммов|сантиметров|килограммов|часов|метров)\b")


@cache
def catalogue() -> DemoCatalogue:
    return generate()


def products_of(code: str) -> list[DemoProduct]:
    return [product for product in catalogue().products if product.item_code == code]


def profile_of(product: DemoProduct) -> str:
    return classification().item(product.item_code).profile


def digest(found: DemoCatalogue) -> str:
    return hashlib.sha256(repr(found).encode()).hexdigest()


def texts(product: DemoProduct) -> Iterator[str]:
    yield from (product.what, product.summary, product.model, *product.hearing, *product.colours, *product.accessories)
    yield from (text for _, text in product.touch)
    for value in product.values.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value


def test_the_same_seed_gives_the_same_catalogue_in_another_process() -> None:
    code = "import hashlib\nfrom webapp.catalogue.demo import generate\n"
    code += "print(hashlib.sha256(repr(generate()).encode()).hexdigest())"
    path = os.pathsep.join(entry for entry in sys.path if entry)
    environment = {**os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": path}
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert found.stdout.strip() == digest(catalogue())


def test_another_seed_gives_another_catalogue() -> None:
    assert digest(generate(seed=1, products=100)) != digest(generate(seed=2, products=100))


@pytest.mark.parametrize("wanted", [0, 1, 60, 700, 1500, 2500])
def test_exactly_the_requested_number_is_made(wanted: int) -> None:
    assert len(generate(products=wanted).products) == wanted


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        generate(products=-1)


def test_every_item_has_products_and_popular_ones_many() -> None:
    counts = Counter(product.item_code for product in catalogue().products)
    for item in classification().items:
        least = 2 if item.code == "14-01-01" else 15 if item.code in POPULAR else 3
        assert least <= counts[item.code] <= (30 if item.code in POPULAR else 8), item.code
    assert counts["14-01-01"] == 2


def test_numbers_models_and_articles_are_unique() -> None:
    products = catalogue().products
    for values in ([p.number for p in products], [p.model[:20] for p in products], [p.article for p in products]):
        assert len(set(values)) == len(products)
    assert all(re.fullmatch(re.escape(p.item_code) + r"\.\d{4}", p.number) for p in products)
    assert all(re.fullmatch(r"[A-Z]{2}-\d{4}", p.article) for p in products)


def test_makers_are_plainly_invented() -> None:
    known = {city.id for city in cities()}
    makers = catalogue().makers
    assert len(makers) == 60 and len({maker.slug for maker in makers}) == 60
    for maker in makers:
        assert maker.name.endswith("(демо)") and maker.city_id in known
        assert re.fullmatch(r"\d{10}", maker.inn) and check_digit(maker.inn[:9]) != int(maker.inn[9])
        assert maker.email.endswith(".example") and (maker.site is None or maker.site.endswith(".example"))
        assert maker.phone is None or re.fullmatch(r"\+7 \(000\) 000-\d\d-\d\d", maker.phone)
        assert re.fullmatch(r"[a-z0-9-]+", maker.slug)
    assert sum(maker.phone is None for maker in makers) == 2
    assert sum(maker.site is None for maker in makers) == 1


def test_the_check_digit_is_the_real_one() -> None:
    assert check_digit("770708389") == 3


def test_every_product_has_a_known_maker_and_every_maker_a_product() -> None:
    slugs = {maker.slug for maker in catalogue().makers}
    assert {product.maker_slug for product in catalogue().products} == slugs


def test_values_obey_their_characteristics() -> None:
    for product in catalogue().products:
        known = {one.key: one for one in characteristics().of(profile_of(product))}
        for key, value in product.values.items():
            one = known[key]
            allowed = [choice.value for choice in one.values]
            if one.type == "number":
                assert type(value) is int and one.demo_min is not None and one.demo_max is not None and one.step
                assert one.demo_min <= value <= one.demo_max, (product.number, key)
                assert (value - one.demo_min) % one.step == 0, (product.number, key)
            elif one.type == "bool":
                assert type(value) is bool, (product.number, key)
            elif one.type == "enum":
                assert value in allowed, (product.number, key)
            else:
                assert isinstance(value, list) and value and set(value) <= set(allowed), (product.number, key)


def test_every_characteristic_of_a_profile_is_told_of_some_product() -> None:
    told = {(profile_of(product), key) for product in catalogue().products for key in product.values}
    described = {(profile.id, one.key) for profile in characteristics().profiles for one in profile.characteristics}
    assert described - told == set(), "no function of webapp/catalogue/demo/cards gives these a value"


def test_lower_limits_lie_below_upper_ones() -> None:
    for product in catalogue().products:
        for key, low in product.values.items():
            high = product.values.get(key.replace("_min", "_max"))
            if "_min" not in key or not isinstance(low, int) or not isinstance(high, int):
                continue
            fixed = product.values.get("height_adjustable") is False
            assert low == high if fixed else low < high, product.number


def test_values_follow_the_name_of_the_item() -> None:
    rules: list[tuple[str, str, set[object]]] = [
        ("6-02-01", "construction", {"цельная"}),
        ("6-02-02", "construction", {"складная", "телескопическая"}),
        ("6-01-17", "legs", {4}),
        ("6-01-09", "legs", {3}),
        ("6-01-03", "height_adjustable", {False}),
        ("6-01-02", "anti_slip", {True}),
        ("6-10-05", "seat", {True}),
        ("7-01-05", "recline", {True}),
        ("7-02-05", "folding", {False}),
        ("9-02-01", "season", {"утеплённая"}),
        ("10-01-02", "kind", {"гелевый"}),
        ("17-01-05", "power", {"сверхбольшая"}),
        ("17-01-05", "technology", {"цифровой"}),
        ("17-01-01", "technology", {"аналоговый"}),
        ("21-01-03", "bag", {"недренируемый"}),
        ("22-01-04", "size", {"XS"}),
        ("23-01-02", "wheels", {False}),
        ("21-01-15", "kind", {"мочеприёмник ножной"}),
    ]
    for code, key, allowed in rules:
        found = {
            value for product in products_of(code) for value in [product.values[key]] if not isinstance(value, list)
        }
        assert found and all(value in allowed for value in found), (code, key, found)


def test_numbers_follow_the_name_of_the_item() -> None:
    assert all(int(str(p.values["max_gain_db"])) >= 70 for p in products_of("17-01-05"))
    assert all(int(str(p.values["max_gain_db"])) <= 50 for p in products_of("17-01-08"))
    assert all(int(str(p.values["waist_max_cm"])) <= 60 for p in products_of("22-01-04"))
    assert all(int(str(p.values["absorb_g"])) >= 2800 for p in products_of("22-01-13"))
    assert all(400 <= int(str(p.values["absorb_g"])) <= 500 for p in products_of("22-01-01"))
    assert all(int(str(p.values["max_load_kg"])) >= 150 for p in products_of("7-01-07"))


def test_what_does_not_apply_is_left_out() -> None:
    for product in products_of("23(1)-01-02"):
        assert not {"cells", "dots", "weight_g", "battery_h", "braille_keyboard"} & set(product.values)
    for product in products_of("17-01-16"):
        assert "max_gain_db" not in product.values


def test_prices_stay_near_the_demo_price_and_look_real() -> None:
    for product in catalogue().products:
        middle = classification().item(product.item_code).demo_price_kopecks
        assert 0.6 * middle <= product.price_kopecks <= 1.4 * middle, product.number
        assert product.price_kopecks < 10_000 or product.price_kopecks % 100 == 0, product.number


def test_texts_can_be_heard_and_read_in_braille() -> None:
    for product in catalogue().products:
        for text in texts(product):
            for pattern in (SIGNS, SHORT_UNITS, SPACED_THOUSANDS, DECIMAL):
                assert not pattern.search(text), (product.number, text)
            mixed = [word for word in re.findall(r"\w+", text) if LATIN.search(word) and CYRILLIC.search(word)]
            assert not mixed, (product.number, mixed)


def test_units_agree_with_their_numbers() -> None:
    for product in catalogue().products:
        for text in texts(product):
            for number, unit in UNITS_AFTER_NUMBERS.findall(text):
                last, teens = int(number) % 10, int(number) % 100 in range(11, 15)
                after_limit = re.search(rf"(?:до|от|высоте|около) {number} {unit}", text)
                assert after_limit or teens or last not in (1, 2, 3, 4), (product.number, text)


def test_cards_are_short_and_say_enough_for_touch() -> None:
    for product in catalogue().products:
        assert len(product.what) <= 60 and product.what[0].islower(), product.what
        assert len(product.summary.split()) <= 25 and product.summary.endswith("."), product.summary
        assert product.summary.count(". ") <= 1, product.summary
        assert len(product.touch) >= 4 and {aspect for aspect, _ in product.touch} <= set(ASPECTS), product.number
        assert len(product.accessories) <= 3 and date(2025, 1, 1) <= product.listed_on < date(2026, 11, 1)


def test_cards_of_one_item_differ() -> None:
    for code in ("6-02-02", "15-01-02", "17-01-06", "7-03-01", "6-10-05", "13-01-01"):
        cards = [product.touch for product in products_of(code)]
        assert len(set(cards)) == len(cards), code


def test_russian_measures() -> None:
    assert [counted(n, "кнопка", "кнопки", "кнопок") for n in (1, 4, 11, 21)] == [
        "1 кнопка",
        "4 кнопки",
        "11 кнопок",
        "21 кнопка",
    ]
    assert of_measure(101, "cm") == "101 сантиметра" and between(70, 92, "cm") == "от 70 до 92 сантиметров"
    assert (weight(850), weight(12500)) == ("850 граммов", "12 килограммов 500 граммов")
