"""One person who stood in two rows: their applications follow, and those that they write for others."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from webapp.applications.models import Application


def join(database: Session, gone: int, stays: int) -> None:
    """Whatever was the first number's is the second's; each application keeps its name, its answers, its days."""
    for column in (Application.person_id, Application.author_id):
        moved = sa.update(Application).where(column == gone).values({column.key: stays})
        database.execute(moved.execution_options(synchronize_session=False))
