"""Numbers under which a person was known before they signed in.

Revision ID: 0009
Revises: 0008

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '0009'
down_revision: Union[str, Sequence[str], None] = '0008'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('former_number',
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_former_number_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_former_number'))
    )
    with op.batch_alter_table('former_number', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_former_number_person_id'), ['person_id'], unique=False)


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('former_number', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_former_number_person_id'))

    op.drop_table('former_number')
