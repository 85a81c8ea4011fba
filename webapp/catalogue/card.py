"""What the card says besides the product's own row: all of it from data sheets, without a query."""

from dataclasses import dataclass
from functools import cached_property

from webapp.catalogue.documents import Document, documents, inside
from webapp.catalogue.rooms import Room, rooms_showing
from webapp.catalogue.sheets import Drawing, Packed, Sheet, Spare, packed, sheet_of
from webapp.reference.queries import Row


@dataclass(frozen=True)
class Card:
    """The parts of one product's card, each made when it is asked for."""

    product: Row

    @cached_property
    def drawing(self) -> Drawing:
        return self._sheet.drawing

    @cached_property
    def packed(self) -> Packed | None:
        """Size and weight of the package; None where the product has none."""
        return packed(self._sheet.package, self.product.characteristics)

    @cached_property
    def package_kinds(self) -> list[str]:
        """The maker's words on how it is packed and opened."""
        return [text for aspect, text in self.product.touch if aspect == "package"]

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """All that lies in the package."""
        return inside(self.product, self._sheet)

    @cached_property
    def spares(self) -> tuple[Spare, ...]:
        """What can be bought apart."""
        return self._sheet.spares

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return documents(self.product)

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        """Where things like this one can be touched."""
        return rooms_showing(self.product.profile)

    @cached_property
    def _sheet(self) -> Sheet:
        return sheet_of(self.product.profile, self.product.characteristics)
