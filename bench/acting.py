"""What it costs that each request of a representative is checked anew: whom they act for, whether they still may."""

from collections.abc import Iterator

from flask import Flask

from bench.growth import queries
from bench.load import Target
from bench.measures import Measure
from bench.plan import Plan
from bench.ratios import ratio
from bench.serving import Server
from bench.traveller import Traveller, in_session

PARENT = "mother"
"""Of the sandbox: her child stands in her record, so that she may act without anybody's word."""
PAGES = {"home": "/", "favourites": "/favourites"}
CHECK = "acting for another"


def sessions(port: int) -> tuple[str, str]:
    """Tokens of two sign-ins of one person: for herself, and for her child. Raises NotSignedIn."""
    with Traveller(port) as herself, Traveller(port) as acting:
        own, for_child = herself.sign_in(PARENT), acting.sign_in(PARENT)
        acting.act_for_somebody()
        return own.token, for_child.token


def measure_costs(app: Flask, tokens: tuple[str, str]) -> Iterator[Measure]:
    """Queries of the same page in both sessions: the check is the difference."""
    for name, address in PAGES.items():
        own, acting = (queries(app, address, token) for token in tokens)
        yield Measure(CHECK, f"{name}: queries more", acting - own, note=f"{own} for oneself, {acting} for another")


def measure_speeds(site: Server, tokens: tuple[str, str], plan: Plan) -> Iterator[Measure]:
    """The same page for another ÷ for oneself."""
    for name, address in PAGES.items():
        own, acting = ((site, Target(site.port, address, headers=in_session(token))) for token in tokens)
        yield ratio("acting ÷ for oneself", name, acting, own, plan, None)
