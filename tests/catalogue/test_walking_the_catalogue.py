"""From the sections to a product and back, by links alone."""

import pytest

from tests.support.strict_client import StrictClient
from webapp.reference import dataset


def test_from_the_home_page_to_a_product_by_links(reader: StrictClient) -> None:
    kind = reader.page("/").follow_to("/catalogue").follow_to("/catalogue/6").follow_to("/catalogue/6-02")
    products = kind.follow_to("/catalogue/6-02/products")
    first = next(link for link in products.links if link.address.startswith("/products/"))
    page = products.follow_to(first.address)
    assert page.h1.startswith(first.words)
    assert page.follow_to(f"{first.address}/table").follow_to(f"{first.address}#facts").h1 == page.h1


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_section_and_kind_has_a_page_of_its_own(reader: StrictClient, language: str) -> None:
    data = dataset.classification()
    codes = [section.code for section in data.sections] + [kind.code for kind in data.kinds]
    pages = [reader.page(f"{language}/catalogue/{code}") for code in codes]
    assert {page.status for page in pages} == {200}
    assert len({page.title for page in pages}) == len(codes)


def test_every_item_has_a_page_of_its_own(reader: StrictClient) -> None:
    pages = [reader.page(f"/catalogue/{item.code}") for item in dataset.classification().items]
    assert {page.status for page in pages} == {200}
    assert len({page.title for page in pages}) == len(pages)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_product_of_every_item_can_be_read(reader: StrictClient, language: str) -> None:
    for item in dataset.classification().items:
        assert reader.page(f"{language}/products/{item.code}.0001").status == 200


def test_a_code_that_is_not_verified_is_never_shown(reader: StrictClient) -> None:
    for item in dataset.classification().items:
        if not item.code_is_official:
            assert item.code not in reader.page(f"/catalogue/{item.code}").main


def test_list_and_table_tell_the_same_facts(reader: StrictClient) -> None:
    page = reader.page("/products/6-02-02.0001")
    table = page.follow_to("/products/6-02-02.0001/table")
    cells = [" ".join("".join(cell.itertext()).split()) for cell in table.tree.iter() if cell.tag in {"th", "td"}][2:]
    facts = [f"{name}: {value}" for name, value in zip(cells[::2], cells[1::2], strict=True)]
    assert len(facts) > 3
    assert [fact for fact in facts if fact not in page.main] == []


def test_a_restored_page_is_whole(reader: StrictClient) -> None:
    restored = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert reader.page("/products/6-02-02.0001", headers=restored).h1
