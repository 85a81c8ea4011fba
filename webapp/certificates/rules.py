"""What is paid by whom: price, certificate, top-up. Pure; sums are whole kopecks, never floats."""

from dataclasses import dataclass
from enum import StrEnum

from webapp.certificates.funding import Funding


class Outcome(StrEnum):
    """What a person hears about the money."""

    COVERED = "covered"
    """The certificate is not less than the price."""
    TOP_UP = "top_up"
    """The person pays what the certificate lacks."""
    NO_AMOUNT = "no_amount"
    """What the certificate is worth is not known, so nothing is promised."""
    REGIONAL = "regional"
    """The region provides the item: there is no certificate of the fund."""
    OWN = "own"
    """The person pays all of it: the programme says so."""


@dataclass(frozen=True, slots=True)
class Money:
    """All sums in kopecks. `top_up` is what the person pays, None where that is not known; `surplus` is what the
    certificate has left over, which is never paid out. `certificate` is None where none is issued or known.
    """

    price: int
    certificate: int | None
    funding: Funding
    outcome: Outcome
    top_up: int | None
    surplus: int = 0


def money(price: int, certificate: int | None, funding: Funding = Funding.UNKNOWN) -> Money:
    """What the certificate covers of a price. Raises ValueError for a negative sum."""
    if price < 0 or (certificate is not None and certificate < 0):
        raise ValueError("sums are not negative")
    if funding is Funding.REGIONAL:
        return Money(price, None, funding, Outcome.REGIONAL, None)
    if funding is Funding.OWN:
        return Money(price, None, funding, Outcome.OWN, price)
    if certificate is None:
        return Money(price, None, funding, Outcome.NO_AMOUNT, None)
    top_up = max(0, price - certificate)
    outcome = Outcome.TOP_UP if top_up else Outcome.COVERED
    return Money(price, certificate, funding, outcome, top_up, max(0, certificate - price))
