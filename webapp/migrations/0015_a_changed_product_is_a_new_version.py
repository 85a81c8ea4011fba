"""What changes a product or a maker gives the public data a new version at once, before the index is built anew.

A new product has no page that anybody could have, so that loading many costs nothing more.

Revision ID: 0015
Revises: 0014

"""
from typing import Sequence, Union

from alembic import op


# revision identifiers, used by Alembic.
revision: str = '0015'
down_revision: Union[str, Sequence[str], None] = '0014'
branch_labels: Union[str, Sequence[str], None] = ()
depends_on: Union[str, Sequence[str], None] = None

TABLES = ('product', 'maker')


def upgrade() -> None:
    """Upgrade schema."""
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(
            "CREATE FUNCTION public_data_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " UPDATE data_version SET digest = md5(random()::text || clock_timestamp()::text) WHERE name = 'public';"
            " RETURN NULL; END $$"
        )
        for table in TABLES:
            op.execute(
                f"CREATE TRIGGER {table}_changed AFTER UPDATE OR DELETE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION public_data_changed()"
            )
        return
    for table in TABLES:
        for deed in ('UPDATE', 'DELETE'):
            op.execute(
                f"CREATE TRIGGER {table}_{deed.lower()} AFTER {deed} ON {table} BEGIN"
                " UPDATE data_version SET digest = lower(hex(randomblob(16))) WHERE name = 'public'; END"
            )


def downgrade() -> None:
    """Downgrade schema."""
    if op.get_bind().dialect.name == 'postgresql':
        for table in TABLES:
            op.execute(f"DROP TRIGGER {table}_changed ON {table}")
        op.execute("DROP FUNCTION public_data_changed()")
        return
    for table in TABLES:
        for deed in ('UPDATE', 'DELETE'):
            op.execute(f"DROP TRIGGER {table}_{deed.lower()}")
