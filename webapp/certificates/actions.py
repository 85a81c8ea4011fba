"""Loading the demo amounts: replaces demo rows, and nothing else, in the caller's transaction."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.certificates import demo
from webapp.certificates.models import CertificateAmount
from webapp.core import data_version
from webapp.core.loading import BATCH, digest_of

NAME = "demo_amounts"


def load_demo(session: Session) -> bool:
    """Bring demo amounts to what the generator gives. Returns whether anything had to change.

    Nothing refers to an amount, so the rows are made anew. A row that is no demo stays, and its item gets no demo one.
    """
    here = Path(__file__).parent
    digest = digest_of(here / "demo.py", here / "actions.py", here.parent / "reference")
    if data_version.is_loaded(session, NAME, digest):
        return False
    session.execute(sa.delete(CertificateAmount).where(CertificateAmount.is_demo))
    real = set(session.execute(sa.select(CertificateAmount.region_code, CertificateAmount.item_code)).tuples())
    rows = [
        {
            "region_code": amount.region_code,
            "item_code": amount.item_code,
            "kopecks": amount.kopecks,
            "on": amount.on,
            "source": demo.SOURCE,
            "is_demo": True,
        }
        for amount in demo.generate()
        if (amount.region_code, amount.item_code) not in real
    ]
    for start in range(0, len(rows), BATCH):
        session.execute(sa.insert(CertificateAmount), rows[start : start + BATCH])
    data_version.note(session, NAME, digest)
    return True
