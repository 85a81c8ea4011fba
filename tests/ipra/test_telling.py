"""One item in words: until when, by whose word, who acts; what is not known is not invented."""

import pytest
from flask import Flask

from tests.support.registers import CANE, CHAIR, FUND, INTERPRETER, TODAY, UNREAD, days, event, line, programme
from webapp.gateways.programmes.port import Event, Execution, Source, TsrLine
from webapp.ipra.entitlements import entitlements
from webapp.ipra.rules import State
from webapp.ipra.telling import Told, tell


def told(item: TsrLine, *done: Execution, ends: int | None = None) -> Told:
    one = programme(item, executions=done, ends=None if ends is None else days(ends))
    return tell(entitlements([one], TODAY)[0])


def test_a_certificate_says_its_last_day_and_how_long_it_is(speaking: Flask) -> None:
    found = told(line(), event(Event.CERTIFICATE, until=12))
    assert found.status == "Сертификат действует до 14 марта 2026 года, осталось 12 дней"
    assert found.kind == "done"
    last = told(line(), event(Event.CERTIFICATE, until=0))
    assert last.status.endswith("2 марта 2026 года, это сегодня")


def test_an_open_item_says_the_end_of_the_programme(speaking: Flask) -> None:
    assert told(line(until=days(30)), ends=90).by_when == "1 апреля 2026 года, осталось 30 дней"
    assert told(line(), ends=1).by_when == "3 марта 2026 года, остался 1 день"
    assert told(line(source=Source.REGIONAL), ends=1).by_when == "3 марта 2026 года, остался 1 день"
    assert told(line(), ends=1).by_whom


def test_an_open_item_without_an_end_says_that_there_is_none(speaking: Flask) -> None:
    found = told(line())
    assert found.by_when == "подать можно в любой день"
    assert not [sign for sign in found.by_when if sign.isdigit()]


def test_a_term_by_a_rule_says_whose_rule_and_of_what_year(speaking: Flask) -> None:
    applied = told(line(), event(Event.APPLIED, on=-10))
    assert applied.by_when == "7 марта 2026 года, осталось 5 дней"
    assert applied.by_whom.endswith(", 2022 год")
    purchase = told(line(), event(Event.PURCHASE, on=-10))
    assert (purchase.by_when, purchase.by_whom[-8:]) == ("1 апреля 2026 года, осталось 30 дней", "2022 год")
    clarified = told(line(), event(Event.CLARIFICATION))
    assert ("2 рабочих дня" in clarified.by_when, "2121" in clarified.by_whom) == (True, True)


def test_a_term_that_has_passed_is_told_as_passed(speaking: Flask) -> None:
    assert told(line(), event(Event.APPLIED, on=-16)).by_when == "1 марта 2026 года, прошёл 1 день"


def test_an_item_in_use_says_until_when_and_how_early_to_ask(speaking: Flask) -> None:
    found = told(line(), event(Event.RECEIVED, until=500))
    assert found.status == "Получено, пользоваться до 15 июля 2027 года"
    assert "60 дней" in found.by_when and found.by_whom.endswith("2025 год")
    replaceable = told(line(), event(Event.RECEIVED, until=10))
    assert replaceable.status == "Можно заменить с 11 января 2026 года"


def test_a_referral_says_its_own_end_only_if_it_has_one(speaking: Flask) -> None:
    assert told(line(), event(Event.REFERRAL, until=3)).by_when == "5 марта 2026 года, осталось 3 дня"
    assert told(line(), event(Event.REFERRAL)).by_when == ""


@pytest.mark.parametrize(
    "found",
    [
        (line(), event(Event.CERTIFICATE)),
        (line(), event(Event.APPLIED, on=3)),
        (line(until=days(-1)),),
        (line(starts=days(9)),),
        (line(source=Source.OWN),),
        (line(source=Source.OWN, until=days(50)),),
    ],
)
def test_no_term_is_invented(speaking: Flask, found: tuple[TsrLine, *tuple[Execution, ...]]) -> None:
    assert told(*found).by_when == told(*found).by_whom == ""


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (Source.REGIONAL, Event.APPLIED),
        (Source.OWN, Event.APPLIED),
        (Source.OWN, Event.PURCHASE),
        (Source.OWN, Event.CLARIFICATION),
    ],
)
def test_terms_of_federal_rules_are_not_told_of_other_money(speaking: Flask, source: Source, kind: Event) -> None:
    assert told(line(source=source), event(kind)).by_when == ""


def test_a_term_of_a_rule_is_always_told_with_its_source(speaking: Flask) -> None:
    for kind in Event:
        for until in (None, 20, 400):
            for source in Source:
                found = told(line(source=source), event(kind, until=until), ends=800)
                assert bool(found.by_when) == bool(found.by_whom), (kind, until, source)


def test_the_executor_of_the_programme_is_named(speaking: Flask) -> None:
    assert told(line(), event(Event.PURCHASE)).who == FUND
    assert told(line(executor=""), event(Event.PURCHASE)).who == "отделение Социального фонда России"
    assert told(line(source=Source.MOSCOW, executor=""), event(Event.PURCHASE)).who == "орган социальной защиты Москвы"


def test_a_name_is_that_of_the_classification_where_it_is_known(speaking: Flask) -> None:
    assert told(line(f"6-02-02 {CANE.upper()}.")).name == CANE
    assert told(line(INTERPRETER)).name == "Услуги переводчика русского жестового языка"
    assert told(line(UNREAD)).name == UNREAD


def test_products_stand_under_the_code_of_the_item_or_of_its_kind(speaking: Flask) -> None:
    assert told(line(CHAIR)).address_code == "7-01-01"
    assert told(line("6-02 Трость чудная")).address_code == "6-02"
    assert told(line(INTERPRETER)).address_code is None


def test_an_item_without_a_state_of_its_own_says_what_to_do(speaking: Flask) -> None:
    found = told(line(until=days(-1)))
    assert found.entitlement.judged.state is State.ENDED
    assert found.status == "Срок истёк 1 марта 2026 года"
