"""consents and traces

The log of access takes new rows only. Copies of the register's answers go: nobody has consented to them.

Revision ID: 0008
Revises: 0007

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
import webapp.core.types


# revision identifiers, used by Alembic.
revision: str = '0008'
down_revision: Union[str, Sequence[str], None] = '0007'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None

# A table that is copied by batch mode loses its triggers on SQLite: a later migration of it must make them anew.
ON_SQLITE = (
    """CREATE TRIGGER access_log_never_changes BEFORE UPDATE ON access_log
    BEGIN SELECT RAISE(ABORT, 'access_log: rows are only added'); END""",
    """CREATE TRIGGER access_log_is_never_replaced BEFORE INSERT ON access_log
    WHEN EXISTS (SELECT 1 FROM access_log WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'access_log: rows are only added'); END""",
    """CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
    WHEN OLD.happened_at >= datetime('now', '-3 years')
    BEGIN SELECT RAISE(ABORT, 'access_log: rows are kept for three years'); END""",
)
ON_POSTGRESQL = (
    """CREATE FUNCTION access_log_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'access_log: rows are only added'; END $$""",
    """CREATE FUNCTION access_log_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.happened_at >= now() - interval '3 years' THEN
            RAISE EXCEPTION 'access_log: rows are kept for three years';
        END IF;
        RETURN OLD;
    END $$""",
    """CREATE TRIGGER access_log_never_changes BEFORE UPDATE ON access_log
    FOR EACH ROW EXECUTE FUNCTION access_log_never_changes()""",
    """CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
    FOR EACH ROW EXECUTE FUNCTION access_log_is_kept()""",
    """CREATE TRIGGER access_log_is_never_emptied BEFORE TRUNCATE ON access_log
    FOR EACH STATEMENT EXECUTE FUNCTION access_log_never_changes()""",
)


def upgrade() -> None:
    """Upgrade schema."""
    op.create_table('access_log',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('happened_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('authority', sa.String(length=32), nullable=False),
    sa.Column('act', sa.String(length=80), nullable=False),
    sa.Column('why', sa.String(length=10), nullable=False),
    sa.Column('outcome', sa.String(length=10), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_access_log')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('access_log', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_access_log_happened_at'), ['happened_at'], unique=False)
        batch_op.create_index('ix_access_log_person_id_id', ['person_id', 'id'], unique=False)

    op.create_table('consent',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.String(length=30), nullable=False),
    sa.Column('version', sa.String(length=10), nullable=False),
    sa.Column('given_at', webapp.core.types.UtcDateTime(timezone=True), nullable=False),
    sa.Column('given_by', sa.Integer(), nullable=False),
    sa.Column('authority', sa.String(length=32), nullable=False),
    sa.Column('withdrawn_at', webapp.core.types.UtcDateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_by', sa.Integer(), nullable=True),
    sa.Column('withdrawn_authority', sa.String(length=32), nullable=False),
    sa.Column('person_key', sa.String(length=64), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consent')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consent_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consent_person_key'), ['person_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_consent_withdrawn_at'), ['withdrawn_at'], unique=False)
        batch_op.create_index('uq_consent_open', ['person_id', 'purpose'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))

    op.execute('DELETE FROM register_copy')
    for statement in ON_SQLITE if op.get_bind().dialect.name == 'sqlite' else ON_POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Downgrade schema."""
    op.drop_table('consent')
    op.drop_table('access_log')  # its triggers go with it
    if op.get_bind().dialect.name != 'sqlite':
        op.execute('DROP FUNCTION access_log_never_changes()')
        op.execute('DROP FUNCTION access_log_is_kept()')
