"""What a person types: `set-up`, `run`, `forget-person`, `obstacles`, `sandbox-client`, `translations`."""

import os
import sys
from typing import Any, TextIO

import click
from pydantic import ValidationError

from webapp import create_app
from webapp.cli import forgetting
from webapp.cli import obstacles as reports
from webapp.cli import representatives as authorities
from webapp.cli import sandbox_clients as sites
from webapp.cli import set_up as setting_up
from webapp.cli import translations as catalogues
from webapp.cli.supervisor import Program, run_together
from webapp.core.database import alembic, upgrade
from webapp.core.encryption import Unreadable
from webapp.core.locale import LANGUAGES
from webapp.sandbox.esia.registrations import BadRegistration
from webapp.settings import Settings

NOT_POSSIBLE = 2
SANDBOX_HOST = "127.0.0.1"
ESIA_NUMBER = "ЕСИА number"


@click.group()
def commands() -> None:
    """«Ориентир»: commands of the site. What they write is for this user's eyes only."""
    os.umask(0o077)


@commands.command("set-up")
def set_up() -> None:
    """Translations, tables, reference data; outside production the demo products too. Twice changes nothing."""
    catalogues.compile_all()
    try:
        for line in setting_up.prepare(_settings()):
            click.echo(line)
    except Unreadable as error:
        _refuse(error)


@commands.command("demo-authorities")
def load_authorities() -> None:
    """What people of the sandbox have entrusted to each other; `set-up` of the demo does it, too. Not in production."""
    settings = _settings()
    if settings.is_production:
        _refuse(authorities.Refused("there are no people of the sandbox in production"))
    click.echo(setting_up.load_authorities(settings))


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
        upgrade()
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
        _refuse(error)


