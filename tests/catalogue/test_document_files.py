"""What the text file of a document is called, whatever letters and signs the maker's article has."""

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.support.strict_client import visitor
from webapp.catalogue.documents import file_name
from webapp.catalogue.models import Product
from webapp.core.database import record

NUMBER = "6-02-02.0001"


@pytest.mark.parametrize(
    "article", ["КР-100 «Ёж»", 'a"; filename=x.exe', "a\r\nSet-Cookie: x=1", "../../a", "a;b", "…"]
)
def test_any_article_makes_a_header(writing_site: Flask, article: str) -> None:
    with writing_site.app_context(), record() as session:
        session.execute(sa.update(Product).where(Product.number == NUMBER).values(article=article))
    answer = visitor(writing_site).get(f"/products/{NUMBER}/documents/instruction.txt")
    said = answer.headers["Content-Disposition"]
    assert answer.status_code == 200 and said.encode("latin-1").isascii()
    assert said.startswith("attachment; filename") and said.count(";") <= 2
    assert "Set-Cookie" not in answer.headers


def test_letters_of_the_article_stay() -> None:
    assert file_name("instruction", "КР-100/2") == "instruction-КР-100-2.txt"
    assert file_name("instruction", "…") == "instruction.txt"
