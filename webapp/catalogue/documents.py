"""Documents of a product: the instruction and the registration certificate, each as a page and as a text file.

Both forms are written from the same lines, so they say the same. The texts play the maker's: Russian in every language.
They are invented, so only products of the demo catalogue have documents.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from webapp.catalogue.facts import product_facts
from webapp.catalogue.sheets import Sheet, sheet_of
from webapp.catalogue.words import told
from webapp.core.errors import NotFound
from webapp.core.locale import source_language
from webapp.core.spoken import day, phone, phone_address, spelt
from webapp.reference.queries import Row

INVENTED = "Это пример: документ, изделие и изготовитель выдуманы."
IN_THE_BOX = ("инструкция крупным шрифтом",)
"""What lies in every package of the demo catalogue."""
STORING = ("Храните изделие в сухом месте, вдали от батарей отопления.",)
BROKEN = (
    "Не чините изделие сами: напишите изготовителю.",
    "В письме назовите артикул и скажите, что случилось.",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines, each a sentence or a fact, or a step where they are done in order.

    `links` come after the lines: pairs of words and an address. The file has the words alone.
    """

    heading: str
    lines: tuple[str, ...]
    is_steps: bool = False
    links: tuple[tuple[str, str], ...] = ()

    def text(self) -> str:
        """As plain text: the heading, then a line each; steps are numbered."""
        lines = [f"{place}. {line}" for place, line in enumerate(self.lines, 1)] if self.is_steps else self.lines
        return "\r\n".join((self.heading, *lines, *(words for words, _ in self.links)))


@dataclass(frozen=True, slots=True)
class Document:
    """`slug` stands in addresses, `title` names it in the heading."""

    slug: str
    title: str
    parts: tuple[Part, ...]

    def text(self) -> str:
        """The document as plain text: headings on lines of their own, a free line between the parts."""
        return "\r\n\r\n".join((self.title, *(part.text() for part in self.parts))) + "\r\n"

    @property
    def size(self) -> int:
        """Of the text file, in bytes."""
        return len(self.text().encode())


def documents(product: Row) -> tuple[Document, ...]:
    """All documents that the product has, the instruction first: none where it is no demo product."""
    return tuple(_WRITERS[slug](product) for slug in _WRITERS if _has(product, slug))


def document(product: Row, slug: str) -> Document:
    """One document. Raises NotFound where the product has none of this name."""
    if slug not in _WRITERS or not _has(product, slug):
        raise NotFound("document")
    return _WRITERS[slug](product)


def file_name(slug: str, article: str) -> str:
    """What the text file is called: an article is the maker's, of any letters and signs; signs become hyphens."""
    return "-".join([slug, *re.findall(r"\w+", article)]) + ".txt"


def inside(product: Row, sheet: Sheet | None) -> tuple[str, ...]:
    """All that lies in the package, each thing once; without a sheet what the product's own data name."""
    if sheet is None:
        return tuple(dict.fromkeys(product.accessories))
    return tuple(dict.fromkeys((*sheet.package.inside, *product.accessories, *IN_THE_BOX)))


def _has(product: Row, slug: str) -> bool:
    return product.is_demo and (slug != "registration" or product.registration_number is not None)


def _instruction(product: Row) -> Document:
    sheet = sheet_of(product.profile, product.characteristics)
    controls = tuple(text for aspect, text in product.touch if aspect == "controls")
    with source_language():
        parts = (
            _part("Что это", (product.summary,)),
            _part("Что внутри упаковки", inside(product, sheet)),
            _part("Кнопки и детали", controls),
            _part("Перед первым применением", sheet.begin, is_steps=True),
            _part("Как пользоваться", sheet.use, is_steps=True),
            _part("Звуки и сигналы", product.hearing),
            _part("Как ухаживать и хранить", (*sheet.care, *STORING)),
            _part("Безопасность", sheet.safety),
            Part("Характеристики", tuple(told(fact) for fact in product_facts(product))),
            _part("Если изделие сломалось", BROKEN),
            _maker("Изготовитель", product, f"Артикул изделия: {product.article}"),
        )
        written = [part for part in parts if part.lines]
        return Document("instruction", _title("Инструкция", product), _signed(written))


def _registration(product: Row) -> Document:
    with source_language():
        about = (
            f"Номер: {product.registration_number}",
            f"Дата выдачи: {day(product.registered_on)}",
            "Действует: без срока",
            "Вид документа: регистрационное удостоверение на медицинское изделие",
        )
        parts = [
            _part("Удостоверение", about),
            _part("На что выдано", (f"Изделие: {product.name}", f"Артикул: {product.article}")),
            _maker("Кому выдано", product),
        ]
        return Document("registration", _title("Удостоверение", product), _signed(parts))


def _maker(heading: str, product: Row, *others: str) -> Part:
    """Who makes the product, and the ways to reach them."""
    lines = (f"Название: {product.maker}", *others, f"Город: {product.maker_city}, {product.maker_region}")
    links = [(f"Электронная почта: {product.maker_email}", f"mailto:{product.maker_email}")]
    if product.maker_phone:
        links.insert(0, (f"Телефон: {phone(product.maker_phone)}", str(phone_address(product.maker_phone))))
    return replace(_part(heading, lines), links=tuple(links))


def _title(kind: str, product: Row) -> str:
    return f"{kind}: {spelt(product.name)}"


def _part(heading: str, lines: Iterable[str], *, is_steps: bool = False) -> Part:
    return Part(heading, tuple(spelt(line[:1].upper() + line[1:]) for line in lines), is_steps)


def _signed(parts: list[Part]) -> tuple[Part, ...]:
    """With the note that all of this is invented."""
    return (*parts, Part("О документе", (INVENTED,)))


_WRITERS: Mapping[str, Callable[[Row], Document]] = MappingProxyType(
    {"instruction": _instruction, "registration": _registration}
)
SLUGS = tuple(_WRITERS)
