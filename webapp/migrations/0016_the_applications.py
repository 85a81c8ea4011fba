"""Applications that are being written.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.encryption import EncryptedJson
from webapp.core.types import UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None
INDEXED = ("author_id", "person_id", "touched_at")


def upgrade() -> None:
    op.create_table(
        "application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("answers", EncryptedJson(), nullable=False),
        sa.Column("begun_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("touched_at", UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_application_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_application_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("name", name=op.f("uq_application_name")),
        sqlite_autoincrement=True,
    )
    for column in INDEXED:
        op.create_index(op.f(f"ix_application_{column}"), "application", [column])


def downgrade() -> None:
    for column in INDEXED:
        op.drop_index(op.f(f"ix_application_{column}"), table_name="application")
    op.drop_table("application")
