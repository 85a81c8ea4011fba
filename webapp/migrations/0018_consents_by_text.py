"""A newer text of a consent is agreed to beside the older one.

Revision ID: 0018
Revises: 0017

"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None
OPEN = sa.text("withdrawn_at IS NULL")
# Without the column there was one open consent; the one to the newest text, which names all of the others, stays.
ONE_STAYS = """DELETE FROM consent WHERE withdrawn_at IS NULL AND EXISTS (
    SELECT 1 FROM consent AS other WHERE other.person_id = consent.person_id AND other.purpose = consent.purpose
    AND other.withdrawn_at IS NULL AND other.id > consent.id)"""


def upgrade() -> None:
    _index("person_id", "purpose", "version")


def downgrade() -> None:
    op.execute(ONE_STAYS)
    _index("person_id", "purpose")


def _index(*columns: str) -> None:
    op.drop_index("uq_consent_open", table_name="consent")
    op.create_index("uq_consent_open", "consent", list(columns), unique=True, sqlite_where=OPEN, postgresql_where=OPEN)
