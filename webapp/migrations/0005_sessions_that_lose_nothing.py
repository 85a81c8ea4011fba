"""Sessions that lose nothing: forms that wait for their person, sign-ins that can be named.

Revision ID: 0005
Revises: 0004

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

import webapp.core.encryption
import webapp.core.types


# revision identifiers, used by Alembic.
revision: str = '0005'
down_revision: Union[str, Sequence[str], None] = '0004'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('kept_form',
    sa.Column('number_hash', sa.String(length=64), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('kept', webapp.core.encryption.EncryptedJson(), nullable=False),
    sa.Column('kept_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('number_hash', name=op.f('pk_kept_form'))
    )
    with op.batch_alter_table('kept_form', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kept_form_kept_at'), ['kept_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_kept_form_user_id'), ['user_id'], unique=False)

    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('proved_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('name', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('about', webapp.core.encryption.EncryptedJson(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_session_name'), ['name'])


def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_session_name'), type_='unique')
        batch_op.drop_column('about')
        batch_op.drop_column('name')
        batch_op.drop_column('proved_at')

    with op.batch_alter_table('kept_form', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_kept_form_user_id'))
        batch_op.drop_index(batch_op.f('ix_kept_form_kept_at'))

    op.drop_table('kept_form')
