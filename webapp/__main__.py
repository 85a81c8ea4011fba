"""`python -m webapp …`: the commands of the site."""

from webapp.cli.commands import commands

if __name__ == "__main__":
    commands(prog_name="python -m webapp")
