"""Lists ask the index of places: the indexes of products by kind and item in the order of names serve nobody.

Revision ID: 0014
Revises: 0013

"""
from typing import Sequence, Union

from alembic import op


# revision identifiers, used by Alembic.
revision: str = '0014'
down_revision: Union[str, Sequence[str], None] = '0013'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.drop_index('ix_product_item_code_name')
        batch_op.drop_index('ix_product_kind_code_name')


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.create_index('ix_product_kind_code_name', ['kind_code', 'name'], unique=False)
        batch_op.create_index('ix_product_item_code_name', ['item_code', 'name'], unique=False)
