"""claims

Revision ID: 0007
Revises: 0006
Create Date: 2026-11-22 13:25:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

import webapp.core.encryption
import webapp.core.types


# revision identifiers, used by Alembic.
revision: str = '0007'
down_revision: Union[str, Sequence[str], None] = '0006'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('claim_draft',
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('representative_id', sa.Integer(), nullable=False),
    sa.Column('answers', webapp.core.encryption.EncryptedJson(), nullable=False),
    sa.Column('sent_as', sa.String(length=32), nullable=True),
    sa.Column('touched_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['representative_id'], ['person.id'], name=op.f('fk_claim_draft_representative_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_claim_draft'))
    )
    with op.batch_alter_table('claim_draft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claim_draft_representative_id'), ['representative_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_claim_draft_touched_at'), ['touched_at'], unique=False)


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('claim_draft', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claim_draft_touched_at'))
        batch_op.drop_index(batch_op.f('ix_claim_draft_representative_id'))

    op.drop_table('claim_draft')
