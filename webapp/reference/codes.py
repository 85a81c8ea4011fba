"""Codes of the classification as people write them: «6-01-01», «06-01-01», «23(1)-01».

The official catalogue writes a leading zero, the order does not: both are accepted, the order's form is ours.
Source: Order of the Ministry of Labour 86н of 13.02.2018, appendix.
"""

import re
from typing import Final

from werkzeug.routing import BaseConverter

_SECTION: Final = r"\d{1,2}(?:\(\d\))?"
_WRITTEN = re.compile(rf"^({_SECTION})(?:-(\d{{1,2}}))?(?:-(\d{{1,2}}))?$")


class SectionCode(BaseConverter):
    """«6», «06», «23(1)» in an address."""

    regex = _SECTION
    part_isolating = True


class KindCode(BaseConverter):
    """«6-01» in an address."""

    regex = rf"{_SECTION}-\d{{1,2}}"


class ItemCode(BaseConverter):
    """«6-01-01» in an address."""

    regex = rf"{_SECTION}-\d{{1,2}}-\d{{1,2}}"


class ProductNumber(BaseConverter):
    """«6-01-01.0002» in an address: an item's code and a serial number, as the official catalogue writes it."""

    regex = rf"{_SECTION}-\d{{1,2}}-\d{{1,2}}\.\d{{4,6}}"


CONVERTERS = {"section": SectionCode, "kind": KindCode, "item": ItemCode, "product": ProductNumber}


def is_product_number(written: str) -> bool:
    """Whether a text is written as a product's number is."""
    return re.fullmatch(ProductNumber.regex, written) is not None


def canonical(written: str) -> str:
    """The order's form of a code: no leading zero in the section, two digits in the rest.

    Text that is no code comes back unchanged.
    """
    match = _WRITTEN.match(written)
    if match is None:
        return written
    section, kind, item = match.groups()
    number, bracket, rest = section.partition("(")
    parts = [str(int(number)) + bracket + rest]
    parts += [f"{int(part):02}" for part in (kind, item) if part is not None]
    return "-".join(parts)


def canonical_number(written: str) -> str:
    """The order's form of a product's number."""
    code, dot, serial = written.partition(".")
    return canonical(code) + dot + serial
