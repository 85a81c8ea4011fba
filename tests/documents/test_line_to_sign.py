"""Where the line to be signed lies: measured on the sheet, against what every form says of it."""

import io
import re
import subprocess
from dataclasses import dataclass

import pikepdf
import pytest

from webapp.documents import pdf
from webapp.documents.lines import lines, told_line
from webapp.documents.tree import LINE_ABOVE_EDGE_CM, MARGINS_MM, Document, Items, Line, Text

POINTS_OF_MM = 72 / 25.4
SHEET_MM = (210, 297)
LABEL, NAME = "Подпись заявителя", "Воронцова Анна Сергеевна"
_WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</word>')


@dataclass(frozen=True)
class Drawn:
    """A horizontal line: sheet from 0, ends from the left edge and height above the lower edge, millimetres."""

    sheet: int
    left: float
    right: float
    height: float


def asked(rows: int) -> Document:
    texts = tuple(f"Строка номер {place}, в которой есть что прочитать." for place in range(rows))
    return Document("Заявление", "application", (Items(texts), Line(LABEL, (("Фамилия, имя, отчество", NAME),))))


def drawn(content: bytes) -> tuple[set[Drawn], int]:
    """Long flat boxes of every sheet, and how many sheets there are."""
    found = set()
    with pikepdf.open(io.BytesIO(content)) as opened:
        for sheet, page in enumerate(opened.pages):
            matrices = [pikepdf.Matrix()]
            for instruction in pikepdf.parse_content_stream(page):
                sign, told = str(instruction.operator), instruction.operands
                if sign == "q":
                    matrices.append(matrices[-1])
                elif sign == "Q":
                    matrices.pop()
                elif sign == "cm":
                    matrices[-1] = pikepdf.Matrix(*map(float, told)) @ matrices[-1]
                elif sign == "re":
                    left, low, width, height = map(float, told)
                    box = matrices[-1].transform(pikepdf.Rectangle(left, low, left + width, low + height))
                    if box.height < 2 * POINTS_OF_MM < 100 * POINTS_OF_MM < box.width:
                        sides = (side / POINTS_OF_MM for side in (box.llx, box.urx, box.lly))
                        found.add(Drawn(sheet, *sides))
        return found, len(opened.pages)


def words_of(content: bytes, sheet: int) -> list[tuple[float, float, str]]:
    """Words of a sheet with where they begin and end, millimetres above its lower edge."""
    command = ("pdftotext", "-bbox", "-f", str(sheet + 1), "-l", str(sheet + 1), "-", "-")
    told = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    return [
        (SHEET_MM[1] - float(top) / POINTS_OF_MM, SHEET_MM[1] - float(low) / POINTS_OF_MM, word)
        for top, low, word in _WORD.findall(told)
    ]


@pytest.mark.parametrize("is_large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("rows", [0, 20, 27, 90])
def test_it_lies_where_it_is_said(rows: int, is_large: bool, speaking: object) -> None:
    content = pdf.pdf(asked(rows), is_large)
    found, sheets = drawn(content)
    (line,) = found
    assert line.sheet == sheets - 1
    assert (line.left, line.right, line.height) == pytest.approx(
        (MARGINS_MM[3], SHEET_MM[0] - MARGINS_MM[1], LINE_ABOVE_EDGE_CM * 10), abs=0.5
    )
    texts = words_of(content, line.sheet)
    over = [low for _, low, _ in texts if low > line.height - 1]
    assert min(over) >= line.height + pdf.ROOM_TO_SIGN_MM - 1  # there is room for a hand
    assert [word for top, _, word in texts if top <= line.height] == ["Фамилия,", "имя,", "отчество:", *NAME.split()]
    label = max(top for top, _, word in texts if word == LABEL.split(maxsplit=1)[0])
    assert all(low > label - 1 or top < label + 1 for top, low, _ in texts)  # nothing lies under the words of the line


def test_every_form_says_it(speaking: object) -> None:
    said = told_line(LABEL)
    assert f"до нижнего края {LINE_ABOVE_EDGE_CM} сантиметров" in said and "на последнем листе" in said
    assert [each.text for each in lines(asked(1))][-2:] == [said, f"Фамилия, имя, отчество: {NAME}"]


def test_it_ends_its_document() -> None:
    with pytest.raises(ValueError, match="ends"):
        Document("Заявление", "application", (Line(LABEL), Text("после черты")))
