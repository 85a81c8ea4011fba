"""The engine knows no order: another kind of application is data, and walks from its list to all forms of its document.

What is written here is what docs/architecture.md says of adding a kind.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from flask import Blueprint, Flask
from wtforms import ValidationError

from tests.applications.filing import ENTITLING, begun
from tests.applications.filing import LIST as OTHER_LIST
from tests.support.registers import Stage, site_in
from tests.support.staged import stage
from webapp.applications import pages
from webapp.applications.kinds import Choice, Kind, Meant, Section, Told
from webapp.core.actor import Actor
from webapp.core.entrusted import Function
from webapp.core.programs import Program
from webapp.core.spoken import day
from webapp.documents import possible
from webapp.documents.tree import Document, Facts, Line
from webapp.questions.asked import Asked, single
from webapp.questions.sorts import CHOICE, LINE

__all__ = ("stage",)
LIST = "/my/certificates/applications"
HOW = single("how", CHOICE, "Как вы получите сертификат?", "выберите, как")
CARD = single("card", LINE, "Как называется ваш банк?", "напишите название банка")
WAYS = {"card": "На карту", "fund": "В отделении Фонда"}


@dataclass(frozen=True, slots=True)
class Certificate:
    """Two questions: the second follows one answer to the first."""

    def title(self, meant: Meant) -> str:
        return "Заявление на сертификат"

    def sections(self, meant: Meant) -> tuple[Section, ...]:
        asked = (HOW, CARD) if meant.get("how") == "card" else (HOW,)
        known = Told("Средство", (("Название", "Трость белая"),), "По данным реестра", "Если неверно, позвоните нам.")
        return (Section("way", "Способ", asked), Section("aid", "Средство", told=(known,)))

    def around(self, meant: Meant) -> "Certificate":
        return self

    def options(self, asked: Asked) -> Sequence[str]:
        return tuple(WAYS)

    def check(self, asked: Asked, meant: Any, beside: Meant) -> None:
        if meant == "Банк, которого нет":
            raise ValidationError("проверьте название банка")

    def suggested(self, meant: Meant) -> Mapping[str, str]:
        return {"card": "Банк «Пример»"}

    def choices(self, asked: Asked, meant: Meant) -> list[Choice]:
        return [(code, words, "") for code, words in WAYS.items()]

    def said(self, asked: Asked, meant: Any) -> str:
        return WAYS.get(meant, meant or "")

    def handed_to(self, meant: Meant) -> Sequence[tuple[str, str]]:
        return [("Кому", "Отделение Социального фонда")]

    def hindrance(self, meant: Meant) -> str:
        return ""

    def document(self, meant: Meant, today: date) -> Document:
        facts = (("Способ", self.said(HOW.asked[0], meant["how"])), ("Банк", meant.get("card", "нет")))
        return Document("Заявление", "certificate", (Facts((*facts, ("Дата", day(today)))), Line("Подпись")))


def opened(_: Actor) -> Certificate:
    return Certificate()


KIND = Kind(
    "certificate",
    "Ваши заявления на сертификат",
    ("Кто поможет иначе", "pages.help"),
    Function.TSR,
    opened,
    lambda _: 0,
)


@pytest.fixture(scope="module")
def site(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with site_in(template, tmp_path_factory.mktemp("another")) as app:
        blueprint = Blueprint("certificate", __name__)
        pages.attach(blueprint, KIND, lambda view: view, "/my/certificates")
        app.register_blueprint(blueprint)
        yield app


def test_it_is_walked_from_its_list_to_all_forms_of_its_document(stage: Stage) -> None:
    client = stage.entitled(ENTITLING)
    listed = client.page(LIST)
    assert listed.h1 == "Ваши заявления на сертификат"
    asked = listed.submit(button="Начать новое заявление").submit({"На карту": ""}, "Продолжить")
    assert asked.h1 == "Как называется ваш банк?" and asked.value("Как называется") == "Банк «Пример»"
    refused = asked.submit({"Как называется": "Банк, которого нет"}, "Продолжить")
    assert refused.status == 422 and "проверьте название банка" in refused.main
    check = refused.submit({"Как называется": "Мой банк"}, "Продолжить")
    assert check.h1 == "Проверьте ответы: ещё ничего не отправлено"
    assert "Трость белая" in check.main and "МСЭ" not in check.main
    document = check.follow("Всё верно")
    assert "Способ: На карту" in document.main and "Банк: Мой банк" in document.main
    files = {
        link.address.rsplit("/", 1)[1]: client.get(link.address)
        for link in document.links
        if "/document/" in link.address
    }
    assert {"pdf", "braille", "script"} <= set(files)
    assert {answer.status_code for answer in files.values()} == {200}
    assert "Мой банк" in files["script"].text and len(files["braille"].data) > 20
    with pikepdf.open(io.BytesIO(files["pdf"].data)) as made:
        assert bool(made.Root.MarkInfo.Marked)


def test_kinds_do_not_see_each_others_drafts(stage: Stage) -> None:
    client = stage.entitled(ENTITLING)
    other = begun(client).address.split("/")[4]
    name = client.page(LIST).submit(button="Начать новое заявление").address.split("/")[4]
    assert client.page(LIST).headings(2) == ["Заявление на сертификат"]
    assert client.page(OTHER_LIST).headings(2) == ["Заявление о сопровождении"]
    assert [client.get(f"{LIST}/{other}").status_code, client.get(f"{OTHER_LIST}/{name}").status_code] == [404, 404]


def test_where_none_can_be_made_the_reason_and_its_own_way_on_are_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Certificate, "hindrance", lambda *_: "Средство уже выдано.")
    page = stage.entitled(ENTITLING).page(LIST)
    assert "Средство уже выдано." in page.main and "Начать" not in page.main
    assert page.follow("Кто поможет иначе").status == 200


def test_a_form_that_cannot_be_made_here_is_told_instead_of_offered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(possible, "louis", possible.Maker(Program(("no-such-program",), 1, 10)))
    client = stage.entitled(ENTITLING)
    document = (
        client.page(LIST)
        .submit(button="Начать новое заявление")
        .submit({"В отделении": ""}, "Продолжить")
        .follow("Всё верно")
    )
    assert "Заявление шрифтом Брайля сайт сейчас не делает." in document.main
    assert not [link for link in document.links if "Брайля" in link.words]
