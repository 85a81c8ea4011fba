"""Who checked a maker, and the registration certificate of a product.

Revision ID: 0012
Revises: 0011

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '0012'
down_revision: Union[str, Sequence[str], None] = '0011'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    with op.batch_alter_table('maker', schema=None) as batch_op:
        batch_op.add_column(sa.Column('checked_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('checked_by', sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column('checks', sa.JSON(), nullable=True))

    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.add_column(sa.Column('registration_number', sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column('registered_on', sa.Date(), nullable=True))


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.drop_column('registered_on')
        batch_op.drop_column('registration_number')

    with op.batch_alter_table('maker', schema=None) as batch_op:
        batch_op.drop_column('checks')
        batch_op.drop_column('checked_by')
        batch_op.drop_column('checked_on')
