"""Reads of what certificates are worth, as columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from webapp.certificates.models import CertificateAmount
from webapp.core.database import read

_REGION: sa.BindParameter[str] = sa.bindparam("region_code")
_ONE: sa.Select[*tuple[Any, ...]] = sa.select(
    CertificateAmount.kopecks, CertificateAmount.on, CertificateAmount.source
).where(CertificateAmount.region_code == _REGION, CertificateAmount.item_code == sa.bindparam("item_code"))
_OF_REGION: sa.Select[*tuple[Any, ...]] = sa.select(CertificateAmount.item_code, CertificateAmount.kopecks).where(
    CertificateAmount.region_code == _REGION
)
_SOME = _OF_REGION.where(CertificateAmount.item_code.in_(sa.bindparam("item_codes", expanding=True)))


@dataclass(frozen=True, slots=True)
class Amount:
    """What a certificate is worth, in kopecks; which source said so, and for which day."""

    item_code: str
    region_code: str
    kopecks: int
    on: date
    source: str


def amount(item_code: str, region_code: str | None) -> Amount | None:
    """What the certificate for an item is worth in a region; None where nobody says, and for no region."""
    if region_code is None:
        return None
    row = read(_ONE, {"item_code": item_code, "region_code": region_code}).one_or_none()
    return Amount(item_code, region_code, row.kopecks, row.on, row.source) if row is not None else None


def amounts(item_codes: Iterable[str], region_code: str | None) -> Mapping[str, int]:
    """Kopecks by item, of those items that have an amount in the region; one query, none for no region."""
    asked = sorted(set(item_codes))
    if region_code is None or not asked:
        return {}
    rows = read(_SOME, {"item_codes": asked, "region_code": region_code})
    return {row.item_code: row.kopecks for row in rows}


def of_region(region_code: str) -> Mapping[str, int]:
    """Kopecks by item, of all items that have an amount in the region."""
    return {row.item_code: row.kopecks for row in read(_OF_REGION, {"region_code": region_code})}
