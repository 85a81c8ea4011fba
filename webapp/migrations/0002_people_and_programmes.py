"""People, what the register told about them, favourites, attempts to sign in; sessions know whose they are.

Revision ID: 0002
Revises: 0001

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

import webapp.core.encryption
import webapp.core.types


# revision identifiers, used by Alembic.
revision: str = '0002'
down_revision: Union[str, Sequence[str], None] = '0001'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('person',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('oid', sa.String(length=20), nullable=False),
    sa.Column('told', webapp.core.encryption.EncryptedJson(), nullable=False),
    sa.Column('first_seen_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.Column('signed_in_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sa.UniqueConstraint('oid', name=op.f('uq_person_oid')),
    sqlite_autoincrement=True
    )
    op.create_table('sign_in_attempt',
    sa.Column('state_hash', sa.String(length=64), nullable=False),
    sa.Column('owner', sa.String(length=64), nullable=False),
    sa.Column('kept', webapp.core.encryption.EncryptedJson(), nullable=False),
    sa.Column('begun_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('state_hash', name=op.f('pk_sign_in_attempt'))
    )
    with op.batch_alter_table('sign_in_attempt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_attempt_begun_at'), ['begun_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_attempt_owner'), ['owner'], unique=False)

    op.create_table('favourite',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('guest', sa.String(length=32), nullable=True),
    sa.Column('product_number', sa.String(length=24), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('price_kopecks', sa.Integer(), nullable=False),
    sa.Column('kept_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.Column('removed_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.CheckConstraint('(person_id IS NULL) <> (guest IS NULL)', name=op.f('ck_favourite_one_owner')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_favourite_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_favourite')),
    sa.UniqueConstraint('guest', 'product_number', name=op.f('uq_favourite_guest_product_number')),
    sa.UniqueConstraint('person_id', 'product_number', name=op.f('uq_favourite_person_id_product_number'))
    )
    with op.batch_alter_table('favourite', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_favourite_kept_at'), ['kept_at'], unique=False)

    op.create_table('register_copy',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('request_id', sa.String(length=100), nullable=True),
    sa.Column('asked_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('is_wanted', sa.Boolean(), nullable=False),
    sa.Column('failure', sa.String(length=20), nullable=True),
    sa.Column('failed_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('received_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('changed_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('extract', webapp.core.encryption.EncryptedJson(), nullable=True),
    sa.Column('before', webapp.core.encryption.EncryptedJson(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_register_copy_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_register_copy'))
    )
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('user_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_session_user_id'), ['user_id'], unique=False)



def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_session_user_id'))
        batch_op.drop_column('user_id')

    op.drop_table('register_copy')
    with op.batch_alter_table('favourite', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_favourite_kept_at'))

    op.drop_table('favourite')
    with op.batch_alter_table('sign_in_attempt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_attempt_owner'))
        batch_op.drop_index(batch_op.f('ix_sign_in_attempt_begun_at'))

    op.drop_table('sign_in_attempt')
    op.drop_table('person')
