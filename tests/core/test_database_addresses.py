"""Which databases the site opens, and how long it lets a statement run."""

import pytest

from webapp.core.database import STATEMENT_TIMEOUT_MS, engine_options


@pytest.mark.parametrize(
    "address",
    ["mysql://localhost/x", "mariadb+pymysql://localhost/x", "oracle://localhost/x", "mssql+pyodbc://localhost/x"],
)
def test_another_kind_of_database_is_refused_by_the_name_of_its_setting(address: str) -> None:
    with pytest.raises(ValueError, match="ORIENTIR_DATABASE_URL"):
        engine_options(address)


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg", "postgresql+psycopg2", "postgresql+asyncpg"])
def test_postgresql_is_opened_by_the_one_driver_that_is_installed(scheme: str) -> None:
    options = engine_options(f"{scheme}://someone:secret@localhost/orientir?sslmode=verify-full")
    assert options["url"].drivername == "postgresql+psycopg"
    assert options["url"].query == {"sslmode": "verify-full"}
    assert f"statement_timeout={STATEMENT_TIMEOUT_MS}" in options["connect_args"]["options"]
    assert options["connect_args"]["connect_timeout"] <= 10


@pytest.mark.parametrize("address", ["sqlite://", "postgresql://localhost/orientir"])
def test_no_error_text_quotes_what_was_bound(address: str) -> None:
    assert engine_options(address)["hide_parameters"] is True
