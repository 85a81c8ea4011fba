"""The list of favourites: what changed since, what is gone, the way back from a removal."""

import pytest

from tests.favourites.keeping import (
    CANE,
    OTHER_CANE,
    STIFF,
    TONOMETER,
    WITHDRAWN,
    guest_of,
    keep,
    kept,
    name_of,
    plant,
    price,
    remove,
    rows,
)
from tests.support.counted import counted
from tests.support.html import elements, has_class, with_id, words
from tests.support.page import Page
from tests.support.registers import Stage, days, event, line, programme
from tests.support.signing_in import sign_in
from tests.support.strict_client import StrictClient, visitor
from webapp.core.region_cookie import COOKIES
from webapp.gateways.programmes.port import Event


def card(page: Page, number: str) -> str:
    """What the card of a product says."""
    for each in elements(page.tree, "li"):
        if has_class(each, "card") and f"/products/{number}" in {link.get("href") for link in elements(each, "a")}:
            return words(each)
    raise AssertionError(f"{number} is not in the list")


def focus(page: Page) -> str:
    """The words of the heading where reading goes on."""
    found = with_id(page.tree, "changed")
    assert found is not None and found.tag == "h3" and found.get("tabindex") == "-1"
    return words(found)


def test_an_empty_list_says_what_to_do(guest: StrictClient) -> None:
    page = guest.page("/favourites")
    assert page.h1 == "Избранное: пока ничего нет"
    assert {"/catalogue", "/sign-in?next=/favourites"} <= {link.address for link in page.links}
    assert [each for each in elements(page.tree, "ul") if not elements(each, "li")] == []


def test_the_newest_comes_first_and_the_heading_counts(stage: Stage, guest: StrictClient) -> None:
    for number in (CANE, TONOMETER, OTHER_CANE):
        keep(guest, number)
        stage.clock.pass_time(seconds=1)
    page = guest.page("/favourites")
    assert kept(guest) == [OTHER_CANE, CANE, TONOMETER]
    assert page.h1 == "Избранное: 3 изделия"
    remove(guest, TONOMETER)
    keep(guest, TONOMETER)
    assert kept(guest) == [OTHER_CANE, CANE, TONOMETER]


def test_of_one_moment_the_later_one_comes_first(guest: StrictClient) -> None:
    keep(guest, CANE)
    keep(guest, TONOMETER)
    assert kept(guest) == [TONOMETER, CANE]


@pytest.mark.parametrize(
    ("change", "words_"),
    [
        (-100_00, "Подорожало: рекомендованная цена "),
        (100_00, "Подешевело: рекомендованная цена "),
        (0, "Рекомендованная цена: "),
    ],
)
def test_a_change_of_price_is_told(stage: Stage, guest: StrictClient, change: int, words_: str) -> None:
    keep(guest, STIFF)
    price(stage.app, STIFF, change)
    said = card(guest.page("/favourites"), STIFF)
    assert words_ in said
    assert ("была" in said) == bool(change)


def test_each_says_what_is_added_as_a_list_does_by_one_query(stage: Stage, guest: StrictClient) -> None:
    way = "Назвать регион, чтобы узнать доплату"
    assert not [link for link in guest.page("/favourites").links if link.words == way]
    asked = []
    for numbers in ((CANE,), (OTHER_CANE, TONOMETER)):
        for number in numbers:
            keep(guest, number)
        assert guest.page("/favourites").link(way).address == "/region?page=/favourites"
        guest.set_cookie(COOKIES[False], "16")
        with counted(stage.app) as statements:
            page = guest.page("/favourites")
        asked.append(sum("certificate_amount" in one for one in statements))
        guest.delete_cookie(COOKIES[False])
    assert asked == [1, 1]
    said = card(page, OTHER_CANE)
    assert "Рекомендованная цена: 1 тысяча 50 рублей Доплата: ориентировочно 171 рубль" in said
    assert "Доплата посчитана для региона: Республика Татарстан." in page.main
    guest.set_cookie(COOKIES[False], "24")
    assert "Доплата: неизвестна, суммы сертификата нет" in card(guest.page("/favourites"), CANE)


