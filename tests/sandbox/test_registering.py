"""Registering another site by the command: a running sandbox sees it at once; what cannot be is one line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from tests.sandbox.esia_site import OWN_PAGE, EsiaSite, told
from tests.sandbox.visitor import SandboxVisitor
from tests.support.sites import outside_of_production
from webapp import demo_keys
from webapp.cli.commands import commands
from webapp.sandbox.esia.provider import Provider
from webapp.settings import Settings

NAME = "MY_SITE"
BACK = "http://127.0.0.1:9000/login/callback"


@pytest.fixture(autouse=True)
def environment(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands speak of the folder of these tests, where nobody is registered yet."""
    for path in (settings.data_dir / "sandbox_clients").glob("*"):
        path.unlink()
    monkeypatch.setenv("ORIENTIR_ENV", "test")
    monkeypatch.setenv("ORIENTIR_DATA_DIR", str(settings.data_dir))


@pytest.fixture
def certificate(settings: Settings) -> Path:
    return demo_keys.signing_pair(settings.demo_keys, "esia_client")[1]


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, ["sandbox-client", *words])


def add(certificate: Path | None, *more: str, name: str = NAME) -> Result:
    words = ["add", name, "--name", "Мой сайт", "--home", "http://127.0.0.1:9000/", "--return-address", BACK]
    return run(*words, *(("--certificate", str(certificate)) if certificate else ()), *more)


def provider(app: Flask) -> Provider:
    found: Provider = app.extensions["sandbox_esia"]
    return found


def test_a_running_sandbox_sees_a_site_come_and_go(site: EsiaSite, browser: SandboxVisitor, certificate: Path) -> None:
    site.client_id, site.return_address = NAME, BACK
    assert site.authorise(browser).status_code == 400
    done = add(certificate, "--pkce", "--scopes", "openid fullname")
    assert (done.exit_code, done.output) == (0, "MY_SITE  Мой сайт  v2v3-raw  RS256: registered\n")
    assert "007006" in told(site.authorise(browser))["error_description"]
    page = browser.page(site.authorise(browser, scope="openid fullname").headers["Location"])
    assert "Войти просит сайт «Мой сайт»." in page.main
    assert run("list").output.splitlines() == ["MY_SITE  Мой сайт  v2v3-raw  RS256", "sites: 1, and ORIENTIR itself"]
    assert run("remove", NAME).output == "MY_SITE: removed\n"
    assert browser.page(page.address).status == 404  # a sign-in that was under way is over
    assert site.authorise(browser).status_code == 400


def test_the_secret_of_the_gateway_is_told_once_and_kept_as_a_hash(
    sandbox: Flask, settings: Settings, certificate: Path
) -> None:
    done = add(None, "--profile", "gateway-oidc")
    secret = done.output.splitlines()[1].removeprefix("secret of the gateway, shown only now: ")
    kept = (settings.data_dir / "sandbox_clients" / f"{NAME}.json").read_text(encoding="utf-8")
    assert (len(secret) > 40, secret in kept, secret in run("list").output) == (True, False, False)
    client = provider(sandbox).clients.get(NAME)
    assert client is not None
    assert (client.is_secret(secret), client.is_secret(secret + "x"), client.is_secret("")) == (True, False, False)
    add(certificate, name="OTHER")
    without = provider(sandbox).clients.get("OTHER")
    assert without is not None
    assert without.is_secret("") is False


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--scopes", "openid everything"), "scopes: everything unknown"),
        (("--scopes", "fullname"), "scopes: openid is needed"),
        (("--return-address", "ftp://127.0.0.1/"), "is no web address"),
        (("--return-address", "http://127.0.0.1/#x"), "is no web address"),
        (("--home", "nowhere"), "is no web address"),
        (("--name", " "), "a name, an address of return and a profile are needed"),
        (("--profile", "gateway-oidc", "--token-algorithm", "GOST3410_2012_256"), "the gateway signs by RS256 alone"),
        (("--certificate", "/nowhere.cer"), "/nowhere.cer: cannot be read (FileNotFoundError)"),
        (("--certificate", "/etc/passwd"), "the certificate is no certificate in PEM"),
    ],
)
def test_what_cannot_be_registered_is_said_in_one_line(
    sandbox: Flask, certificate: Path, more: tuple[str, ...], said: str
) -> None:
    done = add(certificate, *more)
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert said in done.output
    assert provider(sandbox).clients.get(NAME) is None


