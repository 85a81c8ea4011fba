"""Reports of obstacles.

Revision ID: 0004
Revises: 0003

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

import webapp.core.encryption
import webapp.core.types


# revision identifiers, used by Alembic.
revision: str = '0004'
down_revision: Union[str, Sequence[str], None] = '0003'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('obstacle',
    sa.Column('number', sa.String(length=15), nullable=False),
    sa.Column('sent_as', sa.String(length=64), nullable=False),
    sa.Column('message', webapp.core.encryption.EncryptedJson(), nullable=False),
    sa.Column('reported_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.Column('promised_for', sa.Date(), nullable=False),
    sa.Column('answer', webapp.core.encryption.EncryptedJson(), nullable=True),
    sa.Column('answered_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_obstacle')),
    sa.UniqueConstraint('sent_as', name=op.f('uq_obstacle_sent_as'))
    )
    with op.batch_alter_table('obstacle', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_obstacle_answered_at'), ['answered_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_obstacle_promised_for'), ['promised_for'], unique=False)


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('obstacle', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_obstacle_promised_for'))
        batch_op.drop_index(batch_op.f('ix_obstacle_answered_at'))

    op.drop_table('obstacle')
