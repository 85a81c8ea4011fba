"""Whose money it is, by the programme; whose region it is, by the address at ЕСИА."""

from dataclasses import replace

import pytest

from tests.support.registers import CANE, Stage, line, programme
from tests.support.signing_in import sign_in
from tests.support.staged import site, stage
from tests.support.strict_client import StrictClient, visitor
from webapp.core.region_cookie import COOKIES
from webapp.gateways.programmes.port import Source
from webapp.ipra.funding import OF_SOURCE

__all__ = ("site", "stage")
PRODUCT = "/products/6-02-02.0001"
REFLECTING = f"{CANE}, светоотражающая"
"""The same thing by a name that goes on with a demand."""


def signed_in(stage: Stage, *sources: Source, region: str | None = None, name: str = CANE) -> StrictClient:
    """A visitor whose programme names the cane so often, each time by another's money."""
    somebody = replace(stage.somebody(), region=region)
    stage.tell(somebody, programme(*(line(name, source) for source in sources)))
    client = sign_in(stage.app, somebody)
    client.page("/my")
    return client


def test_every_source_of_money_has_its_words() -> None:
    assert set(OF_SOURCE) == set(Source)


@pytest.mark.parametrize("name", [CANE, REFLECTING])
@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source.FEDERAL, "Платит федеральный бюджет: так записано в вашей программе."),
        (Source.MOSCOW, "Платит федеральный бюджет: так записано в вашей программе."),
        (Source.REGIONAL, "Это средство оплачивает регион, сертификата Фонда на него нет."),
        (Source.OWN, "В программе это средство записано за свой счёт. Сертификата на него нет."),
    ],
)
def test_the_programme_says_who_pays(stage: Stage, source: Source, words: str, name: str) -> None:
    client = signed_in(stage, source, region="Нижегородская область", name=name)
    told = client.page(PRODUCT).main
    assert words in told and "Подходит к моей программе: да" in told
    assert ("Сертификат: ориентировочно" in told) is (source in {Source.FEDERAL, Source.MOSCOW})
    assert "Такого названия нет в классификации" not in client.page("/my").main


@pytest.mark.parametrize(
    ("source", "number", "is_reckoned"),
    [
        (Source.FEDERAL, PRODUCT, True),
        (Source.REGIONAL, PRODUCT, False),
        (Source.OWN, PRODUCT, False),
        (Source.FEDERAL, "/products/23(1)-01-01.0001", False),
    ],
)
def test_where_there_is_no_certificate_nothing_leads_to_its_sum(
    stage: Stage, source: Source, number: str, is_reckoned: bool
) -> None:
    page = signed_in(stage, source, region="Нижегородская область").page(number)
    assert ("Регион взят из адреса на Госуслугах." in page.main) is is_reckoned
    assert ("Посчитать доплату для своей цены" in page.main) is is_reckoned
    assert ("Сменить регион сертификата" in page.main) is is_reckoned


@pytest.mark.parametrize("sources", [(), (Source.FEDERAL, Source.REGIONAL)])
def test_what_is_not_sure_is_not_said(stage: Stage, sources: tuple[Source, ...]) -> None:
    told = signed_in(stage, *sources).page(PRODUCT).main
    assert "Платит федеральный бюджет" not in told
    assert "оплачивает регион" not in told


@pytest.mark.parametrize("sources", [(Source.OWN, Source.REGIONAL), (Source.REGIONAL, Source.OWN)])
def test_no_certificate_where_no_source_gives_one(stage: Stage, sources: tuple[Source, ...]) -> None:
    told = signed_in(stage, *sources, region="Нижегородская область").page(PRODUCT).main
    assert "Это средство оплачивает регион, сертификата Фонда на него нет." in told
    assert "Сертификат: ориентировочно" not in told


def test_the_region_of_the_address_holds_until_another_is_named(stage: Stage) -> None:
    client = signed_in(stage, Source.FEDERAL, region="Нижегородская область")
    assert "Сертификат выдаёт: Нижегородская область" in client.page(PRODUCT).main
    assert "Регион взят из адреса на Госуслугах." in client.page(PRODUCT).main
    assert "Сейчас: Нижегородская область, по адресу на Госуслугах" in client.page("/region").main
    client.set_cookie(COOKIES[False], "16")
    told = client.page(PRODUCT).main
    assert "Сертификат выдаёт: Республика Татарстан" in told
    assert "Регион взят из адреса на Госуслугах." not in told


def test_that_the_address_lies_in_another_region_is_said_once_with_the_sums(stage: Stage) -> None:
    client = signed_in(stage, Source.FEDERAL, region="Нижегородская область")
    said = "Адрес на Госуслугах в другом регионе: Нижегородская область."
    for address in (PRODUCT, "/catalogue/6-02-02", "/compare?p=6-02-02.0001&p=6-02-02.0002"):
        for code, times in (("16", 1), ("52", 0)):
            client.set_cookie(COOKIES[False], code)
            page = client.page(address)
            assert page.main.count(said) == times, (address, code)
            assert page.link("Сменить регион сертификата")
    guest = visitor(stage.app)
    guest.set_cookie(COOKIES[False], "16")
    assert "Адрес на Госуслугах" not in guest.page(PRODUCT).main


def test_the_region_of_the_address_is_where_places_to_touch_are_looked_for(stage: Stage) -> None:
    page = signed_in(stage, Source.FEDERAL, region="Нижегородская область").page(f"{PRODUCT}/rooms")
    assert "Регион взят из адреса на Госуслугах." in page.main
    assert page.headings(2)[0].startswith("В вашем регионе: Нижний Новгород, ")


@pytest.mark.parametrize("region", ["", "Тридевятое царство"])
def test_an_address_that_says_no_region_names_none(stage: Stage, region: str) -> None:
    client = signed_in(stage, Source.FEDERAL, region=region)
    assert "Назовите регион, и мы скажем сумму сертификата" in client.page(PRODUCT).text
