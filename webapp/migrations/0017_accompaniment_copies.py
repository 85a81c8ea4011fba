"""Copies of what the register of accompaniment told: of a person, of a region.

Revision ID: 0017
Revises: 0016

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

import webapp.core.encryption
import webapp.core.types


# revision identifiers, used by Alembic.
revision: str = '0017'
down_revision: Union[str, Sequence[str], None] = '0016'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('organisations_copy',
    sa.Column('region', sa.String(length=3), nullable=False),
    sa.Column('asked_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('failure', sa.String(length=20), nullable=True),
    sa.Column('failed_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('received_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('told', sa.JSON(), nullable=True),
    sa.PrimaryKeyConstraint('region', name=op.f('pk_organisations_copy'))
    )
    op.create_table('accompaniment_copy',
    sa.Column('told', webapp.core.encryption.EncryptedJson(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('asked_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('failure', sa.String(length=20), nullable=True),
    sa.Column('failed_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('received_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_accompaniment_copy_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_accompaniment_copy'))
    )


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table('accompaniment_copy')
    op.drop_table('organisations_copy')