def test_what_is_withdrawn_is_still_told(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    plant(stage.app, guest_of(stage.app, CANE), WITHDRAWN, price=99_00)
    page = guest.page("/favourites")
    assert page.h1 == "Избранное: 2 изделия"
    assert f"Изделие {WITHDRAWN}" in page.headings(3)
    assert "Снято с каталога. Рекомендованная цена была 99 рублей." in page.main
    assert kept(guest) == [CANE]
    page = page.submit(button=f"Убрать из избранного: Изделие {WITHDRAWN}")
    assert focus(page) == f"Убрано: Изделие {WITHDRAWN}"
    page = page.submit(button=f"Вернуть: Изделие {WITHDRAWN}")
    assert focus(page) == f"Изделие {WITHDRAWN}"


def test_a_removal_leaves_a_way_back_in_its_place(stage: Stage, guest: StrictClient) -> None:
    for number in (CANE, TONOMETER, OTHER_CANE):
        keep(guest, number)
        stage.clock.pass_time(seconds=1)
    name = name_of(stage.app, TONOMETER)
    page = guest.page("/favourites").submit(button=f"Убрать из избранного: {name}")
    assert page.address == f"/favourites?changed={TONOMETER}#changed"
    assert page.title == f"Убрано: {name}. Избранное: 2 изделия — Ориентир"
    assert focus(page) == f"Убрано: {name}"
    assert page.headings(3)[2] == f"Убрано: {name}"
    page = page.submit(button=f"Вернуть: {name}")
    assert page.title == f"Возвращено: {name}. Избранное: 3 изделия — Ориентир"
    assert focus(page) == name
    assert kept(guest) == [OTHER_CANE, CANE, TONOMETER]


def test_the_last_one_can_be_put_back_too(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    page = remove(guest, CANE, "list")
    assert page.h1 == "Избранное: пока ничего нет"
    assert focus(page) == f"Убрано: {name_of(stage.app, CANE)}"
    assert keep(guest, CANE, "list").h1 == "Избранное: 1 изделие"


def test_removals_of_before_are_not_shown(guest: StrictClient) -> None:
    keep(guest, CANE)
    keep(guest, TONOMETER)
    remove(guest, CANE)
    assert "Убрано" not in guest.page("/favourites").main
    page = remove(guest, TONOMETER, "list")
    assert page.main.count("Убрано: ") == 1


@pytest.mark.parametrize("changed", ["", "x", WITHDRAWN, STIFF, "6-02-02", '"><script>', "%00", "9" * 2000])
def test_a_change_that_was_none_does_nothing(guest: StrictClient, changed: str) -> None:
    keep(guest, CANE)
    page = guest.page("/favourites", query_string={"changed": changed})
    assert page.title == "Избранное: 1 изделие — Ориентир"
    assert with_id(page.tree, "changed") is None


def test_a_change_of_somebody_elses_product_does_nothing(stage: Stage, guest: StrictClient) -> None:
    other = visitor(stage.app)
    keep(other, TONOMETER)
    keep(guest, CANE)
    page = guest.page(f"/favourites?changed={TONOMETER}")
    assert page.title.startswith("Избранное: 1")
    assert name_of(stage.app, TONOMETER) not in page.main


@pytest.mark.parametrize("source", ["", "list", "product", "//evil.example", "list\n", "LIST"])
def test_a_form_leads_only_to_pages_of_ours(guest: StrictClient, source: str) -> None:
    for page in (keep(guest, CANE, source), remove(guest, CANE, source)):
        expected = f"/favourites?changed={CANE}#changed" if source == "list" else f"/products/{CANE}#product"
        assert page.address == expected


def test_guests_are_told_how_to_keep_it_for_long(stage: Stage, guest: StrictClient) -> None:
    keep(guest, CANE)
    assert "пока открыт браузер" in guest.page("/favourites").main
    client = stage.entitled(programme(line()))
    keep(client, CANE)
    assert "пока открыт браузер" not in client.page("/favourites").main


def test_whoever_is_signed_in_is_told_what_fits(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line()))
    client = sign_in(stage.app, person)
    client.page("/my")
    for number in (CANE, STIFF, TONOMETER):
        keep(client, number)
    page = client.page("/favourites")
    assert "Подходит к моей программе: да" in card(page, CANE)
    assert "Подходит к моей программе: не уверены" in card(page, STIFF)
    assert "Подходит к моей программе: нет" in card(page, TONOMETER)


def test_while_the_register_thinks_it_is_said_once_and_the_list_is_where_one_looks_again(stage: Stage) -> None:
    client = stage.entitled(programme(line()))
    stage.register.is_ready = False
    keep(client, CANE)
    page = keep(client, STIFF, "list")
    assert page.main.count("Подходит к моей программе: пока неизвестно. Спрашиваем реестр") == 1
    assert "Подходит" not in card(page, CANE)
    stage.register.is_ready = True
    assert "Подходит к моей программе: да" in card(page.follow("Проверить, пришёл ли ответ"), CANE)


def test_what_fits_no_longer_is_told(stage: Stage) -> None:
    person = stage.somebody()
    stage.tell(person, programme(line()))
    client = sign_in(stage.app, person)
    client.page("/my")
    keep(client, CANE)
    stage.clock.pass_time(hours=24)
    stage.tell(person, programme(line(), ends=days(0)))
    client = sign_in(stage.app, person)
    client.page("/my")
    said = card(client.page("/favourites"), CANE)
    assert "Подходит к моей программе: да" not in said
    assert "Подходит к моей программе: не уверены" in said


def test_what_waits_for_clarification_is_not_sure(stage: Stage) -> None:
    client = stage.entitled(programme(line(), executions=(event(Event.CLARIFICATION),)))
    client.page("/my")
    keep(client, CANE)
    assert "не уверены" in card(client.page("/favourites"), CANE)


def test_the_list_is_kept_by_nobody(stage: Stage, guest: StrictClient) -> None:
    before = rows(stage.app)
    answer = guest.get("/favourites")
    assert (answer.headers["Cache-Control"], "ETag" in answer.headers) == ("no-store", False)
    assert rows(stage.app) == before