@commands.command("forget-person")
@click.option("--snils", "is_snils", is_flag=True, help="The number is a СНИЛС: a ward may be known by that alone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget_person(is_snils: bool, yes: bool) -> None:
    """Remove a person and all that is theirs. The number is read from standard input: no argument, no history."""
    number: str = click.prompt("СНИЛС" if is_snils else ESIA_NUMBER, type=str).strip()
    if not yes:
        click.confirm("Remove this person and all that is theirs, for good?", abort=True)
    try:
        for line in forgetting.forgotten(_settings(), number, is_snils):
            click.echo(line)
    except (forgetting.Nobody, Unreadable) as error:
        _refuse(error)


@commands.command("end-sessions")
@click.option("--person", "is_one", is_flag=True, help="Of one person, whose ЕСИА number is asked for.")
def end_sessions(is_one: bool) -> None:
    """Sign everybody out, for instance after a key was lost; or one person, from standard input as in forget-person."""
    if not is_one:
        click.echo(setting_up.end_sessions(_settings()))
        return
    try:
        click.echo(forgetting.signed_out(_settings(), click.prompt(ESIA_NUMBER, type=str).strip()))
    except forgetting.Nobody as error:
        _refuse(error)


@commands.group()
def obstacles() -> None:
    """Reports of obstacles: what visitors could not use, and what they are answered."""


@obstacles.command("list")
@click.option("--open", "open_only", is_flag=True, help="Only those that wait for an answer.")
def list_obstacles(open_only: bool) -> None:
    """A line about each report; those whose promised day is over come first."""
    try:
        for line in reports.listed(_settings(), open_only):
            click.echo(line)
    except Unreadable as error:
        _refuse(error)


@obstacles.command("show")
@click.argument("number")
def show_obstacle(number: str) -> None:
    """Everything that one report says, the contact too: for the eyes of who answers."""
    try:
        for line in reports.shown(_settings(), number):
            click.echo(line)
    except (reports.Refused, Unreadable) as error:
        _refuse(error)


@obstacles.command("answer")
@click.argument("number")
@click.option("--text-file", type=click.File(encoding="utf-8"), required=True, help="The answer; - is standard input.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="Of the answer; else the report's.")
@click.option("--replace", is_flag=True, help="Put it in the place of the answer that is there.")
def answer_obstacle(number: str, text_file: TextIO, language: str | None, replace: bool) -> None:
    """Answer a report: whoever knows the number reads it at once."""
    try:
        for line in reports.answered(_settings(), number, text_file.read(), language or "", replace):
            click.echo(line)
    except (reports.Refused, Unreadable) as error:
        _refuse(error)


@obstacles.command("remove")
@click.argument("number")
def remove_obstacle(number: str) -> None:
    """Remove a report for good: one that says nothing, or too much about somebody."""
    try:
        click.echo(reports.removed(_settings(), number))
    except reports.Refused as error:
        _refuse(error)


@commands.group()
def representatives() -> None:
    """Who may act for whom: claims that wait for a check of their document, and what it has found."""


@representatives.command("list")
@click.option("--waiting", "waiting_only", is_flag=True, help="Only those that somebody has to decide.")
def list_representatives(waiting_only: bool) -> None:
    """A line about each, without names; those that wait come first."""
    for line in authorities.listed(_settings(), waiting_only):
        click.echo(line)


@representatives.command("show")
@click.argument("name")
def show_representative(name: str) -> None:
    """Everything that one claim says: for the eyes of who checks its document."""
    try:
        for line in authorities.shown(_settings(), name):
            click.echo(line)
    except (authorities.Refused, Unreadable) as error:
        _refuse(error)


@representatives.command("confirm")
@click.argument("name")
@click.option("--version", required=True, help="Of the claim that was checked, as `show` told it.")
def confirm_representative(name: str, version: str) -> None:
    """The document was checked and proves the right: from now on the representative may act."""
    try:
        click.echo(authorities.confirmed(_settings(), name, version))
    except authorities.Refused as error:
        _refuse(error)


@representatives.command("return")
@click.argument("name")
@click.option(
    "--text-file", type=click.File(encoding="utf-8"), required=True, help="What to correct; - is standard input."
)
def return_representative(name: str, text_file: TextIO) -> None:
    """The claim has to be corrected: its maker reads what."""
    try:
        click.echo(authorities.returned(_settings(), name, text_file.read()))
    except authorities.Refused as error:
        _refuse(error)


@representatives.command("replace")
@click.argument("name")
def replace_representative(name: str) -> None:
    """Another representative was appointed in this one's place: this one acts no more."""
    try:
        click.echo(authorities.replaced(_settings(), name))
    except authorities.Refused as error:
        _refuse(error)


@commands.group("sandbox-client")
def sandbox_client() -> None:
    """Other sites that may sign people in through the sandbox's ЕСИА; a running sandbox sees each change at once."""


@sandbox_client.command("add")
@click.argument("mnemonic")
@sites.described
def add_sandbox_client(mnemonic: str, **description: Any) -> None:
    """Register a site under its mnemonic. The secret of the gateway is printed once and kept nowhere."""
    try:
        for line in sites.added(_settings(), mnemonic, sites.Description(**description)):
            click.echo(line)
    except BadRegistration as error:
        _refuse(error)


@sandbox_client.command("list")
def list_sandbox_clients() -> None:
    """A line about each site that was registered by command."""
    for line in sites.listed(_settings()):
        click.echo(line)


@sandbox_client.command("remove")
@click.argument("mnemonic")
def remove_sandbox_client(mnemonic: str) -> None:
    """Forget a site."""
    try:
        click.echo(sites.removed(_settings(), mnemonic))
    except BadRegistration as error:
        _refuse(error)


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


def _refuse(error: Exception) -> None:
    click.echo(str(error), err=True)
    sys.exit(NOT_POSSIBLE)


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        for fault in error.errors():
            click.echo(f"{'.'.join(map(str, fault['loc'])) or 'settings'}: {fault['msg']}", err=True)
        sys.exit(NOT_POSSIBLE)
