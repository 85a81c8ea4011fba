"""Representatives: authorities, invitations, people who never signed in.


Revision ID: 0006
Revises: 0005

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

import webapp.core.encryption
import webapp.core.types


# revision identifiers, used by Alembic.
revision: str = '0006'
down_revision: Union[str, Sequence[str], None] = '0005'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('authority',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('representative_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('person_key', sa.String(length=64), nullable=True),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('proof', sa.String(length=20), nullable=True),
    sa.Column('claimed', webapp.core.encryption.EncryptedJson(), nullable=False),
    sa.Column('functions', sa.JSON(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('appointed_on', sa.Date(), nullable=True),
    sa.Column('remark', webapp.core.encryption.EncryptedJson(), nullable=True),
    sa.Column('is_returned_by_staff', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=True),
    sa.Column('claimed_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.Column('changed_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_authority_person_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['representative_id'], ['person.id'], name=op.f('fk_authority_representative_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_authority')),
    sa.UniqueConstraint('name', name=op.f('uq_authority_name')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('authority', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_authority_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_authority_person_key'), ['person_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_authority_representative_id'), ['representative_id'], unique=False)

    op.create_table('invitation',
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('functions', sa.JSON(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('made_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_invitation_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('code_hash', name=op.f('pk_invitation'))
    )
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitation_made_at'), ['made_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_invitation_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('person', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.add_column(sa.Column('snils_key', sa.String(length=64), nullable=True))
        batch_op.alter_column('oid',
               existing_type=sa.VARCHAR(length=20),
               nullable=True)
        batch_op.alter_column('signed_in_at',
               existing_type=sa.DATETIME(),
               nullable=True)
        batch_op.create_index(batch_op.f('ix_person_snils_key'), ['snils_key'], unique=False)
        batch_op.create_index('uq_person_never_signed_in', ['snils_key'], unique=True, sqlite_where=sa.text('oid IS NULL'), postgresql_where=sa.text('oid IS NULL'))



def downgrade() -> None:
    """Downgrade schema."""
    with op.batch_alter_table('person', schema=None, table_kwargs={'sqlite_autoincrement': True}) as batch_op:
        batch_op.drop_index('uq_person_never_signed_in', sqlite_where=sa.text('oid IS NULL'), postgresql_where=sa.text('oid IS NULL'))
        batch_op.drop_index(batch_op.f('ix_person_snils_key'))
        batch_op.alter_column('signed_in_at',
               existing_type=sa.DATETIME(),
               nullable=False)
        batch_op.alter_column('oid',
               existing_type=sa.VARCHAR(length=20),
               nullable=False)
        batch_op.drop_column('snils_key')

    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitation_person_id'))
        batch_op.drop_index(batch_op.f('ix_invitation_made_at'))

    op.drop_table('invitation')
    with op.batch_alter_table('authority', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_authority_representative_id'))
        batch_op.drop_index(batch_op.f('ix_authority_person_key'))
        batch_op.drop_index(batch_op.f('ix_authority_person_id'))

    op.drop_table('authority')
