"""After whole journeys neither the log nor any file of the site tells who was here and what they are entitled to."""

import json
import logging as standard_logging
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.processes import free_port
from tests.support.sandbox import running_sandbox, tell
from tests.support.signing_in import (
    REFUSE,
    Traveller,
    come_back,
    consent,
    is_signed_in,
    parameter,
    pass_time,
    token_of,
)
from tests.support.sites import SiteMaker
from tests.support.strict_client import visitor
from webapp.core import logging
from webapp.core.database import db
from webapp.ipra.models import RegisterCopy
from webapp.people.models import Person

ANNA = ("Воронцова", "Анна", "Сергеевна", "Voroncova", "000-000-601 01", "00000060101", "1000600001")
DENIS = ("Ермаков", "Денис", "Олегович", "000-000-606 06", "00000060606", "1000600006")
SHORTEST = 6
"""Characters: shorter words of a programme («да», «шт.») stand everywhere."""


def leaves(value: Any) -> Iterator[str]:
    """Every word that a stored value holds."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from leaves(inner)


def known(app: Flask) -> set[str]:
    """Everything that is stored of anybody, but for short words and our own codes («federal»)."""
    with app.app_context():
        told = db.session.scalars(sa.select(Person.told)).all()
        received = db.session.scalars(sa.select(RegisterCopy.extract)).all()
    words = set(leaves([*told, *received]))
    return {word for word in words if len(word) >= SHORTEST and not (word.isascii() and word.islower())}


class Overheard:
    """What passed by in addresses and cookies on the way."""

    def __init__(self, traveller: Traveller) -> None:
        self.traveller = traveller
        self.secrets: set[str] = set()

    def sign_in(self, slug: str, decision: str = "allow", place: str = "/my") -> str:
        """Go to ЕСИА and decide; returns the address that leads back."""
        away = self.traveller.leave(place)
        back = self.traveller.agree(away, slug, decision)
        self.secrets |= {parameter(away, name) for name in ("state", "code_challenge", "client_secret")}
        self.secrets |= {token_of(self.traveller.client), parameter(back, "state")}
        if decision != REFUSE:
            self.secrets.add(parameter(back, "code"))
        return back

    def arrive(self, back: str) -> None:
        """Open what ЕСИА leads back to."""
        self.traveller.arrive(back)
        self.secrets.add(token_of(self.traveller.client))


def use_everything(overheard: Overheard) -> None:
    """Personal pages of all sorts, favourites, forms."""
    client = overheard.traveller.client
    consent(client)
    mine = client.page("/my")
    items = sorted({link.address for link in mine.links if "/my/items/" in link.address})
    for address in items:
        client.page(address)
    overheard.secrets |= {address.rpartition("/")[2] for address in items}
    client.page("/my/programme")
    client.send("/favourites/6-02-02.0001", {})
    client.page("/favourites?changed=6-02-02.0001")
    mine.submit(button="Запросить свежие данные")
    client.page("/sign-out")


def fail_everywhere(overheard: Overheard, sandbox: str) -> None:
    """Returns that come to nothing, each in its own way; registers that do not answer."""
    traveller = overheard.traveller
    overheard.arrive(overheard.sign_in("blind-woman", REFUSE))
    for failure in ("500", "html", "refuse", "late", "twice"):
        back = overheard.sign_in("blind-woman")
        tell(sandbox, esia=failure)
        overheard.arrive(back)
        tell(sandbox, esia="usual")
        overheard.arrive(back)
    for slug in ("no-snils", "unconfirmed"):
        overheard.arrive(overheard.sign_in(slug))
    come_back(traveller.client, state="Ivanova-state", code="Ivanova-code", error="Ivanova-error")
    overheard.arrive(overheard.sign_in("wheelchair"))
    consent(traveller.client)
    traveller.client.page("/my")
    for failure in ("500", "html", "refuse", "twice"):
        tell(overheard.traveller.sandbox, programmes=failure)
        traveller.client.page("/my").submit(button="Запросить свежие данные")
        pass_time(traveller.client.application, seconds=40)
        traveller.client.page("/my")
    tell(sandbox, programmes="usual")


def whole_journey(traveller: Traveller, sandbox: str) -> set[str]:
    """Everything that people do and that can go wrong; returns what was secret on the way."""
    overheard = Overheard(traveller)
    overheard.arrive(overheard.sign_in("blind-woman"))
    assert is_signed_in(traveller.client.page("/help"))
    use_everything(overheard)
    traveller.client.page("/sign-out").submit(button="Выйти на всех устройствах")
    fail_everywhere(overheard, sandbox)
    return overheard.secrets


@pytest.mark.slow
def test_the_log_of_whole_journeys_tells_nobody(
    site: Flask,
    traveller: Traveller,
    sandbox: str,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(standard_logging.DEBUG)
    secrets = whole_journey(traveller, sandbox)
    out, err = capfd.readouterr()
    said = out + err + caplog.text
    assert err.count('"endpoint": "auth.returned"') >= 15
    assert err.count('"event": "sign_in_failed"') >= 6
    assert '"event": "register_failed"' in err
    markers = {*ANNA, *DENIS, "Ivanova", *secrets, *known(site)}
    assert len(markers) > 60
    assert sorted(marker for marker in markers if marker in said) == []


def test_a_careless_line_of_the_log_is_found(
    site: Flask, traveller: Traveller, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = site.extensions["identity"].finish

    def careless(attempt: Any, code: str) -> Any:
        identified = finish(attempt, code)
        logging.event("careless", name=identified.last_name)
        return identified

    monkeypatch.setattr(site.extensions["identity"], "finish", careless)
    traveller.sign_in("blind-woman")
    assert "Воронцова" in capfd.readouterr().err


def counted(folder: Path, words: set[str]) -> Counter[str]:
    """How often files of the folder hold each word, in any way of writing that databases and JSON have."""
    contents = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    found: Counter[str] = Counter()
    for word in words:
        ways = {word.encode(), word.encode("utf-16-le"), ascii(word)[1:-1].encode()}
        found[word] = sum(each.count(way) for way in ways for each in contents)
    return found


def test_no_file_of_the_site_holds_a_name_or_what_somebody_is_entitled_to(site_of: SiteMaker, tmp_path: Path) -> None:
    site = site_of(sandbox_port=free_port())
    public = tmp_path / "public"
    public.mkdir()
    shutil.copy(tmp_path / "orientir.sqlite3", public)
    with running_sandbox(site.config["SETTINGS"]) as address:
        traveller = Traveller(visitor(site), address)
        back = traveller.agree(traveller.leave("/my"), "blind-woman")
        traveller.arrive(back)
        consent(traveller.client)
        for link in traveller.client.page("/my").links:
            if "/my/" in link.address:
                traveller.client.page(link.address)
    names = known(site)
    assert names >= {"Воронцова", "Сергеевна", "000-000-601 01"}
    before = counted(public, names)  # names of the classification stand there for everybody to read
    assert any("трость" in name.casefold() and before[name] for name in names)
    shutil.rmtree(public)
    assert (tmp_path / "orientir.sqlite3-wal").stat().st_size > 0
    assert counted(tmp_path, names) == before
    told = {token_of(traveller.client), parameter(back, "code"), "00000060101", "Анна Сергеевна"}
    assert not +counted(tmp_path, told)


def test_a_name_that_is_left_in_a_file_is_counted(tmp_path: Path) -> None:
    for number, written in enumerate((b"%s", b'{"a": "%s"}')):
        (tmp_path / f"{number}.json").write_bytes(written % "Воронцова".encode())
    (tmp_path / "escaped.json").write_text(json.dumps("Воронцова"), encoding="ascii")
    assert counted(tmp_path, {"Воронцова", "Ермаков"}) == Counter({"Воронцова": 3, "Ермаков": 0})