def test_a_certificate_is_needed_but_at_the_gateway_alone() -> None:
    assert "no certificate in PEM" in add(None).output
    assert "no certificate in PEM" in add(None, "--profile", "gateway-oidc", "--profile", "v1-pkcs7").output
    assert add(None, "--profile", "gateway-oidc").exit_code == 0


@pytest.mark.parametrize("name", ["../ORIENTIR", "a b", "имя", "-x" * 40, ".hidden"])
def test_a_mnemonic_is_a_plain_word(sandbox: Flask, settings: Settings, certificate: Path, name: str) -> None:
    before = sorted(settings.data_dir.rglob("*.json"))
    done = add(certificate, name=f"./{name}" if name.startswith("-") else name)
    assert done.exit_code == 2
    assert "the mnemonic is up to 64 Latin letters" in done.output
    assert provider(sandbox).clients.get(name) is None
    assert sorted(settings.data_dir.rglob("*.json")) == before
    assert run("remove", "--", name).exit_code == 2


def test_a_mnemonic_leads_to_no_file_elsewhere(sandbox: Flask, settings: Settings, certificate: Path) -> None:
    add(certificate)
    kept = settings.data_dir / "sandbox_clients" / f"{NAME}.json"
    kept.rename(settings.data_dir / "planted.json")
    assert provider(sandbox).clients.get("../planted") is None
    assert run("remove", "../planted").exit_code == 2
    (settings.data_dir / "planted.json").unlink()


def test_nobody_is_registered_twice_or_removed_twice(certificate: Path) -> None:
    add(certificate)
    assert "is registered already; remove it first" in add(certificate).output
    run("remove", NAME)
    done = run("remove", NAME)
    assert (done.exit_code, done.output) == (2, "no site MY_SITE was registered by this command\n")


def test_a_file_in_the_place_of_our_own_registration_counts(
    sandbox: Flask, site: EsiaSite, browser: SandboxVisitor, certificate: Path
) -> None:
    add(certificate, name="ORIENTIR")
    assert site.authorise(browser).status_code == 400  # another address of return
    run("remove", "ORIENTIR")
    assert site.authorise(browser).status_code == 302


def test_a_file_that_cannot_be_read_registers_nobody(sandbox: Flask, settings: Settings, certificate: Path) -> None:
    add(certificate)
    (settings.data_dir / "sandbox_clients" / f"{NAME}.json").write_text("{}")
    assert provider(sandbox).clients.get(NAME) is None
    assert run("list").output.splitlines()[0] == "MY_SITE  its file cannot be read: remove it"


def test_production_has_no_sandbox_to_register_at(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Settings(env="production", secret_keys=("s" * 40,), trusted_hosts="localhost", **outside_of_production())
    monkeypatch.setattr("webapp.cli.commands._settings", lambda: real)
    assert "production has no sandbox" in add(certificate).output


def test_sign_out_knows_registered_sites(browser: SandboxVisitor, certificate: Path) -> None:
    add(certificate)
    leave = f"/idp/ext/Logout?client_id={NAME}&redirect_url="
    assert browser.get(leave + "http://127.0.0.1:9000/bye").headers["Location"] == "http://127.0.0.1:9000/bye"
    assert browser.get(leave + "https://evil.example/").status_code == 400
    assert browser.post("/control", data={"reset": "yes"}, headers=OWN_PAGE).status_code == 303
