"""certificate_amounts

Revision ID: 0011
Revises: 0009
Create Date: 2026-11-22 23:41:05.305625

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '0011'
down_revision: Union[str, Sequence[str], None] = '0009'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('certificate_amount',
    sa.Column('region_code', sa.String(length=2), nullable=False),
    sa.Column('item_code', sa.String(length=16), nullable=False),
    sa.Column('kopecks', sa.Integer(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['item_code'], ['item.code'], name=op.f('fk_certificate_amount_item_code')),
    sa.ForeignKeyConstraint(['region_code'], ['region.code'], name=op.f('fk_certificate_amount_region_code')),
    sa.PrimaryKeyConstraint('region_code', 'item_code', name=op.f('pk_certificate_amount'))
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table('certificate_amount')
