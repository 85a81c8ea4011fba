"""What everybody may read of accompaniment: a page and its files, of one text, without signing in."""

from collections.abc import Callable

import pytest

from tests.support.html import parsed, words
from tests.support.registers import Stage
from tests.support.staged import site, stage
from tests.support.strict_client import visitor
from webapp.accompaniment import public_papers
from webapp.documents.tree import Document

__all__ = ("site", "stage")
PAGES = [
    ("/accompaniment", "/accompaniment/files", public_papers.about),
    ("/accompaniment/order", "/accompaniment/order/files", public_papers.order),
]
Made = Callable[[], Document]


def plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(("page", "files", "made"), PAGES)
def test_page_and_file_say_the_same(stage: Stage, language: str, page: str, files: str, made: Made) -> None:
    reader = visitor(stage.app)
    with stage.app.test_request_context("/", environ_overrides={"orientir.language": "en"} if language else {}):
        document = made()
    assert document.language == ("en" if language else "ru")
    for address in (f"{language}{page}", f"{language}{files}/script"):
        answer = reader.get(address)
        assert answer.status_code == 200
        text = answer.get_data(as_text=True)
        said = plain(words(parsed(text)) if answer.mimetype == "text/html" else text)
        assert [each for each in document.texts() if plain(each) not in said] == []


@pytest.mark.parametrize(("page", "files", "made"), PAGES)
def test_every_form_is_offered_after_the_text(stage: Stage, page: str, files: str, made: Made) -> None:
    shown = visitor(stage.app).page(page)
    offered = [link.address for link in shown.links if link.address.startswith(files)]
    assert offered == [
        f"{files}/{form}" for form in ("pdf", "large", "braille", "braille?cells=20", "braille?cells=30", "script")
    ]
    assert "чтения по телефону, текстовый файл" in shown.main
    assert shown.main.index("Взять с собой") > shown.main.index(last_words(stage, made))


def last_words(stage: Stage, made: Made) -> str:
    with stage.app.test_request_context("/"):
        return list(made().texts())[-1]


@pytest.mark.slow
@pytest.mark.parametrize(("page", "files", "made"), PAGES)
@pytest.mark.parametrize(
    ("form", "kind"), [("pdf", "application/pdf"), ("large", "application/pdf"), ("braille", "text/plain")]
)
def test_every_form_is_made(stage: Stage, page: str, files: str, made: Made, form: str, kind: str) -> None:
    answer = visitor(stage.app).get(f"{files}/{form}")
    assert (answer.status_code, answer.mimetype) == (200, kind)


@pytest.mark.parametrize("address", ["/accompaniment/files/table", "/accompaniment/order/files/script?cells=7"])
def test_what_is_not_offered_is_not_found(stage: Stage, address: str) -> None:
    assert visitor(stage.app).get(address).status_code == 404


def test_the_order_says_where_its_own_text_is(stage: Stage) -> None:
    told = visitor(stage.app).page("/accompaniment/order").main
    assert "Приказ Минтруда России, 18 июля 2024 года, номер 363н." in told
    assert "pravo.gov.ru" in told
    assert "по электронной почте" in visitor(stage.app).page("/accompaniment").main
