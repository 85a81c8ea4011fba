"""Who changes data keys is told every table whose old pages the old key opens."""

import re
from pathlib import Path

from webapp.core.database import Base
from webapp.core.encryption import EncryptedJson

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


def test_every_table_with_something_encrypted_is_written_anew() -> None:
    written = re.search(r"VACUUM FULL ([a-z_, ]+);", OPERATIONS.read_text(encoding="utf-8"))
    assert written is not None
    told = written[1].split(", ")
    tables = Base.metadata.sorted_tables
    encrypted = [each.name for each in tables if any(isinstance(one.type, EncryptedJson) for one in each.columns)]
    assert "application" in encrypted and "person" in encrypted
    assert set(told) <= {each.name for each in tables} and set(encrypted) - set(told) == set()
