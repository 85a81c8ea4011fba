"""What a person types: `set-up`, `run`, `translations`."""

import os
import sys

import click
from pydantic import ValidationError

from webapp import create_app
from webapp.cli import set_up as setting_up
from webapp.cli import translations as catalogues
from webapp.cli.supervisor import Program, run_together
from webapp.core.database import alembic
from webapp.core.encryption import Unreadable
from webapp.settings import Settings

NOT_POSSIBLE = 2
SANDBOX_HOST = "127.0.0.1"


@click.group()
def commands() -> None:
    """«Ориентир»: commands of the site. What they write is for this user's eyes only."""
    os.umask(0o077)


@commands.command("set-up")
def set_up() -> None:
    """Translations, tables, reference data; outside production the demo products too. Twice changes nothing."""
    catalogues.compile_all()
    for line in setting_up.prepare(_settings()):
        click.echo(line)


@commands.command()
def run() -> None:
    """Serve the site in the foreground until Ctrl-C."""
    settings = _settings()
    programs = [_server("web", "wsgi:app", "webapp.cli.gunicorn_settings", settings.host, settings.port)]
    ready = f"«Ориентир»: http://{settings.host}:{settings.port} (Ctrl-C — остановить)"
    if not settings.is_production:
        module = "webapp.cli.sandbox_settings"
        programs.append(_server("sandbox", "webapp.sandbox.wsgi:app", module, SANDBOX_HOST, settings.sandbox_port))
        ready += f"\nПесочница государственных систем: {settings.sandbox_url}"
    sys.exit(run_together(programs, ready=ready))


def _server(name: str, application: str, module: str, host: str, port: int) -> Program:
    command = (sys.executable, "-m", "gunicorn", "--config", f"python:{module}", application)
    return Program(name, command, host=host, port=port)


@commands.command()
@click.argument("name")
def migration(name: str) -> None:
    """Write the next migration from the difference between models and tables. Read it before you commit it."""
    with create_app(_settings()).app_context():
        alembic.upgrade()
        alembic.revision(name)


@commands.command("clean-up")
def clean_up() -> None:
    """Remove what is over: sessions, attempts, counts, guests' favourites, old removals. For a daily timer."""
    click.echo(setting_up.clean_up(_settings()))


@commands.command("change-data-keys")
def change_data_keys() -> None:
    """Encrypt all personal columns anew with the first of ORIENTIR_DATA_KEYS; then the old keys can be dropped."""
    try:
        click.echo(setting_up.change_data_keys(_settings()))
    except Unreadable as error:
        click.echo(str(error), err=True)
        sys.exit(NOT_POSSIBLE)


@commands.command("end-sessions")
def end_sessions() -> None:
    """Sign everybody out, for instance after a key was lost."""
    click.echo(setting_up.end_sessions(_settings()))


@commands.group()
def translations() -> None:
    """Catalogues of words."""


@translations.command("update")
def update_translations() -> None:
    """Read the source again, bring the catalogues up to date, compile them."""
    catalogues.update_all()
    catalogues.compile_all()


@translations.command("compile")
def compile_translations() -> None:
    """Make the .mo files."""
    catalogues.compile_all()


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        for fault in error.errors():
            click.echo(f"{'.'.join(map(str, fault['loc'])) or 'settings'}: {fault['msg']}", err=True)
        sys.exit(NOT_POSSIBLE)
