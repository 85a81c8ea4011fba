"""What a document is made of. The four forms are written from these values, so they hold the same facts.

Texts are ready to be said: sums, days and measures have gone through the formatters. Nothing here knows a form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, repr=False)
class Heading:
    """A heading under the title; `level` is 2 for a part, 3 for a part of a part."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Facts:
    """Pairs of what is asked and what is answered; an empty answer is said in words by who makes the document."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Items:
    """A list; `is_ordered` where the order matters."""

    texts: tuple[str, ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Ticks:
    """The boxes of an official form: every one stands there, ticked or not, and what is ticked is said in words."""

    boxes: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows under a header; the first cell of a row names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """A line to be signed by hand, with what stands under it. It ends its document: so it lies where every form says.

    Where that is: `lines.told_line` says it in words, `pdf` holds it on the sheet.
    """

    label: str
    under: tuple[tuple[str, str], ...] = ()


LINE_ABOVE_EDGE_CM = 5
"""How far above the lower edge of the last sheet the line to be signed lies: said in words and drawn from here."""
MARGINS_MM = (20, 20, 20, 25)
"""Of a sheet of A4: above, right, below, left. The line reaches from the left one to the right one."""

Block: TypeAlias = Heading | Text | Facts | Items | Ticks | Table | Line


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A document. `language` is that of its texts, `file_name` has no ending and nothing personal in it.

    `above` is what an official form has over its title: so it stands on paper; who listens hears the title first.
    Raises ValueError where a line to be signed is not the end.
    """

    title: str
    file_name: str
    blocks: tuple[Block, ...]
    language: str = "ru"
    above: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if any(isinstance(block, Line) for block in (*self.above, *self.blocks[:-1])):
            raise ValueError("a line to be signed ends its document")

    def texts(self) -> Iterator[str]:
        """Everything that the document says, in its order: what each of the forms must hold."""
        yield self.title
        for block in (*self.above, *self.blocks):
            yield from texts_of(block)

    def tables(self) -> Iterator[Table]:
        """What may be opened as a table, too."""
        return (block for block in self.blocks if isinstance(block, Table))


def texts_of(block: Block) -> Iterator[str]:
    """The texts of one block in their order."""
    match block:
        case Heading(text=text) | Text(text=text):
            yield text
        case Facts(pairs=pairs):
            yield from (text for pair in pairs for text in pair)
        case Items(texts=texts):
            yield from texts
        case Ticks(boxes=boxes):
            yield from (text for text, _ in boxes)
        case Table(caption=caption, header=header, rows=rows):
            yield from (caption, *header)
            yield from (text for row in rows for text in row)
        case Line(label=label, under=under):
            yield from (label, *(text for pair in under for text in pair))
