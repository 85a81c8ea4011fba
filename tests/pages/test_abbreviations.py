"""«Словарь сокращений»: complete, in the order of the alphabet, and each entry can be led to."""

import re
from pathlib import Path

import pytest

from a11y_tests.readability.messages import messages
from a11y_tests.readability.pages import TREES
from tests.support.strict_client import StrictClient
from webapp.pages.abbreviations import ENTRIES

NO_ABBREVIATION = {
    "AA": "a level of the rules, said beside «основной и повышенный уровни»",
    "AAA": "a level of the rules, named in the statement beside what it means",
    "IBM": "the name of a company",
    "MMMM": "a pattern of a date, never shown",
    "II": "a numeral in an example of a certificate's series",
    "АН": "letters in an example of a certificate's series",
    **dict.fromkeys(("ZH", "SN", "TT", "LN"), "a maker's article"),
    **dict.fromkeys(("XS", "XL", "XXL"), "a size, as on the label"),
    "DVB": "a standard of television, as on the set",
    "ДЕМО": "said of an invented number of a document",
}
_CAPITALS = re.compile(r"\b[A-ZА-ЯЁ]{2,}\b")


def unknown(text: str) -> set[str]:
    """Words in capitals that the dictionary does not have."""
    known = {word for entry in ENTRIES for word in entry.short.split()}
    return set(_CAPITALS.findall(text)) - known - set(NO_ABBREVIATION)


def spoken(tree: Path) -> str:
    return "\n".join(re.findall(r'"(.*)"', tree.read_text(encoding="utf-8")))


def test_every_abbreviation_of_the_interface_is_in_it() -> None:
    assert unknown("\n".join(messages())) == set()


def test_every_abbreviation_of_the_accepted_pages_is_in_it() -> None:
    trees = [tree for tree in TREES.glob("*.txt") if ", in English" not in tree.stem]
    assert len(trees) > 50
    assert {tree.stem: found for tree in trees if (found := unknown(spoken(tree)))} == {}


@pytest.mark.parametrize("text", ["Подайте заявление в ФСС.", "Прибор с HDMI"])
def test_a_missing_one_is_found(text: str) -> None:
    assert len(unknown(text)) == 1


def test_the_exceptions_are_still_met() -> None:
    everything = "\n".join([*messages(), *map(spoken, TREES.glob("*.txt"))])
    assert [word for word in NO_ABBREVIATION if not re.search(rf"\b{word}\b", everything)] == []


def test_it_is_in_the_order_of_the_alphabet() -> None:
    def place(short: str) -> tuple[bool, str]:
        return short.isascii(), short.replace("Ё", "Е")

    assert sorted(ENTRIES, key=lambda entry: place(entry.short)) == list(ENTRIES)


@pytest.mark.parametrize("address", ["/abbreviations", "/en/abbreviations"])
def test_each_entry_is_one_heading_with_an_anchor(reader: StrictClient, address: str) -> None:
    told = re.findall(r'<h2 [^>]*id="([a-z-]+)" tabindex="-1"[^>]*>([^<]+)</h2>', reader.get(address).text)
    assert [(anchor, heading.split(":")[0]) for anchor, heading in told] == [(e.anchor, e.short) for e in ENTRIES]


def test_names_of_the_law_stay_russian_and_our_words_do_not(reader: StrictClient) -> None:
    html = reader.get("/en/abbreviations").text
    assert 'id="mse" tabindex="-1" lang="ru">МСЭ: медико-социальная экспертиза<' in html
    assert 'id="pdf" tabindex="-1">PDF: ' in html
