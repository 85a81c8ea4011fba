"""Sets of places: the index of the catalogue.

Revision ID: 0010
Revises: 0009

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '0010'
down_revision: Union[str, Sequence[str], None] = '0009'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('known_word',
    sa.Column('word', sa.String(length=40), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('word', name=op.f('pk_known_word'))
    )
    op.create_table('number_line',
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('kind_code', sa.String(length=16), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('low', sa.BigInteger(), nullable=False),
    sa.Column('high', sa.BigInteger(), nullable=False),
    sa.Column('values', sa.LargeBinary(), nullable=False),
    sa.Column('places', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_number_line'))
    )
    with op.batch_alter_table('number_line', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_number_line_kind_code'), ['kind_code'], unique=False)

    op.create_table('posting',
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('kind_code', sa.String(length=16), nullable=True),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('places', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_posting'))
    )
    with op.batch_alter_table('posting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_posting_kind_code'), ['kind_code'], unique=False)

    op.create_table('placed_product',
    sa.Column('place', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('product_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_placed_product_product_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('place', name=op.f('pk_placed_product')),
    sa.UniqueConstraint('product_id', name=op.f('uq_placed_product_product_id'))
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table('placed_product')
    with op.batch_alter_table('posting', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_posting_kind_code'))

    op.drop_table('posting')
    with op.batch_alter_table('number_line', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_number_line_kind_code'))

    op.drop_table('number_line')
    op.drop_table('known_word')
