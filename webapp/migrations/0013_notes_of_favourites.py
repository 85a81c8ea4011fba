"""What a person writes about a favourite, and whether it fitted when it was kept.

Revision ID: 0013
Revises: 0012

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

import webapp.core.encryption


# revision identifiers, used by Alembic.
revision: str = '0013'
down_revision: Union[str, Sequence[str], None] = '0012'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    with op.batch_alter_table('favourite', schema=None) as batch_op:
        batch_op.add_column(sa.Column('fit', sa.String(length=10), nullable=True))
        batch_op.add_column(sa.Column('note', webapp.core.encryption.EncryptedJson(), nullable=True))


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('favourite', schema=None) as batch_op:
        batch_op.drop_column('note')
        batch_op.drop_column('fit')
