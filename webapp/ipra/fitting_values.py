"""What the words of a programme ask of a product's characteristics, and how one product answers: values alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Values = Mapping[str, Any]
"""A product's characteristics by key, as the catalogue keeps them."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What has to be so: one of `allowed`, or a number from `low` to `high` in the unit of the characteristic.

    Where `range_to` names the upper end of a range that begins with `key`, the product's range has to hold all
    numbers from `low` to `high`. `words` are those of the programme that ask for it, as written there.
    """

    profile: str
    key: str
    words: str
    allowed: frozenset[str | bool] | None = None
    low: int | None = None
    high: int | None = None
    range_to: str | None = None


class Answer(StrEnum):
    """How a product answers a demand. The order is that of a page: what speaks against it comes first."""

    NO = "no"
    UNTOLD = "untold"
    """The maker has not told this characteristic."""
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Line:
    """A demand with the product's answer. `has` is its value, None where not told; `has_to` the upper end of a range.

    The demand's words and these say why.
    """

    demand: Demand
    answer: Answer
    has: Any = None
    has_to: int | None = None


def answered(demand: Demand, values: Values) -> Line:
    """How a product with these values answers a demand."""
    has = values.get(demand.key)
    if demand.range_to is not None:
        return _range_answered(demand, has, values.get(demand.range_to))
    if has is None:
        return Line(demand, Answer.UNTOLD)
    if demand.allowed is not None:
        is_right = not demand.allowed.isdisjoint(has if isinstance(has, list) else [has])
    else:
        is_right = (demand.low is None or demand.low <= has) and (demand.high is None or has <= demand.high)
    return Line(demand, Answer.YES if is_right else Answer.NO, has)


def _range_answered(demand: Demand, lowest: int | None, highest: int | None) -> Line:
    """One end alone can say no, but never yes."""
    is_out = (lowest is not None and demand.low is not None and demand.low < lowest) or (
        highest is not None and demand.high is not None and highest < demand.high
    )
    is_untold = lowest is None or highest is None
    answer = Answer.NO if is_out else Answer.UNTOLD if is_untold else Answer.YES
    return Line(demand, answer, highest if lowest is None else lowest, None if is_untold else highest)
