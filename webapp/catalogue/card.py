"""What the card says besides the product's own row: all of it from data sheets, without a query of its own.

Sheets, documents and rooms are invented for the demo catalogue. Of any other product nobody has told us these things:
the card has None there, and the page says that we do not know.
"""

from dataclasses import dataclass
from functools import cached_property

from webapp.catalogue.documents import Document, documents, inside
from webapp.catalogue.rooms import Seen, rooms_showing, seen_from
from webapp.catalogue.sheets import Drawing, Packed, Sheet, Spare, packed, sheet_of
from webapp.certificates import region
from webapp.reference.queries import Row


@dataclass(frozen=True)
class Card:
    """The parts of one product's card, each made when it is asked for."""

    product: Row

    @cached_property
    def drawing(self) -> Drawing | None:
        return self._sheet.drawing if self._sheet is not None else None

    @cached_property
    def packed(self) -> Packed | None:
        """Size and weight of the package; None where the product has none, or they are unknown."""
        return packed(self._sheet.package, self.product.characteristics) if self._sheet is not None else None

    @cached_property
    def felt(self) -> list[tuple[str, str]]:
        """What hands find: pairs of aspect and text. The package, and sounds that are told, have parts of their own."""
        elsewhere = {"package", "sounds"} if self.product.hearing else {"package"}
        return [(aspect, text) for aspect, text in self.product.touch if aspect not in elsewhere]

    @cached_property
    def package_kinds(self) -> list[str]:
        """The maker's words on how it is packed and opened."""
        return [text for aspect, text in self.product.touch if aspect == "package"]

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """All that is known to lie in the package."""
        return inside(self.product, self._sheet)

    @cached_property
    def spares(self) -> tuple[Spare, ...] | None:
        """What can be bought apart."""
        return self._sheet.spares if self._sheet is not None else None

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return documents(self.product)

    @cached_property
    def rooms(self) -> tuple[Seen, ...] | None:
        """Where things like this one can be touched; first where the visitor lives, as the money sentence knows it."""
        if not self.product.is_demo:
            return None
        home = region.chosen()
        return seen_from(rooms_showing(self.product.profile), home.code if home is not None else None)

    @property
    def needs_no_registration(self) -> bool:
        """Whether it is told that the product is no medical device; that a number is missing does not tell it."""
        return self.product.characteristics.get("reg_certificate") is False

    @cached_property
    def _sheet(self) -> Sheet | None:
        return sheet_of(self.product.profile, self.product.characteristics) if self.product.is_demo else None
