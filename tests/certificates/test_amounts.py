"""What certificates are worth, on both kinds of database: loaded once, read by item and region."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.databases import Databases
from tests.support.sites import closing, make_site, settings_in
from webapp.certificates import actions, amounts, demo
from webapp.certificates.models import CertificateAmount
from webapp.core.data_version import DataVersion
from webapp.core.database import db, record
from webapp.reference import dataset

CANE, TATARSTAN = "6-02-02", "16"
WITHOUT = "24"
"""Here the generator leaves the cane out."""


@pytest.fixture
def site(each_database: Databases, tmp_path: Path) -> Iterator[Flask]:
    with closing(make_site(settings_in(tmp_path, database_url=each_database.loaded()))) as app, app.app_context():
        yield app


def test_an_amount_has_its_source_and_day(site: Flask) -> None:
    found = amounts.amount(CANE, TATARSTAN)
    assert found == amounts.Amount(CANE, TATARSTAN, 87_900, date(2026, 6, 11), demo.SOURCE)
    assert "(демо)" in found.source


def test_where_nobody_says_nothing_is_guessed(site: Flask) -> None:
    assert amounts.amount(CANE, None) is None
    assert amounts.amount(CANE, WITHOUT) is None
    assert amounts.amount("23(1)-01-01", TATARSTAN) is None
    assert amounts.amounts([CANE], None) == amounts.amounts([], TATARSTAN) == {}


def test_many_amounts_are_those_of_one_by_one(site: Flask) -> None:
    asked = [item.code for item in dataset.classification().items[:40]]
    one_by_one = {code: found.kopecks for code in asked if (found := amounts.amount(code, TATARSTAN))}
    assert amounts.amounts(asked, TATARSTAN) == one_by_one
    assert one_by_one.items() <= amounts.of_region(TATARSTAN).items()


def test_loading_twice_changes_nothing_and_anew_spares_what_is_no_demo(site: Flask) -> None:
    with record() as session:
        assert actions.load_demo(session) is False
        real = sa.update(CertificateAmount).where(
            CertificateAmount.item_code == CANE, CertificateAmount.region_code == TATARSTAN
        )
        session.execute(real.values(kopecks=1, is_demo=False))
        session.execute(sa.delete(DataVersion).where(DataVersion.name == actions.NAME))
    with record() as session:
        assert actions.load_demo(session) is True
    total = db.session.scalar(sa.select(sa.func.count()).select_from(CertificateAmount))
    assert total == len(list(demo.generate()))
    found = amounts.amount(CANE, TATARSTAN)
    assert found is not None
    assert found.kopecks == 1


def test_invented_amounts_are_the_same_every_time_and_near_the_price() -> None:
    first, second = list(demo.generate()), list(demo.generate())
    prices = {item.code: item.demo_price_kopecks for item in dataset.classification().items if item.code_is_official}
    assert first == second
    assert {each.item_code for each in first} == set(prices)
    assert all(0.7 * prices[each.item_code] <= each.kopecks <= 1.2 * prices[each.item_code] for each in first)
    assert len({each.kopecks for each in first if each.item_code == CANE}) > 10
