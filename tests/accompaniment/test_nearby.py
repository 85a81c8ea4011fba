"""From which city distances are reckoned, and in which order organisations stand."""

import pytest

from tests.support.accompanying import organisation
from webapp.accompaniment.nearby import city_in, nearest_first
from webapp.reference import dataset


@pytest.mark.parametrize(
    ("address", "region", "expected"),
    [
        ("Бор, улица Дзержинского, дом 4", "52", "Бор"),
        ("Нижегородская область, Нижний Новгород, улица Бор, дом 1", "52", "Нижний Новгород"),
        ("Казань, улица Чистопольская, дом 9", "16", "Казань"),
        ("Копейск, улица Челябинская, дом 2", "74", "Копейск"),
        ("606440, г. Бор, улица Тихая", "52", "Бор"),
        ("Нижегородская обл,  город  бор , улица Тихая", "52", "Бор"),
        ("Нижегородская обл, Бор г, улица Тихая", "52", "Бор"),
        ("Омск, улица Лесная", "52", None),
        ("Деревня Тихая, улица Казань", "16", None),
        ("", "52", None),
    ],
)
def test_a_street_names_no_city(address: str, region: str, expected: str | None) -> None:
    found = city_in(address, [city for city in dataset.cities() if city.region_code == region])
    assert (found.name if found is not None else None) == expected


def test_of_several_the_most_exact_counts() -> None:
    cities = [city for city in dataset.cities() if city.name in {"Нижний Новгород", "Бор"}]
    found = city_in("Нижний Новгород, Бор, дом 5", cities)
    assert found is not None and found.name == "Бор"


def test_where_nobody_knows_how_far_stands_last_of_its_system() -> None:
    here = next(city for city in dataset.cities() if city.name == "Нижний Новгород")
    listed = [
        organisation("1", name="Неизвестно где", latitude=None, longitude=None),
        organisation("2", name="Дальняя", latitude=55.0, longitude=43.0),
        organisation("3", name="Здесь", latitude=here.lat, longitude=here.lon),
        organisation("4", name="Частная здесь", latitude=here.lat, longitude=here.lon, is_state=False),
    ]
    assert [one.organisation.code for one in nearest_first(listed, here)] == ["3", "2", "1", "4"]
    assert [one.organisation.code for one in nearest_first(listed, None)] == ["2", "3", "1", "4"]
